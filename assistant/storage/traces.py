"""What the store keeps of the user's work, counted and cleared for good."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.storage.clearing import Kept, clear_copies, clear_drafts, clear_past, kept
from assistant.storage.database import plain_errors, transaction
from assistant.storage.index_file import IndexFile
from assistant.storage.mirror import Mirror

if TYPE_CHECKING:
    import sqlite3


class Traces:
    """The traces in the store at `path`; what is cleared can't be had back, except from files of the user's own."""

    def __init__(self, connection: "sqlite3.Connection", path: Path, mirror: Mirror, index: IndexFile) -> None:
        """Share the connection, the mirror and the search index of a store."""
        self._connection = connection
        self._path = path
        self._mirror = mirror
        self._index = index

    def kept(self, besides: int | None = None) -> Kept:
        """Count what is kept, the draft `besides` left out."""
        with plain_errors():
            return kept(self._connection, self._path, besides)

    def clear_drafts(self, besides: int | None = None) -> None:
        """Delete every draft but `besides`, every version and every copy of them, for good."""
        with plain_errors():
            clear_drafts(self._connection, besides)
        self._mirror.throw_away()
        if besides is not None:
            self._mirror.copy(self._connection, besides)
        self._index.drop()
        clear_copies(self._path)

    def drop_saved(self, besides: int | None = None) -> None:
        """Delete the drafts that their files hold as they are: nothing is lost with them but their history."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute(
                "DELETE FROM draft WHERE id IS NOT ? AND id IN (SELECT draft FROM current WHERE clean = 1)", (besides,)
            )

    def clear_past(self) -> None:
        """Forget every past report for good."""
        with plain_errors():
            clear_past(self._connection)
        self._index.drop()
