"""The ways to cut a run of characters into words, and the likeliest of them by usage.

A lattice remembers how it was built, so that a run with one edit in it is cut without beginning anew: what lies before
the edit stays, and behind it the same words stand ready. That is where the time of a check goes.
"""

import math
from collections.abc import Sequence
from operator import itemgetter

from assistant.text.usage import BEGIN, END, Entry, Offer, Usage

Token = tuple[str, float]
"""A word and what it costs after the one before it."""
_Way = tuple[float, str, Entry | None, "_Way | None"]
"""Cost up to the end of a word, the word, what follows it, the way to the word before it."""
_REACH = 3
"""Characters before an edit where a word may begin that takes the edit in: one less than a word may have."""
_FIRST = itemgetter(0)


class Lattice:
    """The words of a run between a word `before` and one `behind`."""

    def __init__(
        self,
        usage: Usage,
        run: str,
        before: str = BEGIN,
        behind: str = END,
        offers: Sequence[Sequence[Offer]] | None = None,
    ) -> None:
        """`offers` are the words that may begin at each character, where they are known already."""
        self._usage = usage
        self._run = run
        self._behind = behind
        self._whole: tuple[float, list[Token]] | None = None
        self._offers = usage.all_offers(run) if offers is None else offers
        self._ways: list[list[_Way]] = [[(0.0, before, usage.entries.get(before), None)], *([] for _ in run)]
        _walk(self._offers, self._ways, 0, 1)

    def likeliest(self, *, whole: bool = True) -> tuple[float, list[Token]]:
        """Return the cost of the likeliest words, and those words; `whole` counts the end of the run too."""
        if not whole:
            return self._best(self._ways, whole=False)
        if self._whole is None:
            self._whole = self._best(self._ways, whole=True)
        return self._whole

    def part(self, begin: int, end: int, before: str) -> "Lattice":
        """Return the lattice of a part of the run behind another word."""
        return Lattice(self._usage, self._run[begin:end], before, self._behind, self._offers[begin:end])

    def edited(self, at: int, to: int, right: str, *, whole: bool = True) -> tuple[float, list[Token]]:
        """Return what `likeliest` would with other characters in a place of the run."""
        run = self._run[:at] + right + self._run[to:]
        first, behind = max(0, at - _REACH), at + len(right)
        new = [self._usage.offers(run, start) for start in range(first, behind)]
        offers = [*self._offers[:first], *new, *self._offers[to:]]
        ways = [*self._ways[: at + 1], *([] for _ in range(len(run) - at))]
        _walk(offers, ways, first, at + 1)
        return self._best(ways, whole=whole)

    def _best(self, ways: list[list[_Way]], *, whole: bool) -> tuple[float, list[Token]]:
        if not whole:
            best = min(ways[-1], key=_FIRST)
            return best[0], _path(best)
        closing = self._usage.closing(self._behind)
        cost, best = math.inf, ways[-1][0]
        for way in ways[-1]:
            closed = way[0] + closing[way[1]]
            if closed < cost:
                cost, best = closed, way
        return cost, _path(best)


def _walk(offers: Sequence[Sequence[Offer]], ways: list[list[_Way]], first: int, least: int) -> None:
    """Put words behind those that end at each position from the `first` on: words that end at the `least` on."""
    last, log = len(ways) - 1, math.log
    for start in range(first, last):
        reached = ways[start]
        if not reached:
            continue
        # Behind words that were never counted with the next one, the cheapest is the same for every next one.
        floor = math.inf
        fallback: _Way | None = None
        for way in reached:
            so_far, _, entry, _ = way
            if entry is not None:
                so_far += entry[3]
            if so_far < floor:
                floor, fallback = so_far, way
        for size, word, alone, share, follow in offers[start]:
            end = start + size
            if not least <= end <= last:
                continue
            best, before = floor + alone, fallback
            for way in reached:
                entry = way[2]
                if entry is not None and word in entry[0]:
                    cost = way[0] - log((entry[0][word] + entry[2] * share) / entry[1])
                    if cost < best:
                        best, before = cost, way
            ways[end].append((best, word, follow, before))


def _path(way: _Way) -> list[Token]:
    path = []
    before = way[3]
    while before is not None:
        path.append((way[1], way[0] - before[0]))
        way, before = before, before[3]
    return path[::-1]
