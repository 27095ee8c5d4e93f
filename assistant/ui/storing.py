"""The draft database as the window reaches it: opened on first use, in a thread of its own, where it has to stay."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from assistant.errors import AssistantError
from assistant.storage.drafts import DraftStore
from assistant.storage.shelter import Shelter
from assistant.ui.io_thread import IoThread

DATABASE = "drafts.sqlite3"

_T = TypeVar("_T")


class Storing(QObject):
    """Runs tasks on the draft store; nothing else runs in its thread, so that no draft ever waits for a slow disk.

    Signal: `noticed` one sentence about the store itself, such as that a damaged one was set aside.
    """

    noticed = Signal(str)
    _noticed_there = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Keep the database in `folder`; it is made when something is first put into it."""
        super().__init__(parent)
        self.path = folder / DATABASE
        self._thread = IoThread("drafts", self)
        self._shelter = Shelter(self.path, self._noticed_there.emit)
        self._noticed_there.connect(self.noticed)  # from the draft thread into this one

    def run(
        self,
        task: Callable[[DraftStore], _T],
        done: Callable[[_T], None],
        failed: Callable[[AssistantError], None],
    ) -> None:
        """Run a task on the store in its thread; `done` or `failed` is called in the UI thread.

        Where the store turns out damaged or out of room, the task may be run again on another one.
        """
        self._thread.run(lambda: self._shelter.run(task), done, failed)

    def ask(
        self,
        task: Callable[[DraftStore], _T],
        nothing: _T,
        done: Callable[[_T], None],
        failed: Callable[[AssistantError], None],
    ) -> None:
        """Do as `run`, but answer `nothing` where there is no database yet: looking must not make one."""
        self._thread.run(lambda: self._shelter.run(task) if self._shelter.exists() else nothing, done, failed)

    def heal(self) -> None:
        """Rebuild the store, which was found damaged."""
        self._thread.run(self._shelter.heal, _ignore, _ignore)

    def flush(self, seconds: float) -> bool:
        """Wait until everything queued is done; tell whether it was in time."""
        return self._thread.flush(seconds)

    def close(self, seconds: float = 5.0) -> None:
        """Do what is queued, close the store and end the thread; call once, when the window closes."""
        self._thread.run(self._shelter.close, _ignore, _ignore)
        self._thread.stop(seconds)


def _ignore(_value: object) -> None:
    """Do nothing with a result or an error: the window is closing."""
