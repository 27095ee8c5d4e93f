"""A program started a second time hands its file to the first window; whatever goes wrong, it shows its own."""

import json
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.ui import handover
from assistant.ui.handover import ADDRESS, hand_over
from assistant.ui.reception import Reception
from tests.ui.desk import PATIENCE


@pytest.fixture
def reception(qtbot: QtBot, tmp_path: Path) -> Iterator[Reception]:
    made = Reception(tmp_path)
    made.begin()
    qtbot.waitUntil((tmp_path / ADDRESS).exists, timeout=PATIENCE)
    yield made
    made.end()


class Second(threading.Thread):
    """A second start: it waits for its answer while the first window's event loop runs."""

    def __init__(self, folder: Path, path: str | None) -> None:
        super().__init__()
        self.folder, self.path, self.taken = folder, path, None
        self.start()

    def run(self) -> None:
        self.taken = hand_over(self.folder, self.path)


def finished(qtbot: QtBot, second: Second) -> bool:
    qtbot.waitUntil(lambda: not second.is_alive(), timeout=PATIENCE)
    return bool(second.taken)


def test_a_file_reaches_the_first_window_as_a_whole_path(
    qtbot: QtBot, reception: Reception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(reception.asked, timeout=PATIENCE) as asked:
        second = Second(tmp_path, "去年 的稿.docx")
    assert asked.args == [str(tmp_path / "去年 的稿.docx")]
    assert finished(qtbot, second)


def test_without_a_file_it_is_only_asked_to_come_forward(qtbot: QtBot, reception: Reception, tmp_path: Path) -> None:
    with qtbot.waitSignal(reception.asked, timeout=PATIENCE) as asked:
        second = Second(tmp_path, None)
    assert asked.args == [""]
    assert finished(qtbot, second)


def test_many_starts_are_served_one_after_the_other(qtbot: QtBot, reception: Reception, tmp_path: Path) -> None:
    heard: list[str] = []
    reception.asked.connect(heard.append)
    seconds = [Second(tmp_path, f"/{number}.txt") for number in range(4)]
    assert all(finished(qtbot, second) for second in seconds)
    assert sorted(heard) == [f"/{number}.txt" for number in range(4)]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="modes of files are Unix's")
@pytest.mark.usefixtures("reception")
def test_the_key_is_for_its_owner_only(tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / ADDRESS).stat().st_mode) == 0o600


@pytest.mark.usefixtures("reception")
def test_a_wrong_key_is_not_served(qtbot: QtBot, tmp_path: Path) -> None:
    known = json.loads((tmp_path / ADDRESS).read_text())
    other = tmp_path / "other"
    other.mkdir()
    (other / ADDRESS).write_text(json.dumps({**known, "key": "00" * 32}))
    assert not finished(qtbot, Second(other, "/a.txt"))
    assert finished(qtbot, Second(tmp_path, None)), "and the next one still is"


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"address": 3, "key": "zz"}', '{"address": "/no/such", "key": ""}']
)
def test_an_address_of_a_window_that_is_gone_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / ADDRESS).write_text(content)
    assert not hand_over(tmp_path, "/a.txt")


def test_a_killed_window_is_succeeded(qtbot: QtBot, tmp_path: Path) -> None:
    gone = Reception(tmp_path)
    gone.begin()
    qtbot.waitUntil((tmp_path / ADDRESS).exists, timeout=PATIENCE)
    gone._door._listener.close()  # what a kill does, but for the files, which it leaves
    (tmp_path / "window.socket").touch()
    assert not hand_over(tmp_path, "/a.txt")
    successor = Reception(tmp_path)
    before = (tmp_path / ADDRESS).read_text()
    successor.begin()
    qtbot.waitUntil(lambda: (tmp_path / ADDRESS).read_text() != before, timeout=PATIENCE)
    assert finished(qtbot, Second(tmp_path, None))
    successor.end()
    assert not (tmp_path / ADDRESS).exists()


@pytest.mark.usefixtures("reception")
def test_a_window_that_hangs_is_not_waited_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handover, "PATIENCE", 0.2)
    assert not hand_over(tmp_path, "/a.txt"), "this thread is the first window's, which doesn't answer meanwhile"
