"""The draft database as the window reaches it: opened on first use, in the I/O thread, where it has to stay."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from assistant.errors import AssistantError
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background

DATABASE = "drafts.sqlite3"

_T = TypeVar("_T")


class Storing(QObject):
    """Runs tasks on the draft store.

    Signal: `noticed` one sentence about the store itself, such as that a damaged one was set aside.
    """

    noticed = Signal(str)
    _noticed_there = Signal(str)

    def __init__(self, background: Background, folder: Path, parent: QObject | None = None) -> None:
        """Keep the database in `folder`; it is made when something is first put into it."""
        super().__init__(parent)
        self._background = background
        self._path = folder / DATABASE
        self._store: DraftStore | None = None
        self._noticed_there.connect(self.noticed)  # from the I/O thread into this one

    def run(
        self,
        task: Callable[[DraftStore], _T],
        done: Callable[[_T], None],
        failed: Callable[[AssistantError], None],
    ) -> None:
        """Run a task on the store in the I/O thread; `done` or `failed` is called in the UI thread."""
        self._background.run_io(lambda: task(self._open()), done, failed)

    def ask(
        self,
        task: Callable[[DraftStore], _T],
        nothing: _T,
        done: Callable[[_T], None],
        failed: Callable[[AssistantError], None],
    ) -> None:
        """Do as `run`, but answer `nothing` where there is no database yet: looking must not make one."""
        self._background.run_io(lambda: task(self._open()) if self._exists() else nothing, done, failed)

    def close(self) -> None:
        """Close the store; call before the background is shut down."""
        self._background.run_io(self._close, _ignore, _ignore)

    def _exists(self) -> bool:
        return self._store is not None or self._path.exists()

    def _open(self) -> DraftStore:
        if self._store is None:
            self._store = DraftStore(self._path)
            if self._store.notice:
                self._noticed_there.emit(self._store.notice)
        return self._store

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _ignore(_value: Any) -> None:  # noqa: ANN401 (a result or an error: the window is closing)
    pass
