"""Drafts from another computer, joined with those of this one: nothing is lost on either side."""

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import StorageError
from assistant.storage.backups import copy_to
from assistant.storage.database import connect, transaction
from assistant.storage.history import words_of
from assistant.storage.migrations import SHAPE
from assistant.storage.packing import packed
from assistant.storage.serialise import document_from_bytes

if TYPE_CHECKING:
    import sqlite3

MINE, THEIRS = "带回时这台电脑上的版本", "另一台电脑上的版本"
"""Notes of the versions that gave way where both computers had changed a draft."""


_FILE = "drafts.sqlite3"
_UNREADABLE = "打包文件里的草稿读不出来，可能是更新版本的程序打包的，本机的文稿没有变动，请升级程序再试。"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came: new drafts, drafts that both had changed (`both`: two versions are kept), new past reports."""

    drafts: int = 0
    both: int = 0
    reports: int = 0


def snapshot(mine: "sqlite3.Connection") -> bytes:
    """Return the whole database as the bytes of one file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / _FILE
        copy_to(mine, place)
        return place.read_bytes()


def bring(mine: "sqlite3.Connection", data: bytes, on_desk: int | None = None) -> Brought:
    """Take over from a `snapshot` what `mine` lacks, all or nothing.

    A draft is known by the moment it was begun. Where its texts differ, the one changed last goes on as the draft and
    the other becomes a named version; the draft on the desk (`on_desk`) always goes on as it is. Past reports are known
    by their bytes. A draft that only one side has put into the bin is taken out again.

    Raises StorageError where the bytes are damaged or of a later version.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / _FILE
        place.write_bytes(data)
        with contextlib.closing(_foreign(place)) as theirs, transaction(mine):
            return _take(mine, theirs, on_desk)


def _foreign(place: Path) -> "sqlite3.Connection":
    """Connect to the drafts of another computer; trouble with them must not be taken for trouble with ours."""
    import sqlite3

    try:
        return connect(place)
    except (StorageError, sqlite3.Error, UnicodeDecodeError) as error:
        raise StorageError(_UNREADABLE, f"{type(error).__name__}: {error}") from error


def _take(mine: "sqlite3.Connection", theirs: "sqlite3.Connection", on_desk: int | None) -> Brought:
    drafts = both = reports = 0
    for (number,) in theirs.execute("SELECT id FROM draft ORDER BY id").fetchall():
        draft = _row(theirs, "draft", "id", number)
        known = mine.execute("SELECT id FROM draft WHERE created = ?", (draft["created"],)).fetchone()
        if known is None:
            target = _add(mine, draft, _row(theirs, "base", "draft", number), _row(theirs, "current", "draft", number))
            drafts += 1
        else:
            target = int(known[0])
            both += _join(mine, theirs, target, number, on_desk=on_desk == target)
            if draft["deleted"] is None:
                mine.execute("UPDATE draft SET deleted = NULL WHERE id = ?", (target,))
        _revisions(mine, theirs, target, number)
    for (number,) in theirs.execute("SELECT id FROM past_report ORDER BY id").fetchall():
        report = _row(theirs, "past_report", "id", number)
        del report["id"]
        if mine.execute("SELECT 1 FROM past_report WHERE sha256 = ?", (report["sha256"],)).fetchone() is None:
            _insert(mine, "past_report", report)
            reports += 1
    return Brought(drafts, both, reports)


def _join(mine: "sqlite3.Connection", theirs: "sqlite3.Connection", target: int, number: int, *, on_desk: bool) -> bool:
    """Join a draft that both have; tell whether both had changed it."""
    own, other = _row(mine, "current", "draft", target), _row(theirs, "current", "draft", number)
    if own["document"] == other["document"]:
        return False
    if on_desk or own["updated"] >= other["updated"]:
        return _keep(mine, target, other, THEIRS)
    changed = _keep(mine, target, own, MINE)
    base = _row(theirs, "base", "draft", number)
    mine.execute("UPDATE base SET bytes = ? WHERE draft = ?", (base["bytes"], target))
    values = {name: value for name, value in other.items() if name != "draft"}
    _update(mine, "current", "draft", target, values)
    draft = _row(theirs, "draft", "id", number)
    _update(mine, "draft", "id", target, {name: draft[name] for name in draft if name not in {"id", "deleted"}})
    return changed


def _keep(mine: "sqlite3.Connection", target: int, current: dict[str, Any], note: str) -> bool:
    """Keep the text that gives way as a named version; tell whether it was not among the versions already."""
    data = packed(current["document"])
    if mine.execute("SELECT 1 FROM revision WHERE draft = ? AND document = ?", (target, data)).fetchone():
        return False
    values = {"draft": target, "document": data, "reason": "named", "note": note, "created": current["updated"]}
    _insert(mine, "revision", values | {"words": words_of(document_from_bytes(current["document"]))})
    return True


def _revisions(mine: "sqlite3.Connection", theirs: "sqlite3.Connection", target: int, number: int) -> None:
    rows = theirs.execute("SELECT id FROM revision WHERE draft = ? ORDER BY id", (number,)).fetchall()
    for (identity,) in rows:
        revision = _row(theirs, "revision", "id", identity)
        same = (target, revision["created"], revision["document"])
        if mine.execute("SELECT 1 FROM revision WHERE draft = ? AND created = ? AND document = ?", same).fetchone():
            continue
        _insert(mine, "revision", {n: v for n, v in revision.items() if n != "id"} | {"draft": target})


def _add(mine: "sqlite3.Connection", draft: dict[str, Any], base: dict[str, Any], current: dict[str, Any]) -> int:
    target = _insert(mine, "draft", {name: value for name, value in draft.items() if name != "id"})
    _insert(mine, "base", base | {"draft": target})
    _insert(mine, "current", current | {"draft": target})
    return target


def _row(connection: "sqlite3.Connection", table: str, key: str, number: int) -> dict[str, Any]:
    columns = SHAPE[table]
    row = connection.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ?", (number,)).fetchone()
    return dict(zip(columns, row, strict=True))


def _insert(connection: "sqlite3.Connection", table: str, values: dict[str, Any]) -> int:
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
    return int(cursor.lastrowid or 0)


def _update(connection: "sqlite3.Connection", table: str, key: str, number: int, values: dict[str, Any]) -> None:
    names = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE {table} SET {names} WHERE {key} = ?", (*values.values(), number))
