"""A second copy of every text that no file holds, in a file of its own: what the database is rebuilt from.

Each entry carries a checksum. The mirror is only ever a copy: where it can't be written or read it is thrown away, and
fills again with the next saving of each draft.
"""

import contextlib
import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3

_log = logging.getLogger(__name__)

_DRAFT = ("title", "source_path", "disk_sha256", "disk_format", "base_format", "context", "created")
_CURRENT = ("document", "caret_block", "caret_offset", "updated", "view")

_TABLES = (
    "CREATE TABLE IF NOT EXISTS base (draft INTEGER PRIMARY KEY, bytes BLOB NOT NULL, sum INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS text "
    f"(draft INTEGER PRIMARY KEY, sum INTEGER NOT NULL, {', '.join(_DRAFT + _CURRENT)})",
)


@dataclass(frozen=True, slots=True)
class Mirrored:
    """One entry: columns of `draft` and `current` by name, and the base."""

    draft: int
    values: dict[str, Any]
    base: bytes


def mirror_path(path: Path) -> Path:
    """Return where the mirror of a database lies."""
    return path.with_name(f"{path.stem}-unsaved{path.suffix}")


class Mirror:
    """The mirror of one database; open, use and close it in the thread of that."""

    def __init__(self, path: Path) -> None:
        """Nothing is opened before there is something to write."""
        self._path = mirror_path(path)
        self._connection: sqlite3.Connection | None = None
        self._bases: dict[int, int] = {}

    def copy(self, database: "sqlite3.Connection", draft: int) -> None:
        """Copy a draft as the database has it now; one that a file holds, or that is gone, is dropped instead."""
        import sqlite3

        try:
            self._copy(database, draft)
        except sqlite3.Error as error:
            _log.warning("the mirror is begun anew: %s", error)
            self.throw_away()

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def throw_away(self) -> None:
        """Delete the file: a copy that is out of date would be worse than none."""
        self.close()
        self._bases.clear()
        for ending in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):  # what stays carries sums, and is told from the truth by them
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def _copy(self, database: "sqlite3.Connection", draft: int) -> None:
        row = database.execute(
            f"SELECT {', '.join(_DRAFT)}, {', '.join(_CURRENT)} FROM draft d JOIN current c ON c.draft = d.id "
            "WHERE d.id = ? AND c.clean = 0 AND d.deleted IS NULL",
            (draft,),
        ).fetchone()
        mirror = self._opened()
        mirror.execute("BEGIN")
        if row is None:
            mirror.execute("DELETE FROM text WHERE draft = ?", (draft,))
            mirror.execute("DELETE FROM base WHERE draft = ?", (draft,))
            self._bases.pop(draft, None)
        else:
            self._copy_base(database, mirror, draft)
            marks = ", ".join("?" * len(row))
            mirror.execute(
                f"INSERT OR REPLACE INTO text (draft, sum, {', '.join(_DRAFT + _CURRENT)}) VALUES (?, ?, {marks})",
                (draft, _sum(*row), *row),
            )
        mirror.execute("COMMIT")

    def _copy_base(self, database: "sqlite3.Connection", mirror: "sqlite3.Connection", draft: int) -> None:
        """Copy the opened file's bytes where they are not yet here; they change only with another base."""
        row = database.execute("SELECT length(bytes) FROM base WHERE draft = ?", (draft,)).fetchone()
        if row is None or self._bases.get(draft) == row[0]:
            return
        (base,) = database.execute("SELECT bytes FROM base WHERE draft = ?", (draft,)).fetchone()
        mirror.execute("INSERT OR REPLACE INTO base VALUES (?, ?, ?)", (draft, base, _sum(base)))
        self._bases[draft] = row[0]

    def forget_base(self, draft: int) -> None:
        """Copy the base anew at the next `copy`: it is another one now."""
        self._bases.pop(draft, None)

    def _opened(self) -> "sqlite3.Connection":
        if self._connection is None:
            import sqlite3

            self._connection = sqlite3.connect(self._path, timeout=1.0, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")  # the database itself outlives a power cut
            for statement in _TABLES:
                self._connection.execute(statement)
        return self._connection


def mirrored(path: Path) -> Iterator[Mirrored]:
    """Yield every sound entry of the mirror of the database at `path`; none where there is no readable mirror."""
    import sqlite3

    place = mirror_path(path)
    if not place.exists():
        return
    # What of it can't be read is no mirror; every row is checked by its sum.
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(place)) as mirror:
        bases = {
            draft: base
            for draft, base, known in mirror.execute("SELECT draft, bytes, sum FROM base")
            if _sum(base) == known
        }
        for draft, known, *row in mirror.execute(f"SELECT draft, sum, {', '.join(_DRAFT + _CURRENT)} FROM text"):
            if draft in bases and _sum(*row) == known:
                yield Mirrored(draft, dict(zip(_DRAFT + _CURRENT, row, strict=True)), bases[draft])


def _sum(*values: object) -> int:
    total = 0
    for value in values:
        total = zlib.crc32(value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass"), total)
    return total
