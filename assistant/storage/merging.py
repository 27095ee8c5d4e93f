"""Bring the drafts of one database file into another: what can be read of it, row by row."""

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.errors import StorageError
from assistant.storage.mirror import Mirrored
from assistant.storage.packing import unpacked
from assistant.storage.serialise import context_from_bytes, context_to_bytes, document_from_bytes, document_to_bytes

if TYPE_CHECKING:
    import sqlite3

_DRAFT = ("title", "source_path", "disk_sha256", "disk_format", "base_format", "context", "created")
_CURRENT = ("document", "caret_block", "caret_offset", "clean", "updated")
_PAST = ("name", "path", "sha256", "kind", "year", "unit", "learned", "added", "document")
_MOST = 5_000
"""Ids tried where a damaged file no longer tells the highest one."""
_MISSES = 400
"""Ids in a row without a readable row after which the others are given up."""


def merge(target: "sqlite3.Connection", source: "sqlite3.Connection") -> int:
    """Take over drafts and revisions that `target` lacks or has older, inside the caller's transaction; count drafts.

    Every row is read by itself: damage spoils only the rows it has hit. A draft whose text is whole but whose opened
    file is not, is kept as plain text.
    """
    count = misses = 0
    if _row(source, "SELECT name FROM sqlite_master WHERE name = 'current' AND ? = 0", 0) is None:
        return 0  # nothing can be read without the schema
    for draft in _ids(source, "draft"):
        row = _row(source, f"SELECT {', '.join(_DRAFT)} FROM draft WHERE id = ?", draft)
        current = _row(source, f"SELECT {', '.join(_CURRENT)} FROM current WHERE draft = ?", draft)
        misses = 0 if current is not None else misses + 1
        if misses > _MISSES:
            break
        if current is None or (document := readable(current[0])) is None:
            continue
        base = _row(source, "SELECT bytes FROM base WHERE draft = ?", draft)
        values = dict(zip(_DRAFT, row, strict=True)) if row is not None else _unknown(current[4])
        entry = Mirrored(draft, values | dict(zip(_CURRENT, current, strict=True)), base[0] if base else b"")
        count += put(target, entry if row is not None and base else _as_text(entry, document), newer_only=True)
    misses = 0
    for revision in _ids(source, "revision"):
        misses = 0 if _copy_revision(target, source, revision) else misses + 1
        if misses > _MISSES:
            break
    for report in _ids(source, "past_report"):
        _copy_report(target, source, report)
    return count


def put(target: "sqlite3.Connection", entry: Mirrored, *, newer_only: bool = False) -> bool:
    """Put a draft in, or its text in the place of another; with `newer_only` never in the place of a newer one."""
    if readable(entry.values["document"]) is None:
        return False
    values = {"clean": 0, "view": None, **entry.values}
    known = target.execute("SELECT updated FROM current WHERE draft = ?", (entry.draft,)).fetchone()
    if known is not None and newer_only and str(known[0]) >= str(values["updated"]):
        return False
    try:
        context_from_bytes(values["context"])
    except StorageError:  # the choices are damaged: the text is worth keeping without them
        values["context"] = context_to_bytes(Context())
    _insert(target, "draft", {"id": entry.draft} | {name: values[name] for name in _DRAFT}, replaced=("deleted",))
    _insert(target, "base", {"draft": entry.draft, "bytes": entry.base})
    _insert(target, "current", {"draft": entry.draft, "view": values["view"]} | {n: values[n] for n in _CURRENT})
    return True


def _insert(target: "sqlite3.Connection", table: str, values: dict[str, Any], replaced: tuple[str, ...] = ()) -> None:
    """Insert a row, or update the one of that key; INSERT OR REPLACE would delete what hangs on it."""
    key = next(iter(values))
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    updates = ", ".join(
        [f"{name} = excluded.{name}" for name in values if name != key] + [f"{n} = NULL" for n in replaced]
    )
    target.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {updates}",
        tuple(values.values()),
    )


def _copy_revision(target: "sqlite3.Connection", source: "sqlite3.Connection", revision: int) -> bool:
    row = _row(source, "SELECT draft, document, reason, created, note, words FROM revision WHERE id = ?", revision)
    if row is None:
        row = _row(source, "SELECT draft, document, reason, created, '', -1 FROM revision WHERE id = ?", revision)
    if row is None:
        return False
    with contextlib.suppress(StorageError):  # what can't be read is not taken over
        if readable(unpacked(row[1])) is None:
            return True
        import sqlite3

        with contextlib.suppress(sqlite3.IntegrityError):  # of a draft that is not here, or with a damaged reason
            target.execute(
                "INSERT OR IGNORE INTO revision (id, draft, document, reason, created, note, words) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (revision, *row),
            )
    return True


def _copy_report(target: "sqlite3.Connection", source: "sqlite3.Connection", report: int) -> None:
    row = _row(source, f"SELECT {', '.join(_PAST)} FROM past_report WHERE id = ?", report)
    if row is not None and readable(row[-1]) is not None:
        marks = ", ".join("?" * len(row))
        target.execute(f"INSERT OR IGNORE INTO past_report ({', '.join(_PAST)}) VALUES ({marks})", row)


def _ids(source: "sqlite3.Connection", table: str) -> Sequence[int]:
    """Return the ids there are; of a table that can't be walked, every one up to where it counts to or a limit."""
    import sqlite3

    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):  # can't be walked
        return [int(row[0]) for row in source.execute(f"SELECT id FROM {table} ORDER BY id")]
    last = _MOST
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):  # doesn't say how far it counts: the limit holds
        row = source.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        last = min(int(row[0]), _MOST) if row is not None and isinstance(row[0], int) else _MOST
    return range(1, last + 1)


def _row(source: "sqlite3.Connection", statement: str, key: int) -> tuple[Any, ...] | None:
    import sqlite3

    try:
        row = source.execute(statement, (key,)).fetchone()
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):  # this one is lost, the others are not
        return None
    return None if row is None else tuple(row)


def readable(data: object) -> Document | None:
    """Return a document as it was written; None where it can't be read."""
    try:
        return document_from_bytes(data) if isinstance(data, bytes) else None
    except StorageError:
        return None


def _unknown(updated: object) -> dict[str, object]:
    return {
        "title": "找回的草稿",
        "source_path": None,
        "disk_sha256": None,
        "disk_format": "docx",
        "base_format": "docx",
        "context": context_to_bytes(Context()),
        "created": updated,
    }


def _as_text(entry: Mirrored, document: Document) -> Mirrored:
    """Return a draft on a plain text of its own words as its base."""
    lines = [block.text.replace("\n", " ").replace("\ufffc", "") for block in document.blocks]
    plain = Document(tuple(Block(str(i), (Run(line),) if line else (), origin=i) for i, line in enumerate(lines)))
    values = entry.values | {
        "base_format": "txt",
        "disk_format": "txt",
        "source_path": None,
        "disk_sha256": None,
        "document": document_to_bytes(plain),
        "clean": 0,
    }
    return Mirrored(entry.draft, values, "\n".join(lines).encode("utf-8", "replace"))
