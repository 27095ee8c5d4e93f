"""A question is answered by its buttons, by Enter and by Esc."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from assistant.ui.dialogs.question import Role, ask

ANSWERS = (("保存", Role.AcceptRole), ("不保存", Role.DestructiveRole), ("取消", Role.RejectRole))


def answered(qtbot: QtBot, key: Qt.Key, usual: int) -> int:
    parent = QWidget()
    qtbot.addWidget(parent)

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert (box.text(), box.informativeText()) == ("还没有保存。", "草稿还在。")
        QTest.keyClick(box, key)

    QTimer.singleShot(0, press)
    return ask(parent, "述职助手", "还没有保存。", "草稿还在。", *ANSWERS, usual=usual)


@pytest.mark.parametrize(("key", "usual", "answer"), [(Qt.Key.Key_Escape, 0, 2), (Qt.Key.Key_Return, 1, 1)])
def test_keys_answer(qtbot: QtBot, key: Qt.Key, usual: int, answer: int) -> None:
    assert answered(qtbot, key, usual) == answer
