"""A month as data files write it, as people read it."""


def month_in_words(month: str) -> str:
    """Return 2026 年 3 月 for 2026-03; empty where there is none."""
    year, _, number = month.partition("-")
    return f"{year} 年 {int(number)} 月" if number else ""
