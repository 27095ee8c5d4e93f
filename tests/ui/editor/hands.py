"""What hands do to an editor, as real events: keys, input methods, the clipboard, the mouse."""

import atexit

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistant.document.block import Document
from assistant.ui.editor.editor import Editor
from assistant.ui.theme import LIGHT

Key = Qt.Key
Modifier = Qt.KeyboardModifier


_open: list[Editor] = []


@atexit.register
def close_last() -> None:
    """Destroy the editor opened last, while the application is still there: Qt crashes on widgets that outlive it."""
    while _open:
        editor = _open.pop()
        if shiboken6.isValid(editor):
            shiboken6.delete(editor)


def opened(document: Document, looks: dict[str, str] | None = None) -> Editor:
    """Return an editor that shows a document, as large as a window is; it lives until the next is opened."""
    close_last()
    editor = Editor(LIGHT)
    _open.append(editor)
    editor.resize(900, 600)
    editor.load(document, looks or {})
    return editor


def settle() -> None:
    """Let everything happen that was put off to the next turn of the event loop."""
    QApplication.processEvents()


def put(editor: Editor, anchor: int, position: int | None = None) -> None:
    """Put the caret at a Qt position, or select from `anchor` to `position`."""
    cursor = QTextCursor(editor.document())
    cursor.setPosition(anchor)
    if position is not None:
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def put_in(editor: Editor, block: int, offset: int = 0) -> None:
    """Put the caret into a text block, at an offset in UTF-16 units; below zero counts from its end."""
    found = editor.document().findBlockByNumber(block)
    put(editor, found.position() + (offset if offset >= 0 else found.length() + offset))


def press(editor: Editor, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key that has no text of its own, or whose text follows from it."""
    QTest.keyClick(editor, key, modifiers)


def type_text(editor: Editor, text: str) -> None:
    """Type characters one by one on the keyboard."""
    for character in text:
        event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_unknown, Modifier.NoModifier, character)
        QApplication.sendEvent(editor, event)


def compose(editor: Editor, preedit: str) -> None:
    """Show an unconfirmed text of an input method."""
    QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))


def commit(editor: Editor, text: str) -> None:
    """Confirm a text of an input method, as it does after composing."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def enter(editor: Editor, text: str) -> None:
    """Compose and confirm one word."""
    compose(editor, "zi")
    commit(editor, text)


def paste(editor: Editor, text: str) -> None:
    """Paste a text from another program."""
    data = QMimeData()
    data.setText(text)
    editor.insertFromMimeData(data)


def drop(editor: Editor, place: QPoint, text: str) -> None:
    """Drop a text from another program."""
    data = QMimeData()
    data.setText(text)
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Modifier.NoModifier)
    editor.dropEvent(event)


def lines(editor: Editor) -> list[str]:
    """Return the texts of the picture's blocks."""
    return [block.text for block in editor.bridge.picture().document.blocks]


def undo_all(editor: Editor) -> int:
    """Undo to the beginning; return how many steps there were."""
    steps = 0
    while editor.document().isUndoAvailable():
        editor.undo()
        steps += 1
    return steps
