"""Drafts: the text of every document being written, saved apart from the user's files so that none is ever lost."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.storage.bin import Bin
from assistant.storage.copies import Copies
from assistant.storage.database import plain_errors, transaction
from assistant.storage.draft import SAVED, TIMED, Base, Caret, Draft, DraftInfo, Source, View
from assistant.storage.draft_rows import LAST_FIRST, UNSAVED, DraftGone, draft_of, gone, infos, plain, storable
from assistant.storage.history import History, words_of
from assistant.storage.index_file import IndexFile
from assistant.storage.mirror import Mirror
from assistant.storage.moments import moment, stamp
from assistant.storage.moments import now as _now
from assistant.storage.opening import open_database
from assistant.storage.passages import PassageIndex
from assistant.storage.past_reports import PastReports
from assistant.storage.serialise import context_to_bytes, document_to_bytes, view_to_bytes
from assistant.storage.traces import Traces

_ONE_CLOCK = timedelta(seconds=10)
"""Saves this close together run by one clock; one that has been set back further begins anew."""


class DraftStore:
    """The drafts of one database file.

    Open, use and close it in one thread (SQLite's connections don't travel): in the window, the draft thread. Every
    method returns only when the disk has what it wrote, and raises StorageError with one plain sentence otherwise.
    `notice` is '' or one sentence to show the user: a damaged database was set aside. `history` are the revisions,
    `bin` the deleted drafts, `past` the reports of earlier years in the same file, `copies` brings the store to other
    files and others into it, `traces` counts and clears what it keeps.
    """

    def __init__(
        self, path: Path, now: Callable[[], datetime] = _now, *, distrust: bool = False, after: int = 0
    ) -> None:
        """Open the file at `path`; `distrust`: it was found damaged; `after`: ids up to this are taken elsewhere."""
        self._now = now
        self._latest = moment("")
        self._connection, self.notice = open_database(path, now(), distrust=distrust)
        self._mirror = Mirror(path)
        self._skip_ids(after)
        self.history = History(self._connection, now)
        self.bin = Bin(self._connection, now)
        self.past = PastReports(self._connection, now)
        self._index = IndexFile(path)
        self.copies = Copies(self._connection, self._mirror)
        self.traces = Traces(self._connection, path, self._mirror, self._index)

    @property
    def passages(self) -> PassageIndex:
        """The index for search, in a file of its own beside the database; opened when first asked for."""
        return self._index.opened()

    def close(self) -> None:
        """Close the database; the store can't be used any more."""
        self._index.close()
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
                (*storable(title, source), base_format, context_to_bytes(context or Context()), time),
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
                self._connection.execute("UPDATE draft SET title = ? WHERE id = ?", (plain(title), draft))
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
                (*storable("", source)[1:], draft),
            )
            if title is not None:
                self._connection.execute("UPDATE draft SET title = ? WHERE id = ?", (plain(title), draft))
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
        return infos(self._connection, f"WHERE d.deleted IS NULL {LAST_FIRST}")

    def unsaved(self) -> tuple[DraftInfo, ...]:
        """Return the drafts whose text no file holds, the one changed last first: what to offer at the next start."""
        return infos(self._connection, UNSAVED)

    def deleted(self) -> tuple[DraftInfo, ...]:
        """Return the drafts in the bin, the one deleted last first."""
        return infos(self._connection, "WHERE d.deleted IS NOT NULL ORDER BY d.deleted DESC, d.id DESC")

    def of_file(self, path: str) -> tuple[DraftInfo, ...]:
        """Return the drafts that belong to a file, the one changed last first."""
        return infos(self._connection, f"WHERE d.source_path = ? AND d.deleted IS NULL {LAST_FIRST}", path)

    def load(self, draft: int) -> Draft:
        """Return a draft; raise StorageError where there is none of that id or its record is damaged."""
        return draft_of(self._connection, draft)

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
        """Return the time for the next save: never that of one before, for it tells one save from another."""
        time = moment(stamp(self._now()))
        if timedelta(0) <= self._latest - time < _ONE_CLOCK:
            time = self._latest + timedelta(milliseconds=1)
        self._latest = time
        return stamp(time)

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
            raise gone(draft)
