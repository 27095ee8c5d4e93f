"""Cycles of Python objects are collected in the UI thread and in no other."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from assistant.ui import collecting
from assistant.ui.collecting import Collecting, collect_what_is_due
from assistant.ui.io_thread import IoThread
from tests.ui.clock import Clock


class Cycle:
    """Refers to itself, and tells in which thread it is deleted."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self.itself, self._told = self, told

    def __del__(self) -> None:
        self._told.append(threading.current_thread())


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collecting]:
    monkeypatch.setattr(collecting, "EVERY", 10)
    owner = QObject()
    yield Collecting(owner)
    shiboken6.delete(owner)  # at once: the timer of one test must not tick in the next


def litter(told: list[threading.Thread], kept: list[list[object]]) -> None:
    """Leave a cycle behind, and so many new objects that Python would look for it several times over."""
    Cycle(told)
    kept.extend([] for _ in range(20 * gc.get_threshold()[0]))


def test_what_another_thread_leaves_behind_is_deleted_in_the_ui_thread(one: Collecting, qtbot: QtBot) -> None:
    told: list[threading.Thread] = []
    kept: list[list[object]] = []
    thread = threading.Thread(target=litter, args=(told, kept))
    thread.start()
    thread.join()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.main_thread()]


def test_the_oldest_objects_wait_while_the_user_types(one: Collecting, qtbot: QtBot, monkeypatch: object) -> None:
    looked: list[int] = []
    clock = Clock()
    monkeypatch.setattr(collecting, "time", clock)
    monkeypatch.setattr(gc, "get_count", lambda: tuple(limit + 1 for limit in gc.get_threshold()))
    monkeypatch.setattr(gc, "collect", lambda generation=2: looked.append(generation))
    one.put_off()
    qtbot.waitUntil(lambda: len(looked) > 2)
    assert set(looked) == {1}
    clock.now += collecting.REST
    before = len(looked)
    qtbot.waitUntil(lambda: len(looked) > before + 1)
    assert set(looked) == {1}
    clock.now += 0.1
    qtbot.waitUntil(lambda: 2 in looked)


def test_where_nothing_is_due_nothing_is_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    monkeypatch.setattr(gc, "collect", lambda *_: pytest.fail("nothing was due"))
    collect_what_is_due()


def test_a_disk_thread_ends_with_its_object(qtbot: QtBot) -> None:
    before = threading.active_count()
    owner = QObject()
    IoThread("test", owner)
    assert threading.active_count() == before + 1
    owner.deleteLater()
    qtbot.waitUntil(lambda: threading.active_count() == before)


def test_what_the_window_is_built_of_is_looked_through_no_more(
    one: Collecting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    one.settle()
    qtbot.waitUntil(lambda: frozen == [True])
