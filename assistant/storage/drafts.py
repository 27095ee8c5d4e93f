"""Drafts: the text of every document being written, saved apart from the user's files so that none is ever lost."""

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import StorageError
from assistant.storage.backups import copy_to as copy_database
from assistant.storage.bin import Bin
from assistant.storage.carrying import Brought, bring, snapshot
from assistant.storage.clearing import Kept, clear_copies, clear_drafts, clear_past, kept
from assistant.storage.database import plain_errors, transaction
from assistant.storage.draft import SAVED, TIMED, Base, Caret, Draft, DraftInfo, Source, View
from assistant.storage.history import History, words_of
from assistant.storage.merging import merge
from assistant.storage.mirror import Mirror
from assistant.storage.moments import now as _now
from assistant.storage.moments import stamp
from assistant.storage.opening import open_database
from assistant.storage.passages import PassageIndex
from assistant.storage.past_reports import PastReports
from assistant.storage.serialise import (
    context_from_bytes,
    context_to_bytes,
    document_from_bytes,
    document_to_bytes,
    view_from_bytes,
    view_to_bytes,
)

SEARCH = "search.sqlite3"
"""File of the search index; it can be deleted at any time."""

_INFO = (
    "SELECT d.id, d.title, d.source_path, d.disk_sha256, d.disk_format, c.clean, d.created, c.updated, d.deleted "
    "FROM draft d JOIN current c ON c.draft = d.id "
)
_LAST_FIRST = "ORDER BY c.updated DESC, d.id DESC"


class DraftGone(StorageError):
    """There is no draft of that id (any more)."""


