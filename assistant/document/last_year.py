"""Last year's report as the start of this one: what still stands as it was, and what became of its plans."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

STATES = ("done", "partly", "not", "unsaid")
"""What the user says of a promise: 已落实, 部分落实, 未落实, and 不写 (no matter for this year's report)."""

_SILENT = re.compile("[^0-9A-Za-z\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Words that a new year makes stale, told by what they are and by the Han characters nearest before and after."""

    kind: str
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence of last year's plans under its heading; `state` is one of STATES or empty, `note` the user's line."""

    text: str
    heading: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LastYear:
    """What is left of last year's report, and what the user has said about it; `year` 0: there is none.

    `source` is the path of its file, `year` the year it reports on. `carried` holds its sentences as `essence` writes
    them, `confirmed` those of them that the user vouches for; `places` are its words that had to be looked at,
    `settled` those the user has changed or kept, as they stand now.
    """

    source: str = ""
    year: int = 0
    carried: frozenset[str] = frozenset()
    promises: tuple[Promise, ...] = ()
    places: tuple[Place, ...] = ()
    settled: tuple[Place, ...] = ()
    confirmed: frozenset[str] = frozenset()

    @property
    def begun(self) -> bool:
        """Whether this report was begun from last year's."""
        return self.year > 0

    @property
    def name(self) -> str:
        """The name of last year's file."""
        return Path(self.source).name

    def waits(self, sentence: str) -> bool:
        """Tell whether a sentence stands as last year and nobody has confirmed it."""
        words = essence(sentence)
        return words in self.carried and words not in self.confirmed

    def with_confirmed(self, *sentences: str, wanted: bool = True) -> "LastYear":
        """Return the same with sentences confirmed, or not any more."""
        words = frozenset(map(essence, sentences))
        return replace(self, confirmed=self.confirmed | words if wanted else self.confirmed - words)

    def with_promise(self, number: int, promise: Promise) -> "LastYear":
        """Return the same with another word on one promise."""
        return replace(self, promises=(*self.promises[:number], promise, *self.promises[number + 1 :]))

    def with_settled(self, *places: Place) -> "LastYear":
        """Return the same with more places changed or kept."""
        return replace(self, settled=(*self.settled, *places))

    def without_settled(self, place: Place) -> "LastYear":
        """Return the same with a place open again."""
        at = self.settled.index(place)
        return replace(self, settled=(*self.settled[:at], *self.settled[at + 1 :]))


def essence(sentence: str) -> str:
    """Return what makes a sentence the same: its Han characters, letters and digits."""
    return _SILENT.sub("", sentence)


def to_values(last: LastYear) -> dict[str, Any]:
    """Return the value for JSON; `from_values` reads it."""
    return {
        "source": last.source,
        "year": last.year,
        "carried": sorted(last.carried),
        "promises": [[one.text, one.heading, one.state, one.note] for one in last.promises],
        "places": [[one.kind, one.text, one.before, one.after] for one in last.places],
        "settled": [[one.kind, one.text, one.before, one.after] for one in last.settled],
        "confirmed": sorted(last.confirmed),
    }


def from_values(values: Mapping[str, Any]) -> LastYear:
    """Return what `to_values` wrote; what a later version added is passed over.

    Raises ValueError, TypeError or KeyError where the values are damaged.
    """
    if not values:
        return LastYear()
    return LastYear(
        str(values["source"]),
        int(values["year"]),
        frozenset(map(str, values["carried"])),
        tuple(_promise(*one[:4]) for one in values["promises"]),
        tuple(Place(*map(str, one[:4])) for one in values["places"]),
        tuple(Place(*map(str, one[:4])) for one in values["settled"]),
        frozenset(map(str, values["confirmed"])),
    )


def _promise(text: str, heading: str, state: str, note: str) -> Promise:
    if state not in ("", *STATES):
        raise ValueError(f"unknown state {state!r}")
    return Promise(str(text), str(heading), state, str(note))
