"""Drafts: the text of every document being written, saved apart from the user's files so that none is ever lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import StorageError
from assistant.storage.database import open_database, plain_errors, transaction
from assistant.storage.draft import Caret, Draft, DraftInfo, RevisionInfo, Source
from assistant.storage.passages import PassageIndex
from assistant.storage.past_reports import PastReports
from assistant.storage.serialise import context_from_bytes, context_to_bytes, document_from_bytes, document_to_bytes
from assistant.storage.thinning import superfluous

SEARCH = "search.sqlite3"
"""File of the search index; it can be deleted at any time."""

REVISION_EVERY = timedelta(minutes=10)
"""How far apart revisions are that nobody asked for."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


_INFO = (
    "SELECT d.id, d.title, d.source_path, d.disk_sha256, d.disk_format, c.clean, d.created, c.updated "
    "FROM draft d JOIN current c ON c.draft = d.id "
)


class DraftStore:
    """The drafts of one database file.

    Open, use and close it in one thread (SQLite's connections don't travel): in the window, the I/O thread. Every
    method returns only when the disk has what it wrote, and raises StorageError with one plain sentence otherwise.
    `notice` is '' or one sentence to show the user: a damaged database was set aside. `past` are the reports of earlier
    years in the same file.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = _utc_now) -> None:
        self._now = now
        self._connection, self.notice = open_database(path, now())
        self.past = PastReports(self._connection, now)
        self._index_place = path.with_name(SEARCH)
        self._passages: PassageIndex | None = None

    @property
    def passages(self) -> PassageIndex:
        """The index for search, in a file of its own beside the database; opened when first asked for."""
        if self._passages is None:
            self._passages = PassageIndex(self._index_place)
        return self._passages

    def close(self) -> None:
        """Close the database; the store can't be used any more."""
        if self._passages is not None:
            self._passages.close()
        with plain_errors():
            self._connection.close()

    def create(
        self,
        title: str,
        base: bytes,
        base_format: str,
        document: Document,
        *,
        source: Source | None = None,
        context: Context | None = None,
        clean: bool = False,
    ) -> int:
        """Begin a draft and return its id; `clean` where the document is just what its file holds."""
        source = source or Source(format=base_format)
        time = self._time()
        with plain_errors(), transaction(self._connection):
            cursor = self._connection.execute(
                "INSERT INTO draft (title, source_path, disk_sha256, disk_format, base_format, context, created) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*_storable(title, source), base_format, context_to_bytes(context or Context()), time),
            )
            draft = int(cursor.lastrowid or 0)
            self._connection.execute("INSERT INTO base (draft, bytes) VALUES (?, ?)", (draft, base))
            self._connection.execute(
                "INSERT INTO current (draft, document, caret_block, caret_offset, clean, updated) "
                "VALUES (?, ?, 0, 0, ?, ?)",
                (draft, document_to_bytes(document), clean, time),
            )
        return draft

    def save_current(
        self,
        draft: int,
        document: Document,
        *,
        caret: Caret | None = None,
        title: str | None = None,
        context: Context | None = None,
    ) -> str:
        """Overwrite the draft's text by the text as it is now, and return the time it was saved at.

        The draft is unsaved from now on. Where the last revision is older than REVISION_EVERY the text is kept as a
        revision too. Raises StorageError also where there is no such draft.
        """
        data, caret, time = document_to_bytes(document), caret or Caret(), self._time()
        with plain_errors(), transaction(self._connection):
            self._overwrite(draft, data, caret, time, clean=False)
            if title is not None:
                self._connection.execute("UPDATE draft SET title = ? WHERE id = ?", (_plain(title), draft))
            if context is not None:
                self._connection.execute(
                    "UPDATE draft SET context = ? WHERE id = ?", (context_to_bytes(context), draft)
                )
            if self._revision_is_due(draft):
                self._add_revision(draft, data, "timed", time)
        return time

    def mark_saved(self, draft: int, document: Document, source: Source, *, caret: Caret | None = None) -> str:
        """Record that `document` was saved to the file `source`, keep it as a revision, and return the time."""
        data, time = document_to_bytes(document), self._time()
        with plain_errors(), transaction(self._connection):
            self._overwrite(draft, data, caret or Caret(), time, clean=True)
            self._connection.execute(
                "UPDATE draft SET source_path = ?, disk_sha256 = ?, disk_format = ? WHERE id = ?",
                (*_storable("", source)[1:], draft),
            )
            self._add_revision(draft, data, "saved", time)
        return time

    def list(self) -> tuple[DraftInfo, ...]:
        """Return all drafts, the one changed last first."""
        return self._infos("ORDER BY c.updated DESC, d.id DESC")

    def unsaved(self) -> tuple[DraftInfo, ...]:
        """Return the drafts whose text no file holds, the one changed last first: what to offer at the next start."""
        return self._infos("WHERE c.clean = 0 ORDER BY c.updated DESC, d.id DESC")

    def load(self, draft: int) -> Draft:
        """Return a draft; raise StorageError where there is none of that id or its record is damaged."""
        with plain_errors():
            infos = self._infos("WHERE d.id = ?", draft)
            row = self._connection.execute(
                "SELECT b.bytes, d.base_format, c.document, c.caret_block, c.caret_offset, d.context "
                "FROM draft d JOIN base b ON b.draft = d.id JOIN current c ON c.draft = d.id WHERE d.id = ?",
                (draft,),
            ).fetchone()
        if row is None:
            raise _gone(draft)
        base, base_format, document, block, offset, context = row
        return Draft(
            infos[0],
            base,
            base_format,
            document_from_bytes(document),
            Caret(block, offset),
            context_from_bytes(context),
        )

    def delete(self, draft: int) -> None:
        """Delete a draft with all its revisions; deleting one that is gone does nothing."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute("DELETE FROM draft WHERE id = ?", (draft,))

    def revisions(self, draft: int) -> tuple[RevisionInfo, ...]:
        """Return the revisions kept of a draft, the newest first."""
        with plain_errors():
            rows = self._connection.execute(
                "SELECT id, created, reason FROM revision WHERE draft = ? ORDER BY created DESC, id DESC", (draft,)
            ).fetchall()
        return tuple(RevisionInfo(*row) for row in rows)

    def load_revision(self, revision: int) -> Document:
        """Return the text of a revision; raise StorageError where there is none of that id or it is damaged."""
        with plain_errors():
            row = self._connection.execute("SELECT document FROM revision WHERE id = ?", (revision,)).fetchone()
        if row is None:
            raise StorageError(
                "这个历史版本已经不在了，当前的稿子不受影响，请选择另一个版本。", f"no revision {revision}"
            )
        return document_from_bytes(row[0])

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")

    def _infos(self, condition: str, *values: int) -> tuple[DraftInfo, ...]:
        with plain_errors():
            rows = self._connection.execute(_INFO + condition, values).fetchall()
        return tuple(
            DraftInfo(identity, title, Source(path, sha256, form), bool(clean), created, updated)
            for identity, title, path, sha256, form, clean, created, updated in rows
        )

    def _overwrite(self, draft: int, document: bytes, caret: Caret, time: str, *, clean: bool) -> None:
        cursor = self._connection.execute(
            "UPDATE current SET document = ?, caret_block = ?, caret_offset = ?, clean = ?, updated = ? "
            "WHERE draft = ?",
            (document, caret.block, caret.offset, clean, time, draft),
        )
        if cursor.rowcount != 1:
            raise _gone(draft)

    def _revision_is_due(self, draft: int) -> bool:
        row = self._connection.execute(
            "SELECT max(r.created), d.created FROM draft d LEFT JOIN revision r ON r.draft = d.id WHERE d.id = ?",
            (draft,),
        ).fetchone()
        last = _moment(row[0] or row[1])
        return abs(self._now() - last) >= REVISION_EVERY  # also when the clock was set back

    def _add_revision(self, draft: int, document: bytes, reason: str, time: str) -> None:
        self._connection.execute(
            "INSERT INTO revision (draft, document, reason, created) VALUES (?, ?, ?, ?)",
            (draft, document, reason, time),
        )
        rows = self._connection.execute("SELECT id, created FROM revision WHERE draft = ?", (draft,)).fetchall()
        drop = superfluous(((identity, _moment(created)) for identity, created in rows), self._now())
        self._connection.executemany("DELETE FROM revision WHERE id = ?", [(identity,) for identity in drop])


def _gone(draft: int) -> StorageError:
    return StorageError("这份草稿已经不在了，请把稿子另存为文件。", f"no draft {draft}")


def _moment(text: str) -> datetime:
    """Return the time that was written; a damaged one counts as long ago, so that no save ever fails over it."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)


def _plain(text: str) -> str:
    """Return text that SQLite can hold: file names on Linux may carry lone surrogates for undecodable bytes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _storable(title: str, source: Source) -> tuple[str, str | None, str | None, str]:
    path = source.path
    if path is not None and path != _plain(path):
        path = None  # such a name can't come back as it was; the draft itself is complete without it
    return _plain(title), path, source.sha256, source.format
