import sqlite3
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.document.block import Block, Document, Marks, Run, Said
from assistant.document.context import Context, Unit
from assistant.errors import StorageError
from assistant.storage.draft import Caret, Source
from assistant.storage.drafts import DraftStore
from assistant.storage.history import REVISION_EVERY

BASE = b"PK\x03\x04 the file as it was opened"
CONTEXT = Context(kind="party_building", year=2025, unit=Unit(name="某某局党组"))


def text(words: str) -> Document:
    return Document((Block("0", (Run(words, 3, Marks.BOLD),), origin=0, said=Said(1)),))


class Clock:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.time = datetime(2025, 11, 20, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, delta: timedelta) -> None:
        self.time += delta


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> DraftStore:
    return DraftStore(tmp_path / "数据 folder" / "drafts.db", clock)


@pytest.fixture(autouse=True)
def _closed(store: DraftStore) -> object:
    yield
    store.close()


def new(store: DraftStore, words: str = "初稿") -> int:
    return store.create("述职报告", BASE, "docx", text(words), context=CONTEXT)


def test_a_fresh_store_is_empty_and_has_nothing_to_say(store: DraftStore) -> None:
    assert (store.list(), store.unsaved(), store.notice) == ((), (), "")


def test_a_draft_comes_back_whole(store: DraftStore) -> None:
    source = Source("报告.docx", "ab12", "docx")
    draft = store.create("述职报告", BASE, "docx", text("初稿"), source=source, context=CONTEXT, clean=True)
    loaded = store.load(draft)
    assert (loaded.base, loaded.base_format, loaded.document) == (BASE, "docx", text("初稿"))
    assert (loaded.context, loaded.caret) == (CONTEXT, Caret())
    assert (loaded.info.title, loaded.info.source, loaded.info.clean) == ("述职报告", source, True)
    assert loaded.info.created == loaded.info.updated == "2025-11-20T08:00:00.000+00:00"


def test_saving_overwrites_the_text_and_gives_the_time(store: DraftStore, clock: Clock) -> None:
    draft = new(store)
    clock.forward(timedelta(seconds=90))
    time = store.save_current(draft, text("改稿"), caret=Caret(4, 7), title="新题目", context=Context(year=2026))
    loaded = store.load(draft)
    assert time == loaded.info.updated == "2025-11-20T08:01:30.000+00:00"
    assert (loaded.document, loaded.caret, loaded.info.title) == (text("改稿"), Caret(4, 7), "新题目")
    assert loaded.context == Context(year=2026)
    assert loaded.base == BASE


def test_title_and_context_stay_where_nothing_is_said_of_them(store: DraftStore) -> None:
    draft = new(store)
    store.save_current(draft, text("改稿"))
    assert (store.load(draft).info.title, store.load(draft).context) == ("述职报告", CONTEXT)


def test_the_next_start_finds_what_was_not_saved_to_a_file(store: DraftStore, clock: Clock) -> None:
    saved, unsaved, changed = new(store), new(store), new(store)
    for draft in (saved, changed):
        store.mark_saved(draft, text("初稿"), Source("报告.txt", "cd34", "txt"))
    clock.forward(timedelta(seconds=2))
    store.save_current(changed, text("又改"))
    assert [info.id for info in store.unsaved()] == [changed, unsaved]
    assert [info.id for info in store.list()] == [changed, saved, unsaved]


def test_saving_to_a_file_records_where(store: DraftStore) -> None:
    draft = new(store)
    store.mark_saved(draft, text("定稿"), Source("报告.txt", "cd34", "txt"), caret=Caret(1, 2))
    loaded = store.load(draft)
    assert (loaded.info.clean, loaded.info.source) == (True, Source("报告.txt", "cd34", "txt"))
    assert (loaded.document, loaded.base_format, loaded.caret) == (text("定稿"), "docx", Caret(1, 2))


def test_a_save_is_kept_as_a_revision(store: DraftStore) -> None:
    draft = new(store)
    store.mark_saved(draft, text("定稿"), Source("报告.docx", "cd34"))
    store.save_current(draft, text("又改"))
    (revision,) = store.history.list(draft)
    assert revision.reason == "saved"
    assert store.history.load(revision.id) == text("定稿")


