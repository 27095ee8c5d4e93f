"""Commands at the caret: marks, headings, blanks, findings; each one undo step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Level
from assistant.document.block import Marks
from assistant.ui.coordinator import Coordinator
from tests.ui.desk import PATIENCE, analysed, writing

LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "会议部暑了全年任务，走访【次数】次，帮助【户数】户。",
    "二、存在的主要问题",
    "工作部暑不细。",
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Coordinator:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


def blocks(desk: Coordinator) -> tuple:
    return desk.window.editor.bridge.picture().document.blocks


def lines(desk: Coordinator) -> list[str]:
    return [block.text for block in blocks(desk)]


def select(desk: Coordinator, number: int, start: int, end: int) -> None:
    block = desk.window.editor.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    desk.window.editor.setTextCursor(cursor)


def selected(desk: Coordinator) -> str:
    return desk.window.editor.textCursor().selectedText()


def said(desk: Coordinator) -> list[str]:
    return [message.text for message in desk.window.messages.messages()]


class TestBold:
    def bold(self, desk: Coordinator, number: int) -> str:
        return "".join(run.text for run in blocks(desk)[number].runs if run.marks & Marks.BOLD)

    def test_it_is_switched_on_and_off_and_undone_in_one_step(self, desk: Coordinator) -> None:
        select(desk, 2, 0, 2)
        desk.window.action("bold").trigger()
        assert self.bold(desk, 2) == "会议"
        assert selected(desk) == "会议", "so that a second press takes it back"
        desk.window.action("bold").trigger()
        assert self.bold(desk, 2) == ""
        desk.window.editor.undo()
        assert self.bold(desk, 2) == "会议"
        desk.window.editor.undo()
        assert self.bold(desk, 2) == ""
        assert lines(desk) == list(LINES)

    def test_over_several_paragraphs(self, desk: Coordinator) -> None:
        editor = desk.window.editor
        select(desk, 3, 0, 0)
        cursor = editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        desk.window.action("bold").trigger()
        assert [self.bold(desk, number) for number in range(5)] == ["", "", "", *LINES[3:]]
        editor.undo()
        assert [self.bold(desk, number) for number in range(5)] == [""] * 5

    def test_without_a_selection_nothing_happens(self, desk: Coordinator) -> None:
        desk.window.action("bold").trigger()
        assert not desk.window.editor.document().isModified()


class TestHeadings:
    @pytest.mark.parametrize(("command", "level"), [("heading1", 1), ("heading2", 2), ("heading3", 3)])
    def test_what_the_user_says_counts_and_can_be_undone(
        self, qtbot: QtBot, desk: Coordinator, command: str, level: int
    ) -> None:
        def levels() -> list[int]:
            headings = [h for report in desk.desk().analysis.reports for h in report.headings]
            return [h.level for h in headings if h.block == blocks(desk)[4].id]

        select(desk, 4, 0, 0)
        desk.window.action(command).trigger()
        assert blocks(desk)[4].said.level == level
        qtbot.waitUntil(lambda: bool(levels()), timeout=PATIENCE)
        desk.window.editor.undo()
        assert blocks(desk)[4].said is None
        qtbot.waitUntil(lambda: not levels(), timeout=PATIENCE)

    def test_the_menu_of_the_text_gives_a_paragraph_back_to_the_program(self, desk: Coordinator) -> None:
        select(desk, 4, 0, 0)
        assert desk.texts.menu_actions() == []
        desk.window.action("body").trigger()
        (again,) = desk.texts.menu_actions()
        assert again.text() == "这一段恢复自动判断"
        again.trigger()
        assert blocks(desk)[4].said is None

    def test_a_heading_can_be_said_to_be_none(self, qtbot: QtBot, desk: Coordinator) -> None:
        select(desk, 3, 0, 0)
        desk.window.action("body").trigger()
        analysed(qtbot, desk)
        roles = [section.role for report in desk.desk().analysis.reports for section in report.sections]
        assert "problems" not in roles


class TestBlanks:
    def test_f11_walks_them_round_and_shift_f11_back(self, desk: Coordinator) -> None:
        visited = []
        for _ in range(3):
            desk.window.action("next_blank").trigger()
            visited.append(selected(desk))
        assert visited == ["【次数】", "【户数】", "【次数】"]
        desk.window.action("previous_blank").trigger()
        assert selected(desk) == "【户数】"

    def test_where_there_is_none_that_is_said(self, desk: Coordinator) -> None:
        select(desk, 2, 0, len(LINES[2]))
        desk.window.editor.insert_at_caret("没有待填的了。")
        desk.window.action("next_blank").trigger()
        assert said(desk) == ["文中没有待填处了。"]

    def test_one_is_put_in_with_its_name_selected(self, desk: Coordinator) -> None:
        select(desk, 4, 0, 0)
        desk.window.action("blank").trigger()
        assert lines(desk)[4] == "【待填】" + LINES[4]
        assert selected(desk) == "待填"
        desk.window.editor.undo()
        assert lines(desk) == list(LINES)

    def test_what_is_selected_becomes_its_name(self, desk: Coordinator) -> None:
        select(desk, 4, 0, 2)
        desk.window.action("blank").trigger()
        assert lines(desk)[4] == "【工作】部暑不细。"


class TestFindings:
    def test_next_goes_round(self, desk: Coordinator) -> None:
        places = []
        for _ in range(3):
            desk.window.action("next_finding").trigger()
            cursor = desk.window.editor.textCursor()
            places.append((cursor.blockNumber(), cursor.selectedText()))
        assert places == [(2, "部暑"), (4, "部暑"), (2, "部暑")]

    def test_of_a_level_there_is_none_of_the_full_check_is_shown(self, desk: Coordinator) -> None:
        assert desk.desk().calm
        desk.texts.next_finding(Level.HINT)
        assert not desk.desk().calm

    def test_alt_enter_takes_the_fix_at_the_caret_as_one_step(self, desk: Coordinator) -> None:
        desk.window.action("next_finding").trigger()
        desk.window.action("take_fix").trigger()
        assert "部署了全年任务" in lines(desk)[2]
        desk.window.editor.undo()
        assert lines(desk) == list(LINES)

    def test_ignoring_silences_these_words(self, qtbot: QtBot, desk: Coordinator) -> None:
        desk.window.action("next_finding").trigger()
        desk.window.action("ignore_fix").trigger()
        qtbot.waitUntil(
            lambda: all(finding.text != "部暑" for finding in desk.desk().analysis.findings), timeout=PATIENCE
        )
        assert lines(desk) == list(LINES)

    def test_where_there_is_none_at_the_caret_nothing_happens(self, desk: Coordinator) -> None:
        select(desk, 1, 0, 0)
        desk.window.action("take_fix").trigger()
        desk.window.action("ignore_fix").trigger()
        assert lines(desk) == list(LINES)
        assert not desk.window.editor.document().isModified()


def test_undo_and_redo_are_offered_when_there_is_something_to(qtbot: QtBot, desk: Coordinator) -> None:
    undo, redo = desk.window.action("undo"), desk.window.action("redo")
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Q)
    assert undo.isEnabled()
    undo.trigger()
    assert lines(desk) == list(LINES)
    redo.trigger()
    assert lines(desk)[0].startswith("q")
