"""Full-text search in drafts and past reports, by paragraph; a word of one character or more is found anywhere.

SQLite's FTS5 splits no Chinese words, so every character is indexed as a word of its own and what is looked for is a
phrase of characters. The index is a file of its own that can be thrown away: a damaged one is made anew from the texts.
"""

import contextlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.document.block import Document
from assistant.errors import StorageError
from assistant.storage.database import transaction

if TYPE_CHECKING:
    import sqlite3

MOST_HITS = 300
"""Passages returned at most; who gets more types another word."""

_VERSION = 1
"""Of the index; one of another version is made anew."""

_SCHEMA = (
    "CREATE TABLE owner (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, number INTEGER NOT NULL, stamp TEXT NOT NULL, "
    "report TEXT NOT NULL, year INTEGER NOT NULL, unit TEXT NOT NULL, characters INTEGER NOT NULL, "
    "UNIQUE (kind, number))",
    "CREATE TABLE passage (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, block INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE INDEX passage_of_owner ON passage (owner)",
    "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = \"unicode61 remove_diacritics 0\")",
    f"PRAGMA user_version = {_VERSION}",
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose text it is: `kind` is draft or past, `number` its id in the draft database."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class About:
    """What was recognised in a text: kind of report ('' none), year (0 none), unit ('' none), 字数."""

    report: str = ""
    year: int = 0
    unit: str = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph with what was looked for; `block` is its position in the text's `Document.blocks`."""

    owner: Owner
    block: int
    text: str


class PassageIndex:
    """The search index in one file; used in the thread that made it."""

    def __init__(self, path: Path) -> None:
        """Open the index, or make it anew where it is damaged or of another version."""
        with _plain_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _open(path)

    def close(self) -> None:
        """Close the index; it can't be used any more."""
        with _plain_errors():
            self._connection.close()

    def stale(self, stamps: Mapping[Owner, str]) -> dict[Owner, str]:
        """Return the stamps of owners whose text the index has not got as of them; drop the owners that are gone."""
        with _plain_errors():
            rows = self._connection.execute("SELECT kind, number, stamp FROM owner").fetchall()
        known = {Owner(kind, number): stamp for kind, number, stamp in rows}
        for owner in known.keys() - stamps.keys():
            self.drop(owner)
        return {owner: stamp for owner, stamp in stamps.items() if known.get(owner) != stamp}

    def about(self) -> dict[Owner, About]:
        """Return what is known of every text in the index."""
        with _plain_errors():
            rows = self._connection.execute("SELECT kind, number, report, year, unit, characters FROM owner").fetchall()
        return {Owner(kind, number): About(*values) for kind, number, *values in rows}

    def put(self, owner: Owner, stamp: str, document: Document, about: About) -> None:
        """Index a text as of a stamp, in place of what was indexed of it before."""
        with _plain_errors(), transaction(self._connection):
            self._forget(owner)
            row = self._connection.execute(
                "INSERT INTO owner (kind, number, stamp, report, year, unit, characters) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (owner.kind, owner.number, stamp, about.report, about.year, _plain(about.unit), about.characters),
            )
            for position, block in enumerate(document.blocks):
                text = _plain(block.text)
                if not text.strip():
                    continue
                passage = self._connection.execute(
                    "INSERT INTO passage (owner, block, text) VALUES (?, ?, ?)", (row.lastrowid, position, text)
                )
                self._connection.execute(
                    "INSERT INTO words (rowid, text) VALUES (?, ?)", (passage.lastrowid, _spaced(text))
                )

    def drop(self, owner: Owner) -> None:
        """Forget a text."""
        with _plain_errors(), transaction(self._connection):
            self._forget(owner)

    def search(self, wanted: str, limit: int = MOST_HITS) -> tuple[Hit, ...]:
        """Return the paragraphs that hold every one of the words wanted (parted by spaces), the last indexed first."""
        query = _query(wanted)
        if not query:
            return ()
        with _plain_errors():
            rows = self._connection.execute(
                "SELECT o.kind, o.number, p.block, p.text FROM words JOIN passage p ON p.id = words.rowid "
                "JOIN owner o ON o.id = p.owner WHERE words MATCH ? ORDER BY words.rowid DESC LIMIT ?",
                (query, limit),
            ).fetchall()
        return tuple(Hit(Owner(kind, number), block, text) for kind, number, block, text in rows)

    def _forget(self, owner: Owner) -> None:
        row = self._connection.execute(
            "SELECT id FROM owner WHERE kind = ? AND number = ?", (owner.kind, owner.number)
        ).fetchone()
        if row is None:
            return
        passages = self._connection.execute("SELECT id, text FROM passage WHERE owner = ?", row).fetchall()
        # An index without its own copy of the text has to be told the words that go.
        self._connection.executemany(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
            [(identity, _spaced(text)) for identity, text in passages],
        )
        self._connection.execute("DELETE FROM passage WHERE owner = ?", row)
        self._connection.execute("DELETE FROM owner WHERE id = ?", row)


def _open(path: Path) -> "sqlite3.Connection":
    import sqlite3

    try:
        return _connect(path)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)  # nothing is in it that the texts don't have
        return _connect(path)


def _connect(path: Path) -> "sqlite3.Connection":
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes is indexed again
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, _VERSION):
            raise sqlite3.DatabaseError(f"index of version {version}")
        if version == 0:
            with transaction(connection):
                for statement in _SCHEMA:
                    connection.execute(statement)
        connection.execute("SELECT id, kind, number, stamp FROM owner LIMIT 1").fetchone()
        connection.execute("SELECT rowid FROM words LIMIT 1").fetchone()
    except BaseException:  # whatever it was, it goes on to the caller; nobody else could close this
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _plain_errors() -> Iterator[None]:
    import sqlite3

    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        message = "文稿库的搜索暂时不能用，文稿都没有受影响，请检查磁盘空间，或者重新启动程序再试。"
        raise StorageError(message, f"{type(error).__name__}: {error}") from error


def _characters(text: str) -> Iterable[str]:
    """Return the characters as they are compared: full-width letters and digits as half-width ones, small letters."""
    return (character for character in unicodedata.normalize("NFKC", text).lower() if character.isalnum())


def _spaced(text: str) -> str:
    return " ".join(_characters(text))


def _query(wanted: str) -> str:
    """Return an FTS5 query for all words, each a phrase of its characters."""
    phrases = (_spaced(word) for word in wanted.split())
    return " AND ".join(f'"{phrase}"' for phrase in phrases if phrase)


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
