"""The whole store on its way to another file, and other stores on their way into this one."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.storage.backups import copy_to as copy_database
from assistant.storage.carrying import Brought, bring, snapshot
from assistant.storage.database import plain_errors, transaction
from assistant.storage.draft_rows import UNSAVED, infos
from assistant.storage.merging import merge
from assistant.storage.mirror import Mirror

if TYPE_CHECKING:
    import sqlite3


class Copies:
    """Copies of the store behind a connection; its unsaved drafts are mirrored again after others came in."""

    def __init__(self, connection: "sqlite3.Connection", mirror: Mirror) -> None:
        """Share the connection and the mirror of a store."""
        self._connection = connection
        self._mirror = mirror

    def copy_to(self, path: Path) -> None:
        """Write everything into a file that was not there; works also where this store's own file was deleted."""
        with plain_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            copy_database(self._connection, path)

    def take_over(self, path: Path) -> int:
        """Take the drafts of another file over where they are new or newer here; return how many those are."""
        import sqlite3

        with plain_errors(), contextlib.closing(sqlite3.connect(path)) as other, transaction(self._connection):
            count = merge(self._connection, other)
        for info in infos(self._connection, UNSAVED):
            self._mirror.copy(self._connection, info.id)
        return count

    def snapshot(self) -> bytes:
        """Return the whole database as the bytes of one file, for another computer."""
        with plain_errors():
            return snapshot(self._connection)

    def bring(self, data: bytes, on_desk: int | None) -> Brought:
        """Join the drafts of another computer (its `snapshot`) with these; `on_desk` goes on as it is, whatever comes.

        Raises StorageError where the bytes are damaged or of a later version; nothing has changed then.
        """
        with plain_errors():
            brought = bring(self._connection, data, on_desk)
        for info in infos(self._connection, UNSAVED):
            self._mirror.forget_base(info.id)
            self._mirror.copy(self._connection, info.id)
        return brought
