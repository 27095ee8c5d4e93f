"""What a key does to the text, exactly as QTextEdit binds it: no editing key may slip past the locks."""

import unicodedata
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

_Key = QKeySequence.StandardKey
_Move = QTextCursor.MoveOperation


class Kind(Enum):
    """What a key does to the text."""

    INSERT = "insert"
    BREAK = "break"
    SOFT_BREAK = "soft break"
    BACK = "back"
    DELETE = "delete"
    WORD_BACK = "word back"
    WORD_DELETE = "word delete"
    LINE_END = "line end"
    CUT = "cut"
    UNDO = "undo"
    REDO = "redo"
    COMMIT = "commit"
    DIRECTION = "direction"
    NOTHING = ""


_STANDARD = (
    (_Key.Cut, Kind.CUT),
    (_Key.Undo, Kind.UNDO),
    (_Key.Redo, Kind.REDO),
    (_Key.DeleteStartOfWord, Kind.WORD_BACK),
    (_Key.DeleteEndOfWord, Kind.WORD_DELETE),
    (_Key.DeleteEndOfLine, Kind.LINE_END),
    (_Key.InsertLineSeparator, Kind.SOFT_BREAK),
    (_Key.InsertParagraphSeparator, Kind.BREAK),
    (_Key.Backspace, Kind.BACK),
    (_Key.Delete, Kind.DELETE),
)

DELETING = {
    Kind.BACK: _Move.PreviousCharacter,
    Kind.DELETE: _Move.NextCharacter,
    Kind.WORD_BACK: _Move.PreviousWord,
    Kind.WORD_DELETE: _Move.NextWord,
}


def kind_of(event: QKeyEvent) -> Kind:
    """Return what a key does to the text."""
    for key, kind in _STANDARD:
        if event.matches(key):
            return kind
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return Kind.BACK
    if event.key() in (Qt.Key.Key_Direction_L, Qt.Key.Key_Direction_R):
        return Kind.DIRECTION
    return Kind.INSERT if _types(event.text(), event.modifiers()) else Kind.NOTHING


def _types(text: str, modifiers: Qt.KeyboardModifier) -> bool:
    """Tell whether QTextEdit would put the text of a key in."""
    if not text:
        return False
    category = unicodedata.category(text[0])
    if category == "Cf":
        return True
    if modifiers & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.ControlModifier:
        return False
    return category not in ("Cc", "Cn") or text[0] == "\t"


def reach(cursor: QTextCursor, kind: Kind) -> QTextCursor:
    """Return a cursor that selects everything a key would delete, seen from where the caret is."""
    result = QTextCursor(cursor)
    if result.hasSelection():
        return result
    if kind in DELETING:
        result.movePosition(DELETING[kind], QTextCursor.MoveMode.KeepAnchor)
    elif kind is Kind.LINE_END:
        at_end = result.atBlockEnd()
        result.movePosition(_Move.NextCharacter if at_end else _Move.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return result
