"""How an analysis gets into the window: looks, marks, figures, title."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Level
from assistant.document.outline import Report, Section
from assistant.text.counting import count_words
from assistant.ui.coordinator import Coordinator
from assistant.ui.display import looks_of
from assistant.ui.editor.marking import marks_of
from tests.builders import doc
from tests.ui.desk import PATIENCE, analysed, opened, writing

LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "会议部暑了全年任务，走访【次数】次。",
    "二、存在的主要问题",
    "工作部暑不细。",
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Coordinator:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


def text_block(desk: Coordinator, number: int) -> QTextBlock:
    return desk.window.editor.document().findBlockByNumber(number)


def marked(desk: Coordinator, number: int) -> list[str]:
    block = text_block(desk, number)
    return [block.text()[mark.start : mark.end] for mark in marks_of(block)]


class TestMarks:
    def test_findings_are_marked_where_they_are(self, desk: Coordinator) -> None:
        assert marked(desk, 2) == ["部暑"]
        assert marked(desk, 4) == ["部暑"]
        assert marked(desk, 1) == []

    def test_the_calm_view_marks_only_what_is_certainly_wrong(self, desk: Coordinator) -> None:
        work = desk.desk()
        softer = tuple(replace(f, level=Level.HINT) if f.text == "部暑" else f for f in work.analysis.findings)
        work.analysis = replace(work.analysis, findings=softer)
        desk.display.show(work, desk.window.editor.bridge.picture())
        assert marked(desk, 2) == marked(desk, 4) == []
        desk.full_check()
        assert marked(desk, 2) == marked(desk, 4) == ["部暑"]

    def test_a_mark_moves_with_its_words_and_goes_with_the_mistake(self, qtbot: QtBot, desk: Coordinator) -> None:
        desk.panels.go_to(desk.window.editor.bridge.picture().document.blocks[4].id, 0)
        desk.window.editor.insert_at_caret("𠮷先生说，")  # two UTF-16 units, one character
        analysed(qtbot, desk)
        assert marked(desk, 4) == ["部暑"] or utf16(desk, 4) == ["部暑"]
        wrong = next(f for f in desk.desk().analysis.findings if f.span and f.text == "部暑")
        desk.findings.apply_fixes(wrong.fixes)
        qtbot.waitUntil(lambda: marked(desk, 2) == [], timeout=PATIENCE)

    def test_marking_is_no_edit(self, desk: Coordinator) -> None:
        desk.full_check()
        assert not desk.window.editor.document().isModified()
        assert not desk.window.editor.document().isUndoAvailable()


def utf16(desk: Coordinator, number: int) -> list[str]:
    """Return the marked words, counted in UTF-16 as Qt does."""
    block = text_block(desk, number)
    data = block.text().encode("utf-16-le")
    return [data[mark.start * 2 : mark.end * 2].decode("utf-16-le") for mark in marks_of(block)]


class TestLooks:
    def test_the_title_is_centred_and_a_body_paragraph_indented(self, desk: Coordinator) -> None:
        title, body = text_block(desk, 0).blockFormat(), text_block(desk, 2).blockFormat()
        assert title.alignment() & Qt.AlignmentFlag.AlignHCenter
        assert title.textIndent() == 0
        assert not body.alignment() & Qt.AlignmentFlag.AlignHCenter
        assert body.textIndent() > 0

    def test_roles_without_a_look_of_their_own_look_like_body(self) -> None:
        document = doc("标题", "开头。", "正文。", "落款")
        sections = tuple(Section(role, None, i, i) for i, role in enumerate(("opening", "main_work", "signature"), 1))
        report = Report("kind", "标题", 0, 3, (), sections, ())
        assert looks_of(document, (report,)) == {"0": "body", "1": "body", "2": "body", "3": "signature"}

    def test_without_a_report_everything_is_body(self) -> None:
        assert set(looks_of(doc("一", "二"), ()).values()) == {"body"}


class TestFigures:
    def test_the_status_bar_counts_as_word_does(self, desk: Coordinator) -> None:
        words = count_words("\n".join(LINES))
        assert desk.window.status.length.text().startswith(f"字数 {words:,}")
        assert desk.window.status.places["blank"].accessibleName() == "待填 1 处"
        assert desk.window.status.places["error"].accessibleName() == f"必错 {len(desk.desk().shown())} 处"

    def test_a_selection_is_counted_too(self, qtbot: QtBot, desk: Coordinator) -> None:
        desk.window.editor.selectAll()
        qtbot.waitUntil(lambda: desk.window.status.length.text().startswith("选中"), timeout=PATIENCE)
        cursor = desk.window.editor.textCursor()
        cursor.clearSelection()
        desk.window.editor.setTextCursor(cursor)
        qtbot.waitUntil(lambda: desk.window.status.length.text().startswith("字数"), timeout=PATIENCE)


class TestTitle:
    def test_a_dot_stands_while_no_file_holds_the_text(self, qtbot: QtBot, desk: Coordinator) -> None:
        assert desk.window.windowTitle() == "报告.txt — 述职助手"
        qtbot.keyClicks(desk.window.editor, "Q")
        assert desk.window.windowTitle() == "报告.txt • — 述职助手"
        desk.window.editor.undo()
        assert desk.window.windowTitle() == "报告.txt — 述职助手"

    def test_a_report_without_a_file_is_called_by_its_own_title(self, qtbot: QtBot, desk: Coordinator) -> None:
        opened(qtbot, desk, desk.files.open_sample)
        title = desk.desk().analysis.reports[0].title
        assert desk.window.windowTitle() == f"{title} • — 述职助手"


def test_the_menu_offers_the_sections_that_are_missing(desk: Coordinator) -> None:
    offered = [action.text() for action in desk.window.sections_menu.actions()]
    assert len(offered) == len(desk.desk().analysis.reports[0].missing)
    assert "下一步打算" in offered
