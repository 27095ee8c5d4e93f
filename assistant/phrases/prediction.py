"""Which characters come next, and how probable a longer continuation is: Witten-Bell over several weighted sources.

Witten-Bell smoothing (Witten and Bell 1991) of order 5 with a multiplied mass for what was never seen, the longer the
context, the more: with few thousand characters, contexts seen once look certain.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.phrases.corpus import EDGE, MOST, Followers
from assistant.phrases.privacy import ANYTHING

LONGEST_CONTEXT = 4
"""Characters before the caret that count: an n-gram of order 5."""
SENTENCE_ENDS = "。！？!?"

_ESCAPES = (2.2, 2.2, 4.0, 6.0)
# Witten-Bell's mass for the unseen is the number of kinds; multiplied, by the context's length, it is calibrated on
# little text. A kind that only a light source knows counts less than one: else the library would make the user's own
# words look uncertain.
_LEAST = 0.004
# Characters and continuations less probable than this are not looked at.
_WIDTH = 14
_STEPS = 14
# Continuations that are prolonged, and the characters tried behind each: what 5 ms allow.
_LONGEST = 24
# Characters of an offer; further ahead nothing is probable enough to be read.
_SURE = 0.7
# Where the next character is as probable as this, no offer ends: that would be the middle of a word.
_REMEMBERED = 4096
_HASTE = 0.4
# How much length counts for the first offer, 1 as much as being right. A short one that is taken is followed by the
# next at once, a long one that goes wrong at its end costs all its keys: this takes as many keys off with fewer misses.


class Source(Protocol):
    """Something learned: a corpus, or the recent document."""

    def followers(self, context: str) -> Followers:
        """Return what has followed a context."""
        ...


@dataclass(slots=True)
class Counts:
    """Weighted counts of the characters that followed a context, and their total.

    `kinds` is how many different ones there were; one that counts less than 1 is only that part of a kind.
    """

    counts: dict[str, float]
    total: float
    kinds: float


_NOTHING = Counts({}, 0.0, 0.0)


@dataclass(slots=True)
class Predictor:
    """Sources with their weights: `fixed` ones, whose counts are remembered, and `growing` ones (`changed`)."""

    fixed: Sequence[tuple[Source, float]] = ()
    growing: Sequence[tuple[Source, float]] = ()
    _counted: dict[str, Counts] = field(default_factory=dict)
    _memory: dict[str, tuple[tuple[float, str], ...]] = field(default_factory=dict)

    def changed(self) -> None:
        """Forget what was computed: a growing source has learned or forgotten something."""
        self._memory.clear()

    def next(self, context: str) -> tuple[tuple[float, str], ...]:
        """Return the characters that may follow with their probabilities, the most probable first."""
        context = context[-LONGEST_CONTEXT:]
        known = self._memory.get(context)
        if known is None:
            if len(self._memory) > _REMEMBERED:
                self._memory.clear()
            known = self._memory[context] = self._compute(context)
        return known

    def _compute(self, context: str) -> tuple[tuple[float, str], ...]:
        probable: dict[str, float] = {}
        for length in range(1, len(context) + 1):
            found = self._counts(context[-length:])
            if not found.kinds:
                break
            unseen = _ESCAPES[length - 1] * found.kinds
            whole = found.total + unseen
            share = unseen / whole
            for character in probable:
                probable[character] *= share
            for character, count in found.counts.items():
                probable[character] = probable.get(character, 0.0) + count / whole
        likely = sorted(((p, c) for c, p in probable.items() if p >= _LEAST), reverse=True)
        return tuple(likely[:_WIDTH])

    def _counts(self, context: str) -> Counts:
        fixed = self._counted.get(context)
        if fixed is None:
            if len(self._counted) > _REMEMBERED:
                self._counted.clear()
            shorter = self._counted.get(context[1:])
            known = shorter is None or shorter.kinds  # what never followed bc never followed abc
            fixed = self._counted[context] = _added_up(self.fixed, context) if known else _NOTHING
        for source, weight in self.growing:
            found = source.followers(context)
            if found.total:
                fixed = _sum(fixed, found, weight)
        return fixed

    def continuations(self, context: str) -> list[tuple[float, str]]:
        """Return probable continuations of two characters and more, each with its probability; best-first search.

        None holds a figure, a blank or a name, and none goes on after the end of a sentence.
        """
        found: list[tuple[float, str]] = []
        waiting: list[tuple[float, str]] = [(-1.0, "")]
        left = float(_STEPS)
        while waiting and left > 0:
            minus, text = heapq.heappop(waiting)
            following = self.next((context + text)[-LONGEST_CONTEXT:])
            sure = _goes_on(following) and len(text) < _LONGEST - 1
            left -= 0.5 if sure else 1.0
            if sure and len(text) > 1:
                found.remove((-minus, text))
            for probability, character in following:
                whole = -minus * probability
                if whole < _LEAST:
                    break
                if character in (EDGE, ANYTHING):
                    continue
                longer = text + character
                if len(longer) > 1:
                    found.append((whole, longer))
                if character not in SENTENCE_ENDS and len(longer) < _LONGEST:
                    heapq.heappush(waiting, (-whole, longer))
        return found


def _goes_on(following: Sequence[tuple[float, str]]) -> bool:
    """Tell whether the next character is all but certain."""
    return bool(following) and following[0][0] >= _SURE and following[0][1] not in (EDGE, ANYTHING)


def _added_up(sources: Sequence[tuple[Source, float]], context: str) -> Counts:
    result = _NOTHING
    for source, weight in sources:
        found = source.followers(context)
        if found.total:
            result = _sum(result, found, weight)
    if len(result.counts) > MOST:
        most = heapq.nlargest(MOST, result.counts.items(), key=lambda item: item[1])
        return Counts(dict(most), result.total, result.kinds)
    return result


def _sum(one: Counts, found: Followers, weight: float) -> Counts:
    counts = one.counts.copy()
    for character, count in found.items:
        counts[character] = counts.get(character, 0.0) + weight * count
    kinds = sum([min(1.0, count) for count in counts.values()])
    return Counts(counts, one.total + weight * found.total, max(one.kinds, found.kinds * min(1.0, weight), kinds))


def choose(continuations: Sequence[tuple[float, str]], limit: int) -> list[tuple[float, str]]:
    """Return (keys saved on average, text) of the offers that together save most: each p × (length - 1), cut there.

    Offers may be beginnings of one another. What a chosen offer already saves isn't counted again for the next one.
    """
    best = heapq.nlargest(8 * limit, ((p * (len(text) - 1), p, text) for p, text in continuations))
    chosen: list[tuple[float, float, str]] = []
    if best and limit > 0:
        surest = max(range(len(best)), key=lambda i: best[i][1] * (len(best[i][2]) - 1) ** _HASTE)
        chosen.append(best.pop(surest))
    while best and len(chosen) < limit:
        most, place = 0.0, -1
        for i, (gain, probability, text) in enumerate(best):
            if gain <= most:
                break
            added = _added(probability, text, chosen)
            if added > most:
                most, place = added, i
        if place < 0:
            break
        chosen.append(best.pop(place))
    return [(gain, text) for gain, _, text in chosen]


def _added(probability: float, text: str, chosen: Sequence[tuple[float, float, str]]) -> float:
    """Return how many keys an offer saves on average beyond those that are chosen."""
    shorter = 1
    longer: list[tuple[int, float, str]] = []
    for _, other, offer in chosen:
        if text.startswith(offer):
            shorter = max(shorter, len(offer))
        elif offer.startswith(text):
            longer.append((len(offer), other, offer))
    counted: list[str] = []
    for _, other, offer in sorted(longer):
        if not any(offer.startswith(begun) for begun in counted):
            counted.append(offer)
            probability -= other
    return probability * (len(text) - shorter)
