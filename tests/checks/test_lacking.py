"""Clauses that lack their verb: told by the word that asks for one, or by all the names that stand without one."""

import pytest

from assistant.checks.clause_words import ClauseWords
from assistant.paths import resources

WORDS = ClauseWords(resources() / "lexicon")


def found(table: str, text: str) -> list[str]:
    return [text[match.start : match.end] for match in WORDS.finder(table)(text)]


def test_an_adverb_anywhere_in_a_clause_asks_for_a_verb() -> None:
    assert found("midway", "年初以来，支部安排党员轮流劳务市场，带头会议文件。") == ["轮流", "带头"]


def test_names_without_a_verb_are_told_as_a_whole() -> None:
    assert found("resting", "街道依托停车场“骑手驿站”9个，配齐桌椅。") == ["依托停车场“骑手驿站”9个"]


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("midway", "党员轮流值守劳务市场，带头精简会议文件。"),
        ("midway", "没有逐一党员谈话。"),
        ("resting", "街道依托停车场建成“骑手驿站”9个。"),
        ("bare", "党支部清理垃圾180吨。"),
    ],
)
def test_a_clause_with_its_verb_stays(table: str, text: str) -> None:
    assert found(table, text) == []
