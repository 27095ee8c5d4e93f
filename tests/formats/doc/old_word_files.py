"""Write Word 97 files: header, piece table, styles, formatted pages and lists as [MS-DOC] describes them."""

import itertools
import struct
from dataclasses import dataclass, field

from tests.formats.doc.compound_files import compound

CELL = "\x07"
TEXT_AT = 0x800


def sprm(opcode: int, operand: int | bytes) -> bytes:
    """Return one property; an int operand takes the size its opcode asks for."""
    size = (1, 1, 2, 4, 2, 2, 0, 3)[opcode >> 13]
    if isinstance(operand, bytes):
        length = bytes([len(operand)]) if opcode != 0xD608 else struct.pack("<H", len(operand) + 1)
        return struct.pack("<H", opcode) + length + operand
    return struct.pack("<H", opcode) + operand.to_bytes(size, "little", signed=operand < 0)


BOLD = sprm(0x0835, 1)
DELETED = sprm(0x0800, 1)
IN_TABLE = sprm(0x2416, 1)
INNER = IN_TABLE + sprm(0x6649, 2)
CENTRED = sprm(0x2403, 1)


@dataclass(frozen=True)
class Par:
    """One paragraph: text (or pairs of text and character properties), style, properties and the mark at its end."""

    text: str | tuple[tuple[str, bytes], ...]
    style: int = 0
    properties: bytes = b""
    mark: str = "\r"

    @property
    def runs(self) -> tuple[tuple[str, bytes], ...]:
        return ((self.text, b""),) if isinstance(self.text, str) else self.text


def cell(text: str | tuple[tuple[str, bytes], ...]) -> Par:
    """Return the last paragraph of a cell."""
    return Par(text, 0, IN_TABLE, CELL)


def row_end(edges: tuple[int, ...] = (), flags: tuple[int, ...] = ()) -> Par:
    """Return the mark behind a row, with the edges of its cells in twips and a word of flags for each cell."""
    properties = IN_TABLE + sprm(0x2417, 1)
    if edges:
        cells = b"".join(struct.pack("<H18x", flag) for flag in (flags or (0,) * (len(edges) - 1)))
        properties += sprm(0xD608, bytes([len(edges) - 1]) + struct.pack(f"<{len(edges)}h", *edges) + cells)
    return Par("", 0, properties, CELL)


@dataclass(frozen=True)
class OldStyle:
    """One style: Word's own number of it (0 Normal, 1-9 headings, 0xFFE none), its name, what it follows."""

    built_in: int
    name: str
    base: int = 0xFFF
    paragraph: bytes = b""
    character: bytes = b""


STYLES = (OldStyle(0, "正文"), OldStyle(1, "标题 1", 0, character=BOLD), OldStyle(2, "标题 2", 0))


