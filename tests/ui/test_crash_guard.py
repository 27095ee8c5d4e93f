"""A mistake of ours in a slot: the draft is saved, the user is told calmly, and the program goes on."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from assistant.errors import StorageError
from assistant.storage import shelter
from assistant.ui import crash_guard
from assistant.ui.background import CRASHED
from assistant.ui.coordinator import Coordinator
from assistant.ui.crash_guard import CrashGuard
from assistant.ui.dialogs.crash import AfterCrash, CrashDialog
from tests.ui.desk import PATIENCE, drafts, opened, program

SECRET = "文中的一句话"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Coordinator:
    with program(qtbot, folder) as coordinator:
        opened(qtbot, coordinator, coordinator.files.open_sample)
        yield coordinator


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports of every crash dialog that was shown; the user reads it and goes on."""
    reports: list[str] = []
    monkeypatch.setattr(crash_guard.CrashDialog, "exec", lambda dialog: reports.append(dialog.report.toPlainText()))
    return reports


@pytest.fixture
def guard(desk: Coordinator, monkeypatch: pytest.MonkeyPatch) -> CrashGuard:
    guard = CrashGuard(desk.window, desk.drafting, desk.background)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back at the end
    guard.install()
    return guard


def crash() -> None:
    raise ValueError(SECRET)


def in_a_slot(qtbot: QtBot, slot: Callable[[], None], done: Callable[[], bool]) -> None:
    QTimer.singleShot(0, slot)
    qtbot.waitUntil(done, timeout=PATIENCE)


@pytest.mark.usefixtures("guard")
def test_a_crash_in_a_slot_saves_the_draft_and_is_told(
    qtbot: QtBot, desk: Coordinator, folder: Path, told: list[str]
) -> None:
    qtbot.keyClicks(desk.window.editor, "Q")
    in_a_slot(qtbot, crash, lambda: bool(told))
    assert drafts(folder)[0][2].startswith("Q")
    assert "ValueError" in told[0]
    assert "crash" in told[0]
    assert SECRET not in told[0]
    assert desk.window.isVisible()
    qtbot.keyClicks(desk.window.editor, "R")
    assert desk.window.editor.toPlainText().startswith("QR")


@pytest.mark.usefixtures("guard")
def test_a_crash_on_the_start_page_is_told_too(qtbot: QtBot, desk: Coordinator, folder: Path, told: list[str]) -> None:
    desk.show_start()
    in_a_slot(qtbot, crash, lambda: bool(told))
    assert drafts(folder) == []


@pytest.mark.usefixtures("guard")
def test_a_second_crash_while_the_first_is_told_shows_no_second_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[CrashDialog] = []

    def exec_(dialog: CrashDialog) -> None:
        shown.append(dialog)
        sys.excepthook(KeyError, KeyError("again"), None)

    monkeypatch.setattr(crash_guard.CrashDialog, "exec", exec_)
    in_a_slot(qtbot, crash, lambda: bool(shown))
    assert len(shown) == 1
    in_a_slot(qtbot, crash, lambda: len(shown) == 2)  # once it is closed, the next one is told again


@pytest.mark.usefixtures("guard")
def test_where_the_draft_could_not_be_saved_the_dialog_does_not_say_it_was(
    qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[bool] = []

    class Dialog(CrashDialog):
        def __init__(self, *arguments: object, draft_saved: bool, **others: object) -> None:
            super().__init__(*arguments, draft_saved=draft_saved, **others)
            said.append(draft_saved)

        def exec(self) -> int:
            return 0

    def full(*_: object, **__: object) -> None:
        raise StorageError("磁盘已满，草稿没有存上。")

    monkeypatch.setattr(crash_guard, "CrashDialog", Dialog)
    monkeypatch.setattr(shelter, "DraftStore", full)
    qtbot.keyClicks(desk.window.editor, "Q")
    in_a_slot(qtbot, crash, lambda: bool(said))
    assert said == [False]


@pytest.mark.usefixtures("guard")
def test_who_quits_is_asked_nothing_more_and_finds_the_draft_unsaved(
    qtbot: QtBot, desk: Coordinator, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exec_(dialog: CrashDialog) -> None:
        dialog.choice = AfterCrash.QUIT

    monkeypatch.setattr(crash_guard.CrashDialog, "exec", exec_)
    qtbot.keyClicks(desk.window.editor, "Q")
    in_a_slot(qtbot, crash, lambda: not desk.window.isVisible())
    ((_, clean, text),) = drafts(folder)
    assert text.startswith("Q")
    assert not clean


def test_a_keyboard_interrupt_is_no_crash(guard: CrashGuard, told: list[str]) -> None:
    guard.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


@pytest.mark.usefixtures("guard")
def test_a_crash_in_the_worker_is_one_sentence_and_no_dialog(desk: Coordinator, told: list[str]) -> None:
    desk.background.crashed.emit("ValueError: …")
    assert [message.text for message in desk.window.messages.messages()] == [CRASHED]
    assert told == []
