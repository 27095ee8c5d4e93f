"""The work on the desk from opening to closing, with what is shown about it."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Level
from assistant.paths import resources
from assistant.ui.coordinator import Coordinator
from assistant.ui.panels.side_panel import FINDINGS
from tests.ui.desk import PATIENCE, analysed, opened, program


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "去年的报告.docx"
    shutil.copy(resources() / "sample.docx", path)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "另一篇.txt"
    path.write_text("2024年度党支部书记抓党建述职报告\n一、主要工作\n抓好学习。\n", encoding="utf-8")
    return path


def open_file(qtbot: QtBot, desk: Coordinator, path: Path) -> None:
    opened(qtbot, desk, lambda: desk.files.open_path(str(path)))


class TestStart:
    def test_commands_on_a_text_are_off_until_there_is_one(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        assert not desk.window.action("save").isEnabled()
        assert desk.window.action("open").isEnabled()
        open_file(qtbot, desk, report)
        assert desk.window.action("save").isEnabled()
        desk.close_text()
        assert not desk.window.action("save").isEnabled()
        assert desk.window.windowTitle() == "述职助手"

    def test_a_file_named_at_the_start_is_opened(self, qtbot: QtBot, tmp_path: Path, other: Path) -> None:
        with program(qtbot, tmp_path / "data") as desk:
            opened(qtbot, desk, lambda: desk.begin(str(other)))
            assert desk.desk().file.path == other

    def test_a_dropped_file_is_opened(self, qtbot: QtBot, desk: Coordinator, other: Path) -> None:
        opened(qtbot, desk, lambda: desk.window.file_dropped.emit(str(other)))
        assert desk.desk().file.path == other


class TestOneTextAfterAnother:
    def test_an_analysis_of_the_last_text_is_never_shown_for_this_one(
        self, qtbot: QtBot, desk: Coordinator, report: Path, other: Path
    ) -> None:
        open_file(qtbot, desk, report)
        titles: list[str] = []
        desk.analysing.analysed.connect(lambda analysis, _: titles.append(analysis.reports[0].title))
        # Both wait; the file goes first, so that the analysis asked for before comes after it.
        desk.window.editor.insert_at_caret("Q")
        desk.analysing.look()
        desk.window.editor.insert_at_caret("R")
        desk.analysing.look()
        desk.window.editor.document().setModified(False)
        open_file(qtbot, desk, other)
        qtbot.keyClicks(desk.window.editor, "S")
        analysed(qtbot, desk)
        shown = [title for title in titles if "2024" in title]
        assert shown
        assert titles[titles.index(shown[0]) :] == shown

    def test_messages_go_with_their_text(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        open_file(qtbot, desk, report)
        desk.window.action("save").trigger()
        qtbot.waitUntil(lambda: bool(desk.window.messages.messages()), timeout=PATIENCE)
        desk.close_text()
        assert desk.window.messages.messages() == ()


class TestFindings:
    def test_a_file_just_opened_shows_only_what_is_certainly_wrong(
        self, qtbot: QtBot, desk: Coordinator, report: Path
    ) -> None:
        open_file(qtbot, desk, report)
        found = desk.desk().analysis.findings
        assert {finding.level for finding in found} > {Level.ERROR}, "the sample has softer findings, too"
        assert {finding.level for finding in desk.desk().shown()} == {Level.ERROR}
        assert not desk.window.status.places["suspect"].isVisible()

    def test_checking_shows_them_all_and_the_panel(self, qtbot: QtBot, desk: Coordinator, report: Path) -> None:
        open_file(qtbot, desk, report)
        desk.window.action("check").trigger()
        assert desk.desk().shown() == desk.desk().analysis.findings
        assert desk.window.side.tabs.currentIndex() == FINDINGS
        levels = [finding.level for finding in desk.desk().shown()]
        for which, level in (("error", Level.ERROR), ("suspect", Level.SUSPECT), ("hint", Level.HINT)):
            button = desk.window.status.places[which]
            assert button.isVisible() == (level in levels)
            assert level not in levels or button.accessibleName().endswith(f"{levels.count(level)} 处")

    def test_the_count_of_characters_follows_the_text(self, qtbot: QtBot, desk: Coordinator, other: Path) -> None:
        open_file(qtbot, desk, other)
        before = desk.window.status.length.text()
        desk.window.editor.insert_at_caret("又添了几个字")
        analysed(qtbot, desk)
        qtbot.waitUntil(lambda: desk.window.status.length.text() != before, timeout=PATIENCE)

    def test_more_suggestions_are_others_until_they_begin_anew(
        self, qtbot: QtBot, desk: Coordinator, other: Path
    ) -> None:
        open_file(qtbot, desk, other)
        qtbot.waitUntil(lambda: bool(desk.desk().analysis.suggestions), timeout=PATIENCE)
        first = {s.phrase.id for s in desk.desk().analysis.suggestions}
        desk.suggesting.more()
        qtbot.waitUntil(lambda: not first & {s.phrase.id for s in desk.desk().analysis.suggestions}, timeout=PATIENCE)


@pytest.mark.skipif(sys.platform != "linux", reason="kills by signal")
class TestWorkerLost:
    def test_the_editor_does_not_notice(self, qtbot: QtBot, desk: Coordinator, other: Path) -> None:
        open_file(qtbot, desk, other)
        pid = desk.background.worker_pid
        os.kill(pid, signal.SIGKILL)
        qtbot.waitUntil(lambda: desk.background.worker_pid is None, timeout=PATIENCE)
        qtbot.keyClicks(desk.window.editor, "Q")
        analysed(qtbot, desk)
        assert desk.background.worker_pid not in (None, pid)
        assert desk.window.editor.toPlainText().startswith("Q")
        assert desk.window.messages.messages() == ()


def test_closing_remembers_the_window_and_ends_everything(qtbot: QtBot, tmp_path: Path, report: Path) -> None:
    with program(qtbot, tmp_path / "data") as desk:
        open_file(qtbot, desk, report)
        pid = desk.background.worker_pid
    assert desk.preferences.settings.geometry
    assert not Path(f"/proc/{pid}").exists() or sys.platform != "linux"