def test_a_revision_is_kept_every_few_minutes_of_writing(store: DraftStore, clock: Clock) -> None:
    draft = new(store)
    for minute in range(30):
        clock.forward(timedelta(minutes=1))
        store.save_current(draft, text(f"第{minute}分"))
    revisions = store.history.list(draft)
    assert len(revisions) == 30 * timedelta(minutes=1) // REVISION_EVERY
    assert {revision.reason for revision in revisions} == {"timed"}
    assert store.history.load(revisions[0].id) == text("第29分")


def test_a_clock_set_back_stops_neither_drafts_nor_revisions(store: DraftStore, clock: Clock) -> None:
    draft = new(store)
    clock.forward(timedelta(days=-400))
    store.save_current(draft, text("改稿"))
    assert store.load(draft).document == text("改稿")
    assert len(store.history.list(draft)) == 1


def test_saves_within_one_tick_of_the_clock_have_times_of_their_own(store: DraftStore) -> None:
    draft = new(store)
    times = [store.load(draft).info.updated, *(store.save_current(draft, text(f"{i}稿")) for i in range(3))]
    assert times == sorted(set(times))


def test_old_revisions_are_thinned(store: DraftStore, clock: Clock) -> None:
    draft = new(store)
    for minute in range(5):
        clock.forward(timedelta(minutes=11))
        store.save_current(draft, text(f"稿{minute}"))
    clock.forward(timedelta(days=30))
    store.save_current(draft, text("稿"))
    assert len(store.history.list(draft)) == 2


def test_delete_takes_everything_of_a_draft_and_nothing_else(store: DraftStore, tmp_path: Path) -> None:
    kept, gone = new(store), new(store)
    store.mark_saved(gone, text("定稿"), Source("报告.docx", "cd34"))
    store.bin.put(gone)
    store.bin.destroy([gone])
    store.bin.destroy([gone])
    assert [info.id for info in store.list()] == [kept]
    with sqlite3.connect(tmp_path / "数据 folder" / "drafts.db") as connection:
        for table in ("base", "current"):
            assert connection.execute(f"SELECT draft FROM {table}").fetchall() == [(kept,)]
        assert connection.execute("SELECT count(*) FROM revision").fetchone() == (0,)
    connection.close()


def test_a_draft_that_is_gone_is_named_plainly(store: DraftStore) -> None:
    for use in (
        lambda: store.load(99),
        lambda: store.save_current(99, text("稿")),
        lambda: store.mark_saved(99, text("稿"), Source()),
        lambda: store.history.load(99),
    ):
        with pytest.raises(StorageError, match="已经不在了"):
            use()


def test_an_id_is_never_used_again(store: DraftStore) -> None:
    first = new(store)
    store.bin.put(first)
    store.bin.destroy([first])
    assert new(store) != first


def test_a_damaged_record_spoils_only_its_draft(store: DraftStore, tmp_path: Path) -> None:
    damaged, whole = new(store), new(store)
    with sqlite3.connect(tmp_path / "数据 folder" / "drafts.db") as connection:
        connection.execute("UPDATE current SET document = X'00' WHERE draft = ?", (damaged,))
    connection.close()
    assert len(store.list()) == 2
    assert store.load(whole).document == text("初稿")
    with pytest.raises(StorageError, match="已损坏"):
        store.load(damaged)


def test_names_that_sqlite_cannot_hold_do_not_stop_a_draft(store: DraftStore) -> None:
    draft = store.create("题\udcff", BASE, "docx", text("稿\udcff"), source=Source("报告\udcff.docx"))
    loaded = store.load(draft)
    assert (loaded.info.title, loaded.info.source.path) == ("题?", None)
    assert loaded.document == text("稿\udcff")


def test_a_store_belongs_to_one_thread(store: DraftStore) -> None:
    caught: list[Exception] = []

    def use() -> None:
        try:
            store.list()
        except StorageError as error:
            caught.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert "thread" in str(getattr(caught[0], "detail", ""))


def test_two_windows_share_one_store(store: DraftStore, tmp_path: Path, clock: Clock) -> None:
    other = DraftStore(tmp_path / "数据 folder" / "drafts.db", clock)
    draft = new(store)
    other.save_current(draft, text("另一个窗口"))
    assert store.load(draft).document == text("另一个窗口")
    other.close()


def test_a_draft_outlives_the_store(store: DraftStore, tmp_path: Path, clock: Clock) -> None:
    draft = new(store)
    store.save_current(draft, replace(text("改稿"), layout="gb9704"))
    again = DraftStore(tmp_path / "数据 folder" / "drafts.db", clock)
    assert again.load(draft).document == replace(text("改稿"), layout="gb9704")
    again.close()
