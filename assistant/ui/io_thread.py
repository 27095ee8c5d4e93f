"""A thread for what waits for a disk: tasks one after the other, their results back in the UI thread."""

import queue
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from assistant.errors import AssistantError

_FAILED = "后台读写没有成功，文字还在窗口里，请另存一份。"

_Task = tuple[Callable[[], object], Callable[..., None], Callable[..., None]]


class _Mail(QObject):
    """Carries results into the UI thread; it belongs to the thread that posts them, and so outlives the window."""

    posted = Signal(object, object)


class IoThread(QObject):
    """One thread of its own. Whatever may wait for long (a network path) has its own one, so that no draft waits."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Start the thread; it ends with this object and never keeps the program from ending."""
        super().__init__(parent)
        mail = _Mail()
        mail.posted.connect(self._on_done)
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=_run, args=(self._tasks, mail), name=name, daemon=True)
        self._thread.start()
        tasks = self._tasks
        self.destroyed.connect(lambda: tasks.put(None))

    def run(
        self, task: Callable[[], object], done: Callable[..., None], failed: Callable[[AssistantError], None]
    ) -> None:
        """Run a task here; `done` gets its result, `failed` its error, both in the UI thread."""
        self._tasks.put((task, done, failed))

    def flush(self, seconds: float) -> bool:
        """Wait until everything queued is done; tell whether it was in time."""
        finished = threading.Event()
        self._tasks.put((finished.set, _ignore, _ignore))
        return finished.wait(seconds)

    def stop(self, seconds: float) -> None:
        """Do what is queued and end; wait no longer than so many seconds for it."""
        self._tasks.put(None)
        self._thread.join(seconds)

    def _on_done(self, callback: Callable[[object], None], value: object) -> None:
        callback(value)


def _run(tasks: "queue.SimpleQueue[_Task | None]", mail: _Mail) -> None:
    """Do tasks until there is a None; with the window gone nobody hears of the results.

    Nothing of the window is touched here: an object that Qt is deleting in its own thread must not be told anything.
    """
    while (item := tasks.get()) is not None:
        task, done, failed = item
        callback, value = done, None
        try:
            value = task()
        except AssistantError as known:
            callback, value = failed, known
        except Exception as unknown:  # whatever happens must reach the user, and the thread must live on
            callback, value = failed, AssistantError(_FAILED, f"{type(unknown).__name__}: {unknown}")
        mail.posted.emit(callback, value)


def _ignore(_value: object) -> None:
    pass
