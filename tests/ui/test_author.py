"""The name at revisions: given once, never empty."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from assistant.ui.dialogs.author import AuthorDialog
from tests.ui.naming import nameless


def test_it_starts_with_the_name_used_last(qtbot: QtBot) -> None:
    dialog = AuthorDialog("李明")
    qtbot.addWidget(dialog)
    assert dialog.value() == "李明"
    assert dialog.name.selectedText() == "李明"


@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_without_a_name_it_cannot_be_accepted(qtbot: QtBot, text: str) -> None:
    dialog = AuthorDialog(text)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.accept_button.isEnabled()
    assert dialog.isVisible()


def test_enter_accepts_and_stray_spaces_go(qtbot: QtBot) -> None:
    dialog = AuthorDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText(" 组织办\u3000")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value() == "组织办"


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, "李明"), (Qt.Key.Key_Escape, None)])
def test_asking_gives_the_name_or_none(qtbot: QtBot, key: Qt.Key, answer: str | None) -> None:
    QTimer.singleShot(0, lambda: qtbot.keyClick(QApplication.activeModalWidget().name, key))
    assert AuthorDialog.ask("李明") == answer


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    dialog = AuthorDialog("李明")
    qtbot.addWidget(dialog)
    assert nameless(dialog) == []