class DraftStore:
    """The drafts of one database file.

    Open, use and close it in one thread (SQLite's connections don't travel): in the window, the draft thread. Every
    method returns only when the disk has what it wrote, and raises StorageError with one plain sentence otherwise.
    `notice` is '' or one sentence to show the user: a damaged database was set aside. `history` are the revisions,
    `bin` the deleted drafts, `past` the reports of earlier years in the same file.
    """

    def __init__(
        self, path: Path, now: Callable[[], datetime] = _now, *, distrust: bool = False, after: int = 0
    ) -> None:
        """Open the file at `path`; `distrust`: it was found damaged; `after`: ids up to this are taken elsewhere."""
        self._now = now
        self._connection, self.notice = open_database(path, now(), distrust=distrust)
        self._path = path
        self._mirror = Mirror(path)
        self._skip_ids(after)
        self.history = History(self._connection, now)
        self.bin = Bin(self._connection, now)
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
        self._mirror.close()
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
        self._mirror.copy(self._connection, draft)
        return draft

    def save_current(
        self,
        draft: int,
        document: Document,
        *,
        caret: Caret | None = None,
        view: View | None = None,
        title: str | None = None,
        context: Context | None = None,
        base: Base | None = None,
        history: bool = True,
        last: str | None = None,
    ) -> str:
        """Overwrite the draft's text by the text as it is now, and return the time it was saved at.

        The draft is unsaved from now on, and out of the bin. `base`: the text lies over other bytes now, because its
        file was opened anew or its revisions were settled. Where the last revision is older than REVISION_EVERY the
        text is kept as a revision too, if `history` is wanted. Raises DraftGone where there is no such draft, or where
        it was not `last` saved at that time: another window is writing into it.
        """
        data, caret, time = document_to_bytes(document), caret or Caret(), self._time()
        with plain_errors(), transaction(self._connection):
            if last is not None:
                self._check_untouched(draft, last)
            self._overwrite(draft, data, caret, view, time, clean=False)
            self._rebase(draft, base)
            if title is not None:
                self._connection.execute("UPDATE draft SET title = ? WHERE id = ?", (_plain(title), draft))
            if context is not None:
                self._connection.execute(
                    "UPDATE draft SET context = ? WHERE id = ?", (context_to_bytes(context), draft)
                )
            self._connection.execute("UPDATE draft SET deleted = NULL WHERE id = ?", (draft,))
            if history and self.history.is_due(draft):
                self.history.add(draft, data, TIMED, words_of(document))
        self._mirror.copy(self._connection, draft)
        return time

    def mark_saved(
        self,
        draft: int,
        document: Document,
        source: Source,
        *,
        caret: Caret | None = None,
        view: View | None = None,
        title: str | None = None,
        context: Context | None = None,
        base: Base | None = None,
        history: bool = True,
    ) -> str:
        """Record that `document` was saved to the file `source`, keep it as a revision, and return the time."""
        data, time = document_to_bytes(document), self._time()
        with plain_errors(), transaction(self._connection):
            self._overwrite(draft, data, caret or Caret(), view, time, clean=True)
            self._rebase(draft, base)
            self._connection.execute(
                "UPDATE draft SET source_path = ?, disk_sha256 = ?, disk_format = ? WHERE id = ?",
                (*_storable("", source)[1:], draft),
            )
            if title is not None:
                self._connection.execute("UPDATE draft SET title = ? WHERE id = ?", (_plain(title), draft))
            if context is not None:
                self._connection.execute(
                    "UPDATE draft SET context = ? WHERE id = ?", (context_to_bytes(context), draft)
                )
            if history:
                self.history.add(draft, data, SAVED, words_of(document))
        self._mirror.copy(self._connection, draft)
        return time

    def keep_view(self, draft: int, caret: Caret, view: View) -> None:
        """Note where the user was in a draft whose text has not changed; one that is gone has no place to note."""
        with plain_errors(), transaction(self._connection):
            self._connection.execute(
                "UPDATE current SET caret_block = ?, caret_offset = ?, view = ? WHERE draft = ?",
                (caret.block, caret.offset, view_to_bytes(view), draft),
            )

    def list(self) -> tuple[DraftInfo, ...]:
        """Return all drafts but those in the bin, the one changed last first."""
        return self._infos(f"WHERE d.deleted IS NULL {_LAST_FIRST}")

    def unsaved(self) -> tuple[DraftInfo, ...]:
        """Return the drafts whose text no file holds, the one changed last first: what to offer at the next start."""
        return self._infos(f"WHERE c.clean = 0 AND d.deleted IS NULL {_LAST_FIRST}")

    def deleted(self) -> tuple[DraftInfo, ...]:
        """Return the drafts in the bin, the one deleted last first."""
        return self._infos("WHERE d.deleted IS NOT NULL ORDER BY d.deleted DESC, d.id DESC")

    def of_file(self, path: str) -> tuple[DraftInfo, ...]:
        """Return the drafts that belong to a file, the one changed last first."""
        return self._infos(f"WHERE d.source_path = ? AND d.deleted IS NULL {_LAST_FIRST}", path)

    def load(self, draft: int) -> Draft:
        """Return a draft; raise StorageError where there is none of that id or its record is damaged."""
        with plain_errors():
            infos = self._infos("WHERE d.id = ?", draft)
            row = self._connection.execute(
                "SELECT b.bytes, d.base_format, c.document, c.caret_block, c.caret_offset, d.context, c.view "
                "FROM draft d JOIN base b ON b.draft = d.id JOIN current c ON c.draft = d.id WHERE d.id = ?",
                (draft,),
            ).fetchone()
        if row is None:
            raise _gone(draft)
        base, base_format, document, block, offset, context, view = row
        return Draft(
            infos[0],
            base,
            base_format,
            document_from_bytes(document),
            Caret(block, offset),
            context_from_bytes(context),
            view_from_bytes(view),
        )

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
        for info in self.unsaved():
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
        for info in self.unsaved():
            self._mirror.forget_base(info.id)
            self._mirror.copy(self._connection, info.id)
        return brought

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
        self._drop_index()
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
        self._drop_index()

    def _drop_index(self) -> None:
        """Throw the search index away: it holds the words of what is gone, and is made anew when it is asked for."""
        if self._passages is not None:
            self._passages.close()
            self._passages = None
        for ending in ("", "-wal", "-shm"):
            self._index_place.with_name(self._index_place.name + ending).unlink(missing_ok=True)

    def last_id(self) -> int:
        """Return the highest id ever given to a draft."""
        with plain_errors():
            row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'draft'").fetchone()
        return int(row[0]) if row is not None else 0

    def _skip_ids(self, after: int) -> None:
        if after <= self.last_id():
            return
        with plain_errors(), transaction(self._connection):
            self._connection.execute("DELETE FROM sqlite_sequence WHERE name = 'draft'")
            self._connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('draft', ?)", (after,))

    def _time(self) -> str:
        return stamp(self._now())

    def _infos(self, condition: str, *values: int | str) -> tuple[DraftInfo, ...]:
        with plain_errors():
            rows = self._connection.execute(_INFO + condition, values).fetchall()
        return tuple(
            DraftInfo(identity, title, Source(path, sha256, form), bool(clean), created, updated, deleted)
            for identity, title, path, sha256, form, clean, created, updated, deleted in rows
        )

    def _check_untouched(self, draft: int, last: str) -> None:
        row = self._connection.execute("SELECT updated FROM current WHERE draft = ?", (draft,)).fetchone()
        if row is not None and row[0] != last:
            raise DraftGone(
                "另一个窗口正在写这份草稿，这里的文字另存成一份新草稿。", f"draft {draft}: {row[0]}, not {last}"
            )

    def _rebase(self, draft: int, base: Base | None) -> None:
        if base is not None:
            self._connection.execute("UPDATE base SET bytes = ? WHERE draft = ?", (base.data, draft))
            self._connection.execute("UPDATE draft SET base_format = ? WHERE id = ?", (base.format, draft))
            self._mirror.forget_base(draft)

    def _overwrite(
        self, draft: int, document: bytes, caret: Caret, view: View | None, time: str, *, clean: bool
    ) -> None:
        cursor = self._connection.execute(
            "UPDATE current SET document = ?, caret_block = ?, caret_offset = ?, clean = ?, updated = ?, "
            "view = coalesce(?, view) WHERE draft = ?",
            (document, caret.block, caret.offset, clean, time, view and view_to_bytes(view), draft),
        )
        if cursor.rowcount != 1:
            raise _gone(draft)


def _gone(draft: int) -> DraftGone:
    return DraftGone("这份草稿已经不在了，请把稿子另存为文件。", f"no draft {draft}")


def _plain(text: str) -> str:
    """Return text that SQLite can hold: file names on Linux may carry lone surrogates for undecodable bytes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _storable(title: str, source: Source) -> tuple[str, str | None, str | None, str]:
    path = source.path
    if path is not None and path != _plain(path):
        path = None  # such a name can't come back as it was; the draft itself is complete without it
    return _plain(title), path, source.sha256, source.format
