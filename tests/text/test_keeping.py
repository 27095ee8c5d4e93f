"""A pattern that keeps its finds answers as the pattern itself does."""

import re

import pytest

from assistant.text.keeping import keeping

_TEXT = "召开党委会12次，讲党课4次。"


def test_finds_are_those_of_the_pattern() -> None:
    pattern = keeping("(?P<count>[0-9]+)次")
    assert [found["count"] for found in pattern.finditer(_TEXT)] == ["12", "4"]
    assert pattern.finditer("没有数字") == ()
    first = pattern.search(_TEXT)
    assert first is not None
    assert first.span("count") == (5, 7)
    assert pattern.search("没有数字") is None


def test_a_paragraph_is_searched_once() -> None:
    pattern = keeping("[0-9]+次")
    assert pattern.finditer(_TEXT) is pattern.finditer("".join(_TEXT))


def test_a_pattern_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(re.error):
        keeping("(")
