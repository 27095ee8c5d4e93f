"""Recent files: whether they are there and of when, looked up beside the window, for a network drive may be gone."""

import threading
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.ui.mail import Mail
from assistant.ui.panels.start_page import RecentFile

TOGETHER = 30
"""Milliseconds within which answers are shown together."""

ANSWER = 0.3
"""Seconds that the folder of a file dialog has to answer."""


class Recents(QObject):
    """Knows of files what was last found out about them; a path that doesn't answer holds up nobody.

    Signals: `known` there is something new to show; `gone` a file that was looked up is not there.
    """

    known = Signal()
    gone = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._files: dict[str, RecentFile] = {}
        self._asking: set[str] = set()
        self._mail = Mail(self._note)
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
                threading.Thread(target=_look, args=(self._mail, path), name="look", daemon=True).start()

    def _note(self, path: str, found: RecentFile) -> None:
        self._asking.discard(path)
        if not found.exists:
            self.gone.emit(path)
        if self._files.get(path) != found:
            self._files[path] = found
            self._timer.start()


def _look(mail: Mail, path: str) -> None:
    mail.post(path, look_up(path))


def look_up(path: str) -> RecentFile:
    """Return what the disk says of a file now; one that can't be looked at isn't there."""
    try:
        return RecentFile(path, datetime.fromtimestamp(Path(path).stat().st_mtime))
    except (OSError, ValueError, OverflowError):
        return RecentFile(path, None, exists=False)


def near(file: Path | None) -> Path:
    """Return the folder of a file for a file dialog to open in; the home folder where that one doesn't answer at once.

    Asked in a thread of its own: on a network drive that is gone the answer takes minutes.
    """
    if file is None:
        return Path.home()
    there = threading.Event()

    def ask() -> None:
        if is_folder(file.parent):
            there.set()

    asking = threading.Thread(target=ask, name="near", daemon=True)
    asking.start()
    asking.join(ANSWER)
    return file.parent if there.is_set() else Path.home()


def is_folder(path: Path) -> bool:
    """Tell whether there is such a folder, and may be looked at."""
    try:
        return path.is_dir()
    except OSError:
        return False
