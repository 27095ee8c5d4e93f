import pytest

from assistant.text.months import month_in_words


@pytest.mark.parametrize(("month", "words"), [("2026-03", "2026 年 3 月"), ("2025-12", "2025 年 12 月"), ("", "")])
def test_a_month_is_read_as_people_write_it(month: str, words: str) -> None:
    assert month_in_words(month) == words
