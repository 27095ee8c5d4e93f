"""Recent files: whether they are there and of when, looked up beside the window, for a network drive may be gone."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.ui.panels.start_page import RecentFile

TOGETHER = 30
"""Milliseconds within which answers are shown together."""


class Recents(QObject):
    """Knows of files what was last found out about them; a path that doesn't answer holds up nobody.

    Signal: `known` there is something new to show.
    """

    known = Signal()
    _answered = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._files: dict[str, RecentFile] = {}
        self._asking: set[str] = set()
        self._answered.connect(self._note)
        self._timer = QTimer(self, singleShot=True, interval=TOGETHER)
        self._timer.timeout.connect(self.known)

    def files(self, paths: Iterable[str]) -> tuple[RecentFile, ...]:
        """Return what is known of files; of one never looked at, only its name."""
        return tuple(self._files.get(path, RecentFile(path, None)) for path in paths)

    def look(self, paths: Iterable[str]) -> None:
        """Look the files up; `known` follows, once or more."""
        for path in paths:
            if path not in self._asking:
                self._asking.add(path)
                # One thread for each: a dead network path keeps its own waiting for minutes.
                threading.Thread(target=self._look, args=(path,), name="look", daemon=True).start()

    def folder(self, paths: Iterable[str]) -> str:
        """Return the folder of the first of these files that is known to be there, else the home folder."""
        there = (path for path in paths if path in self._files and self._files[path].exists)
        found = next(there, None)
        return str(Path(found).parent if found else Path.home())

    def _look(self, path: str) -> None:
        with suppress(RuntimeError):  # the window may be gone already
            self._answered.emit(path, look_up(path))

    def _note(self, path: str, found: RecentFile) -> None:
        self._asking.discard(path)
        if self._files.get(path) != found:
            self._files[path] = found
            self._timer.start()


def look_up(path: str) -> RecentFile:
    """Return what the disk says of a file now."""
    try:
        return RecentFile(path, datetime.fromtimestamp(Path(path).stat().st_mtime))
    except (OSError, ValueError, OverflowError):
        return RecentFile(path, None, exists=False)
