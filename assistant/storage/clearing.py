"""Clear what is kept on this machine, so that it can't be had back."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import StorageError
from assistant.storage.backups import backup_folder
from assistant.storage.database import transaction

if TYPE_CHECKING:
    import sqlite3


STILL_THERE = "有些备份文件正被别的程序占用，没有删掉，其余的已经清除，请关掉占用它的程序再清除一次。"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds: drafts (also of the bin), how many no file holds, versions, past reports, bytes on disk."""

    drafts: int = 0
    unsaved: int = 0
    versions: int = 0
    reports: int = 0
    size: int = 0


def kept(connection: "sqlite3.Connection", path: Path, besides: int | None) -> Kept:
    """Count what is kept in the database at `path`, the draft `besides` left out."""
    counts = connection.execute(
        "SELECT (SELECT count(*) FROM draft WHERE id IS NOT :besides), "
        "(SELECT count(*) FROM draft d JOIN current c ON c.draft = d.id "
        " WHERE d.id IS NOT :besides AND c.clean = 0 AND d.deleted IS NULL), "
        "(SELECT count(*) FROM revision WHERE draft IS NOT :besides), (SELECT count(*) FROM past_report)",
        {"besides": besides},
    ).fetchone()
    drafts, unsaved, versions, reports = counts
    return Kept(drafts, unsaved, versions, reports, sum(_size(file) for file in _files(path)))


def clear_drafts(connection: "sqlite3.Connection", besides: int | None) -> None:
    """Delete every draft but `besides` and every version.

    What is deleted is overwritten in the database and the file shrinks. Of `besides` the text goes on, its versions go.
    """
    connection.execute("PRAGMA secure_delete = ON")
    with transaction(connection):
        connection.execute("DELETE FROM draft WHERE id IS NOT ?", (besides,))
        connection.execute("DELETE FROM revision")
    _shrink(connection)


def clear_copies(path: Path) -> None:
    """Delete the backups and damaged copies beside the database; raise StorageError where one can't be deleted."""
    try:
        if backup_folder(path).exists():
            shutil.rmtree(backup_folder(path))
        for file in path.parent.glob(f"{path.stem}-damaged-*"):
            file.unlink()
    except OSError as error:
        raise StorageError(STILL_THERE, f"{type(error).__name__}: {error}") from error


def clear_past(connection: "sqlite3.Connection") -> None:
    """Forget every past report; the files they were read from stay as they are."""
    connection.execute("PRAGMA secure_delete = ON")
    with transaction(connection):
        connection.execute("DELETE FROM past_report")
    _shrink(connection)


def _shrink(connection: "sqlite3.Connection") -> None:
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _files(path: Path) -> list[Path]:
    beside = [file for file in path.parent.glob(f"{path.stem}*") if file.is_file()]
    folder = backup_folder(path)
    return beside + (list(folder.iterdir()) if folder.is_dir() else [])


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # gone meanwhile: it takes no room
        return 0
