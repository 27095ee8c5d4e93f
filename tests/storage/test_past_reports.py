"""Reports of earlier years, kept beside the drafts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import StorageError
from assistant.storage.drafts import DraftStore
from assistant.storage.past_reports import PastReports
from tests.builders import doc


@pytest.fixture
def past(tmp_path: Path) -> Iterator[PastReports]:
    store = DraftStore(tmp_path / "drafts.db")
    yield store.past
    store.close()


def test_a_past_report_comes_back_whole(past: PastReports) -> None:
    text = doc("# 一、主要工作", "全年讲党课4次。")
    report = past.add(
        "2024年述职.docx", text, "a1", path="去年/2024年述职.docx", kind="combined", year=2024, unit="林业局"
    )
    (info,) = past.list()
    assert (info.id, info.name, info.path) == (report, "2024年述职.docx", "去年/2024年述职.docx")
    assert (info.kind, info.year, info.unit, info.learned) == ("combined", 2024, "林业局", False)
    assert past.load(report) == text


def test_the_latest_year_comes_first(past: PastReports) -> None:
    for year in (2022, 2024, 2023):
        past.add(f"{year}.docx", doc(str(year)), str(year), year=year)
    assert [info.year for info in past.list()] == [2024, 2023, 2022]


def test_the_same_file_is_kept_once_and_stays_learned(past: PastReports) -> None:
    first = past.add("稿.docx", doc("旧"), "same", learned=True)
    again = past.add("改名.docx", doc("旧"), "same", year=2023)
    assert first == again
    assert [(info.name, info.year, info.learned) for info in past.list()] == [("改名.docx", 2023, True)]


def test_learning_can_be_switched_on_and_off(past: PastReports) -> None:
    report = past.add("稿.docx", doc("甲"), "a")
    past.set_learned(report, learned=True)
    assert [info.id for info in past.learned()] == [report]
    past.set_learned(report, learned=False)
    assert past.learned() == ()


def test_a_removed_report_is_gone_and_said_so(past: PastReports) -> None:
    report = past.add("稿.docx", doc("甲"), "a")
    past.remove(report)
    assert past.list() == ()
    with pytest.raises(StorageError, match="已经不在了"):
        past.load(report)
