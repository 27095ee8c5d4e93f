"""Recent files are looked up beside the window: a path that doesn't answer holds up nothing."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui import recents
from assistant.ui.panels.start_page import RecentFile
from assistant.ui.recents import Recents, near
from tests.ui.desk import PATIENCE, program


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Let every file on /net hang until the event is set, as on a network drive that is gone."""
    released = threading.Event()
    real = recents.look_up

    def look_up(path: str) -> RecentFile:
        if path.startswith("/net"):
            released.wait(PATIENCE / 1000)
        return real(path)

    monkeypatch.setattr(recents, "look_up", look_up)
    return released


def test_a_file_is_known_with_its_date_and_a_missing_one_as_missing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "在.txt").write_text("文", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("在.txt", "不在.txt")]
    files = Recents()
    assert [(one.opened, one.exists) for one in files.files(paths)] == [(None, True), (None, True)]
    files.look(paths)
    qtbot.waitUntil(lambda: not files.files(paths)[1].exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: files.files(paths)[0].opened is not None, timeout=PATIENCE)


def test_a_dead_network_path_holds_up_neither_window_nor_other_files(
    qtbot: QtBot, tmp_path: Path, stuck: threading.Event
) -> None:
    (tmp_path / "在.txt").write_text("文", encoding="utf-8")
    paths = ["/net/死.txt", str(tmp_path / "在.txt")]
    files = Recents()
    files.look(paths)
    qtbot.waitUntil(lambda: files.files(paths)[1].opened is not None, timeout=PATIENCE)
    assert files.files(paths)[0] == RecentFile("/net/死.txt", None)
    stuck.set()
    qtbot.waitUntil(lambda: not files.files(paths)[0].exists, timeout=PATIENCE)


def test_file_dialogs_open_beside_the_file_unless_its_drive_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert near(tmp_path / "稿.docx") == tmp_path
    assert near(tmp_path / "没有" / "稿.docx") == Path.home()
    assert near(None) == Path.home()
    released = threading.Event()
    monkeypatch.setattr(recents, "is_folder", lambda _: released.wait(PATIENCE / 1000))
    assert near(tmp_path / "稿.docx") == Path.home()
    released.set()


def test_the_start_page_shows_before_the_drive_answers_and_greys_the_file_then(
    qtbot: QtBot, tmp_path: Path, stuck: threading.Event
) -> None:
    with program(qtbot, tmp_path / "data") as desk:
        desk.preferences.change(recent=("/net/死.txt",))
        desk.show_start()
        cards = desk.window.start_page.findChildren(type(desk.window.start_page.focusWidget()))
        assert [card.isEnabled() for card in cards if card.title == "死.txt"] == [True]
        stuck.set()

        def greyed() -> bool:
            found = desk.window.start_page.findChildren(type(cards[0]))
            return [card.isEnabled() for card in found if card.title == "死.txt"] == [False]

        qtbot.waitUntil(greyed, timeout=PATIENCE)
