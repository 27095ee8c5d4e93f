"""The draft database: opened, checked, brought up to date; a damaged one set aside; its errors in plain words."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import StorageError
from assistant.storage.migrations import MIGRATIONS, SHAPE

if TYPE_CHECKING:
    import sqlite3

_WAIT_SECONDS = 5.0
"""How long a write waits for another window's write to end."""

_NEWER = "草稿库是更新版本的程序建立的，没有改动它，请升级程序后再用，稿子可以先保存成文件。"
_FULL = "磁盘已满，草稿没有存上，之前的草稿还在，请尽快清理磁盘，或把稿子保存到别处。"
_READ_ONLY = "草稿文件夹不能写入，草稿没有存上，请检查它的权限，并先把稿子保存成文件。"
_BUSY = "草稿库正被另一个窗口占用，草稿暂时没有存上，之前的草稿还在，稍后会再试。"
_DAMAGED = "草稿库读写时出错，草稿没有存上，请先把稿子保存成文件，再重新启动程序。"


def open_database(path: Path, now: datetime) -> tuple["sqlite3.Connection", str]:
    """Return a connection to the database at `path`, made where there is none, and a notice ('' where all is well).

    A damaged database is renamed, never deleted, and a fresh one made: the notice says so in one Chinese sentence.
    Raises StorageError where the folder can't be written or a later version of the program made the database. The
    connection may be used only in the thread that called this.
    """
    import sqlite3

    with plain_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(path), ""
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if not _is_damage(error):
                raise
            kept = _set_aside(path, now)
        notice = f"草稿库已损坏，已改名为“{kept.name}”保留，并新建了一个空的草稿库，请从文件夹里打开上次保存的文件。"
        return _connect(path), notice


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what SQLite and the file system raise into StorageError with one plain sentence."""
    import sqlite3

    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise StorageError(_sentence(error), f"{type(error).__name__}: {error}") from error


@contextlib.contextmanager
def transaction(connection: "sqlite3.Connection") -> Iterator[None]:
    """Do everything inside or nothing; take the write lock at once, so that nothing can come between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back on a full disk
            connection.execute("ROLLBACK")
        raise


def _connect(path: Path) -> "sqlite3.Connection":
    import sqlite3

    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    connection.text_factory = _text  # a damaged letter in one title must not hide the other drafts
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # a committed draft outlives a power cut, at milliseconds' cost
        connection.execute("PRAGMA foreign_keys = ON")
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise sqlite3.DatabaseError(f"malformed: {answer}")
        _migrate(connection)
        for table, columns in SHAPE.items():  # a letter of the schema may be damaged without any check noticing
            connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")
    except BaseException:
        connection.close()
        raise
    return connection


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _migrate(connection: "sqlite3.Connection") -> None:
    known = len(MIGRATIONS)
    if _version(connection) > known:
        raise StorageError(_NEWER, f"user_version {_version(connection)}, known are up to {known}")
    for step, migrate in enumerate(MIGRATIONS):
        if _version(connection) > step:
            continue
        with transaction(connection):
            if _version(connection) == step:  # another window may have been faster
                migrate(connection)
                connection.execute(f"PRAGMA user_version = {step + 1}")


def _version(connection: "sqlite3.Connection") -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_damage(error: Exception) -> bool:
    """Tell damage from other trouble; SQLite's message may itself quote damaged text that can't be decoded."""
    if isinstance(error, UnicodeDecodeError):
        return True
    return any(word in str(error) for word in ("malformed", "not a database", "no such table", "no such column"))


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename the database and what belongs to it, so that nothing in it is lost for good."""
    stamp = now.strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    for ending in ("", "-wal", "-shm"):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(kept.with_name(kept.name + ending))
    return kept


def _sentence(error: Exception) -> str:
    text = str(error)
    if "full" in text or "No space" in text:
        return _FULL
    if (
        "readonly" in text
        or "unable to open" in text
        or isinstance(error, PermissionError | NotADirectoryError | FileExistsError)
    ):
        return _READ_ONLY
    if "locked" in text or "busy" in text:
        return _BUSY
    return _DAMAGED
