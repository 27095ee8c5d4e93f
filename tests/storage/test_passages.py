"""Full-text search in the texts that are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.storage.passages import About, Hit, Owner, PassageIndex
from tests.builders import doc

ONE, OTHER = Owner("draft", 1), Owner("past", 1)
NOTHING = About()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[PassageIndex]:
    index = PassageIndex(tmp_path / "search.sqlite3")
    yield index
    index.close()


def found(index: PassageIndex, words: str) -> list[tuple[Owner, int]]:
    return [(hit.owner, hit.block) for hit in index.search(words)]


def test_a_word_of_two_characters_is_found_inside_a_sentence(index: PassageIndex) -> None:
    index.put(ONE, "1", doc("开头", "全年开展理论学习12次。"), NOTHING)
    assert index.search("理论") == (Hit(ONE, 1, "全年开展理论学习12次。"),)
    assert found(index, "学习1") == [(ONE, 1)]
    assert found(index, "论习") == [], "only characters that follow each other"


def test_all_words_must_stand_in_the_paragraph(index: PassageIndex) -> None:
    index.put(ONE, "1", doc("台账齐全，整改到位。", "台账不齐。"), NOTHING)
    assert found(index, "整改 台账") == [(ONE, 0)]


def test_punctuation_width_and_case_do_not_matter(index: PassageIndex) -> None:
    index.put(ONE, "1", doc("增强“四个意识”、推行ＡＢ岗。"), NOTHING)
    for words in ("四个意识", "“四个意识”", "ab岗", "意识、推行"):
        assert found(index, words) == [(ONE, 0)], words


@pytest.mark.parametrize("words", ["", "  ", "，。", '"', "AND", "a*", "NEAR(", "(", "党 AND"])
def test_nothing_typed_breaks_the_search(index: PassageIndex, words: str) -> None:
    index.put(ONE, "1", doc("党建工作"), NOTHING)
    assert found(index, words) == []


@given(st.text(max_size=12))
def test_whatever_is_typed_is_answered(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    index = PassageIndex(tmp_path_factory.mktemp("index") / "search.sqlite3")
    try:
        index.put(ONE, "1", doc("党建工作"), NOTHING)
        index.search(words)
    finally:
        index.close()


def test_a_text_indexed_again_is_found_as_it_is_now(index: PassageIndex) -> None:
    index.put(ONE, "1", doc("旧的说法"), NOTHING)
    index.put(ONE, "2", doc("新的说法"), NOTHING)
    assert found(index, "旧的") == []
    assert found(index, "新的") == [(ONE, 0)]


def test_the_last_indexed_comes_first(index: PassageIndex) -> None:
    index.put(ONE, "1", doc("党建"), NOTHING)
    index.put(OTHER, "1", doc("党建"), NOTHING)
    assert [owner for owner, _ in found(index, "党建")] == [OTHER, ONE]


def test_stale_are_the_new_and_the_changed_and_what_is_gone_is_dropped(index: PassageIndex) -> None:
    index.put(ONE, "1", doc("甲乙"), About("combined", 2024, "甲局", 2))
    assert index.about() == {ONE: About("combined", 2024, "甲局", 2)}
    assert index.stale({ONE: "1"}) == {}
    assert index.stale({ONE: "2", OTHER: "1"}) == {ONE: "2", OTHER: "1"}
    assert index.stale({}) == {}
    assert found(index, "甲乙") == []


def test_a_damaged_index_is_made_anew(tmp_path: Path) -> None:
    place = tmp_path / "search.sqlite3"
    place.write_bytes(b"SQLite format 3\0" + b"rubbish" * 500)
    index = PassageIndex(place)
    assert index.stale({ONE: "1"}) == {ONE: "1"}
    index.put(ONE, "1", doc("党建"), NOTHING)
    index.close()
    again = PassageIndex(place)
    assert found(again, "党建") == [(ONE, 0)]
    again.close()
