"""The shape of the draft database, as the ordered steps that lead to it; a step once released is never changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


_DRAFTS = (
    """
    CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        source_path TEXT,
        disk_sha256 TEXT,
        disk_format TEXT NOT NULL,
        base_format TEXT NOT NULL,
        context BLOB NOT NULL,
        created TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE base (
        draft INTEGER PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
        bytes BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE current (
        draft INTEGER PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
        document BLOB NOT NULL,
        caret_block INTEGER NOT NULL,
        caret_offset INTEGER NOT NULL,
        clean INTEGER NOT NULL CHECK (clean IN (0, 1)),
        updated TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
        document BLOB NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('saved', 'timed')),
        created TEXT NOT NULL
    )
    """,
    "CREATE INDEX revision_of_draft ON revision (draft, created)",
)


def _drafts(connection: "sqlite3.Connection") -> None:
    """Drafts, the text of each as it is now, and revisions of it.

    The opened file's bytes have a table of their own: SQLite rewrites a row as a whole, and the rows of `draft` and
    `current` change all the time.
    """
    for statement in _DRAFTS:  # not `executescript`, which would end the transaction around the step
        connection.execute(statement)


_HISTORY = (
    "ALTER TABLE draft ADD COLUMN deleted TEXT",
    "ALTER TABLE current ADD COLUMN view BLOB",
    """
    CREATE TABLE kept_revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
        document BLOB NOT NULL,
        reason TEXT NOT NULL CHECK (reason IN ('saved', 'timed', 'named', 'restored')),
        note TEXT NOT NULL DEFAULT '',
        words INTEGER NOT NULL DEFAULT -1,
        created TEXT NOT NULL
    )
    """,
    "INSERT INTO kept_revision (id, draft, document, reason, created) "
    "SELECT id, draft, document, reason, created FROM revision",
    "DROP TABLE revision",
    "ALTER TABLE kept_revision RENAME TO revision",
    "CREATE INDEX revision_of_draft ON revision (draft, created)",
    """
    CREATE TABLE past_report (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        path TEXT,
        sha256 TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        year INTEGER NOT NULL,
        unit TEXT NOT NULL,
        document BLOB NOT NULL,
        learned INTEGER NOT NULL CHECK (learned IN (0, 1)),
        added TEXT NOT NULL
    )
    """,
)


def _history(connection: "sqlite3.Connection") -> None:
    """Add a bin, the window's state with each draft, notes of revisions, and reports of earlier years."""
    for statement in _HISTORY:
        connection.execute(statement)


MIGRATIONS: tuple[Callable[["sqlite3.Connection"], None], ...] = (_drafts, _history)
"""Step n brings a database from `user_version` n to n + 1."""

SHAPE = {
    "draft": (
        "id",
        "title",
        "source_path",
        "disk_sha256",
        "disk_format",
        "base_format",
        "context",
        "created",
        "deleted",
    ),
    "base": ("draft", "bytes"),
    "current": ("draft", "document", "caret_block", "caret_offset", "clean", "updated", "view"),
    "revision": ("id", "draft", "document", "reason", "note", "words", "created"),
    "past_report": ("id", "name", "path", "sha256", "kind", "year", "unit", "document", "learned", "added"),
}
"""Tables and columns that the program reads and writes after the last step."""
