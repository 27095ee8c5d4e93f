"""Usage: how likely one word follows another.

Counted pairs of words of our own texts, mixed with the frequencies of the dictionary where a pair was never counted
(Witten-Bell). The numbers are costs: the negative natural logarithm of the probability.
"""

import math
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from operator import add

from assistant.text.words import Words

BEGIN, END = "^", "$"
"""The words that stand for the two ends of a run of Chinese characters."""
FIGURE = "№"
"""The word that stands for a figure before a run, or behind it."""

LONGEST = 4
_UNSEEN = 1e-9
"""Probability of a character that no dictionary has as a word."""
_ENDS = {END: 0.1, FIGURE: 0.03}
"""Probability that a run ends behind a word: at a mark, and at a figure."""
_ADDED = 2
"""How often an added word counts as used."""
_KEPT = 200_000
"""Words remembered with what they cost."""
_FOLLOWER = re.compile("([^0-9]+)([0-9]+)")
_NOTHING: Mapping[str, int] = {}
_NONE: frozenset[str] = frozenset()
_DIGITS = frozenset("0123456789")
_GIVEN = _DIGITS | set("XＸ×*")
"""What stands for a figure behind a run: a figure, or what was put in its place (牛、羊饲养量分别达X万头)."""
_FIGURES = _DIGITS | set("%XＸ×*")
COUNTED = frozenset("数量率额例长份")
"""Last characters of the names of blanks that a figure goes into: 【次数】, 【比例】."""

Entry = tuple[Mapping[str, int], int, int, float]
"""What follows a word how often, how often with the kinds added, how many kinds, what one costs that never did."""
Offer = tuple[int, str, float, float, Entry | None]
"""A word that may begin somewhere: its size, itself, what it costs wherever it stands, the probability of that, and
what follows it."""


