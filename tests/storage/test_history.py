"""Versions of a draft: named ones stay for ever, the others thin out; the bin gives back what was put into it."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.document.block import Block, Document, Run
from assistant.errors import StorageError
from assistant.storage.bin import KEPT_FOR
from assistant.storage.draft import NAMED, RESTORED, SAVED, Base, Caret, Source, View
from assistant.storage.draft_rows import DraftGone
from assistant.storage.drafts import DraftStore
from assistant.storage.history import REVISION_EVERY


def text(words: str) -> Document:
    return Document((Block("0", (Run(words, 0),), 0),))


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **time: float) -> None:
        self.time += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[DraftStore]:
    store = DraftStore(tmp_path / "drafts.sqlite3", clock)
    yield store
    store.close()


@pytest.fixture
def draft(store: DraftStore) -> int:
    return store.create("稿", b"base", "txt", text("初稿"))


class TestVersions:
    def test_a_named_version_keeps_its_note_and_length(self, store: DraftStore, draft: int) -> None:
        version = store.history.keep(draft, text("一、抓学习。"), NAMED, "送审前")
        (info,) = store.history.list(draft)
        assert (info.id, info.reason, info.note, info.words) == (version, NAMED, "送审前", 6)
        assert store.history.load(version) == text("一、抓学习。")

    def test_named_ones_outlive_all_thinning(self, store: DraftStore, draft: int, clock: Clock) -> None:
        for number in range(4):
            store.history.keep(draft, text(f"定{number}"), NAMED, f"第{number}版")
        for day in range(40):
            clock.forward(days=1)
            store.save_current(draft, text(f"第{day}天"))
        notes = [info.note for info in store.history.list(draft) if info.reason == NAMED]
        assert notes == ["第3版", "第2版", "第1版", "第0版"]

    def test_the_same_text_is_kept_once_unless_it_is_named(self, store: DraftStore, draft: int) -> None:
        for _ in range(3):
            store.mark_saved(draft, text("定稿"), Source("稿.txt", "ab", "txt"))
        assert len(store.history.list(draft)) == 1
        store.history.keep(draft, text("定稿"), NAMED, "送审前")
        store.history.keep(draft, text("定稿"), NAMED, "送审后")
        assert [info.reason for info in store.history.list(draft)] == [NAMED, NAMED, SAVED]

    def test_a_note_makes_a_version_a_named_one(self, store: DraftStore, draft: int) -> None:
        version = store.history.keep(draft, text("恢复前"), RESTORED)
        store.history.describe(version, "留着")
        (info,) = store.history.list(draft)
        assert (info.note, info.reason) == ("留着", NAMED)

    def test_a_removed_version_is_gone_and_said_so(self, store: DraftStore, draft: int) -> None:
        version = store.history.keep(draft, text("甲"), NAMED)
        store.history.remove(version)
        store.history.remove(version)
        with pytest.raises(StorageError, match="已经不在了"):
            store.history.load(version)

    def test_without_history_nothing_is_kept_by_itself(self, store: DraftStore, draft: int, clock: Clock) -> None:
        clock.forward(hours=1)
        store.save_current(draft, text("甲"), history=False)
        store.mark_saved(draft, text("甲"), Source("稿.txt", "ab", "txt"), history=False)
        assert store.history.list(draft) == ()

    def test_the_newest_stands_first_even_after_the_clock_was_set_back(
        self, store: DraftStore, draft: int, clock: Clock
    ) -> None:
        first = store.history.keep(draft, text("甲"), NAMED)
        clock.forward(days=-100)
        second = store.history.keep(draft, text("乙"), NAMED)
        assert [info.id for info in store.history.list(draft)] == [second, first]

    def test_a_version_takes_little_room(self, store: DraftStore, draft: int, tmp_path: Path) -> None:
        long = Document(tuple(Block(str(i), (Run("抓好学习，推动落实。" * 20, i),), i) for i in range(150)))
        store.history.keep(draft, long, NAMED)
        with sqlite3.connect(tmp_path / "drafts.sqlite3") as connection:
            (size,) = connection.execute("SELECT length(document) FROM revision").fetchone()
        connection.close()
        assert size < 20_000, "30,000 characters"
        assert store.history.load(store.history.list(draft)[0].id) == long

    def test_a_damaged_version_spoils_no_other(self, store: DraftStore, draft: int, tmp_path: Path) -> None:
        bad, good = (store.history.keep(draft, text(words), NAMED) for words in ("甲", "乙"))
        with sqlite3.connect(tmp_path / "drafts.sqlite3") as connection:
            connection.execute("UPDATE revision SET document = X'0011' WHERE id = ?", (bad,))
        connection.close()
        assert store.history.load(good) == text("乙")
        with pytest.raises(StorageError, match="已损坏"):
            store.history.load(bad)

    def test_a_revision_is_due_after_a_while(self, store: DraftStore, draft: int, clock: Clock) -> None:
        clock.time += REVISION_EVERY / 2
        store.save_current(draft, text("甲"))
        assert store.history.list(draft) == ()
        clock.time += REVISION_EVERY / 2
        store.save_current(draft, text("乙"))
        assert len(store.history.list(draft)) == 1


class TestPlace:
    def test_where_the_user_was_comes_back_with_the_draft(self, store: DraftStore, draft: int) -> None:
        view = View(7, ("一", "二"), 1)
        store.save_current(draft, text("甲"), caret=Caret(3, 4), view=view)
        assert (store.load(draft).caret, store.load(draft).view) == (Caret(3, 4), view)
        store.save_current(draft, text("乙"), caret=Caret(1, 0))
        assert store.load(draft).view == view, "a saving that knows no view leaves it"

    def test_looking_at_a_draft_does_not_make_it_unsaved(self, store: DraftStore, draft: int, clock: Clock) -> None:
        store.mark_saved(draft, text("定稿"), Source("稿.txt", "ab", "txt"))
        before = store.load(draft).info
        clock.forward(hours=3)
        store.keep_view(draft, Caret(0, 1), View(2))
        assert store.load(draft).info == before
        assert (store.load(draft).caret, store.load(draft).view) == (Caret(0, 1), View(2))

    def test_a_draft_goes_on_over_another_base(self, store: DraftStore, draft: int) -> None:
        store.save_current(draft, text("改稿"), base=Base("新底稿".encode(), "docx"))
        loaded = store.load(draft)
        assert (loaded.base.decode(), loaded.base_format, loaded.document) == ("新底稿", "docx", text("改稿"))

    def test_drafts_of_a_file_are_found_by_its_path(self, store: DraftStore, draft: int) -> None:
        store.mark_saved(draft, text("定稿"), Source("/家/稿.txt", "ab", "txt"))
        store.bin.put(store.create("旧稿", b"", "txt", text("旧"), source=Source("/家/稿.txt")))
        assert [info.id for info in store.of_file("/家/稿.txt")] == [draft]
        assert store.of_file("/家/别的.txt") == ()


class TestBin:
    def test_a_deleted_draft_is_offered_nowhere_but_in_the_bin(self, store: DraftStore, draft: int) -> None:
        store.bin.put(draft)
        assert (store.list(), store.unsaved()) == ((), ())
        (info,) = store.deleted()
        assert info.deleted == "2026-11-20T08:00:00.000+00:00"

    def test_it_comes_back_with_its_history(self, store: DraftStore, draft: int) -> None:
        store.history.keep(draft, text("甲"), NAMED, "送审前")
        store.bin.put(draft)
        store.bin.take_back(draft)
        assert [info.id for info in store.unsaved()] == [draft]
        assert len(store.history.list(draft)) == 1

    def test_writing_on_takes_it_out(self, store: DraftStore, draft: int) -> None:
        store.bin.put(draft)
        store.save_current(draft, text("接着写"))
        assert [info.id for info in store.list()] == [draft]

    def test_only_what_lies_in_the_bin_can_be_destroyed(self, store: DraftStore, draft: int) -> None:
        gone = store.create("不要的", b"", "txt", text("乙"))
        store.bin.put(gone)
        store.bin.destroy([draft, gone])
        assert (len(store.list()), store.deleted()) == (1, ())
        with pytest.raises(DraftGone):
            store.load(gone)

    def test_it_is_emptied_after_a_season_and_not_before(self, store: DraftStore, draft: int, clock: Clock) -> None:
        kept = store.create("在写的", b"", "txt", text("乙"))
        store.bin.put(draft)
        clock.time += KEPT_FOR
        store.save_current(kept, text("丙"))
        assert store.bin.expire() == 0
        clock.forward(minutes=1)
        assert store.bin.expire() == 1
        assert [info.id for info in store.list()] == [kept]

    def test_a_clock_that_jumps_ahead_empties_nothing(self, store: DraftStore, draft: int, clock: Clock) -> None:
        store.bin.put(draft)
        clock.forward(days=10_000)
        assert store.bin.expire() == 0
        assert len(store.deleted()) == 1
