"""A damaged database is rebuilt from backups, from what is whole in it, and from the mirror of unsaved texts."""

import contextlib
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.document.block import Block, Document, Run
from assistant.document.context import Context
from assistant.errors import StorageError
from assistant.storage import backups
from assistant.storage.backups import DAYS, EVERY, RECENT, Backup, back_up, is_due, superfluous
from assistant.storage.database import Damaged
from assistant.storage.draft import NAMED, Source
from assistant.storage.drafts import DraftStore
from assistant.storage.migrations import MIGRATIONS
from assistant.storage.mirror import mirror_path, mirrored

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def text(words: str) -> Document:
    return Document((Block("0", (Run(words * 40, 0),), 0),))


def texts(store: DraftStore) -> set[str]:
    return {store.load(info.id).document.blocks[0].text[:2] for info in store.list()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drafts.sqlite3"


@pytest.fixture
def open_store(path: Path) -> Callable[[], DraftStore]:
    return lambda: DraftStore(path)


def fill(path: Path, count: int = 5) -> None:
    store = DraftStore(path)
    for number in range(count):
        draft = store.create(f"稿{number}", b"base" * 300, "txt", text(f"文{number}"), context=Context(year=2025))
        store.save_current(draft, text(f"改{number}"))
        store.history.keep(draft, text(f"旧{number}"), NAMED, "送审前")
    store.close()


def wreck(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"rubbish" * 5000)


class TestRebuilding:
    def test_what_was_unsaved_comes_back_without_any_backup(self, path: Path) -> None:
        fill(path)
        wreck(path)
        store = DraftStore(path)
        assert texts(store) == {f"改{number}" for number in range(5)}
        assert "找回 5 份" in store.notice
        assert store.load(1).context == Context(year=2025)
        assert store.load(1).base == b"base" * 300
        store.close()

    def test_what_was_saved_and_its_history_come_back_from_the_last_backup(self, path: Path) -> None:
        fill(path)
        store = DraftStore(path)
        store.mark_saved(1, text("定稿"), Source("稿.txt", "ab", "txt"))
        store.close()
        back_up(path, NOW)
        wreck(path)
        again = DraftStore(path)
        assert "的备份" in again.notice
        assert again.load(1).document == text("定稿")
        assert [info.note for info in again.history.list(1) if info.reason == NAMED] == ["送审前"]
        again.close()

    def test_what_was_written_since_the_backup_is_newer_than_it(self, path: Path) -> None:
        fill(path, 1)
        back_up(path, NOW)
        store = DraftStore(path)
        store.save_current(1, text("最新"))
        new = store.create("新稿", b"x", "txt", text("新稿"))
        store.close()
        wreck(path)
        again = DraftStore(path)
        assert (texts(again), again.load(new).document) == ({"最新", "新稿"}, text("新稿"))
        again.close()

    def test_a_damaged_backup_is_passed_over(self, path: Path) -> None:
        fill(path, 2)
        good = back_up(path, NOW)
        bad = back_up(path, NOW + EVERY)
        bad.write_bytes(b"rubbish" * 1000)
        wreck(path)
        mirror_path(path).unlink()
        store = DraftStore(path)
        assert texts(store) == {"改0", "改1"}
        assert good.exists()
        store.close()

    @pytest.mark.parametrize("seed", range(30))
    def test_random_bytes_cost_no_unsaved_text(self, path: Path, seed: int) -> None:
        fill(path, 8)
        dice = random.Random(seed)
        data = bytearray(path.read_bytes())
        for _ in range(dice.randint(1, 60)):
            start = dice.randrange(len(data))
            data[start : start + 16] = dice.randbytes(len(data[start : start + 16]))
        path.write_bytes(data)
        store = DraftStore(path)
        if store.notice:
            assert texts(store) == {f"改{number}" for number in range(8)}
        else:  # the damage lies where SQLite can't see it; what can be read is right, the rest says so
            for info in store.list():
                with contextlib.suppress(StorageError):
                    assert store.load(info.id).document.blocks
        store.close()

    def test_a_text_whose_base_is_lost_is_kept_as_plain_text(self, path: Path) -> None:
        fill(path, 1)
        mirror_path(path).unlink()
        with sqlite3.connect(path) as connection:
            connection.execute("DELETE FROM base")
        connection.close()
        store = DraftStore(path, distrust=True)
        loaded = store.load(1)
        assert (loaded.base_format, loaded.base.decode()) == ("txt", "改0" * 40)
        assert loaded.document.blocks[0].text == "改0" * 40
        store.close()

    def test_distrust_rebuilds_a_database_that_looks_whole(self, path: Path) -> None:
        fill(path, 3)
        store = DraftStore(path, distrust=True)
        assert texts(store) == {"改0", "改1", "改2"}
        assert len(store.history.list(2)) == 1
        assert "已改名为" in store.notice
        store.close()


class TestMirror:
    def test_it_puts_right_what_no_check_of_the_database_notices(self, path: Path) -> None:
        fill(path, 3)
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE current SET document = replace(document, '改', '坏') WHERE draft = 1")
            connection.execute("UPDATE base SET bytes = X'00' WHERE draft = 2")
        connection.close()
        store = DraftStore(path)
        assert "2 份草稿的记录已损坏，已用副本恢复" in store.notice
        assert texts(store) == {"改0", "改1", "改2"}
        assert store.load(2).base == b"base" * 300
        store.close()
        again = DraftStore(path)
        assert again.notice == ""
        again.close()

    def test_an_older_copy_is_not_believed_over_the_database(self, path: Path) -> None:
        fill(path, 1)
        old = mirror_path(path).read_bytes()
        store = DraftStore(path)
        store.save_current(1, text("最新"))
        store.close()
        mirror_path(path).write_bytes(old)
        again = DraftStore(path)
        assert (texts(again), again.notice) == ({"最新"}, "")
        again.close()

    def test_it_holds_what_no_file_holds(self, path: Path) -> None:
        store = DraftStore(path)
        draft = store.create("稿", b"base", "txt", text("初稿"))
        store.save_current(draft, text("改稿"))
        assert [entry.draft for entry in mirrored(path)] == [draft]
        store.mark_saved(draft, text("定稿"), Source("稿.txt", "ab", "txt"))
        assert list(mirrored(path)) == []
        store.close()

    def test_a_damaged_entry_is_not_believed(self, path: Path) -> None:
        fill(path, 2)
        with sqlite3.connect(mirror_path(path)) as mirror:
            mirror.execute("UPDATE text SET document = replace(document, '改', '坏') WHERE draft = 1")
            mirror.execute("UPDATE base SET bytes = X'00' WHERE draft = 1")
        mirror.close()
        assert [entry.draft for entry in mirrored(path)] == [2]

    def test_a_mirror_that_cannot_be_used_stops_no_draft(self, path: Path) -> None:
        mirror_path(path).write_bytes(b"rubbish" * 1000)
        store = DraftStore(path)
        draft = store.create("稿", b"base", "txt", text("初稿"))
        store.save_current(draft, text("改稿"))
        store.save_current(draft, text("又改"))
        assert texts(store) == {"又改"}
        assert [entry.draft for entry in mirrored(path)] == [draft], "it was begun anew"
        store.close()


class TestBackups:
    def test_one_is_due_at_first_and_then_every_hour(self, path: Path) -> None:
        assert not is_due(path, NOW), "there is nothing to back up"
        fill(path, 1)
        assert is_due(path, NOW)
        back_up(path, NOW)
        assert not is_due(path, NOW + EVERY / 2)
        assert is_due(path, NOW + EVERY)
        assert is_due(path, NOW - EVERY), "the clock was set back"

    def test_it_is_a_whole_database_while_another_connection_writes(self, path: Path) -> None:
        fill(path, 3)
        store = DraftStore(path)
        made = back_up(path, NOW)
        copy = DraftStore(made)
        assert texts(copy) == {"改0", "改1", "改2"}
        for one in (store, copy):
            one.close()

    def test_some_recent_ones_and_one_of_each_day_stay(self) -> None:
        known = [Backup(Path(f"/no/{n}"), 300 - n, NOW - timedelta(hours=n)) for n in range(300)]
        dropped = superfluous(known, NOW)
        kept = [backup for backup in known if backup not in dropped]
        assert kept[:RECENT] == known[:RECENT]
        assert len({backup.made.date() for backup in kept}) == DAYS + 1
        assert len(kept) <= RECENT + DAYS + 1

    def test_their_size_is_bounded(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fill(path, 2)
        monkeypatch.setattr(backups, "MOST_BYTES", path.stat().st_size * 3)
        for hour in range(8):
            back_up(path, NOW + EVERY * hour)
        assert 2 <= len(backups.backups(path)) <= 3
        assert backups.backups(path)[0].number == 8

    def test_a_damaged_database_makes_no_backup_and_drops_none(self, path: Path) -> None:
        fill(path, 8)
        back_up(path, NOW)
        data = bytearray(path.read_bytes())
        data[4096 : 4096 * 4] = random.Random(1).randbytes(4096 * 3)
        path.write_bytes(data)
        with pytest.raises(Damaged):
            back_up(path, NOW + EVERY)
        assert len(backups.backups(path)) == 1
        assert list(backups.backup_folder(path).glob("*.tmp")) == []

    def test_a_disk_nearly_full_is_left_to_the_text(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        fill(path, 1)
        monkeypatch.setattr(backups, "ROOM", 10**18)
        with pytest.raises(StorageError, match="磁盘空间不多"):
            back_up(path, NOW)

    def test_an_older_database_is_backed_up_before_it_is_changed(self, path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            MIGRATIONS[0](connection)
            connection.execute("PRAGMA user_version = 1")
            connection.commit()
        store = DraftStore(path)
        store.close()
        (made,) = backups.backups(path)
        with contextlib.closing(sqlite3.connect(made.path)) as copy:
            assert copy.execute("PRAGMA user_version").fetchone() == (1,)