@dataclass
class Usage:
    """Counts by pair of words, with the words of the dictionary behind them and words `added` that it lacks."""

    words: Words
    followers: Mapping[str, Mapping[str, int]]
    added: tuple[str, ...] = ()
    _counts: dict[str, int] = field(init=False, default_factory=dict)
    entries: dict[str, Entry] = field(init=False, default_factory=dict)
    """What our texts say of the words that they have another behind."""
    _alone: dict[str, float | None] = field(init=False, default_factory=dict)
    _offers: dict[str, Offer] = field(init=False, default_factory=dict)
    _openings: dict[str, tuple[tuple[Offer, ...], frozenset[str]]] = field(init=False, default_factory=dict)
    _cheapest: dict[str, float] = field(init=False, default_factory=dict)
    _closings: dict[str, "_Closing"] = field(init=False, default_factory=dict)
    _total: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Sum up what the pairs say of single words."""
        for word, found in self.followers.items():
            count, kinds = sum(found.values()), len(found)
            whole = count + kinds
            self.entries[word] = (found, whole, kinds, math.log(whole / kinds))
            for other, times in found.items():
                self._counts[other] = self._counts.get(other, 0) + times
                self._cheapest[other] = min(math.log(whole / times), self._cheapest.get(other, math.inf))
        for word in self.added:
            self._counts[word] = self._counts.get(word, 0) + _ADDED
        for end in _ENDS:
            self._counts.pop(end, None)
        self._total = sum(self._counts.values()) or 1

    def alone(self, word: str) -> float | None:
        """Return what a word costs wherever it stands, None where it is no word."""
        try:
            return self._alone[word]
        except KeyError:
            if len(self._alone) > _KEPT:
                self._alone.clear()
            cost = self._alone[word] = self._cost(word)
            return cost

    def _cost(self, word: str) -> float | None:
        log = self.words.probability(word)
        count = self._counts.get(word, 0)
        if log is None and not count and len(word) > 1:
            return None
        share = math.exp(log) if log is not None else 0.0
        return -math.log(max((share + count / self._total) / 2, _UNSEEN))

    def cheapest(self, word: str) -> float:
        """Return what a word costs at best: after the word that it follows most often."""
        best = self._cheapest.get(word)
        return best if best is not None else self.alone(word) or -math.log(_UNSEEN)

    def often(self) -> list[str]:
        """Return the words of two characters or more that our texts have at least twice."""
        return [word for word, count in self._counts.items() if count > 1 and 1 < len(word) <= LONGEST]

    def count(self, word: str) -> int:
        """Return how often our texts have a word."""
        return self._counts.get(word, 0)

    def seen(self, one: str, other: str) -> bool:
        """Tell whether our texts have the two words one after the other."""
        return other in self.followers.get(one, _NOTHING)

    def behind(self, word: str) -> AbstractSet[str]:
        """Return the words that our texts have behind a word."""
        return self.followers.get(word, _NOTHING).keys()

    def ahead(self, word: str) -> AbstractSet[str]:
        """Return the words that our texts have before a word."""
        return self._leaders.get(word, _NONE)

    @cached_property
    def _leaders(self) -> dict[str, set[str]]:
        leaders: dict[str, set[str]] = {}
        for word, found in self.followers.items():
            for other in found:
                leaders.setdefault(other, set()).add(word)
        return leaders

    def offers(self, run: str, start: int) -> tuple[Offer, ...]:
        """Return the words that may begin at a character of a run."""
        two = run[start : start + 2]
        short, longer = self._openings.get(two) or self._opening(two)
        return (*short, *self._longer(run, start, longer)) if longer else short

    def all_offers(self, run: str) -> list[tuple[Offer, ...]]:
        """Return the words that may begin at each character of a run."""
        known = self._openings.get
        found = []
        for start, two in enumerate((*map(add, run, run[1:]), *run[-1:])):
            short, longer = known(two) or self._opening(two)
            found.append((*short, *self._longer(run, start, longer)) if longer else short)
        return found

    def _longer(self, run: str, start: int, longer: frozenset[str]) -> list[Offer]:
        """Return those of the longer words that begin with two characters that do so at a place."""
        three, four = run[start : start + 3], run[start : start + LONGEST]
        found = []
        if three in longer:
            found.append(self._offer(three))
        if four in longer and four != three:
            found.append(self._offer(four))
        return found

    def after(self, one: str, other: str) -> float:
        """Return what a word, or the end of a run, costs behind another."""
        alone = -math.log(_ENDS[other]) if other in _ENDS else self.alone(other)
        alone = -math.log(_UNSEEN) if alone is None else alone
        entry = self.entries.get(one)
        if entry is None:
            return alone
        followers, whole, kinds, new = entry
        times = followers.get(other)
        if times is None:
            return alone + new
        return -math.log((times + kinds * math.exp(-alone)) / whole)

    def closing(self, end: str) -> "_Closing":
        """Return what an end of a run costs behind each word."""
        if end not in self._closings:
            self._closings[end] = _Closing(self, end)
        return self._closings[end]

    def _opening(self, two: str) -> tuple[tuple[Offer, ...], frozenset[str]]:
        """Return the words of up to two characters that begin these, and the longer ones: mostly none."""
        short: tuple[Offer, ...] = (self._offer(two[:1]),)
        longer = _NONE
        if len(two) > 1:
            known, begun = self.words.beginning(two), self._begun.get(two, ())
            if two in known or two in self._counts:
                short = (*short, self._offer(two))
            if begun or len(known) > (two in known):
                longer = frozenset(word for word in (*known, *begun) if len(word) > 2)
        if len(self._openings) > _KEPT:
            self._openings.clear()
        found = self._openings[two] = (short, longer)
        return found

    @cached_property
    def _begun(self) -> dict[str, list[str]]:
        """The words of three or four characters that our texts have, by the two that they begin with."""
        begun: dict[str, list[str]] = {}
        for word in self._counts:
            if 2 < len(word) <= LONGEST:
                begun.setdefault(word[:2], []).append(word)
        return begun

    def _offer(self, word: str) -> Offer:
        """Return a word as what may begin somewhere."""
        offer = self._offers.get(word)
        if offer is None:
            cost = self.alone(word)
            assert cost is not None
            if len(self._offers) > _KEPT:
                self._offers.clear()
            offer = self._offers[word] = (len(word), word, cost, math.exp(-cost), self.entries.get(word))
        return offer


class _Closing(dict[str, float]):
    """What an end of a run costs behind each word, found at the first use."""

    def __init__(self, usage: Usage, end: str) -> None:
        super().__init__()
        self._usage, self._end = usage, end

    def __missing__(self, word: str) -> float:
        cost = self[word] = self._usage.after(word, self._end)
        return cost


def ends(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words that stand for what is before and behind a run of Chinese characters in a text."""
    last = text[start - 1] if start else ""
    blank = last == "】" and text[start - 2] in COUNTED
    return FIGURE if blank or last in _FIGURES else BEGIN, FIGURE if text[end : end + 1] in _GIVEN else END


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
