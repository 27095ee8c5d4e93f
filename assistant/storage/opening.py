"""Open the draft database; where it is damaged, set it aside and rebuild it from backups and what is still whole."""

import contextlib
import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import StorageError
from assistant.storage.backups import back_up, backups
from assistant.storage.database import connect, is_damage, plain_errors, transaction
from assistant.storage.merging import merge, put, readable
from assistant.storage.mirror import Mirrored, mirrored
from assistant.storage.moments import moment

if TYPE_CHECKING:
    import sqlite3

_EARLIEST = 2000
"""Year before which no draft was written: a time that can't be read counts as 1970."""


def open_database(path: Path, now: datetime, *, distrust: bool = False) -> tuple["sqlite3.Connection", str]:
    """Return a connection to the database at `path`, made where there is none, and a notice ('' where all is well).

    A damaged database, or one that the caller has found to be (`distrust`), is renamed, never deleted, and a new one
    built from the last good backup, from what is whole in the damaged one, and from the mirror of unsaved texts: the
    notice says so in one Chinese sentence. Raises StorageError where the folder can't be written or a later version of
    the program made the database. The connection may be used only in the thread that called this.
    """
    import sqlite3

    with plain_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not distrust:
            try:
                connection = connect(path, before_migration=lambda _: _keep(path, now))
                return connection, _mended(connection, path)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not is_damage(error):
                    raise
        kept = _set_aside(path, now)
        return _rebuilt(path, kept)


def _keep(path: Path, now: datetime) -> None:
    """Back up a database of an older shape; a full disk does not stop the step, which is one transaction itself."""
    with contextlib.suppress(StorageError):  # as said above
        back_up(path, now)


def _mended(connection: "sqlite3.Connection", path: Path) -> str:
    """Put right what of the unsaved drafts no longer reads as it was written, which no check of SQLite's notices."""
    count = 0
    for entry in mirrored(path):
        row = connection.execute(
            "SELECT c.updated, c.document, b.bytes FROM draft d LEFT JOIN current c ON c.draft = d.id "
            "LEFT JOIN base b ON b.draft = d.id WHERE d.id = ?",
            (entry.draft,),
        ).fetchone()
        if row is not None and _is_spoilt(row, entry):
            with transaction(connection):
                count += put(connection, entry)
    return f"草稿库里有 {count} 份草稿的记录已损坏，已用副本恢复，请看一看最近写的内容是否齐全。" if count else ""


def _is_spoilt(row: tuple[str | None, bytes | None, bytes | None], entry: Mirrored) -> bool:
    """Tell whether a draft no longer is what was written: unreadable, or another text of the very same moment."""
    updated, document, base = row
    if readable(document) is None or base is None or updated is None or moment(updated).year < _EARLIEST:
        return True
    return updated == entry.values["updated"] and (document, base) != (entry.values["document"], entry.base)


def _rebuilt(path: Path, kept: Path) -> tuple["sqlite3.Connection", str]:
    connection, backup = _from_backup(path)
    try:
        with transaction(connection):
            found = _salvage(connection, kept)
            for entry in mirrored(path):
                known = connection.execute("SELECT updated FROM current WHERE draft = ?", (entry.draft,)).fetchone()
                newer = entry.draft in found and str(known[0]) > str(entry.values["updated"])
                if not newer and put(connection, entry):
                    found.add(entry.draft)
        (count,) = connection.execute("SELECT count(*) FROM draft").fetchone()
    except BaseException:  # whatever it was, it goes on to the caller; nobody else could close this
        connection.close()
        raise
    start = f"草稿库已损坏，已改名为“{kept.name}”保留，"
    if not count:
        return connection, f"{start}并新建了一个空的草稿库，请从文件夹里打开上次保存的文件。"
    source = f"{backup.astimezone():%m月%d日 %H:%M} 的备份和完好的记录" if backup else "完好的记录"
    return connection, f"{start}并用{source}重建，找回 {count} 份草稿，请看一看最近写的内容是否齐全。"


def _from_backup(path: Path) -> tuple["sqlite3.Connection", datetime | None]:
    """Put the last sound backup in place and connect to it; an empty database where there is none."""
    import sqlite3

    for backup in backups(path):
        try:
            shutil.copyfile(backup.path, path)
            return connect(path), backup.made
        except (sqlite3.DatabaseError, UnicodeDecodeError, OSError) as error:
            for ending in ("", "-wal", "-shm"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
            if isinstance(error, sqlite3.DatabaseError) and not is_damage(error):
                raise
    return connect(path), None


def _salvage(target: "sqlite3.Connection", kept: Path) -> set[int]:
    """Take over what is whole in a damaged database, which itself is not touched; return the ids of all drafts then."""
    import sqlite3

    copy = kept.with_name(f"{kept.name}.reading")
    try:
        for ending in ("", "-wal"):
            if kept.with_name(kept.name + ending).exists():
                shutil.copyfile(kept.with_name(kept.name + ending), copy.with_name(copy.name + ending))
        with contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as source:
            source.text_factory = lambda data: data.decode("utf-8", "replace")
            merge(target, source)
    finally:
        for ending in ("", "-wal", "-shm"):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)
    return {draft for (draft,) in target.execute("SELECT id FROM draft")}


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename the database and what belongs to it, so that nothing in it is lost for good."""
    stamp = now.strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    return kept
