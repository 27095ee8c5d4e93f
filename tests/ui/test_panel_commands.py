"""What the panels ask for: each wish one undo step, and never on text that is no longer what was seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Finding, Fix
from assistant.document.block import Said, Span
from assistant.document.edit import ReplaceText
from assistant.phrases.phrase import Phrase, Suggestion
from assistant.settings import load_settings
from assistant.ui.coordinator import Coordinator
from assistant.ui.preferences import FILE
from tests.ui.desk import PATIENCE, analysed, opened, program

LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "（一）抓好学习。会议部暑了全年任务，，逐项落实。",
    "二、存在的主要问题",
    "一是调研不够，工作部暑不细。",
    "三、下步打算",
    "带头落实联系点制度。",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def desk(qtbot: QtBot, folder: Path, report: Path) -> Coordinator:
    with program(qtbot, folder) as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(report)))
        yield coordinator


def lines(desk: Coordinator) -> list[str]:
    return [block.text for block in desk.window.editor.bridge.picture().document.blocks]


def block_id(desk: Coordinator, number: int) -> str:
    return desk.window.editor.bridge.picture().document.blocks[number].id


def put_caret(desk: Coordinator, number: int, offset: int | None = None) -> None:
    text = lines(desk)[number]
    desk.panels.go_to(block_id(desk, number), len(text) if offset is None else offset)


def wrong(desk: Coordinator) -> list[Finding]:
    return [finding for finding in desk.desk().analysis.findings if finding.text == "部暑"]


def said(desk: Coordinator) -> list[str]:
    return [message.text for message in desk.window.messages.messages()]


def suggestion(text: str, overlap: int = 0) -> Suggestion:
    return Suggestion(Phrase("test.one", text, "main_work"), 1.0, "本节常用", overlap=overlap)


class TestFixes:
    def test_one_is_one_undo_step(self, desk: Coordinator) -> None:
        desk.findings.apply_fixes(wrong(desk)[0].fixes)
        assert "部署了全年任务" in lines(desk)[2]
        desk.window.editor.undo()
        assert lines(desk) == list(LINES)
        assert not desk.window.editor.document().isModified()

    def test_so_are_many_at_once(self, desk: Coordinator) -> None:
        desk.findings.apply_fixes(tuple(finding.fixes[0] for finding in wrong(desk)))
        assert "部暑" not in "".join(lines(desk))
        desk.window.editor.undo()
        assert lines(desk) == list(LINES)

    def test_one_whose_text_has_changed_is_refused_and_said(self, desk: Coordinator) -> None:
        stale = wrong(desk)[0]
        put_caret(desk, 2, 0)
        desk.window.editor.insert_at_caret("先改一下")
        before = lines(desk)
        desk.findings.apply_fixes(stale.fixes)
        assert lines(desk) == before
        assert len(said(desk)) == 1

    def test_of_many_those_that_still_fit_are_applied_as_one_step(self, desk: Coordinator) -> None:
        fixes = tuple(finding.fixes[0] for finding in wrong(desk))
        put_caret(desk, 2, 0)
        desk.window.editor.insert_at_caret("先改一下")
        before = lines(desk)
        desk.findings.apply_fixes(fixes)
        assert "部暑" in lines(desk)[2]
        assert "部署不细" in lines(desk)[4]
        assert "没有采纳" in said(desk)[0]
        desk.window.editor.undo()
        assert lines(desk) == before

    def test_where_none_fits_nothing_is_said_to_be_done(self, desk: Coordinator) -> None:
        gone = ReplaceText(Span(block_id(desk, 2), 0, 2), "没有", "有了")
        desk.findings.apply_fixes((Fix("改", "有了", (gone,)), Fix("改", "有了", (gone,))))
        assert lines(desk) == list(LINES)
        assert said(desk)
        assert "都改好了" not in said(desk)[0]


class TestQuiet:
    def test_a_disabled_rule_is_silent_here_and_in_every_report_to_come(
        self, qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
    ) -> None:
        rule = wrong(desk)[0].rule
        desk.window.findings.rule_disabled.emit(rule)
        qtbot.waitUntil(lambda: not wrong(desk), timeout=PATIENCE)
        assert load_settings(folder / FILE).disabled_rules == (rule,)
        opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
        assert not wrong(desk)

    def test_that_can_be_taken_back(self, qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
        desk.findings.disable_rule(wrong(desk)[0].rule)
        qtbot.waitUntil(lambda: not wrong(desk), timeout=PATIENCE)
        button = next(b for b in desk.window.messages.findChildren(QPushButton) if b.text() == "恢复提示")
        button.click()
        qtbot.waitUntil(lambda: len(wrong(desk)) == 2, timeout=PATIENCE)
        assert load_settings(folder / FILE).disabled_rules == ()

    def test_disabling_twice_remembers_it_once(self, desk: Coordinator) -> None:
        rule = wrong(desk)[0].rule
        desk.findings.disable_rule(rule)
        desk.findings.disable_rule(rule)
        assert desk.preferences.settings.disabled_rules == (rule,)


class TestSections:
    def test_a_missing_section_is_put_in_with_its_heading_and_counted_on(self, qtbot: QtBot, desk: Coordinator) -> None:
        desk.panels.add_section("causes", 0)
        now = lines(desk)
        heading = next(i for i in range(len(now)) if now[i].endswith("原因分析"))
        assert now[heading].startswith("三、")
        assert "四、下步打算" in now
        assert desk.window.editor.textCursor().selectedText().startswith("【")
        analysed(qtbot, desk)
        assert "causes" not in desk.desk().analysis.reports[0].missing
        desk.window.editor.undo()
        assert lines(desk) == list(LINES), "one undo takes heading, skeleton and numbers back"

    @pytest.mark.parametrize(("role", "number"), [("causes", 7), ("没有", 0)])
    def test_one_there_is_not_changes_nothing(self, desk: Coordinator, role: str, number: int) -> None:
        desk.panels.add_section(role, number)
        assert lines(desk) == list(LINES)

    def test_another_kind_misses_other_sections(self, qtbot: QtBot, desk: Coordinator) -> None:
        before = set(desk.desk().analysis.reports[0].missing)
        desk.panels.choose_kind("work-and-integrity")
        qtbot.waitUntil(lambda: desk.desk().analysis.reports[0].kind == "work-and-integrity", timeout=PATIENCE)
        after = set(desk.desk().analysis.reports[0].missing)
        assert "integrity" in after - before

    def test_of_several_reports_only_the_one_under_the_caret_becomes_another_kind(
        self, qtbot: QtBot, desk: Coordinator, tmp_path: Path
    ) -> None:
        second = ("", "2025年度履行全面从严治党主体责任述职报告", "一、履职情况", "全年召开专题会议2次。")
        both = tmp_path / "两篇.txt"
        both.write_text("\n".join((*LINES, *second)), encoding="utf-8")
        opened(qtbot, desk, lambda: desk.files.open_path(str(both)))
        kinds = desk.window.outline.kinds
        assert "不是述职报告" in [action for action in kinds.menu().actions() if action.isCheckable()][-1].text()
        first = kinds.text()
        put_caret(desk, len(LINES) + 3)
        qtbot.waitUntil(lambda: kinds.text() != first, timeout=PATIENCE)
        assert "从严治党" in desk.desk().analysis.reports[1].title
        desk.panels.choose_kind("branch-secretary")
        qtbot.waitUntil(lambda: desk.desk().analysis.reports[1].kind == "branch-secretary", timeout=PATIENCE)
        assert desk.desk().analysis.reports[0].kind == "grassroots-party-building"
        assert kinds.text() == "党支部书记抓党建述职报告"
        assert kinds.toolTip().startswith("光标所在这一篇的文种")
        put_caret(desk, 0)
        qtbot.waitUntil(lambda: kinds.text() == first, timeout=PATIENCE)


class TestSaid:
    def test_a_correction_is_analysed_anew_and_one_undo_takes_it_back(self, qtbot: QtBot, desk: Coordinator) -> None:
        def headings() -> set[str]:
            return {h.block for report in desk.desk().analysis.reports for h in report.headings}

        plain = block_id(desk, 6)
        assert plain not in headings()
        desk.panels.say(plain, Said(2))
        qtbot.waitUntil(lambda: plain in headings(), timeout=PATIENCE)
        desk.window.editor.undo()
        qtbot.waitUntil(lambda: plain not in headings(), timeout=PATIENCE)
        assert not desk.window.editor.document().isModified()

    @pytest.mark.parametrize(
        ("command", "words"),
        [("heading2", "这一段是二级标题"), ("body", "这一段是正文，不再当作标题")],
    )
    def test_one_key_says_it_of_the_paragraph_at_the_caret(
        self, qtbot: QtBot, desk: Coordinator, command: str, words: str
    ) -> None:
        put_caret(desk, 1 if command == "body" else 6)
        desk.window.action(command).trigger()
        assert words in said(desk)[0]
        wanted = {"heading2": True, "body": False}[command]
        block = block_id(desk, 1 if command == "body" else 6)

        def is_heading() -> bool:
            return any(h.block == block for report in desk.desk().analysis.reports for h in report.headings)

        qtbot.waitUntil(lambda: is_heading() == wanted, timeout=PATIENCE)


class TestPhrases:
    def test_one_takes_the_place_of_what_was_typed_of_it(self, desk: Coordinator) -> None:
        put_caret(desk, 6)
        desk.window.editor.insert_at_caret("坚持以学")
        desk.panels.insert_phrase(suggestion("坚持以学促干，开展调研【次数】次。", overlap=4))
        assert lines(desk)[6] == LINES[6] + "坚持以学促干，开展调研【次数】次。"
        assert desk.window.editor.textCursor().selectedText() == "【次数】"

    def test_one_undo_takes_it_back(self, desk: Coordinator) -> None:
        put_caret(desk, 6)
        desk.panels.insert_phrase(suggestion("坚持以学促干。"))
        assert lines(desk)[6].endswith("坚持以学促干。")
        desk.window.editor.undo()
        assert lines(desk) == list(LINES)

    def test_after_a_heading_it_begins_a_paragraph(self, desk: Coordinator) -> None:
        put_caret(desk, 5)
        desk.panels.insert_phrase(suggestion("坚持以学促干。"))
        assert lines(desk)[5:7] == ["三、下步打算", "坚持以学促干。"]
        desk.window.editor.undo()
        assert lines(desk) == list(LINES)

    def test_without_blanks_the_caret_stands_behind_it(self, desk: Coordinator) -> None:
        put_caret(desk, 6)
        desk.panels.insert_phrase(suggestion("坚持以学促干。"))
        cursor = desk.window.editor.textCursor()
        assert not cursor.hasSelection()
        assert cursor.atBlockEnd()

    @pytest.mark.parametrize("number", [1, 2, 5])
    def test_alt_and_a_number_inserts_the_phrase_of_that_number(
        self, qtbot: QtBot, desk: Coordinator, number: int
    ) -> None:
        put_caret(desk, 6)
        qtbot.waitUntil(
            lambda: desk.desk().analysis.role == "next_steps" and len(desk.desk().analysis.suggestions) == 5,
            timeout=PATIENCE,
        )
        wanted = desk.desk().analysis.suggestions[number - 1].phrase.text
        key = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(desk.window, key, Qt.KeyboardModifier.AltModifier)
        assert wanted in "\n".join(lines(desk))


class TestGoing:
    def test_a_place_is_shown_with_the_caret_in_it(self, desk: Coordinator) -> None:
        desk.panels.go_to(block_id(desk, 4), 3)
        cursor = desk.window.editor.textCursor()
        assert cursor.blockNumber() == 4
        assert cursor.positionInBlock() == 3

    def test_a_finding_is_selected_in_the_text(self, desk: Coordinator) -> None:
        desk.findings.show_finding(wrong(desk)[1])
        assert desk.window.editor.textCursor().selectedText() == "部暑"

    def test_a_place_that_is_gone_is_passed_over(self, desk: Coordinator) -> None:
        before = desk.window.editor.textCursor().position()
        desk.panels.go_to("没有", 0)
        assert desk.window.editor.textCursor().position() == before
