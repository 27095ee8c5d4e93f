"""The bin (回收站): drafts that were deleted, until the user empties it or a season has passed."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from assistant.storage.database import plain_errors, transaction
from assistant.storage.moments import moment, stamp

if TYPE_CHECKING:
    import sqlite3

KEPT_FOR = timedelta(days=90)
"""How long a deleted draft stays in the bin; the user is told."""


class Bin:
    """Deleted drafts in the draft database; used in the thread that opened it."""

    def __init__(self, connection: "sqlite3.Connection", now: Callable[[], datetime]) -> None:
        self._connection, self._now = connection, now

    def put(self, draft: int) -> None:
        """Put a draft into the bin, history and all; one that lies there stays as it is."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute(
                "UPDATE draft SET deleted = ? WHERE id = ? AND deleted IS NULL", (stamp(self._now()), draft)
            )

    def take_back(self, draft: int) -> None:
        """Take a draft out of the bin, as it was."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute("UPDATE draft SET deleted = NULL WHERE id = ?", (draft,))

    def destroy(self, drafts: Iterable[int]) -> None:
        """Delete drafts for good, with all their revisions; only what lies in the bin can be."""
        with plain_errors(), transaction(self._connection):
            self._connection.executemany(
                "DELETE FROM draft WHERE id = ? AND deleted IS NOT NULL", [(draft,) for draft in drafts]
            )

    def expire(self) -> int:
        """Delete for good what has lain here longer than KEPT_FOR, and return how many drafts that were.

        Nothing is deleted at the first start after a long time without any: the clock may have been set forward.
        """
        with plain_errors(), transaction(self._connection):
            rows = self._connection.execute("SELECT id, deleted FROM draft WHERE deleted IS NOT NULL").fetchall()
            (last,) = self._connection.execute("SELECT max(updated) FROM current").fetchone()
            if last is None or self._now() - moment(last) > KEPT_FOR:
                return 0
            old = [(draft,) for draft, deleted in rows if self._now() - moment(deleted) > KEPT_FOR]
            self._connection.executemany("DELETE FROM draft WHERE id = ?", old)
        return len(old)
