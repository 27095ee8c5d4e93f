"""Which texts the library shows, and in what words."""

from datetime import date

from assistant.storage.passages import About, Hit, Owner
from assistant.storage.shelf import Entry
from assistant.ui.models.library_rows import Filter, places, reports, rows, years

KINDS = {"party": "抓基层党建工作述职报告", "combined": "抓党建和述责述廉述职报告"}
TODAY = date(2025, 12, 3)
MINE = Entry(Owner("draft", 1), "今年.docx", About("party", 2025, "甲局", 3020), "2025-12-03T01:00:00+00:00", "", True)
OLD = Entry(Owner("past", 1), "去年.docx", About("combined", 2024), "2025-12-01T01:00:00+00:00", "稿/去年.docx")
HITS = (Hit(OLD.owner, 7, "党建"), Hit(OLD.owner, 3, "党建"))


def titles(wanted: Filter, hits: tuple[Hit, ...] | None = None) -> list[str]:
    return [row.title for row in rows((MINE, OLD), KINDS, wanted, hits, TODAY)]


def test_everything_is_shown_at_first() -> None:
    assert titles(Filter()) == ["今年.docx", "去年.docx"]


def test_year_kind_and_source_narrow_the_list() -> None:
    assert titles(Filter(year=2024)) == ["去年.docx"]
    assert titles(Filter(report="party")) == ["今年.docx"]
    assert titles(Filter(source="past")) == ["去年.docx"]
    assert titles(Filter(year=2024, source="draft")) == []


def test_a_search_leaves_the_texts_that_hold_the_words_and_counts_the_paragraphs() -> None:
    (row,) = rows((MINE, OLD), KINDS, Filter(), HITS, TODAY)
    assert (row.title, row.hits) == ("去年.docx", 2)
    assert titles(Filter(), ()) == []
    assert places(HITS, OLD.owner) == (3, 7)


def test_a_row_says_what_the_text_is() -> None:
    mine, old = rows((MINE, OLD), KINDS, Filter(), None, TODAY)
    assert mine.badge == "草稿，未存成文件"
    assert mine.detail.startswith("2025年度 · 3,020 字 · 今天")
    assert mine.detail.endswith(KINDS["party"])
    assert old.badge == "往年报告"
    assert old.detail.startswith("2024年度 · 12月1日")


def test_only_years_and_kinds_that_are_there_are_offered() -> None:
    assert years((MINE, OLD)) == (2025, 2024)
    assert reports((OLD,), KINDS) == (("combined", KINDS["combined"]),)
