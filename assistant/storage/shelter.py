"""The draft store, come what may.

Where its file is damaged, deleted, out of reach or out of room, the text still goes somewhere, and comes home later.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from assistant.errors import StorageError
from assistant.storage import reserve
from assistant.storage.database import Damaged, DiskFull, Newer, Unwritable
from assistant.storage.drafts import DraftStore
from assistant.storage.moments import now as _now

_T = TypeVar("_T")

RETRY = 20.0
"""Seconds after which the usual place is tried again."""
AWAY_IDS = 1_000_000
"""Ids of drafts begun away from home are above this, so that they can come home as they are."""

_GAVE_UP = "磁盘快满了，已动用预留的空间存下草稿，请尽快清理磁盘，或把稿子另存到别的磁盘。"
_RETURNED = "草稿文件夹被移走或删除，已按内存里的内容重新建好，草稿都在，请查一查是什么程序动了它。"
_HOME = "草稿文件夹恢复了，暂存在别处的草稿已经搬回来。"
_WHY = {
    Newer: "草稿库是更新版本的程序建立的，没有改动它",
    DiskFull: "磁盘已满",
    Unwritable: "草稿文件夹不能写入",
}


class Shelter:
    """Runs tasks on the draft store of one file; use it in one thread.

    `say` is told in one sentence whatever the user should know, from that thread.
    """

    def __init__(self, path: Path, say: Callable[[str], None], now: Callable[[], datetime] = _now) -> None:
        """Nothing is opened before the first task."""
        self._path, self._say, self._now = path, say, now
        self._store: DraftStore | None = None
        self._file: tuple[int, int] | None = None
        self._away: DraftStore | None = None
        self._tried = 0.0

    def exists(self) -> bool:
        """Tell whether there are drafts anywhere: looking must not make a database."""
        return (
            self._store is not None or self._away is not None or self._path.exists() or away_path(self._path).exists()
        )

    def run(self, task: Callable[[DraftStore], _T]) -> _T:
        """Run a task on the store, wherever that is at the moment; raise StorageError where it can be nowhere."""
        if self._away is not None and time.monotonic() - self._tried < RETRY:
            return task(self._away)
        self._tried = time.monotonic()
        try:
            return self._at_home(task)
        except (Newer, Unwritable, DiskFull) as trouble:
            return self._elsewhere(task, trouble)

    def heal(self) -> None:
        """Set the database aside and rebuild it: somebody found it damaged."""
        self._reopened(distrust=True)

    def close(self) -> None:
        """Close whatever is open."""
        for store in (self._store, self._away):
            if store is not None:
                store.close()
        self._store = self._away = None

    def _at_home(self, task: Callable[[DraftStore], _T]) -> _T:
        store = self._opened()
        if self._away is not None:
            self._bring_home(store)
        try:
            return task(store)
        except Damaged:  # opened anew it is rebuilt, which is said
            return task(self._reopened(distrust=True))
        except DiskFull:
            if not reserve.give_up(self._path.parent):
                raise
            self._say(_GAVE_UP)
            return task(store)

    def _opened(self) -> DraftStore:
        if self._store is None:
            return self._reopened()
        if _identity(self._path) != self._file:
            return self._brought_back(self._store)
        return self._store

    def _reopened(self, *, distrust: bool = False, after: int = 0) -> DraftStore:
        if self._store is not None:
            with contextlib.suppress(StorageError):  # it is being left because something is wrong with it
                self._store.close()
            self._store = None
        store = DraftStore(self._path, self._now, distrust=distrust, after=after)
        self._store, self._file = store, _identity(self._path)
        if store.notice:
            self._say(store.notice)
        reserve.lay_by(self._path.parent)
        if self._away is None and away_path(self._path).exists():
            with contextlib.suppress(StorageError, OSError):  # what can't be read now stays there for the next time
                self._bring_home(store)
        return store

    def _brought_back(self, old: DraftStore) -> DraftStore:
        """Write the deleted file anew from the connection, which still holds it; a new one where that fails."""
        after = 0
        try:
            after = old.last_id()
            if not self._path.exists():
                old.copies.copy_to(self._path)
                self._say(_RETURNED)
        except Damaged:
            pass  # the disk itself is gone: begin anew, the text on the desk is saved as a new draft
        return self._reopened(after=after)

    def _elsewhere(self, task: Callable[[DraftStore], _T], trouble: StorageError) -> _T:
        if self._away is None:
            place = away_path(self._path)
            try:
                _private(place.parent)
                self._away = DraftStore(place, self._now, after=AWAY_IDS)
            except (OSError, StorageError):
                raise trouble from None
            self._say(
                f"{_WHY[type(trouble)]}，草稿暂时存在“{place.parent}”，请把稿子另存为文件；恢复正常后会自动搬回。"
            )
        return task(self._away)

    def _bring_home(self, store: DraftStore) -> None:
        """Take over what was saved elsewhere, now or in an earlier session."""
        place = away_path(self._path)
        count = store.copies.take_over(place)
        if self._away is not None:
            self._away.close()
            self._away = None
        for file in place.parent.iterdir():
            file.unlink()
        place.parent.rmdir()
        if count:
            self._say(_HOME)


def away_path(path: Path) -> Path:
    """Return where drafts go while the usual place can't be used: on another disk, where that is possible."""
    import tempfile

    mark = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:12]
    owner = f"{os.getuid()}-" if hasattr(os, "getuid") else ""
    return Path(tempfile.gettempdir()) / f"shuzhi-{owner}{mark}" / path.name


def _private(folder: Path) -> None:
    """Make a folder that nobody else can look into; raise OSError where somebody else has made it."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid"):
        status = folder.lstat()
        if status.st_uid != os.getuid() or status.st_mode & 0o077 or folder.is_symlink():
            raise PermissionError(str(folder))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:  # no file, or none that can be looked at, is none of those known
        return None
    return status.st_dev, status.st_ino
