"""What a key does to the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


def kind_of(event: QKeyEvent) -> str:
    """Return what a key does to the text: insert, break, back, delete, cut, or nothing (empty)."""
    if event.matches(QKeySequence.StandardKey.Cut):
        return "cut"
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "break"
    if event.key() == Qt.Key.Key_Backspace:
        return "back"
    if event.key() == Qt.Key.Key_Delete:
        return "delete"
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    if text and modifiers == Qt.KeyboardModifier.NoModifier and (text.isprintable() or text == "\t"):
        return "insert"
    return ""
