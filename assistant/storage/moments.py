"""Times as the draft store writes them: ISO 8601 in UTC."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the time it is."""
    return datetime.now(UTC)


def stamp(time: datetime) -> str:
    """Return a time as it is written."""
    return time.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(text: str) -> datetime:
    """Return the time that was written; a damaged one counts as long ago, so that no save ever fails over it."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return datetime(1970, 1, 1, tzinfo=UTC)
