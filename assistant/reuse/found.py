"""A place in one paragraph that a new year makes stale, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

KINDS = ("year", "date", "figure", "campaign", "meeting", "plan", "formulation")
"""What can be stale: each kind is one way of looking at a text."""

NAME = "name"
"""Kind of the names of last year's unit and person, which are only stale where unit or person have changed."""

PLANNING = frozenset({"next_steps", "problems_next_steps"})
"""Roles whose text is about the year after the one reported on."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of a text: its section's role, the year last reported on, the year now to be reported on."""

    role: str
    last: int
    year: int

    @property
    def target(self) -> int:
        """The year that the new text will be about: plans look one year ahead."""
        return self.year + 1 if self.role in PLANNING else self.year


@dataclass(frozen=True, slots=True)
class Found:
    """One stale place: `start` and `end` are code points of the paragraph, `text` what stands there.

    `suggestion` is what to write instead, None where only the writer can know. `source` says what the judgement rests
    on (empty: the text itself).
    """

    start: int
    end: int
    text: str
    kind: str
    suggestion: str | None
    message: str
    source: str = ""


def apart(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return the places in reading order, without those that overlap one named earlier in `found`."""
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))
