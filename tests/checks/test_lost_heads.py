"""Objects that lack the noun at their end, by a table of verbs and the words their object can't end with."""

import pytest

from assistant.checks.lost_heads import lost_heads
from assistant.checks.table import Table
from assistant.errors import ResourceError

TABLE: dict[str, object] = {
    "parted": "加强|[把将]",
    "groups": [
        {"verbs": "修订 制定", "words": "管理 考核", "right": "办法"},
        {"verbs": "落实", "words": "考核 值班", "right": "制度", "unless": "如何"},
    ],
}


def found(text: str) -> list[str]:
    matches = lost_heads(Table("x.toml", "", TABLE), None)(text)
    return [f"{text[match.start : match.end]}>{match.replacements[0]}" for match in matches]


def test_the_noun_that_goes_with_the_verb_is_proposed() -> None:
    assert found("修订中层干部考核，落实村干部值班，落实考核。") == [
        "考核>考核办法",
        "值班>值班制度",
        "考核>考核制度",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "修订考核办法。",
        "修订制度，考核。",  # the verb stands in another clause
        "制定措施加强管理。",  # another verb governs the word
        "落实如何值班。",
        "管理。",
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("groups", [[], [{"verbs": "修订", "words": "日常的管理考核", "right": "办法"}]])
def test_an_empty_table_and_a_long_word_are_refused(groups: list[object]) -> None:
    with pytest.raises(ResourceError):
        lost_heads(Table("x.toml", "", {"parted": "把", "groups": groups}), None)
