"""Every key that Qt lets change a text is recognised, whatever is held down with it."""

import itertools

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from assistant.ui.editor.keys import Kind, kind_of, reach

_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
_TEXTS = {
    Qt.Key.Key_Tab: "\t",
    Qt.Key.Key_Return: "\r",
    Qt.Key.Key_Enter: "\r",
    Qt.Key.Key_Backspace: "\b",
    Qt.Key.Key_Delete: "\x7f",
    Qt.Key.Key_Escape: "\x1b",
}
_PASTING = {Qt.Key.Key_V, Qt.Key.Key_Insert, Qt.Key.Key_Paste, Qt.Key.Key_F18}
"""Pasting comes in by insertFromMimeData, which asks the locks itself."""


def held() -> list[Qt.KeyboardModifier]:
    result = []
    for chosen in itertools.product((False, True), repeat=len(_MODIFIERS)):
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier, on in zip(_MODIFIERS, chosen, strict=True):
            modifiers = modifiers | modifier if on else modifiers
        result.append(modifiers)
    return result


@pytest.mark.parametrize("modifiers", held(), ids=str)
def test_no_key_changes_the_text_unrecognised(qtbot: QtBot, modifiers: Qt.KeyboardModifier) -> None:
    QGuiApplication.clipboard().setText("贴")
    text = QTextEdit()
    qtbot.addWidget(text)
    changes: list[object] = []
    text.document().contentsChange.connect(lambda *change: changes.append(change))
    for key in set(Qt.Key) - _PASTING:
        for typed in {_TEXTS.get(key, ""), chr(key.value) if 0x20 <= key.value < 0x100 else ""}:
            text.setPlainText("ab cd ef\ngh")
            cursor = text.textCursor()
            cursor.setPosition(4)
            cursor.insertText("Q")
            text.setTextCursor(cursor)
            changes.clear()
            event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, typed)
            kind = kind_of(event)
            QApplication.sendEvent(text, event)
            assert not changes or kind is not Kind.NOTHING, (key, modifiers, typed)


@pytest.mark.parametrize("character", ["a", "　", "\xa0", "\u200c", "😀", "𠮷", "\ue000", "\u2028", "\ufffc"])
def test_whatever_a_keyboard_types_is_typing(qapp: QApplication, character: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
    assert kind_of(event) is Kind.INSERT


@pytest.mark.parametrize(
    ("kind", "start", "selected"),
    [
        (Kind.BACK, 3, "c"),
        (Kind.DELETE, 3, "d"),
        (Kind.WORD_BACK, 5, "cd"),
        (Kind.WORD_DELETE, 3, "d"),
        (Kind.LINE_END, 3, "d"),
        (Kind.LINE_END, 4, "\u2029"),
        (Kind.INSERT, 3, ""),
    ],
)
def test_a_key_reaches_as_far_as_it_deletes(qapp: QApplication, kind: Kind, start: int, selected: str) -> None:
    text = QTextEdit()
    text.setPlainText("a cd\nef")
    cursor = QTextCursor(text.document())
    cursor.setPosition(start if kind is not Kind.WORD_BACK else 4)
    assert reach(cursor, kind).selectedText().strip(" ") == selected


def test_a_selection_is_all_that_a_key_deletes(qapp: QApplication) -> None:
    text = QTextEdit()
    text.setPlainText("abcd")
    cursor = QTextCursor(text.document())
    cursor.setPosition(1)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    assert reach(cursor, Kind.WORD_BACK).selectedText() == "bc"
