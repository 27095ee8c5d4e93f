"""Character properties of old Word files as the run properties of a .docx."""

from collections.abc import Callable, Sequence

from assistant.formats.doc.markup import element, switch
from assistant.formats.doc.sprm import Modifiers, byte, long, signed, word

# Opcodes: [MS-DOC] 2.6.1.
DELETED = 0x0800
INSERTED = 0x0801
SYMBOL = 0x6A09
BOLD, ITALIC, STRIKE, HIDDEN = 0x0835, 0x0836, 0x0837, 0x083C
TOGGLES = (BOLD, ITALIC, STRIKE, HIDDEN)
"""Properties whose operand may say: as the style has it, or its opposite."""
_STYLE, _FONT_LATIN, _FONT_ASIAN, _FONT_OTHER = 0x4A30, 0x4A4F, 0x4A50, 0x4A51
_HINT = 0x286F
_SIZE, _UNDERLINE, _COLOUR, _SPACING, _RAISED = 0x4A43, 0x2A3E, 0x6870, 0x8840, 0x2A48
_AS_STYLE, _OPPOSITE = 0x80, 0x81
_UNDERLINES = {0: "none", 1: "single", 2: "words", 3: "double", 4: "dotted", 6: "thick", 7: "dash", 11: "wave"}
_LARGEST = 3276
"""Half points: Word's limit of font sizes, 1638 points."""


def run_style(found: Modifiers) -> int | None:
    """Return the number of the character style that some properties name."""
    return word(found, _STYLE)


def is_deleted(found: Modifiers) -> bool:
    """Tell whether a tracked deletion has taken the characters out of the text."""
    return byte(found, DELETED) == 1


def run_content(found: Modifiers, fonts: Sequence[str], toggled: Callable[[int], bool], style: str = "") -> str:
    """Return what stands in a w:rPr.

    `toggled` tells whether the paragraph's style has a property on; `style` is the id of a character style.
    """
    size = word(found, _SIZE)
    colour = long(found, _COLOUR)
    spacing = signed(found, _SPACING)
    parts = (
        element("rStyle", val=style) if style else "",
        _fonts(found, fonts),
        switch("b", on=_state(found, BOLD, toggled)),
        switch("i", on=_state(found, ITALIC, toggled)),
        switch("strike", on=_state(found, STRIKE, toggled)),
        switch("vanish", on=_state(found, HIDDEN, toggled)),
        "" if colour is None else element("color", val=_colour(colour)),
        "" if not spacing else element("spacing", val=spacing),
        "" if size is None or not 1 < size <= _LARGEST else element("sz", val=size) + element("szCs", val=size),
        _underline(found),
        {1: element("vertAlign", val="superscript"), 2: element("vertAlign", val="subscript")}.get(
            byte(found, _RAISED) or 0, ""
        ),
    )
    return "".join(parts)


def _state(found: Modifiers, opcode: int, toggled: Callable[[int], bool]) -> bool | None:
    value = byte(found, opcode)
    if value is None or value == _AS_STYLE:
        return None
    return not toggled(opcode) if value == _OPPOSITE else bool(value)


def _fonts(found: Modifiers, fonts: Sequence[str]) -> str:
    def name(opcode: int) -> str | None:
        number = word(found, opcode)
        return fonts[number] or None if number is not None and number < len(fonts) else None

    latin, asian, other = name(_FONT_LATIN), name(_FONT_ASIAN), name(_FONT_OTHER)
    hint = "eastAsia" if byte(found, _HINT) == 1 else None
    if latin is None and asian is None and other is None and hint is None:
        return ""
    return element("rFonts", hint=hint, ascii=latin, eastAsia=asian, hAnsi=other)


def _underline(found: Modifiers) -> str:
    kind = byte(found, _UNDERLINE)
    return "" if kind is None else element("u", val=_UNDERLINES.get(kind, "single"))


def _colour(value: int) -> str:
    """Return a colour as RRGGBB; the fourth byte says that the reader's own text colour is meant."""
    if value >> 24:
        return "auto"
    return f"{value & 0xFF:02X}{value >> 8 & 0xFF:02X}{value >> 16 & 0xFF:02X}"
