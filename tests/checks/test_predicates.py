"""Subjects and their verbs: what goes with what, what is passed over between them, what is put instead."""

import pytest

from assistant.checks.predicates import predicates
from assistant.checks.table import Table
from assistant.errors import ResourceError
from assistant.text.needs import needs

TABLE: dict[str, object] = {
    "verbs": "提高 扩大 减少 下降 改善 加重",
    "near": "明显 得到 进一步",
    "less": "减少 下降",
    "better": "改善",
    "groups": [
        {"heads": "水平 满意度", "right": "提高 下降"},
        {"heads": "度", "right": "提高"},
        {"heads": "负担", "right": "减少 加重"},
    ],
}


def _found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    matches = predicates(Table("x.toml", "", TABLE), needs)(text)
    return [(text[match.start : match.end], match.replacements) for match in matches]


def test_a_verb_that_does_not_go_with_its_noun_is_found() -> None:
    assert _found("业务水平得到进一步扩大。") == [("扩大", ("提高",))]
    assert _found("业务水平提高，负担减少。") == []


def test_the_verb_put_instead_says_the_same_direction() -> None:
    assert _found("满意度减少3.2%，负担明显扩大。") == [("减少", ("下降",)), ("扩大", ("加重",))]
    assert _found("负担明显改善。") == [("改善", ("减少",))]


def test_the_longest_ending_counts() -> None:
    assert _found("满意度下降，进度下降。") == [("下降", ("提高",))]


def test_what_a_preposition_governs_is_no_subject() -> None:
    assert _found("按照业务水平扩大。") == []


def test_a_noun_in_two_groups_is_refused() -> None:
    groups = [{"heads": "水平", "right": "提高"}, {"heads": "水平", "right": "下降"}]
    with pytest.raises(ResourceError):
        predicates(Table("x.toml", "", TABLE | {"groups": groups}), needs)
