"""Which revisions of a draft are kept."""

from collections.abc import Iterable
from datetime import datetime, timedelta

ALL_FOR = timedelta(days=1)
HOURLY_FOR = timedelta(days=7)


def superfluous(revisions: Iterable[tuple[int, datetime]], now: datetime) -> tuple[int, ...]:
    """Return the ids of revisions to drop: kept are all of the last day, then the last of each hour, then of each day.

    Times lie in UTC, as `now` does; one in the future (the clock was set back) is kept.
    """
    kept: set[tuple[str, datetime]] = set()
    drop = []
    for identity, time in sorted(revisions, key=lambda item: (item[1], item[0]), reverse=True):
        age = now - time
        if age <= ALL_FOR:
            continue
        hour = time.replace(minute=0, second=0, microsecond=0)
        slot = ("hour", hour) if age <= HOURLY_FOR else ("day", hour.replace(hour=0))
        if slot in kept:
            drop.append(identity)
        kept.add(slot)
    return tuple(drop)
