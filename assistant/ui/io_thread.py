"""A thread for what waits for a disk: tasks one after the other, their results back in the UI thread."""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from assistant.errors import AssistantError
from assistant.ui.mail import Mail

_FAILED = "后台读写没有成功，文字还在窗口里，请另存一份。"

_NOBODY = 0
"""Number of a task whose result nobody waits for."""
_Task = Callable[[], object]
_Done = Callable[..., None]


class IoThread(QObject):
    """One thread of its own. Whatever may wait for long (a network path) has its own one, so that no draft waits."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start the thread; it ends with this object and never keeps the program from ending."""
        super().__init__(parent)
        # Kept here until the answer is back, so that the thread never holds the last reference to what they hold.
        self._asked: dict[int, tuple[_Task, _Done, _Done]] = {}
        self._number = 0
        self._mail = Mail(self._on_done)
        self._tasks: queue.SimpleQueue[tuple[int, _Task] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=_run, args=(self._tasks, self._mail), name=name, daemon=True)
        self._thread.start()
        tasks = self._tasks
        self.destroyed.connect(lambda: tasks.put(None))

    def run(self, task: _Task, done: _Done, failed: Callable[[AssistantError], None]) -> None:
        """Run a task here; `done` gets its result, `failed` its error, both in the UI thread."""
        self._number += 1
        self._asked[self._number] = (task, done, failed)
        self._tasks.put((self._number, task))

    def flush(self, seconds: float) -> bool:
        """Wait until everything queued is done; tell whether it was in time."""
        finished = threading.Event()
        self._tasks.put((_NOBODY, finished.set))
        return finished.wait(seconds)

    def stop(self, seconds: float) -> None:
        """Do what is queued and end; wait no longer than so many seconds for it."""
        self._tasks.put(None)
        self._thread.join(seconds)

    def _on_done(self, number: int, value: object) -> None:
        if number == _NOBODY:
            return
        _, done, failed = self._asked.pop(number)
        if isinstance(value, _Failure):
            failed(value.error)
        else:
            done(value)


@dataclass(frozen=True, slots=True)
class _Failure:
    error: AssistantError


def _run(tasks: "queue.SimpleQueue[tuple[int, _Task] | None]", mail: Mail) -> None:
    """Do tasks until there is a None; with the window gone nobody hears of the results."""
    while (item := tasks.get()) is not None:
        number, task = item
        value = _value_of(task)
        del item, task  # before the answer is posted: afterwards nobody else may have them
        mail.post(number, value)
        del value


def _value_of(task: _Task) -> object:
    try:
        return task()
    except AssistantError as known:
        error = known
    except Exception as unknown:  # whatever happens must reach the user, and the thread must live on
        error = AssistantError(_FAILED, f"{type(unknown).__name__}: {unknown}")
    _forget_frames(error)
    return _Failure(error)


def _forget_frames(error: BaseException) -> None:
    """Take away the tracebacks of an error and of what led to it: their frames hold whatever the task worked with."""
    one: BaseException | None = error
    while one is not None:
        one.__traceback__ = None
        one = one.__cause__ or one.__context__
