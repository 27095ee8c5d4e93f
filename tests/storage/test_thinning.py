from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assistant.storage.thinning import superfluous

NOW = datetime(2025, 11, 20, 16, 30, tzinfo=UTC)


def dropped(*ages: timedelta) -> list[int]:
    return sorted(superfluous(enumerate(NOW - age for age in ages), NOW))


def test_all_of_the_last_day_are_kept() -> None:
    assert dropped(*(timedelta(minutes=5 * i) for i in range(288))) == []


def test_the_last_of_each_hour_is_kept_for_a_week() -> None:
    two_days = timedelta(days=2)
    assert dropped(two_days, two_days + timedelta(minutes=10), two_days + timedelta(hours=1)) == [1]


def test_the_last_of_each_day_is_kept_for_ever() -> None:
    month = timedelta(days=30)
    assert dropped(month, month + timedelta(hours=3), month + timedelta(days=1)) == [1]


def test_a_revision_from_the_future_is_kept() -> None:
    assert dropped(-timedelta(days=400), -timedelta(days=400, minutes=1)) == []


@given(st.lists(st.integers(-(10**6), 10**7).map(lambda seconds: timedelta(seconds=seconds)), max_size=30))
def test_the_newest_is_always_kept_and_thinning_twice_drops_nothing_more(ages: list[timedelta]) -> None:
    revisions = [(i, NOW - age) for i, age in enumerate(ages)]
    gone = set(superfluous(revisions, NOW))
    kept = [revision for revision in revisions if revision[0] not in gone]
    assert bool(kept) == bool(revisions)
    assert superfluous(kept, NOW) == ()
