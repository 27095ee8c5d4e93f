"""Brackets and quotation marks."""

import pytest

from assistant.checks.brackets import half_width, reversed_quotes, straight_quotes, unpaired


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“甲”“乙”", []),
        ("“甲", [0]),
        ("甲”", [1]),
        ("“甲‘乙’丙”", []),
        ("“甲‘乙”", [2]),
        ("《甲（乙》丙）", [2, 6]),
        ("（甲)", []),
        ("1）甲；2）乙", []),
        ("甲）", [1]),
        ("he’s", []),
        ("“甲“", []),
        ("", []),
    ],
)
def test_marks_without_a_partner(text: str, places: list[int]) -> None:
    assert sorted(match.start for match in unpaired(text)) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“甲“、“乙”", [(2, "”")]),
        ("”甲”、“乙”", [(0, "“")]),
        ("“甲“、“乙“", [(2, "”"), (6, "”")]),
        ("“甲“乙”丙”", []),
        ("“甲，“乙”，丙", []),
        ("”甲“", []),
    ],
)
def test_marks_the_wrong_way_round(text: str, places: list[tuple[int, str]]) -> None:
    assert [(match.start, match.replacements[0]) for match in reversed_quotes(text)] == places


def test_straight_quotes_become_a_pair() -> None:
    assert [(match.start, match.replacements) for match in straight_quotes('"甲"和"b"')] == [(0, ("“",)), (2, ("”",))]
    assert not list(straight_quotes('5"甲'))


def test_half_width_brackets_around_chinese() -> None:
    assert [match.start for match in half_width("甲(乙)丙（丁)(GDP)")] == [1, 3, 7]