@dataclass
class OldWord:
    """A file to be written. `cuts` are characters at which a new piece begins; pieces stand in the file back to front.

    `tail` is text of footnotes and headers behind the main text; `header` are patches of the header by offset,
    `data` is the stream of pictures.
    """

    paragraphs: tuple[Par, ...]
    styles: tuple[OldStyle, ...] = STYLES
    fonts: tuple[str, ...] = ("Times New Roman", "宋体")
    cuts: tuple[int, ...] = ()
    compress: bool = False
    prm: int = 0
    levels: tuple[tuple[int, str], ...] = ()
    section_ends: tuple[int, ...] = ()
    tail: str = ""
    data: bytes = b""
    header: dict[int, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join("".join(run for run, _ in par.runs) + par.mark for par in self.paragraphs)

    def streams(self) -> dict[str, bytes]:
        return _Writing(self).streams()

    def bytes(self) -> bytes:
        return compound(self.streams())


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Writing:
    def __init__(self, file: OldWord) -> None:
        self.file = file
        self.main = bytearray(TEXT_AT)
        self.table = bytearray()
        self.places: dict[int, tuple[int, int]] = {}
        self.pieces: list[tuple[int, int, int, int]] = []  # start, end, offset, width

    def streams(self) -> dict[str, bytes]:
        self._text()
        self._formats()
        self._put(1, _stylesheet(self.file.styles))
        self._put(15, _font_table(self.file.fonts))
        self._lists()
        self._sections()
        self._header()
        return {"WordDocument": bytes(self.main), "1Table": bytes(self.table), "Data": self.file.data}

    def _put(self, place: int, data: bytes) -> None:
        self.places[place] = (len(self.table), len(data))
        self.table += data

    def _text(self) -> None:
        whole = (self.file.text + self.file.tail).encode("utf-16-le", "surrogatepass")
        bounds = [0, *self.file.cuts, len(whole) // 2]
        parts = []
        for start, end in itertools.pairwise(bounds):
            raw = whole[2 * start : 2 * end]
            text = raw.decode("utf-16-le", "surrogatepass")
            try:
                narrow = text.encode("cp1252") if self.file.compress else None
            except UnicodeEncodeError:
                narrow = None
            parts.append((start, end, raw if narrow is None else narrow, 2 if narrow is None else 1))
        for start, end, raw, width in reversed(parts):
            self.pieces.append((start, end, len(self.main), width))
            self.main += raw + b"\0" * (len(raw) % 2)
        self.pieces.sort()
        entries = b"".join(
            struct.pack("<HIH", 0, offset if width == 2 else 2 * offset | 0x40000000, self.file.prm)
            for _, _, offset, width in self.pieces
        )
        table = struct.pack(f"<{len(bounds)}I", *bounds) + entries
        self._put(33, b"\2" + struct.pack("<I", len(table)) + table)

    def _formats(self) -> None:
        paragraphs, characters, at = [], [], 0
        for par in self.file.paragraphs:
            start = at
            for text, properties in par.runs:
                characters.append((at, at + units(text), bytes([len(properties)]) + properties if properties else b""))
                at += units(text)
            characters.append((at, at + 1, b""))
            at += 1
            content = struct.pack("<H", par.style) + par.properties
            odd = len(content) % 2
            head = bytes([(len(content) + 1) // 2]) if odd else bytes([0, len(content) // 2])
            paragraphs.append((start, at, head + content))
        self._pages(12, self._by_byte(characters), 1)
        self._pages(13, self._by_byte(paragraphs), 13)

    def _by_byte(self, stretches: list[tuple[int, int, bytes]]) -> list[tuple[int, int, bytes]]:
        """Return stretches of characters as stretches of bytes, cut where pieces meet."""
        found = []
        for start, end, offset, width in self.pieces:
            for first, last, content in stretches:
                low, high = max(start, first), min(end, last)
                if low < high:
                    found.append((offset + (low - start) * width, offset + (high - start) * width, content))
        return sorted(found)

    def _pages(self, place: int, stretches: list[tuple[int, int, bytes]], width: int) -> None:
        bounds, numbers = [], []
        while stretches:
            count = 1
            while count < len(stretches) and stretches[count][0] == stretches[count - 1][1]:
                if self._size(stretches[: count + 1], width) > 511:
                    break
                count += 1
            page = bytearray(512)
            now, stretches = stretches[:count], stretches[count:]
            page[511] = count
            struct.pack_into(f"<{count + 1}I", page, 0, *[s for s, _, _ in now], now[-1][1])
            at = 510
            for n, (_, _, content) in enumerate(now):
                if content:
                    at = (at - len(content)) & ~1
                    page[at : at + len(content)] = content
                    page[4 * (count + 1) + width * n] = at // 2
            self.main += b"\0" * (-len(self.main) % 512)
            bounds.append(now[0][0])
            numbers.append(len(self.main) // 512)
            self.main += page
            last = now[-1][1]
        self._put(place, struct.pack(f"<{2 * len(numbers) + 1}I", *bounds, last, *numbers))

    @staticmethod
    def _size(stretches: list[tuple[int, int, bytes]], width: int) -> int:
        return 4 * (len(stretches) + 1) + sum(width + len(content) + 2 for _, _, content in stretches) + 2

    def _lists(self) -> None:
        if not self.file.levels:
            return
        levels = b""
        for format_, text in self.file.levels:
            counters = bytes(n + 1 for n, character in enumerate(text) if ord(character) < 9).ljust(9, b"\0")
            fixed = struct.pack("<iBB9sBii", 1, format_, 0, counters, 2, 0, 0) + bytes(4)
            levels += fixed + struct.pack("<H", len(text)) + text.encode("utf-16-le")
        table = struct.pack("<HI4x18sBB", 1, 77, b"\xff\x0f" * 9, int(len(self.file.levels) == 1), 0)
        self._put(73, table)
        self.table += levels
        self._put(74, struct.pack("<II8x4xI", 1, 77, 0xFFFFFFFF))

    def _sections(self) -> None:
        ends = [*self.file.section_ends, units(self.file.text)]
        entries = b""
        for n in range(len(ends)):
            content = sprm(0xB01F, 11906 + n) + sprm(0xB020, 16838)
            entries += struct.pack("<HIHI", 0, len(self.main), 0, 0)
            self.main += struct.pack("<H", len(content)) + content
        self._put(6, struct.pack(f"<{len(ends) + 1}I", 0, *ends) + entries)

    def _header(self) -> None:
        main = self.main
        struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
        struct.pack_into("<H", main, 0x0A, 0x0200)
        struct.pack_into("<H", main, 0x20, 14)
        struct.pack_into("<H", main, 0x3E, 22)
        struct.pack_into("<ii", main, 0x4C, units(self.file.text), units(self.file.tail))
        struct.pack_into("<H", main, 0x98, 93)
        for place, (start, length) in self.places.items():
            struct.pack_into("<II", main, 0x9A + 8 * place, start, length)
        for offset, data in self.file.header.items():
            main[offset : offset + len(data)] = data


def _stylesheet(styles: tuple[OldStyle, ...]) -> bytes:
    data = struct.pack("<H9H", 18, len(styles), 10, 0, 91, 15, 0, 0, 1, 0)
    for style in styles:
        name = style.name.encode("utf-16-le")
        head = struct.pack("<5H", style.built_in, 1 | style.base << 4, 2, 0, 0)
        record = head + struct.pack("<H", len(name) // 2) + name + b"\0\0"
        for part in (struct.pack("<H", 0) + style.paragraph, style.character):
            record += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
        data += struct.pack("<H", len(record)) + record
    return data


def _font_table(fonts: tuple[str, ...]) -> bytes:
    data = struct.pack("<HH", len(fonts), 0)
    for font in fonts:
        record = bytes(39) + (font + "\0").encode("utf-16-le")
        data += bytes([len(record)]) + record
    return data


def old_word(*paragraphs: Par | str, **settings: object) -> bytes:
    """Return the bytes of a Word 97 file with these paragraphs; plain text is a paragraph of the style Normal."""
    pars = tuple(Par(par) if isinstance(par, str) else par for par in paragraphs)
    return OldWord(pars, **settings).bytes()
