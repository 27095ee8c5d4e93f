"""Clearing what is kept on this machine."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.errors import StorageError
from assistant.storage import clearing
from assistant.storage.backups import back_up, backups
from assistant.storage.drafts import DraftStore
from assistant.storage.passages import About, Owner
from tests.builders import doc

SECRET = "只在这一份稿子里的话"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "drafts.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[DraftStore]:
    store = DraftStore(path)
    yield store
    store.close()


def on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_what_is_kept_is_counted(store: DraftStore) -> None:
    draft = store.create("稿", b"base", "docx", doc("甲"))
    store.create("另一份", b"base", "docx", doc("乙"), clean=True)
    store.history.keep(draft, doc("早"), "named", "初稿")
    store.past.add("去年.docx", doc("丙"), "a")
    kept = store.traces.kept()
    assert (kept.drafts, kept.unsaved, kept.versions, kept.reports) == (2, 1, 1, 1)
    assert kept.size > 0
    assert store.traces.kept(besides=draft).drafts == 1


def test_cleared_drafts_leave_no_word_on_the_disk(store: DraftStore, path: Path) -> None:
    draft = store.create("稿", SECRET.encode(), "txt", doc(SECRET))
    store.history.keep(draft, doc(SECRET, "早"), "named", "初稿")
    store.passages.put(Owner("draft", draft), "1", doc(SECRET), About())
    back_up(path, datetime(2025, 12, 1, tzinfo=UTC))
    assert SECRET.encode() in on_disk(path.parent)
    store.traces.clear_drafts()
    assert SECRET.encode() not in on_disk(path.parent)
    assert store.list() == ()
    assert backups(path) == ()
    assert store.passages.search(SECRET) == ()


def test_the_text_on_the_desk_goes_on_without_its_versions(store: DraftStore) -> None:
    draft = store.create("桌上的稿", b"base", "docx", doc("甲"))
    store.history.keep(draft, doc("早"), "named", "初稿")
    store.create("另一份", b"base", "docx", doc("乙"))
    store.traces.clear_drafts(besides=draft)
    assert [info.title for info in store.list()] == ["桌上的稿"]
    assert store.history.list(draft) == ()
    store.save_current(draft, doc("接着写"))
    assert store.load(draft).document == doc("接着写")


def test_past_reports_are_forgotten_for_good(store: DraftStore, path: Path) -> None:
    store.past.add("去年.docx", doc(SECRET), "a", learned=True)
    store.traces.clear_past()
    assert store.past.list() == ()
    assert SECRET.encode() not in on_disk(path.parent)


def test_drafts_that_their_files_hold_can_be_dropped(store: DraftStore) -> None:
    store.create("已存", b"base", "docx", doc("甲"), clean=True)
    store.create("没存", b"base", "docx", doc("乙"))
    open_one = store.create("正开着", b"base", "docx", doc("丙"), clean=True)
    store.traces.drop_saved(besides=open_one)
    assert {info.title for info in store.list()} == {"没存", "正开着"}


def test_a_copy_that_cannot_be_deleted_is_told(store: DraftStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.create("稿", b"base", "docx", doc("甲"))
    back_up(path, datetime(2025, 12, 1, tzinfo=UTC))

    def held(_folder: Path) -> None:
        raise PermissionError("in use")

    monkeypatch.setattr(clearing.shutil, "rmtree", held)
    with pytest.raises(StorageError, match="占用") as raised:
        store.traces.clear_drafts()
    assert type(raised.value) is StorageError, "the store itself is in order"
    assert store.list() == ()
