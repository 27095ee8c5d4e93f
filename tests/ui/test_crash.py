"""After a mistake of ours: calm, truthful about the draft, with a report that holds no text of the user."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from assistant.paths import resources
from assistant.ui.dialogs.crash import AfterCrash, CrashDialog, crash_report
from assistant.ui.icons import Icons
from assistant.ui.theme import LIGHT
from tests.ui.naming import nameless

SECRET = "李明同志在述职中说的一句话"


def failure() -> Exception:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def dialog(qtbot: QtBot, *, saved: bool = True) -> CrashDialog:
    result = CrashDialog(crash_report(failure(), "0.1.0"), Icons(resources() / "icons", LIGHT), draft_saved=saved)
    qtbot.addWidget(result)
    return result


def words(shown: CrashDialog) -> str:
    return "".join(label.text() for label in shown.findChildren(QLabel))


def test_the_report_says_where_and_what_but_not_what_was_written() -> None:
    report = crash_report(failure(), "0.1.0")
    assert "ValueError" in report
    assert "failure" in report
    assert "0.1.0" in report
    assert SECRET not in report


def test_a_saved_draft_is_promised_and_a_lost_one_is_not(qtbot: QtBot) -> None:
    assert "已存为本机草稿" in words(dialog(qtbot, saved=True))
    lost = words(dialog(qtbot, saved=False))
    assert "已存为" not in lost
    assert "复制" in lost


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    shown = dialog(qtbot)
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == shown.report.toPlainText()
    assert shown.copy.text() == "已复制"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_go_on_writing(qtbot: QtBot, key: Qt.Key) -> None:
    shown = dialog(qtbot)
    shown.show()
    qtbot.keyClick(shown.stay, key)
    assert shown.isHidden()
    assert shown.choice is AfterCrash.GO_ON


def test_leaving_is_a_choice_of_its_own(qtbot: QtBot) -> None:
    shown = dialog(qtbot)
    shown.show()
    qtbot.mouseClick(shown.quit, Qt.MouseButton.LeftButton)
    assert shown.choice is AfterCrash.QUIT


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    assert nameless(dialog(qtbot)) == []
