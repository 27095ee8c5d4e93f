"""A file closed and opened again: the user need not say twice what was said of it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.document.block import BODY_LEVEL, Said
from assistant.document.requirements import Requirements
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.requirements import RequirementsDialog
from tests.ui.desk import PATIENCE, drafts, opened, program

LINES = (
    "2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "（一）抓好学习",
    "扎实部暑各项任务。",
    "二、存在问题",
    "学习不够深入。",
)
WRONG = 2


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, report: Path) -> Coordinator:
    with program(qtbot, tmp_path / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(report)))
        yield coordinator


def again(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    """Close the text and open its file anew."""
    desk.close_text()
    assert desk.work is None
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))


def saved(qtbot: QtBot, desk: Coordinator) -> None:
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: not desk.window.editor.document().isModified(), timeout=PATIENCE)


def headings(desk: Coordinator) -> list[str]:
    return [heading.text for heading in desk.desk().analysis.reports[0].headings]


def blocks(desk: Coordinator) -> tuple:
    return desk.window.editor.bridge.picture().document.blocks


def corrected(qtbot: QtBot, desk: Coordinator) -> None:
    """Say that a paragraph is no heading, and save."""
    assert LINES[WRONG][3:] in headings(desk)
    desk.panels.say(blocks(desk)[WRONG].id, Said(BODY_LEVEL))
    qtbot.waitUntil(lambda: LINES[WRONG][3:] not in headings(desk), timeout=PATIENCE)
    saved(qtbot, desk)


def test_a_wrong_heading_stays_corrected(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    corrected(qtbot, desk)
    again(qtbot, desk, report)
    qtbot.waitUntil(lambda: LINES[WRONG][3:] not in headings(desk), timeout=PATIENCE)
    assert blocks(desk)[WRONG].said == Said(BODY_LEVEL)


def test_taking_it_up_changes_nothing_the_user_would_have_to_save(
    qtbot: QtBot, tmp_path: Path, desk: Coordinator, report: Path
) -> None:
    corrected(qtbot, desk)
    again(qtbot, desk, report)
    qtbot.waitUntil(lambda: blocks(desk)[WRONG].said is not None, timeout=PATIENCE)
    document = desk.window.editor.document()
    assert not document.isModified()
    assert not document.isUndoAvailable()
    assert desk.drafting.flush(PATIENCE / 1000)
    assert [clean for _title, clean, _text in drafts(tmp_path / "data")] == [True]


def test_it_follows_a_paragraph_that_another_program_has_moved(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    corrected(qtbot, desk)
    desk.close_text()
    report.write_text("\n".join((LINES[0], "新来的一段。", *LINES[1:])) + "\n", encoding="utf-8")
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
    qtbot.waitUntil(lambda: blocks(desk)[WRONG + 1].said == Said(BODY_LEVEL), timeout=PATIENCE)


def test_what_was_ignored_stays_ignored(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    finding = next(f for f in desk.desk().analysis.findings if f.text == "部暑")
    desk.findings.ignore(finding)
    qtbot.waitUntil(lambda: finding not in desk.desk().analysis.findings, timeout=PATIENCE)
    saved(qtbot, desk)
    again(qtbot, desk, report)
    qtbot.waitUntil(lambda: not any(f.text == "部暑" for f in desk.desk().analysis.findings), timeout=PATIENCE)


def test_the_kind_and_the_demands_of_the_notice_come_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator, report: Path
) -> None:
    desk.panels.choose_kind("duty-and-integrity")
    monkeypatch.setattr(RequirementsDialog, "ask", lambda *_, **__: Requirements(most=50))
    desk.window.action("requirements").trigger()
    again(qtbot, desk, report)
    qtbot.waitUntil(lambda: desk.desk().context.requirements == Requirements(most=50), timeout=PATIENCE)
    assert desk.desk().context.kind == "duty-and-integrity"
    assert any("通知要求核对" in message.text for message in desk.window.messages.messages())


def test_a_kind_that_was_all_that_was_said_comes_back(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    desk.panels.choose_kind("duty-and-integrity")
    again(qtbot, desk, report)
    qtbot.waitUntil(lambda: desk.desk().context.kind == "duty-and-integrity", timeout=PATIENCE)


def test_of_a_text_just_opened_nothing_can_be_undone_or_redone(desk: Coordinator) -> None:
    assert not desk.window.action("undo").isEnabled()
    assert not desk.window.action("redo").isEnabled()
