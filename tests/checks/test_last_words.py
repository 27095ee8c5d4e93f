"""Clauses that end with a word that can't be their last, by a table of such words."""

import pytest

from assistant.checks.last_words import last_words
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.text.needs import needs

TABLE: dict[str, object] = {
    "groups": [{"words": "采取 打下了", "unless": "把 被"}, {"words": "进一步 大力"}],
}


def found(text: str) -> list[str]:
    matches = last_words(Table("x.toml", "", TABLE), needs)(text)
    return [text[match.start : match.end] for match in matches]


def test_a_stop_behind_such_a_word_is_told() -> None:
    assert found("针对问题逐项采取，整改工作要进一步。思想基础打下了；各项工作大力，") == [
        "采取",
        "进一步",
        "打下了",
        "大力",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "采取措施，进一步加强，大力推进。",
        "有力措施被采取。",  # what it is done to stands before it
        "措施逐项采取、落实。",  # it goes on
        "要进一步。",  # too little before it
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("words", ["采取 采取", "了", "不断地持续"])
def test_a_word_twice_or_of_another_length_is_refused(words: str) -> None:
    with pytest.raises(ResourceError):
        last_words(Table("x.toml", "", {"groups": [{"words": words}]}), needs)
