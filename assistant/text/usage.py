"""Usage: how likely one word follows another, and the likeliest way to cut a text into words by it.

Counted pairs of words of our own texts, mixed with the frequencies of the dictionary where a pair was never counted
(Witten-Bell). The numbers are costs: the negative natural logarithm of the probability.
"""

import math
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assistant.text.words import Words

BEGIN, END = "^", "$"
"""The words that stand for the two ends of a run of Chinese characters."""

LONGEST = 4
_UNSEEN = 1e-9
"""Probability of a character that no dictionary has as a word."""
_END = 0.1
"""Probability that a run ends behind a word."""
_ADDED = 2
"""How often an added word counts as used."""
_KEPT = 200_000
"""Costs of words that are remembered."""
_FOLLOWER = re.compile("([^0-9]+)([0-9]+)")
_NOTHING: Mapping[str, int] = {}

Token = tuple[str, float]
"""A word and what it costs after the one before it."""
_Way = tuple[float, int, str]
"""Cost up to the end of a word, where the word begins, the word before it."""


@dataclass
class Usage:
    """Counts by pair of words, with the words of the dictionary behind them and words `added` that it lacks."""

    words: Words
    followers: Mapping[str, Mapping[str, int]]
    added: tuple[str, ...] = ()
    _counts: dict[str, int] = field(init=False, default_factory=dict)
    _sizes: dict[str, tuple[int, int, float]] = field(init=False, default_factory=dict)
    _alone: dict[str, float | None] = field(init=False, default_factory=dict)
    _cheapest: dict[str, float] = field(init=False, default_factory=dict)
    _total: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Sum up what the pairs say of single words."""
        for word, found in self.followers.items():
            count, kinds = sum(found.values()), len(found)
            whole = count + kinds
            self._sizes[word] = (whole, kinds, math.log(whole / kinds))
            for other, times in found.items():
                self._counts[other] = self._counts.get(other, 0) + times
                self._cheapest[other] = min(math.log(whole / times), self._cheapest.get(other, math.inf))
        for word in self.added:
            self._counts[word] = self._counts.get(word, 0) + _ADDED
        self._counts.pop(END, None)
        self._total = sum(self._counts.values()) or 1

    def alone(self, word: str) -> float | None:
        """Return what a word costs wherever it stands, None where it is no word."""
        known = self._alone
        if word in known:
            return known[word]
        log = self.words.probability(word)
        count = self._counts.get(word, 0)
        cost: float | None = None
        if log is not None or count or len(word) == 1:
            share = math.exp(log) if log is not None else 0.0
            cost = -math.log(max((share + count / self._total) / 2, _UNSEEN))
        if len(known) > _KEPT:
            known.clear()
        known[word] = cost
        return cost

    def cheapest(self, word: str) -> float:
        """Return what a word costs at best: after the word that it follows most often."""
        best = self._cheapest.get(word)
        return best if best is not None else self.alone(word) or -math.log(_UNSEEN)

    def often(self) -> list[str]:
        """Return the words of two characters or more that our texts have at least twice."""
        return [word for word, count in self._counts.items() if count > 1 and 1 < len(word) <= LONGEST]

    def seen(self, one: str, other: str) -> bool:
        """Tell whether our texts have the two words one after the other."""
        return other in self.followers.get(one, _NOTHING)

    def behind(self, word: str) -> Collection[str]:
        """Return the words that our texts have behind a word."""
        return self.followers.get(word, _NOTHING)

    def ahead(self, word: str) -> Collection[str]:
        """Return the words that our texts have before a word."""
        return self._leaders.get(word, ())

    @cached_property
    def _leaders(self) -> dict[str, set[str]]:
        leaders: dict[str, set[str]] = {}
        for word, found in self.followers.items():
            for other in found:
                leaders.setdefault(other, set()).add(word)
        return leaders

    def cut(self, run: str, before: str = BEGIN, *, whole: bool = True) -> tuple[float, list[Token]]:
        """Return the cost of the likeliest words of a run behind `before`, and those words.

        `whole` counts the end of the run too.
        """
        size = len(run)
        ways: list[dict[str, _Way]] = [{} for _ in range(size + 1)]
        ways[0][before] = (0.0, -1, "")
        for start in range(size):
            if ways[start]:
                self._extend(run, start, ways)
        last, cost = BEGIN, math.inf
        for word, way in ways[size].items():
            total = way[0] + (self._after(word, END, -math.log(_END)) if whole else 0.0)
            if total < cost:
                last, cost = word, total
        return cost, _path(ways, size, last)

    def _extend(self, run: str, start: int, ways: list[dict[str, _Way]]) -> None:
        """Put the words that begin at a position behind the words that end there."""
        known, counted, log, exp = self._alone, self.followers, math.log, math.exp
        here = [(one, way[0], self._sizes.get(one)) for one, way in ways[start].items()]
        for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
            word = run[start:end]
            alone = known[word] if word in known else self.alone(word)
            if alone is None:
                continue
            best, before = math.inf, ""
            for one, so_far, size in here:  # as in `_after`, written out: this is where the time goes
                if size is None:
                    cost = so_far + alone
                elif (times := counted[one].get(word)) is None:
                    cost = so_far + alone + size[2]
                else:
                    cost = so_far - log((times + size[1] * exp(-alone)) / size[0])
                if cost < best:
                    best, before = cost, one
            ways[end][word] = (best, start, before)

    def _after(self, one: str, other: str, alone: float) -> float:
        """Return what a word costs behind another; `alone` is what it costs wherever it stands."""
        size = self._sizes.get(one)
        if size is None:
            return alone
        times = self.followers[one].get(other)
        if times is None:
            return alone + size[2]
        return -math.log((times + size[1] * math.exp(-alone)) / size[0])


def _path(ways: list[dict[str, _Way]], end: int, word: str) -> list[Token]:
    path = []
    while end > 0:
        cost, start, before = ways[end][word]
        path.append((word, cost - ways[start][before][0]))
        end, word = start, before
    return path[::-1]


def read_followers(lines: Iterable[list[str]]) -> dict[str, dict[str, int]]:
    """Return the pairs of a table: a word, then each word that follows it with its count written behind it."""
    followers = {}
    for word, *others in lines:
        found = {}
        for other in others:
            parts = _FOLLOWER.fullmatch(other)
            if parts is None:
                raise ValueError(other)
            found[parts[1]] = int(parts[2])
        followers[word] = found
    return followers
