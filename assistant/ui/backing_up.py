"""Rolling backups of the draft store while the program runs, beside everything else."""

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.errors import AssistantError
from assistant.storage.backups import back_up, is_due
from assistant.storage.database import Damaged
from assistant.storage.moments import now
from assistant.ui.io_thread import IoThread
from assistant.ui.storing import Storing

FIRST = 20_000
"""Milliseconds after the start until the first look; starting and the first file come before."""
EVERY = 600_000
"""Milliseconds between looks whether a backup is due."""


class BackingUp(QObject):
    """Makes backups when they are due, in a thread of its own.

    Signal: `failed` one sentence, once until a backup succeeds again.
    """

    failed = Signal(str)

    def __init__(self, storing: Storing, parent: QObject | None = None) -> None:
        """Make none before `begin`."""
        super().__init__(parent)
        self._storing = storing
        self._thread: IoThread | None = None
        self._said = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def begin(self, wait: int = FIRST) -> None:
        """Look in a while, and then again and again."""
        self._timer.start(wait)

    def look(self) -> None:
        """Make a backup, if one is due, and take what is too old out of the bin."""
        self._timer.start(EVERY)
        if self._thread is not None:
            self._thread.deleteLater()
        self._thread = IoThread("backup", self)
        path = self._storing.path

        def task() -> bool:
            time = now()
            if not is_due(path, time):
                return False
            back_up(path, time)
            return True

        self._thread.run(task, self._done, self._failed)
        self._thread.stop(0)  # it ends with this task: there is nothing to wait for until the next one

    def _done(self, made: bool) -> None:  # noqa: FBT001 (a callback's signature)
        self._said = ""
        if made:
            self._storing.run(lambda store: store.bin.expire(), lambda _: None, self._failed)

    def _failed(self, error: AssistantError) -> None:
        if isinstance(error, Damaged):
            self._storing.heal()
        elif error.message != self._said:
            self._said = error.message
            self.failed.emit(error.message)
