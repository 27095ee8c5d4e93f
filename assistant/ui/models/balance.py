"""How the length of a report is shared out among work, problems and next steps."""

from collections.abc import Iterable
from dataclasses import dataclass

_WORK = ("main_work", "highlights", "rectification", "integrity")
_PROBLEMS = ("problems", "causes", "problems_causes", "problems_next_steps")
_PLANS = ("next_steps",)


@dataclass(frozen=True, slots=True)
class Balance:
    """字数 of a report's three great parts and of the whole; `limit` is the notice's upper limit, None for none."""

    work: int = 0
    problems: int = 0
    plans: int = 0
    total: int = 0
    limit: int | None = None

    @property
    def parted(self) -> bool:
        """Whether the text has any of the three parts; one that is no report has none."""
        return bool(self.work or self.problems or self.plans)

    def shares(self) -> tuple[int, int, int]:
        """Return the three parts in whole percent of the total, 0 for an empty report."""
        whole = max(self.total, 1)
        return (round(self.work * 100 / whole), round(self.problems * 100 / whole), round(self.plans * 100 / whole))


def balance(parts: Iterable[tuple[str, int]], limit: int | None = None) -> Balance:
    """Add up the 字数 of top-level sections, given as (role, 字数); a joint 问题与打算 counts as problems."""
    parts = tuple(parts)

    def total(roles: tuple[str, ...]) -> int:
        return sum(words for role, words in parts if role in roles)

    return Balance(total(_WORK), total(_PROBLEMS), total(_PLANS), sum(words for _, words in parts), limit)
