"""Sessions told beside the month of another one."""

import pytest

from assistant.checks.sessions import Session, _told

FOURTH = Session("二十届中央纪委四次全会", "二十届中央纪委次全会", 2025, 1)
PLENUM = Session("二十届三中全会", "二十届中全会", 2024, 7)


@pytest.mark.parametrize(
    ("text", "session", "year"),
    [
        ("2024年1月，二十届中央纪委四次全会召开后", FOURTH, 2024),
        ("学习二十届中央纪委四次全会（2026年1月）精神", FOURTH, 2026),
        ("2025年1月，二十届中央纪委四次全会召开后", FOURTH, 2025),
        ("2026年，学习二十届中央纪委四次全会精神", FOURTH, None),
        ("2025年7月，学习党的二十届三中全会精神", PLENUM, None),
        ("2025年7月，党的二十届三中全会召开", PLENUM, 2025),
    ],
)
def test_the_year_told_beside_a_session_is_read(text: str, session: Session, year: int | None) -> None:
    start = text.index(session.name)
    assert _told(text, start, start + len(session.name), session)[0] == year
