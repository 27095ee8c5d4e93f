"""Blanks are walked in reading order and malformed brackets are found."""

import pytest

from assistant.phrases.blanks import Blank, find_blanks, fixed_parts, next_blank, previous_blank, stray_brackets

TEXT = "我到【单位】调研【次数】次。"
UNIT = Blank(2, 6, "单位")
TIMES = Blank(8, 12, "次数")


def test_blanks_are_found_in_reading_order() -> None:
    assert find_blanks(TEXT) == (UNIT, TIMES)
    assert [TEXT[b.start : b.end] for b in find_blanks(TEXT)] == ["【单位】", "【次数】"]


def test_a_text_without_blanks_has_none() -> None:
    assert find_blanks("以上报告，请予评议。") == ()


def test_offsets_are_code_points() -> None:
    assert find_blanks("𠮷【单位】") == (Blank(1, 5, "单位"),)


@pytest.mark.parametrize(
    ("position", "expected"), [(0, UNIT), (2, UNIT), (3, TIMES), (6, TIMES), (8, TIMES), (9, None), (99, None)]
)
def test_next_starts_at_or_after_the_position(position: int, expected: Blank | None) -> None:
    assert next_blank(TEXT, position) == expected


@pytest.mark.parametrize(("position", "expected"), [(0, None), (5, None), (6, UNIT), (8, UNIT), (12, TIMES)])
def test_previous_ends_at_or_before_the_position(position: int, expected: Blank | None) -> None:
    assert previous_blank(TEXT, position) == expected


def test_walking_forwards_by_the_end_of_each_blank_visits_all() -> None:
    visited, position = [], 0
    while (blank := next_blank(TEXT, position)) is not None:
        visited.append(blank)
        position = blank.end
    assert visited == [UNIT, TIMES]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("【次数】次", ()), ("【】次", (0, 1)), ("【次数次", (0,)), ("次数】次", (2,)), ("【次【数】】", (0, 5))],
)
def test_brackets_that_make_no_blank_are_stray(text: str, expected: tuple[int, ...]) -> None:
    assert stray_brackets(text) == expected


def test_fixed_parts_are_what_stands_between_the_blanks() -> None:
    assert fixed_parts("【日期】起，我到【单位】【次数】次。") == ("起，我到", "次。")
