"""History: what a draft said before; kept now and then, at every save, and whenever the user names a version."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from assistant.document.block import Document
from assistant.errors import StorageError
from assistant.storage.database import plain_errors, transaction
from assistant.storage.draft import NAMED, RevisionInfo
from assistant.storage.moments import moment, stamp
from assistant.storage.packing import packed, unpacked
from assistant.storage.serialise import document_from_bytes, document_to_bytes
from assistant.storage.thinning import superfluous
from assistant.text.counting import count_words

if TYPE_CHECKING:
    import sqlite3

REVISION_EVERY = timedelta(minutes=10)
"""How far apart revisions are that nobody asked for."""

_GONE = "这个历史版本已经不在了，当前的稿子不受影响，请选择另一个版本。"


class History:
    """The revisions in the draft database; used in the thread that opened it."""

    def __init__(self, connection: "sqlite3.Connection", now: Callable[[], datetime]) -> None:
        self._connection, self._now = connection, now

    def list(self, draft: int) -> tuple[RevisionInfo, ...]:
        """Return the revisions kept of a draft, the one kept last first, whatever the clock said."""
        with plain_errors():
            rows = self._connection.execute(
                "SELECT id, created, reason, note, words FROM revision WHERE draft = ? ORDER BY id DESC", (draft,)
            ).fetchall()
        return tuple(RevisionInfo(*row) for row in rows)

    def load(self, revision: int) -> Document:
        """Return the text of a revision; raise StorageError where there is none of that id or it is damaged."""
        with plain_errors():
            row = self._connection.execute("SELECT document FROM revision WHERE id = ?", (revision,)).fetchone()
        if row is None:
            raise StorageError(_GONE, f"no revision {revision}")
        return document_from_bytes(unpacked(row[0]))

    def keep(self, draft: int, document: Document, reason: str, note: str = "") -> int:
        """Keep a text as a revision of a draft and return its id; `reason` as in RevisionInfo."""
        with plain_errors(), transaction(self._connection):
            return self.add(draft, document_to_bytes(document), reason, words_of(document), note=note)

    def describe(self, revision: int, note: str) -> None:
        """Give a revision another note; from now on it is a named one, which is never thinned out."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute(
                "UPDATE revision SET note = ?, reason = ? WHERE id = ?", (_plain(note), NAMED, revision)
            )

    def remove(self, revision: int) -> None:
        """Forget a revision; forgetting one that is gone does nothing."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute("DELETE FROM revision WHERE id = ?", (revision,))

    def is_due(self, draft: int) -> bool:
        """Tell whether the last revision is so old that another one should be kept, unasked."""
        row = self._connection.execute(
            "SELECT (SELECT created FROM revision WHERE draft = d.id ORDER BY id DESC LIMIT 1), d.created "
            "FROM draft d WHERE d.id = ?",
            (draft,),
        ).fetchone()
        return row is not None and abs(self._now() - moment(row[0] or row[1])) >= REVISION_EVERY  # or set back

    def add(self, draft: int, document: bytes, reason: str, words: int, *, note: str = "") -> int:
        """Add a revision inside the caller's transaction and drop superfluous ones; return its id.

        Where the last revision says the same it is used again, unless both are named.
        """
        data, time = packed(document), stamp(self._now())
        last = self._connection.execute(
            "SELECT id, document, reason FROM revision WHERE draft = ? ORDER BY id DESC LIMIT 1", (draft,)
        ).fetchone()
        if last is not None and last[1] == data and NAMED not in (last[2], reason):
            self._connection.execute(
                "UPDATE revision SET reason = ?, created = ? WHERE id = ?", (reason, time, last[0])
            )
            return int(last[0])
        cursor = self._connection.execute(
            "INSERT INTO revision (draft, document, reason, note, words, created) VALUES (?, ?, ?, ?, ?, ?)",
            (draft, data, reason, _plain(note), words, time),
        )
        rows = self._connection.execute(
            "SELECT id, created FROM revision WHERE draft = ? AND reason != ?", (draft, NAMED)
        ).fetchall()
        drop = superfluous(((identity, moment(created)) for identity, created in rows), self._now())
        self._connection.executemany("DELETE FROM revision WHERE id = ?", [(identity,) for identity in drop])
        return int(cursor.lastrowid or 0)


def words_of(document: Document) -> int:
    """Return the 字数 of a text."""
    return sum(count_words(block.text) for block in document.blocks)


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
