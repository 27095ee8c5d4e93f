"""User properties that tie the editor's text to the opened file, and their encoding.

Qt copies them on Enter and on typing, and undo restores them (measured); so they say where text descends from, never
which paragraph it is.
"""

from PySide6.QtGui import QTextCharFormat, QTextFormat

from assistant.document.block import Cell, Marks, Opaque, Run, Said, Token
from assistant.text.characters import TOKEN

_BASE = QTextFormat.Property.UserProperty.value
BLOCK_ORIGIN = _BASE + 1
BLOCK_CELL = _BASE + 2
BLOCK_STYLE_LEVEL = _BASE + 3
BLOCK_LABEL = _BASE + 4
BLOCK_SAID = _BASE + 5
BLOCK_OPAQUE = _BASE + 6
BLOCK_FIXED = _BASE + 7
BLOCK_PHANTOM = _BASE + 8
RUN_ORIGIN = _BASE + 20
RUN_TOKEN = _BASE + 21
RUN_TOKEN_LABEL = _BASE + 22
BLOCK_LOOK = _BASE + 9
GHOST = _BASE + 23
FRAME_LAYOUT = _BASE + 30
FRAME_IGNORED = _BASE + 31
TOKEN_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1

_SEPARATOR = "\x1f"


def char_format(run: Run) -> QTextCharFormat:
    """Return the format that carries a run's origin, marks and token."""
    fmt = QTextCharFormat()
    if run.origin is not None:
        fmt.setProperty(RUN_ORIGIN, run.origin)
    if run.token is not None:
        fmt.setObjectType(TOKEN_OBJECT)
        fmt.setProperty(RUN_TOKEN, run.token.number)
        fmt.setProperty(RUN_TOKEN_LABEL, run.token.kind + _SEPARATOR + run.token.label)
    if run.marks:  # few runs have any, and each question costs more than this one
        if run.marks & Marks.BOLD:
            fmt.setFontWeight(700)
        if run.marks & Marks.ITALIC:
            fmt.setFontItalic(True)
        if run.marks & Marks.UNDERLINE:
            fmt.setFontUnderline(True)
    return fmt


def marks_of(fmt: QTextCharFormat) -> Marks:
    """Return the marks a format shows."""
    marks = Marks.NONE
    if fmt.fontWeight() >= 600:
        marks |= Marks.BOLD
    if fmt.fontItalic():
        marks |= Marks.ITALIC
    if fmt.fontUnderline():
        marks |= Marks.UNDERLINE
    return marks


def runs_of(text: str, fmt: QTextCharFormat) -> list[Run]:
    """Return the runs a fragment stands for.

    Text typed beside a token inherits its properties; they count only where the character is U+FFFC.
    """
    marks = marks_of(fmt)
    origin = fmt.property(RUN_ORIGIN)
    number = fmt.property(RUN_TOKEN)
    if number is None:
        return [Run(text.replace(TOKEN, ""), origin, marks)]
    runs = []
    for piece in text.split(TOKEN):
        runs += [Run(piece, None, marks), Run(TOKEN, origin, marks, token_of(fmt))]
    return [run for run in runs[:-1] if run.text]


def token_of(fmt: QTextCharFormat) -> Token:
    """Return the token a format carries."""
    kind, _, label = str(fmt.property(RUN_TOKEN_LABEL)).partition(_SEPARATOR)
    return Token(int(fmt.property(RUN_TOKEN)), kind, label)


def encode_cell(cell: Cell) -> str:
    """Write a cell as a property value."""
    return f"{cell.table},{cell.row},{cell.column}"


def decode_cell(value: object) -> Cell | None:
    """Read a cell from a property value."""
    if not isinstance(value, str):
        return None
    table, row, column = map(int, value.split(","))
    return Cell(table, row, column)


def encode_said(said: Said | None) -> str:
    """Write what the user said as a property value; empty for nothing."""
    if said is None:
        return ""
    return f"{'' if said.level is None else said.level}{_SEPARATOR}{said.role or ''}"


def decode_said(value: object) -> Said | None:
    """Read what the user said from a property value."""
    if not isinstance(value, str) or not value:
        return None
    level, _, role = value.partition(_SEPARATOR)
    return Said(int(level) if level else None, role or None)


def encode_opaque(opaque: Opaque) -> str:
    """Write an opaque block's description as a property value."""
    return _SEPARATOR.join((opaque.kind, opaque.label, opaque.preview))


def decode_opaque(value: object) -> Opaque | None:
    """Read an opaque block's description from a property value."""
    if not isinstance(value, str):
        return None
    kind, label, preview = value.split(_SEPARATOR, 2)
    return Opaque(kind, label, preview)
