"""Paragraph properties of old Word files as the paragraph properties of a .docx."""

from assistant.formats.doc.markup import element, switch, wrapped
from assistant.formats.doc.sprm import Modifiers, byte, long, signed, word

# Opcodes: [MS-DOC] 2.6.2. Where a property has two, the first is the newer one and goes before.
_JUSTIFY = (0x2461, 0x2403)
_LEFT, _RIGHT, _FIRST = (0x845E, 0x840F), (0x845D, 0x840E), (0x8460, 0x8411)
_LEFT_CHARS, _RIGHT_CHARS, _FIRST_CHARS = 0x4456, 0x4455, 0x4457
_LINE, _BEFORE, _AFTER, _BEFORE_LINES, _AFTER_LINES = 0x6412, 0xA413, 0xA414, 0x4458, 0x4459
_KEEP_LINES, _KEEP_NEXT, _BREAK_BEFORE, _WIDOWS = 0x2405, 0x2406, 0x2407, 0x2431
_LEVEL, _LIST = 0x260A, 0x460B
_OUTLINE = 0x2640
_ALIGNMENTS = ("left", "center", "right", "both", "distribute")
_WIDEST = 31680
"""Twips: Word's limit of indents and spacing, 22 inches."""


def paragraph_content(found: Modifiers, lists: int, style: str = "") -> str:
    """Return what stands in a w:pPr before its run properties.

    `lists` is how many lists the file has; `style` is the id of a paragraph style.
    """
    outline = byte(found, _OUTLINE)
    parts = (
        element("pStyle", val=style) if style else "",
        switch("keepNext", on=_flag(found, _KEEP_NEXT)),
        switch("keepLines", on=_flag(found, _KEEP_LINES)),
        switch("pageBreakBefore", on=_flag(found, _BREAK_BEFORE)),
        switch("widowControl", on=_flag(found, _WIDOWS)),
        _numbering(found, lists),
        _spacing(found),
        _indents(found),
        _alignment(found),
        "" if outline is None or outline > 9 else element("outlineLvl", val=outline),
    )
    return "".join(parts)


def _flag(found: Modifiers, opcode: int) -> bool | None:
    value = byte(found, opcode)
    return None if value is None else bool(value)


def _numbering(found: Modifiers, lists: int) -> str:
    level, list_ = byte(found, _LEVEL), word(found, _LIST)
    parts = "" if level is None or level > 8 else element("ilvl", val=level)
    if list_ is not None:
        parts += element("numId", val=list_ if list_ <= lists else 0)
    return wrapped("numPr", parts)


def _alignment(found: Modifiers) -> str:
    for opcode in _JUSTIFY:
        value = byte(found, opcode)
        if value is not None and value < len(_ALIGNMENTS):
            return element("jc", val=_ALIGNMENTS[value])
    return ""


def _spacing(found: Modifiers) -> str:
    line = rule = None
    if (packed := long(found, _LINE)) is not None:
        line = (packed & 0xFFFF ^ 0x8000) - 0x8000
        rule = "auto" if packed >> 16 else "exact" if line < 0 else "atLeast"
        line = abs(line) if abs(line) <= _WIDEST else None
    values: dict[str, str | int | None] = {
        "beforeLines": word(found, _BEFORE_LINES),
        "before": _bounded(word(found, _BEFORE)),
        "afterLines": word(found, _AFTER_LINES),
        "after": _bounded(word(found, _AFTER)),
        "line": line,
    }
    if all(value is None for value in values.values()):
        return ""
    values["lineRule"] = rule if line is not None else None
    return element("spacing", "", **values)


def _bounded(value: int | None) -> int | None:
    return value if value is not None and value <= _WIDEST else None


def _indents(found: Modifiers) -> str:
    first, characters = _first(found, *_FIRST), signed(found, _FIRST_CHARS)
    values: dict[str, str | int | None] = {
        "leftChars": signed(found, _LEFT_CHARS),
        "left": _first(found, *_LEFT),
        "rightChars": signed(found, _RIGHT_CHARS),
        "right": _first(found, *_RIGHT),
        "hangingChars": -characters if characters is not None and characters < 0 else None,
        "firstLineChars": characters if characters is not None and characters >= 0 else None,
        "hanging": -first if first is not None and first < 0 else None,
        "firstLine": first if first is not None and first >= 0 else None,
    }
    return element("ind", "", **values) if any(value is not None for value in values.values()) else ""


def _first(found: Modifiers, *opcodes: int) -> int | None:
    values = (signed(found, opcode) for opcode in opcodes)
    return next((value for value in values if value is not None and abs(value) <= _WIDEST), None)
