"""Dates and times as one says them on a start page or status bar."""

from datetime import date, datetime, timedelta


def spoken(moment: datetime, today: date) -> str:
    """Return a moment relative to today: 今天 14:32, 昨天 09:10, 11月3日, 2025年12月3日."""
    day = moment.date()
    if day == today:
        return f"今天 {moment:%H:%M}"
    if day == today - timedelta(days=1):
        return f"昨天 {moment:%H:%M}"
    if day.year == today.year:
        return f"{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月{day.day}日"


def report_year(today: date) -> int:
    """Return the year a report written today is about: until April last year's, later this year's.

    Reports are asked for from November to March (domain facts, section 1.2).
    """
    return today.year - 1 if today.month <= 4 else today.year
