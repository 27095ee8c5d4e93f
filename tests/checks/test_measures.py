"""Nouns counted in a measure that they don't take, by a table of nouns and their measures."""

import pytest

from assistant.checks.measures import measures
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.text.needs import needs

TABLE: dict[str, object] = {
    "between": "优秀 年轻",
    "groups": [
        {"heads": "党员 干部", "right": "名 位"},
        {"heads": "突击队", "right": "支"},
        {"heads": "党员大会", "right": "次 场"},
    ],
}


def found(text: str) -> list[tuple[str, str]]:
    matches = measures(Table("x.toml", "", TABLE), needs)(text)
    return [(text[match.start : match.end], match.replacements[0]) for match in matches]


def test_a_measure_that_the_noun_does_not_take_is_told_with_the_usual_one() -> None:
    assert found("组建突击队65名。") == [("名", "支")]
    assert found("选派12支优秀年轻干部参加。") == [("支", "名")]
    assert found("召开党员大会4个，发展党员3件。") == [("个", "次"), ("件", "名")]


@pytest.mark.parametrize(
    "text",
    [
        "发展党员3名，组建突击队6支。",
        "走访党员12次，培训干部2期。",  # how often it was done
        "走访12次党员。",
        "成立3个党员活动室。",  # another noun
        "第3支党员突击队。",
        "党员3个月轮训一遍。",
    ],
)
def test_what_may_be_right_stays(text: str) -> None:
    assert found(text) == []


def test_a_noun_in_two_groups_is_refused() -> None:
    groups = [{"heads": "党员 干部", "right": "名"}, {"heads": "党员", "right": "位"}]
    with pytest.raises(ResourceError):
        measures(Table("x.toml", "", TABLE | {"groups": groups}), needs)
