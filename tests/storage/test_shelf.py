"""Drafts and past reports on one shelf."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.storage.draft import Source
from assistant.storage.drafts import DraftStore
from assistant.storage.passages import About, Owner
from assistant.storage.shelf import entries, stale, text_of
from tests.builders import doc


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    store = DraftStore(tmp_path / "drafts.db")
    yield store
    store.close()


def test_the_shelf_holds_drafts_and_past_reports(store: DraftStore) -> None:
    draft = store.create("今年.docx", b"base", "docx", doc("甲"), source=Source("稿/今年.docx"))
    past = store.past.add("去年.docx", doc("乙"), "a", kind="combined", year=2024)
    by_owner = {entry.owner: entry for entry in entries(store)}
    assert by_owner[Owner("draft", draft)].title == "今年.docx"
    assert by_owner[Owner("draft", draft)].path == "稿/今年.docx"
    assert by_owner[Owner("draft", draft)].unsaved
    assert by_owner[Owner("past", past)].about.year == 2024
    assert not by_owner[Owner("past", past)].unsaved
    assert text_of(store, Owner("draft", draft)) == doc("甲")
    assert text_of(store, Owner("past", past)) == doc("乙")


def test_a_changed_draft_is_stale_until_it_is_indexed(store: DraftStore) -> None:
    draft = Owner("draft", store.create("稿", b"base", "docx", doc("甲")))
    (stamp,) = stale(store).values()
    store.passages.put(draft, stamp, doc("甲"), About("combined", 2025, "甲局", 1))
    assert stale(store) == {}
    (entry,) = entries(store)
    assert entry.about == About("combined", 2025, "甲局", 1)
