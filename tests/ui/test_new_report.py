"""The form for a new report: sensible defaults, nothing compulsory."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from assistant.document.context import Unit
from assistant.ui.dialogs.new_report import NewReport, NewReportDialog
from assistant.ui.panels.start_page import KindCard
from tests.ui.naming import nameless

KINDS = (KindCard("grassroots", "抓基层党建工作述职"), KindCard("duty", "述责述廉"))


def form(qtbot: QtBot, preset: NewReport) -> NewReportDialog:
    dialog = NewReportDialog(KINDS, preset)
    qtbot.addWidget(dialog)
    return dialog


def button(dialog: QDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def test_the_form_starts_with_what_is_known(qtbot: QtBot) -> None:
    preset = NewReport("duty", 2025, Unit("青石镇党委", "青石镇", "书记", "李明"))
    assert form(qtbot, preset).value() == preset


def test_an_unknown_kind_becomes_the_first(qtbot: QtBot) -> None:
    assert form(qtbot, NewReport("gone", 2026)).value().kind == "grassroots"


def test_what_is_typed_comes_back_without_stray_spaces(qtbot: QtBot) -> None:
    dialog = form(qtbot, NewReport("grassroots", 2026))
    dialog.unit.setText(" 河口街道党工委　")
    dialog.post.setText("书记")
    assert dialog.value() == NewReport("grassroots", 2026, Unit("河口街道党工委", "", "书记", ""))


def test_the_short_name_of_another_unit_is_forgotten(qtbot: QtBot) -> None:
    dialog = form(qtbot, NewReport("grassroots", 2026, Unit("青石镇党委", "青石镇")))
    dialog.unit.setText("河口街道党工委")
    assert dialog.value().unit.short_name == ""


def test_an_empty_form_may_be_accepted(qtbot: QtBot) -> None:
    dialog = form(qtbot, NewReport("grassroots", 2026))
    dialog.show()
    qtbot.mouseClick(button(dialog, "建立"), Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.value().unit == Unit()


def test_enter_in_a_field_creates_and_escape_gives_up(qtbot: QtBot) -> None:
    dialog = form(qtbot, NewReport("grassroots", 2026))
    dialog.show()
    qtbot.keyClick(dialog.unit, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    dialog.show()
    qtbot.keyClick(dialog.unit, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize(("answer", "given"), [("建立", True), ("取消", False)])
def test_asking_waits_for_the_answer(qtbot: QtBot, answer: str, given: bool) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        qtbot.mouseClick(button(dialog, answer), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    value = NewReportDialog.ask(KINDS, NewReport("duty", 2026))
    assert (value == NewReport("duty", 2026)) is given
    assert (value is None) is not given


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    assert nameless(form(qtbot, NewReport("grassroots", 2026))) == []
