"""Drafts from another computer, joined with those of this one."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.errors import StorageError
from assistant.storage.carrying import MINE, THEIRS, Brought
from assistant.storage.drafts import DraftStore
from tests.builders import doc


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2025, 12, 1, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Callable[[str], DraftStore]]:
    clock, stores = Clock(), []

    def switch_on(name: str) -> DraftStore:
        store = DraftStore(tmp_path / name / "drafts.sqlite3", clock)
        stores.append(store)
        return store

    yield switch_on
    for store in stores:
        store.close()


def texts(store: DraftStore) -> dict[str, list[str]]:
    """Return the paragraphs of every draft by its title."""
    return {info.title: [block.text for block in store.load(info.id).document.blocks] for info in store.list()}


def versions(store: DraftStore, draft: int) -> list[tuple[str, str]]:
    """Return note and first paragraph of the named versions of a draft."""
    named = [info for info in store.history.list(draft) if info.note]
    return [(info.note, store.history.load(info.id).blocks[0].text) for info in named]


def test_what_is_new_comes_whole(computer: Callable[[str], DraftStore]) -> None:
    office, home = computer("office"), computer("home")
    draft = office.create("稿一", b"base", "docx", doc("甲"))
    office.history.keep(draft, doc("更早"), "named", "初稿")
    office.past.add("去年.docx", doc("乙"), "a", year=2024)
    home.create("家里的稿", b"other", "docx", doc("丙"))
    assert home.copies.bring(office.copies.snapshot(), None) == Brought(drafts=1, both=0, reports=1)
    assert texts(home) == {"稿一": ["甲"], "家里的稿": ["丙"]}
    (brought,) = [info for info in home.list() if info.title == "稿一"]
    assert home.load(brought.id).base == b"base"
    assert versions(home, brought.id) == [("初稿", "更早")]
    assert [info.name for info in home.past.list()] == ["去年.docx"]


def test_bringing_twice_brings_nothing_twice(computer: Callable[[str], DraftStore]) -> None:
    office, home = computer("office"), computer("home")
    draft = office.create("稿", b"base", "docx", doc("甲"))
    office.history.keep(draft, doc("更早"), "named", "初稿")
    office.past.add("去年.docx", doc("乙"), "a")
    home.copies.bring(office.copies.snapshot(), None)
    assert home.copies.bring(office.copies.snapshot(), None) == Brought()
    (info,) = home.list()
    assert len(home.history.list(info.id)) == 1


def test_the_text_changed_last_goes_on_and_the_other_becomes_a_version(
    computer: Callable[[str], DraftStore],
) -> None:
    office, home = computer("office"), computer("home")
    draft = office.create("稿", b"base", "docx", doc("甲"))
    home.copies.bring(office.copies.snapshot(), None)
    (info,) = home.list()
    office.save_current(draft, doc("单位改的"))
    home.save_current(info.id, doc("家里改的"))
    assert home.copies.bring(office.copies.snapshot(), None) == Brought(both=1)
    assert texts(home) == {"稿": ["家里改的"]}
    assert versions(home, info.id) == [(THEIRS, "单位改的")]
    office.copies.bring(home.copies.snapshot(), None)
    assert texts(office) == {"稿": ["家里改的"]}
    assert (MINE, "单位改的") in versions(office, draft) or (THEIRS, "单位改的") in versions(office, draft)


def test_the_text_on_the_desk_is_never_replaced(computer: Callable[[str], DraftStore]) -> None:
    office, home = computer("office"), computer("home")
    office.create("稿", b"base", "docx", doc("甲"))
    home.copies.bring(office.copies.snapshot(), None)
    (mine,), (theirs,) = home.list(), office.list()
    home.save_current(mine.id, doc("桌上的"))
    office.save_current(theirs.id, doc("更新的"))
    home.copies.bring(office.copies.snapshot(), mine.id)
    assert texts(home) == {"稿": ["桌上的"]}
    assert versions(home, mine.id) == [(THEIRS, "更新的")]


def test_a_draft_in_the_bin_of_one_side_is_kept(computer: Callable[[str], DraftStore]) -> None:
    office, home = computer("office"), computer("home")
    office.create("稿", b"base", "docx", doc("甲"))
    home.copies.bring(office.copies.snapshot(), None)
    (info,) = home.list()
    home.bin.put(info.id)
    home.copies.bring(office.copies.snapshot(), None)
    assert texts(home) == {"稿": ["甲"]}


@pytest.mark.parametrize("data", [b"no database at all", b"SQLite format 3\0" + b"rubbish" * 500])
def test_damaged_drafts_change_nothing_here(computer: Callable[[str], DraftStore], data: bytes) -> None:
    home = computer("home")
    home.create("稿", b"base", "docx", doc("甲"))
    with pytest.raises(StorageError, match="本机的文稿没有变动") as raised:
        home.copies.bring(data, None)
    assert type(raised.value) is StorageError, "the store must not think itself damaged"
    assert texts(home) == {"稿": ["甲"]}


def test_drafts_of_a_later_version_change_nothing_here(computer: Callable[[str], DraftStore], tmp_path: Path) -> None:
    home, later = computer("home"), tmp_path / "later.sqlite3"
    later.write_bytes(computer("office").copies.snapshot())
    with contextlib.closing(sqlite3.connect(later)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StorageError, match="升级程序") as raised:
        home.copies.bring(later.read_bytes(), None)
    assert type(raised.value) is StorageError
