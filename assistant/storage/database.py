"""One SQLite file: connected to, checked, brought up to date; its errors in plain words."""

import contextlib
from collections.abc import Callable, Iterator
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


class Damaged(StorageError):
    """What the file holds makes no sense any more."""


class DiskFull(StorageError):
    """There is no room left to write."""


class Unwritable(StorageError):
    """The folder is gone, or may only be read."""


class Newer(StorageError):
    """A later version of the program made the file."""


@contextlib.contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what SQLite and the file system raise into StorageError with one plain sentence."""
    import sqlite3

    try:
        yield
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        kind, sentence = _kind(error)
        raise kind(sentence, f"{type(error).__name__}: {error}") from error


@contextlib.contextmanager
def transaction(connection: "sqlite3.Connection") -> Iterator[None]:
    """Do everything inside or nothing; take the write lock at once, so that nothing can come between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:  # whatever it was, it goes on to the caller, and nothing half done stays
        if connection.in_transaction:  # SQLite itself rolls back on a full disk
            connection.execute("ROLLBACK")
        raise


def connect(
    path: Path, *, before_migration: Callable[["sqlite3.Connection"], None] | None = None
) -> "sqlite3.Connection":
    """Return a connection to a sound file of the present shape, made where there is none.

    Raises what SQLite raises; `is_damage` tells whether the file itself is the trouble. `before_migration` is called
    before a file of an older shape is changed. The connection may be used only in the thread that called this.
    """
    import sqlite3

    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    connection.text_factory = _text  # a damaged letter in one title must not hide the other drafts
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")  # a committed draft outlives a power cut, at milliseconds' cost
        connection.execute("PRAGMA foreign_keys = ON")
        check(connection)
        if before_migration is not None and 0 < _version(connection) < len(MIGRATIONS):
            before_migration(connection)
        _migrate(connection)
        for table, columns in SHAPE.items():  # a letter of the schema may be damaged without any check noticing
            connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")
    except BaseException:  # whatever it was, it goes on to the caller; nobody else could close this
        connection.close()
        raise
    return connection


def check(connection: "sqlite3.Connection") -> None:
    """Raise sqlite3.DatabaseError where the file is damaged."""
    import sqlite3

    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise sqlite3.DatabaseError(f"malformed: {answer}")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _migrate(connection: "sqlite3.Connection") -> None:
    known = len(MIGRATIONS)
    if _version(connection) > known:
        raise Newer(_NEWER, f"user_version {_version(connection)}, known are up to {known}")
    for step, migrate in enumerate(MIGRATIONS):
        if _version(connection) > step:
            continue
        with transaction(connection):
            if _version(connection) == step:  # another window may have been faster
                migrate(connection)
                connection.execute(f"PRAGMA user_version = {step + 1}")


def _version(connection: "sqlite3.Connection") -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_damage(error: Exception) -> bool:
    """Tell damage from other trouble; SQLite's message may itself quote damaged text that can't be decoded."""
    if isinstance(error, UnicodeDecodeError):
        return True
    return any(word in str(error) for word in ("malformed", "not a database", "no such table", "no such column"))


def _kind(error: Exception) -> tuple[type[StorageError], str]:
    text = str(error)
    if is_damage(error):
        return Damaged, _DAMAGED
    if "full" in text or "No space" in text:
        return DiskFull, _FULL
    if (
        "readonly" in text
        or "unable to open" in text
        or isinstance(error, PermissionError | NotADirectoryError | FileExistsError)
    ):
        return Unwritable, _READ_ONLY
    if "locked" in text or "busy" in text:
        return StorageError, _BUSY
    return StorageError, _DAMAGED
