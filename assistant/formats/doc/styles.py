"""The style sheet of an old Word file, and the styles.xml made of it ([MS-DOC] 2.9.271, STSH)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.formats.doc.character_format import run_content
from assistant.formats.doc.markup import element, wrapped
from assistant.formats.doc.paragraph_format import paragraph_content
from assistant.formats.doc.sprm import Modifiers, byte, modifiers
from assistant.text.characters import clean

PARAGRAPH, CHARACTER = 1, 2
_TITLE, _FIRST_TOC = 62, 19
_MOST = 4095
_NONE = 0xFFF
_DEEPEST = 50
_DEFAULT_FONTS = ("Times New Roman", "宋体", "Times New Roman")


@dataclass(frozen=True, slots=True)
class Style:
    """One style: `number` is its place in the sheet, `built_in` Word's own number of it, `base` what it follows."""

    number: int
    kind: int
    name: str
    built_in: int
    base: int
    paragraph: Modifiers
    character: Modifiers

    @property
    def id(self) -> str:
        """The id of the style in the .docx."""
        return f"s{self.number}"


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles by number, and the fonts of text that no style says anything about."""

    styles: dict[int, Style]
    fonts: tuple[int, int, int]

    def id_of(self, number: int | None, kind: int) -> str:
        """Return the id of a style of that kind, empty where the sheet has none of that number."""
        style = self.styles.get(number) if number is not None else None
        return style.id if style is not None and style.kind == kind else ""

    def has(self, number: int, opcode: int) -> bool:
        """Tell whether a paragraph style has a character property on, by itself or by those it follows."""
        for _ in range(_DEEPEST):
            style = self.styles.get(number)
            if style is None:
                return False
            value = byte(style.character, opcode)
            if value is not None and value < 0x80:
                return bool(value)
            number = style.base
        return False


def read_styles(table: bytes) -> StyleSheet:
    """Return the styles, as far as they can be read; a file without any has an empty sheet."""
    try:
        return _read(table)
    except struct.error:
        return StyleSheet({}, (0, 0, 0))


def _read(table: bytes) -> StyleSheet:
    (size,) = struct.unpack_from("<H", table, 0)
    count, base_size = struct.unpack_from("<HH", table, 2)
    fonts = struct.unpack_from("<HHH", table, 14) if size >= 18 else (0, 0, 0)
    styles: dict[int, Style] = {}
    at = 2 + size
    for number in range(min(count, _MOST)):
        if at + 2 > len(table):
            break
        (length,) = struct.unpack_from("<H", table, at)
        record = table[at + 2 : at + 2 + length]
        at += 2 + length + length % 2
        try:
            if record and (style := _style(number, record, base_size)) is not None:
                styles[number] = style
        except struct.error:
            continue
    return StyleSheet(styles, (fonts[0], fonts[1], fonts[2]))


def _style(number: int, record: bytes, base_size: int) -> Style | None:
    first, second, third = struct.unpack_from("<HHH", record, 0)
    kind = second & 0xF
    if kind not in (PARAGRAPH, CHARACTER):
        return None
    (length,) = struct.unpack_from("<H", record, base_size)
    name = record[base_size + 2 : base_size + 2 + 2 * length].decode("utf-16-le", "ignore")
    at = base_size + 2 + 2 * (length + 1)
    parts: list[bytes] = []
    for _ in range(min(third & 0xF, 3)):
        (size,) = struct.unpack_from("<H", record, at)
        parts.append(record[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    parts += [b"", b""]
    paragraph, character = (parts[0][2:], parts[1]) if kind == PARAGRAPH else (b"", parts[0])
    return Style(number, kind, clean(name), first & _NONE, second >> 4, modifiers(paragraph), modifiers(character))


def styles_xml(sheet: StyleSheet, fonts: Sequence[str], lists: int) -> str:
    """Return the content of styles.xml; `lists` is how many lists the file has."""

    def font(n: int) -> str:
        return (fonts[sheet.fonts[n]] if sheet.fonts[n] < len(fonts) else "") or _DEFAULT_FONTS[n]

    names = element("rFonts", ascii=font(0), eastAsia=font(1), hAnsi=font(2))
    language = element("lang", val="en-US", eastAsia="zh-CN")
    default = element("rPr", names + element("sz", val=20) + element("szCs", val=20) + language)
    parts = [element("docDefaults", element("rPrDefault", default) + element("pPrDefault"))]
    if sheet.id_of(0, PARAGRAPH) == "":
        normal = element("name", val="Normal")
        parts.append(f'<w:style w:type="paragraph" w:default="1" w:styleId="s0">{normal}</w:style>')
    parts += [_style_xml(style, sheet, fonts, lists) for style in sheet.styles.values()]
    return "".join(parts)


def _style_xml(style: Style, sheet: StyleSheet, fonts: Sequence[str], lists: int) -> str:
    base = sheet.id_of(style.base, style.kind)
    kind = "paragraph" if style.kind == PARAGRAPH else "character"
    content = element("name", val=_name(style))
    if base and base != style.id:
        content += element("basedOn", val=base)
    content += wrapped("pPr", paragraph_content(style.paragraph, lists))
    content += wrapped("rPr", run_content(style.character, fonts, lambda opcode: sheet.has(style.base, opcode)))
    default = ' w:default="1"' if style.number == 0 else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{style.id}">{content}</w:style>'


def _name(style: Style) -> str:
    """Return a built-in style's own name, which stays the same in every language of Word."""
    if style.kind == PARAGRAPH:
        if style.built_in == 0:
            return "Normal"
        if 1 <= style.built_in <= 9:
            return f"heading {style.built_in}"
        if style.built_in == _TITLE:
            return "Title"
        if _FIRST_TOC <= style.built_in < _FIRST_TOC + 9:
            return f"toc {style.built_in - _FIRST_TOC + 1}"
    return style.name or f"Style {style.number}"
