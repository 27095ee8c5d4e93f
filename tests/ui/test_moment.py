"""Dates as one says them."""

from datetime import date, datetime

import pytest

from assistant.ui.moment import report_year, spoken


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 1, 1, 9, 5), "今天 09:05"),
        (datetime(2025, 12, 31, 23, 59), "昨天 23:59"),
        (datetime(2025, 12, 30, 8, 0), "2025年12月30日"),
        (datetime(2026, 11, 3, 8, 0), "11月3日"),
    ],
)
def test_moments_are_told_from_new_year(moment: datetime, words: str) -> None:
    assert spoken(moment, date(2026, 1, 1)) == words


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 11, 1), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 1), 2026),
        (date(2027, 4, 30), 2026),
        (date(2027, 5, 1), 2027),
    ],
)
def test_in_spring_one_reports_on_the_year_before(today: date, year: int) -> None:
    assert report_year(today) == year
