"""不留痕 and 清除本机痕迹 through the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.learning import WORDING
from assistant.settings import Settings
from assistant.storage.clearing import Kept
from assistant.ui import traces
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.traces import Trace, TracesDialog
from assistant.ui.traces import cleared, traces_of
from tests.ui.desk import PATIENCE, drafts, opened, program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Coordinator]:
    with program(qtbot, folder) as coordinator:
        yield coordinator


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_text("2025年度抓基层党建工作述职报告\n一、主要工作\n抓好学习。\n", encoding="utf-8")
    return path


def told(qtbot: QtBot, desk: Coordinator, words: str) -> None:
    def said() -> bool:
        return any(words in label.text() for label in desk.window.messages.findChildren(QLabel))

    qtbot.waitUntil(said, timeout=PATIENCE)


def write_a_draft(qtbot: QtBot, desk: Coordinator, report: Path) -> None:
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
    qtbot.keyClicks(desk.window.editor, "Q")
    assert desk.drafting.flush()


def clear(desk: Coordinator, monkeypatch: pytest.MonkeyPatch, *chosen: str) -> list[Trace]:
    listed: list[Trace] = []

    def ask(what: tuple[Trace, ...], _parent: object) -> tuple[str, ...]:
        listed.extend(what)
        return chosen

    monkeypatch.setattr(traces.TracesDialog, "ask", ask)
    desk.window.action("clear_traces").trigger()
    return listed


def test_what_is_ticked_is_cleared(
    qtbot: QtBot, desk: Coordinator, folder: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_a_draft(qtbot, desk, report)
    desk.window.editor.document().setModified(False)
    desk.close_text()
    desk.preferences.change(person="李明")
    listed = clear(desk, monkeypatch, "drafts", "recent")
    told(qtbot, desk, "已清除")
    assert listed[0].warning == "其中 1 份还没有存成文件，清除后找不回来。"
    assert drafts(folder) == []
    assert desk.preferences.settings.recent == ()
    assert desk.preferences.settings.person == "李明"
    assert report.exists()


def test_the_text_on_the_desk_stays(
    qtbot: QtBot, desk: Coordinator, folder: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_a_draft(qtbot, desk, report)
    clear(desk, monkeypatch, "drafts")
    told(qtbot, desk, "已清除")
    qtbot.keyClicks(desk.window.editor, "R")
    assert desk.drafting.flush()
    ((_, _, text),) = drafts(folder)
    assert text.startswith("QR")


def test_without_traces_nothing_is_left_of_a_saved_text(
    qtbot: QtBot, desk: Coordinator, folder: Path, report: Path
) -> None:
    desk.window.action("traceless").trigger()
    assert desk.preferences.settings.traceless
    write_a_draft(qtbot, desk, report)
    assert desk.preferences.settings.recent == ()
    assert len(drafts(folder)) == 1, "until it is saved, the text is kept"
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: not desk.window.editor.document().isModified(), timeout=PATIENCE)
    desk.close_text()
    qtbot.waitUntil(lambda: drafts(folder) == [], timeout=PATIENCE)
    assert report.read_text(encoding="utf-8").startswith("Q")


def test_enter_clears_nothing(qtbot: QtBot) -> None:
    dialog = TracesDialog((Trace("drafts", "草稿", "1 份"), Trace("own", "词库", "2 条", usual=False)))
    qtbot.addWidget(dialog)
    assert dialog.chosen() == ("drafts",)
    assert not dialog.clear_button.isDefault()
    dialog.ticks["drafts"].setChecked(False)
    assert not dialog.clear_button.isEnabled()


def test_only_what_is_chosen_leaves_the_settings() -> None:
    settings = Settings(unit="甲局", recent=("甲.docx",), allowed_words=("靠实",), zoom=120, notices=("x",))
    assert cleared(settings, ("unit",)) == Settings(recent=("甲.docx",), allowed_words=("靠实",), zoom=120)
    assert cleared(settings, ("own", "recent")) == Settings(unit="甲局", zoom=120, notices=("x",))


def test_the_list_says_how_much_there_is() -> None:
    kept = Kept(drafts=5, unsaved=2, versions=12, reports=3, size=3_200_000)
    listed = {one.id: one for one in traces_of(kept, 500_000, 1, Settings(unit="甲局"), on_desk=True)}
    assert listed["drafts"].detail == "5 份草稿、12 个版本，连同它们的备份，约 3.2 MB，正开着的那份不清"
    assert listed["past"].detail.startswith("3 份")
    assert not listed["unit"].usual


def test_clearing_past_reports_clears_what_was_learned_from_them(
    qtbot: QtBot, desk: Coordinator, folder: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_a_draft(qtbot, desk, report)  # there is a store
    wording = folder / WORDING
    wording.write_bytes(b"learned")
    clear(desk, monkeypatch, "past")
    told(qtbot, desk, "已清除")
    assert not wording.exists() or wording.read_bytes() != b"learned"
