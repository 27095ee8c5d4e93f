import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import assistant
from assistant.document.block import Block, Document, Run
from assistant.errors import StorageError
from assistant.storage import database
from assistant.storage.drafts import DraftStore
from assistant.storage.migrations import MIGRATIONS
from assistant.storage.opening import open_database

NOW = datetime(2025, 11, 20, 8, 0, tzinfo=UTC)
DOCUMENT = Document((Block("0", (Run("一、履职情况" * 200),)),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drafts.db"


@pytest.fixture
def full(path: Path) -> Path:
    """A database with some drafts in it, closed."""
    store = DraftStore(path)
    for i in range(20):
        store.create(f"稿{i}", bytes(3000), "docx", DOCUMENT)
    store.close()
    return path


def test_a_new_database_is_safe_and_current(path: Path) -> None:
    connection, notice = open_database(path, NOW)
    pragma = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert (notice, pragma) == ("", {"journal_mode": "wal", "synchronous": 2})
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()


def test_opening_again_changes_nothing(full: Path) -> None:
    store = DraftStore(full)
    assert (len(store.list()), store.notice) == (20, "")
    store.close()


# Damage


def damaged_files(path: Path) -> list[Path]:
    return [file for file in path.parent.iterdir() if "-damaged-" in file.name and file.suffix == ".db"]


@pytest.mark.parametrize("junk", [b"this is no database " * 100, bytes(5000)])
def test_a_file_that_is_no_database_is_set_aside(path: Path, junk: bytes) -> None:
    path.write_bytes(junk)
    store = DraftStore(path)
    (kept,) = damaged_files(path)
    assert kept.read_bytes() == junk
    assert kept.name in store.notice
    assert (store.notice.endswith("。"), store.list()) == (True, ())
    store.close()


def test_a_damaged_database_is_set_aside_and_the_next_start_is_calm(full: Path) -> None:
    data = bytearray(full.read_bytes())
    data[4096:12288] = random.Random(1).randbytes(8192)
    full.write_bytes(data)
    store = DraftStore(full)
    assert store.notice
    assert damaged_files(full)[0].read_bytes() == data
    store.create("新稿", b"", "docx", DOCUMENT)
    store.close()
    again = DraftStore(full)
    assert (again.notice, len(again.list())) == ("", 21)
    again.close()


@pytest.mark.parametrize("seed", range(12))
def test_random_damage_never_crashes(full: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(full.read_bytes())
    for _ in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    full.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
    store = DraftStore(full)
    draft = store.create("新稿", b"", "docx", DOCUMENT)
    assert store.load(draft).document == DOCUMENT
    for info in store.list():
        with contextlib.suppress(StorageError):
            store.load(info.id)
        store.save_current(info.id, DOCUMENT)
    store.close()


# Faults


def test_a_database_of_a_later_version_is_left_alone(full: Path) -> None:
    with sqlite3.connect(full) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = full.read_bytes()
    with pytest.raises(StorageError, match="升级"):
        DraftStore(full)
    assert full.read_bytes() == before
    assert damaged_files(full) == []


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="文件夹"):
        DraftStore(tmp_path / "file" / "drafts.db")


def test_a_full_disk(full: Path) -> None:
    store = DraftStore(full)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError, match="磁盘已满"):
        store.create("大稿", bytes(100_000), "docx", DOCUMENT)
    assert len(store.list()) == 20
    store._connection.execute("PRAGMA max_page_count = 100000")
    store.create("大稿", bytes(100_000), "docx", DOCUMENT)
    assert len(store.list()) == 21
    store.close()


def test_a_store_that_may_only_be_read(full: Path) -> None:
    store = DraftStore(full)
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match="不能写入"):
        store.save_current(1, DOCUMENT)
    store.close()


def test_another_window_that_holds_the_store(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT_SECONDS", 0)
    store = DraftStore(full)
    other = sqlite3.connect(full, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="另一个窗口"):
        store.save_current(1, DOCUMENT)
    other.execute("ROLLBACK")
    other.close()
    store.save_current(1, DOCUMENT)
    store.close()


def test_a_failing_migration_leaves_the_database_as_it_was(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE revision")
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, fail))
    with pytest.raises(StorageError):
        DraftStore(full)
    monkeypatch.undo()
    store = DraftStore(full)
    assert (len(store.list()), store.history.list(1)) == (20, ())
    store.close()


def test_a_later_step_brings_an_old_database_up_to_date(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def add(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE draft ADD COLUMN note TEXT")

    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, add))
    connection, _ = open_database(full, NOW)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    assert connection.execute("SELECT count(*), max(note) FROM draft").fetchone() == (20, None)
    connection.close()


# A writer killed with -9

WRITER = """
import sys
from pathlib import Path
from assistant.document.block import Block, Document, Run
from assistant.storage.drafts import DraftStore

store = DraftStore(Path(sys.argv[1]))
draft = store.create("稿", b"", "docx", Document())
for i in range(10**9):
    store.save_current(draft, Document((Block("0", (Run(f"{i} " + "字" * 5000),)),)))
    print(i, flush=True)
"""


@pytest.fixture
def writer(path: Path) -> Iterator["subprocess.Popen[str]"]:
    program = Path(assistant.__file__).parents[1]
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=program) as process:
        yield process
        process.kill()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the platform has no SIGKILL")
@pytest.mark.parametrize("saves", [1, 17, 40])
def test_what_was_saved_survives_kill_9(path: Path, writer: "subprocess.Popen[str]", saves: int) -> None:
    assert writer.stdout is not None
    for _ in range(saves):
        reported = int(writer.stdout.readline())
    writer.kill()
    rest = writer.stdout.read().split()
    last = int(rest[-1]) if rest else reported
    store = DraftStore(path)
    assert store.notice == ""
    (info,) = store.unsaved()
    number, _, words = store.load(info.id).document.blocks[0].text.partition(" ")
    assert int(number) >= last
    assert words == "字" * 5000
    store.close()
