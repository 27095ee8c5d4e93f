"""What a task on the disk thread holds is let go of in the UI thread: there Qt deletes its objects safely."""

import threading
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from assistant.errors import AssistantError
from assistant.ui.io_thread import IoThread
from assistant.ui.mail import Mail


class Held:
    """Stands for a dialog that a task refers to; tells in which thread it is let go of."""

    def __init__(self, told: list[threading.Thread]) -> None:
        self._told = told

    def work(self) -> int:
        return 1

    def fail(self) -> int:
        raise AssistantError("没有读到，请再试一次。")

    def done(self, _value: object) -> None:
        """Take an answer."""

    def __del__(self) -> None:
        self._told.append(threading.current_thread())


@pytest.fixture
def thread() -> Iterator[IoThread]:
    owner = QObject()
    one = IoThread("test", owner)
    yield one
    one.stop(5)
    shiboken6.delete(owner)


@pytest.mark.parametrize("task", ["work", "fail"])
def test_what_a_task_holds_is_let_go_of_in_the_ui_thread(qtbot: QtBot, thread: IoThread, task: str) -> None:
    for _ in range(50):
        told: list[threading.Thread] = []
        held = Held(told)
        thread.run(getattr(held, task), held.done, held.done)
        del held
        qtbot.waitUntil(lambda told=told: bool(told))
        assert told == [threading.main_thread()]


def test_a_stopped_thread_lets_go_of_nothing_that_is_still_asked_for(qtbot: QtBot, thread: IoThread) -> None:
    told: list[threading.Thread] = []
    held = Held(told)
    thread.run(held.work, held.done, held.done)
    del held
    thread.stop(5)
    assert told == [], "its answer has not come round yet"
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.main_thread()]


class Receiver(QObject):
    """Somebody in the UI thread who gets mail, and may be gone before it comes."""

    def take(self, _one: object, _other: object) -> None:
        """Take what was sent."""


def test_a_mail_outlives_its_receiver_and_is_never_let_go_of_by_a_thread(qtbot: QtBot) -> None:
    receiver = Receiver()
    mail = Mail(receiver.take)
    ended: list[threading.Thread] = []
    weakref.finalize(mail, lambda: ended.append(threading.current_thread()))
    gone = weakref.ref(receiver)
    posting = threading.Thread(target=lambda one: one.post(1, 2), args=(mail,))
    del receiver
    assert gone() is None, "waiting for an answer keeps nobody alive"
    del mail
    posting.start()
    posting.join()
    QCoreApplication.processEvents()
    assert ended == []
