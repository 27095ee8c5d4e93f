"""按通知定要求 at the desk: asked, laid over the report, taken back, kept for the unit's next report of the year."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from assistant.document.context import Context, Unit
from assistant.document.requirements import Item, Requirements, SectionDemand, recalled
from assistant.jobs import New
from assistant.settings import load_settings
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.requirements import RequirementsDialog
from assistant.ui.preferences import FILE
from assistant.ui.requirement_commands import CHANGED, time_left
from tests.ui.desk import PATIENCE, opened, program

LINES = (
    "青石镇党委2025年度抓基层党建工作述职报告",
    "一、主要工作",
    "全年讲授党课6次，走访支部12个。",
    "二、存在的主要问题",
    "一是调研不够，二是督查不细。",
    "三、下步打算",
    "带头落实联系点制度。",
)
KIND = "grassroots-party-building"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, report: Path) -> Iterator[Coordinator]:
    with program(qtbot, tmp_path / "data") as coordinator:
        coordinator.preferences.change(unit="青石镇党委")
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(report)))
        yield coordinator


def demand(monkeypatch: pytest.MonkeyPatch, desk: Coordinator, wanted: Requirements | None) -> list[Requirements]:
    """Choose the command; the user answers with these requirements. Return what the dialog was filled with."""
    shown: list[Requirements] = []

    def answer(_kind: object, _others: object, preset: Requirements, *_: object, **__: object) -> Requirements | None:
        shown.append(preset)
        return wanted

    monkeypatch.setattr(RequirementsDialog, "ask", answer)
    desk.window.action("requirements").trigger()
    return shown


def found(desk: Coordinator) -> set[str]:
    return {f.rule for f in desk.desk().analysis.findings if f.rule.startswith("requirements.")}


def press(desk: Coordinator, label: str) -> None:
    buttons = desk.window.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == label).click()


def said(desk: Coordinator) -> str:
    return "".join(message.text for message in desk.window.messages.messages())


WANTED = Requirements((SectionDemand("highlights"), SectionDemand("causes", "optional")), most=50, problems=3)


def test_what_is_demanded_is_checked_and_its_sections_are_missed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator
) -> None:
    assert "causes" in desk.desk().analysis.reports[0].missing
    demand(monkeypatch, desk, WANTED)
    qtbot.waitUntil(lambda: {"requirements.length", "requirements.problems"} <= found(desk), timeout=PATIENCE)
    missing = desk.desk().analysis.reports[0].missing
    assert "highlights" in missing
    assert "causes" not in missing
    assert "已记下通知要求" in said(desk)


def test_the_share_bar_shows_the_limit(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    bar = desk.window.outline.findChild(object, "shares")
    assert "要求" not in bar.words()
    demand(monkeypatch, desk, WANTED)
    qtbot.waitUntil(lambda: "要求 50 字以内" in bar.words(), timeout=PATIENCE)


def test_undo_takes_it_back_and_forgets_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    demand(monkeypatch, desk, WANTED)
    qtbot.waitUntil(lambda: bool(found(desk)), timeout=PATIENCE)
    press(desk, "撤销")
    qtbot.waitUntil(lambda: not found(desk), timeout=PATIENCE)
    assert desk.desk().context.requirements == Requirements()
    assert desk.preferences.settings.notices == ()


def test_the_message_leads_to_the_findings(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    demand(monkeypatch, desk, WANTED)
    press(desk, "校对")
    qtbot.waitUntil(lambda: bool(found(desk)), timeout=PATIENCE)
    assert not desk.desk().calm


def test_the_message_goes_when_the_text_is_checked(monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    demand(monkeypatch, desk, WANTED)
    desk.window.action("check").trigger()
    assert CHANGED not in [message.name for message in desk.window.messages.messages()]


def test_giving_up_changes_nothing(monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    demand(monkeypatch, desk, None)
    assert desk.desk().context == Context(unit=Unit("青石镇党委"))
    assert said(desk) == ""


def test_they_are_kept_for_the_unit_and_year(
    monkeypatch: pytest.MonkeyPatch, desk: Coordinator, tmp_path: Path
) -> None:
    demand(monkeypatch, desk, WANTED)
    kept = load_settings(tmp_path / "data" / FILE).notices
    assert recalled(kept, "青石镇党委", 2025) == WANTED
    assert recalled(kept, "青石镇党委", 2024) == Requirements()


def test_the_next_report_of_the_unit_and_year_starts_with_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator, report: Path
) -> None:
    demand(monkeypatch, desk, WANTED)
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
    assert desk.desk().context.requirements == WANTED
    assert "青石镇党委 2025 年度的通知要求" in said(desk)


def test_a_report_of_another_unit_or_year_does_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator, tmp_path: Path
) -> None:
    demand(monkeypatch, desk, WANTED)
    for number, title in enumerate(("河口街道2025年度抓基层党建工作述职报告", LINES[0].replace("2025", "2024"))):
        other = tmp_path / f"其他{number}.txt"
        other.write_text("\n".join((title, *LINES[1:])), encoding="utf-8")
        opened(qtbot, desk, lambda path=other: desk.files.open_path(str(path)))
        assert desk.desk().context.requirements == Requirements()


def test_a_new_report_has_the_sections_of_the_notice(qtbot: QtBot, desk: Coordinator) -> None:
    context = Context(kind=KIND, year=2025, unit=Unit("青石镇党委"), requirements=WANTED)
    opened(qtbot, desk, lambda: desk.files.load(New(context), "正在新建…"))
    lines = [block.text for block in desk.window.editor.bridge.picture().document.blocks]
    assert any(line.endswith("、特色做法和亮点") for line in lines)
    assert not any("原因分析" in line for line in lines)


def test_a_missing_section_of_the_notice_is_put_in(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator
) -> None:
    demand(monkeypatch, desk, Requirements(sections=(SectionDemand("integrity"),)))
    qtbot.waitUntil(lambda: "integrity" in desk.desk().analysis.reports[0].missing, timeout=PATIENCE)
    desk.panels.add_section("integrity", 0)
    qtbot.waitUntil(lambda: "integrity" not in desk.desk().analysis.reports[0].missing, timeout=PATIENCE)


def test_the_dialog_shows_what_was_demanded_before(monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    assert demand(monkeypatch, desk, WANTED) == [Requirements(speed=desk.preferences.settings.speed)]
    assert demand(monkeypatch, desk, None) == [WANTED]


def test_a_ticked_item_is_silent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    demand(monkeypatch, desk, Requirements(items=(Item("谈心谈话"),)))
    qtbot.waitUntil(lambda: found(desk) == {"requirements.item.谈心谈话"}, timeout=PATIENCE)
    demand(monkeypatch, desk, Requirements(items=(Item("谈心谈话", done=True),)))
    qtbot.waitUntil(lambda: not found(desk), timeout=PATIENCE)


def test_a_file_is_named_as_the_notice_wants(monkeypatch: pytest.MonkeyPatch, desk: Coordinator) -> None:
    demand(monkeypatch, desk, Requirements(naming="年度+述职报告"))
    assert desk.desk().proposed_name == "2025年度述职报告"


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("", ""),
        ("2026-01-15", "，今天截止"),
        ("2026-01-18", "，还有 3 天截止"),
        ("2026-03-01", "，3 月 1 日截止"),
        ("2026-01-10", "，1 月 10 日已截止"),
    ],
)
def test_the_deadline_is_told_as_time_left(deadline: str, words: str) -> None:
    assert time_left(deadline, date(2026, 1, 15)) == words
