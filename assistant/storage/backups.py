"""Rolling backups of the draft database: whole copies beside it, some recent ones and one of each day of the week."""

import contextlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import StorageError
from assistant.storage.database import check, plain_errors

if TYPE_CHECKING:
    import sqlite3

EVERY = timedelta(hours=1)
"""How old the last backup is when another one is due."""
RECENT, DAYS = 10, 7
"""How many of the last backups are kept, and for how many days one of each day."""
MOST_BYTES = 400_000_000
"""What all backups together may take; the last two stay whatever they take."""
ROOM = 100_000_000
"""Bytes that must stay free on the disk beside a new backup: the text being written comes first."""

_NAME = re.compile(r"(\d{8})-(\d{8}-\d{6})\.sqlite3")
_NO_ROOM = "磁盘空间不多了，没有再做草稿备份，草稿本身还在照常保存，请清理磁盘。"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: `number` rises with every one, whatever the clock says."""

    path: Path
    number: int
    made: datetime


def backup_folder(path: Path) -> Path:
    """Return where the backups of a database lie."""
    return path.with_name(f"{path.stem}-backups")


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of the database at `path`, the last one made first."""
    found = []
    with contextlib.suppress(OSError):  # no folder, no backups
        for file in backup_folder(path).iterdir():
            match = _NAME.fullmatch(file.name)
            if match:
                with contextlib.suppress(ValueError):  # a name with no date in it is none of ours
                    made = datetime.strptime(match[2], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
                    found.append(Backup(file, int(match[1]), made))
    return tuple(sorted(found, key=lambda backup: backup.number, reverse=True))


def is_due(path: Path, now: datetime) -> bool:
    """Tell whether the database at `path` should be backed up; also where the clock was set back."""
    last = backups(path)[:1]
    return path.exists() and (not last or abs(now - last[0].made) >= EVERY)


def back_up(path: Path, now: datetime) -> Path:
    """Copy the database at `path`, drop superfluous backups and return the new one.

    Takes its own connection, so that it may run beside the thread that writes, which it does not hold up. Raises
    StorageError where there is no room or the copy is damaged; no older backup is dropped then.
    """
    import sqlite3

    with plain_errors():
        if shutil.disk_usage(path.parent).free < ROOM + path.stat().st_size:
            raise StorageError(_NO_ROOM, str(path))
        known = backups(path)
        folder = backup_folder(path)
        folder.mkdir(exist_ok=True)
        for rest in folder.glob("*.tmp"):  # of a backup that was cut off
            rest.unlink(missing_ok=True)
        number = known[0].number + 1 if known else 1
        target = folder / f"{number:08}-{now.astimezone(UTC):%Y%m%d-%H%M%S}.sqlite3"
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)) as source:
            copy_to(source, target)
        for backup in superfluous(backups(path), now):
            backup.path.unlink(missing_ok=True)
    return target


def copy_to(source: "sqlite3.Connection", target: Path) -> None:
    """Copy a database into one file that was not there, sound and on the disk, or leave nothing behind."""
    import os
    import sqlite3

    temporary = target.with_name(f"{target.name}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy)
            check(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a -wal that might be left behind
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def superfluous(known: Sequence[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups to drop, of those given with the last one first."""
    days: set[object] = set()
    drop, total = [], 0
    for place, backup in enumerate(known):
        day = backup.made.date()
        young = now - backup.made <= timedelta(days=DAYS)
        keep = place < RECENT or (young and day not in days)
        days.add(day)
        with contextlib.suppress(OSError):  # gone meanwhile: it takes no room
            total += backup.path.stat().st_size if keep else 0
        if not keep or (place >= 2 and total > MOST_BYTES):
            drop.append(backup)
    return tuple(drop)
