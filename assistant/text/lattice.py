"""The ways to cut a run of characters into words, and the likeliest of them by usage.

A lattice remembers how it was built, so that a run with one edit in it is cut without beginning anew: what lies before
the edit stays, and behind it the same words stand ready. That is where the time of a check goes.
"""

import math
from collections.abc import Sequence

from assistant.text.usage import BEGIN, END, Offer, Usage

Token = tuple[str, float]
"""A word and what it costs after the one before it."""
_Way = tuple[float, int, str]
"""Cost up to the end of a word, where the word begins, the word before it."""
_REACH = 3
"""Characters before an edit where a word may begin that takes the edit in: one less than a word may have."""


class Lattice:
    """The words of a run behind a word `before`."""

    def __init__(
        self, usage: Usage, run: str, before: str = BEGIN, offers: Sequence[Sequence[Offer]] | None = None
    ) -> None:
        """`offers` are the words that may begin at each character, where they are known already."""
        self._usage = usage
        self._run = run
        self._offers = [usage.offers(run, start) for start in range(len(run))] if offers is None else offers
        self._ways: list[dict[str, _Way]] = [{before: (0.0, -1, "")}, *({} for _ in run)]
        self._walk(self._offers, self._ways, 0, 1)

    def likeliest(self, *, whole: bool = True) -> tuple[float, list[Token]]:
        """Return the cost of the likeliest words, and those words; `whole` counts the end of the run too."""
        return self._best(self._ways, whole=whole)

    def part(self, begin: int, end: int, before: str) -> "Lattice":
        """Return the lattice of a part of the run behind another word."""
        return Lattice(self._usage, self._run[begin:end], before, self._offers[begin:end])

    def edited(self, at: int, to: int, right: str, *, whole: bool = True) -> tuple[float, list[Token]]:
        """Return what `likeliest` would with other characters in a place of the run."""
        run = self._run[:at] + right + self._run[to:]
        first, behind = max(0, at - _REACH), at + len(right)
        new = [self._usage.offers(run, start) for start in range(first, behind)]
        offers = [*self._offers[:first], *new, *self._offers[to:]]
        ways = [*self._ways[: at + 1], *({} for _ in range(len(run) - at))]
        self._walk(offers, ways, first, at + 1)
        return self._best(ways, whole=whole)

    def _walk(self, offers: Sequence[Sequence[Offer]], ways: list[dict[str, _Way]], first: int, least: int) -> None:
        """Put words behind those that end at each position from the `first` on: words that end at the `least` on."""
        last, entries, log = len(ways) - 1, self._usage.entries, math.log
        for start in range(first, last):
            # Behind words that were never counted with the next one, the cheapest is the same for every next one.
            floor, fallback = math.inf, ""
            counted = []
            for one, way in ways[start].items():
                so_far = way[0]
                entry = entries.get(one)
                if entry is not None:
                    counted.append((so_far, one, entry))
                    so_far += entry[3]
                if so_far < floor:
                    floor, fallback = so_far, one
            for size, word, alone, share in offers[start]:
                end = start + size
                if not least <= end <= last:
                    continue
                best, before = floor + alone, fallback
                for so_far, one, (followers, total, kinds, _) in counted:
                    if word in followers:
                        cost = so_far - log((followers[word] + kinds * share) / total)
                        if cost < best:
                            best, before = cost, one
                ways[end][word] = (best, start, before)

    def _best(self, ways: list[dict[str, _Way]], *, whole: bool) -> tuple[float, list[Token]]:
        last, cost = BEGIN, math.inf
        for word, way in ways[-1].items():
            total = way[0] + (self._usage.after(word, END) if whole else 0.0)
            if total < cost:
                last, cost = word, total
        return cost, _path(ways, last)


def _path(ways: list[dict[str, _Way]], word: str) -> list[Token]:
    path = []
    end = len(ways) - 1
    while end > 0:
        cost, start, before = ways[end][word]
        path.append((word, cost - ways[start][before][0]))
        end, word = start, before
    return path[::-1]
