"""Patterns that wait: refused at once where they are wrong, and otherwise what `re` makes of them."""

import re

import pytest

from assistant.text.expressions import any_of, expression


def test_a_wrong_one_is_refused_at_once() -> None:
    with pytest.raises(re.error):
        expression("(甲")


def test_it_finds_what_the_pattern_finds() -> None:
    one = expression("(?P<who>甲|乙)方")
    assert one.search("由乙方负责")["who"] == "乙"
    assert one.fullmatch("由乙方负责") is None
    assert one.sub("丙方", "甲方和乙方") == "丙方和丙方"
    assert [found.start() for found in one.finditer("甲方和乙方")] == [0, 3]
    assert dict(one.groupindex) == {"who": 1}
    assert one.pattern == "(?P<who>甲|乙)方"


def test_any_of_several_matches() -> None:
    assert any_of(["甲|乙", "^丙"]).findall("丙乙丙") == ["丙", "乙"]


def test_two_are_equal_where_their_patterns_are() -> None:
    assert expression("甲") == expression("甲") != expression("乙")
    assert len({expression("甲"), expression("甲")}) == 1


@pytest.mark.parametrize("pattern", ["(?<=甲|乙丙)丁", "(?:甲(?<!乙|丙丁)戊)+", "(?P<a>甲)(?P<a>乙)"])
def test_what_only_the_compiler_would_refuse_is_refused_at_once(pattern: str) -> None:
    with pytest.raises(re.error):
        expression(pattern)


def test_patterns_that_can_not_be_joined_are_refused() -> None:
    with pytest.raises(re.error):
        any_of(["(?P<a>甲)", "(?P<a>乙)"])
