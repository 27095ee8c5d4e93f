"""Which characters come next, and how probable a longer continuation is: Witten-Bell over several weighted sources.

Witten-Bell smoothing (Witten and Bell 1991) of order 6. How much a source says, and how much it leaves to what was
never seen, depends on the length of the context (`trust`): with few thousand characters, contexts seen once look
certain.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.phrases.corpus import EDGE, MOST, Followers, forget_some
from assistant.phrases.privacy import ANYTHING
from assistant.phrases.trust import UNSEEN, Trust

LONGEST_CONTEXT = len(UNSEEN)
"""Characters before the caret that count: an n-gram of order 6."""
SENTENCE_ENDS = "。！？!?"

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


class Source(Protocol):
    """Something learned: a corpus, or the recent document."""

    def followers(self, context: str) -> Followers:
        """Return what has followed a context."""
        ...


@dataclass(frozen=True, slots=True)
class Counts:
    """Weighted counts of the characters that followed a context, their total, and the mass of what never did."""

    counts: dict[str, float]
    total: float
    unseen: float


_NOTHING = Counts({}, 0.0, 0.0)
_Counted = tuple[float, Iterable[tuple[str, float]]]
_Level = tuple[list[_Counted], float, float]
# Weighed items; their whole, and what of it is left to shorter contexts.


@dataclass(slots=True)
class Predictor:
    """Sources and how far to trust them: `fixed` ones, whose counts are remembered, and `growing` ones (`changed`)."""

    fixed: Sequence[tuple[Source, Trust]] = ()
    growing: Sequence[tuple[Source, Trust]] = ()
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
        levels = []
        for length in range(1, len(context) + 1):
            level = self._level(context[-length:])
            if level is None:
                break
            levels.append(level)
        probable: dict[str, float] = {}
        get = probable.get
        left = 1.0  # what longer contexts leave to shorter ones
        for counted, whole, unseen in reversed(levels):
            for weight, items in counted:
                one = left * weight / whole
                for character, count in items:
                    probable[character] = get(character, 0.0) + one * count
            left *= unseen / whole
        likely = sorted(((p, c) for c, p in probable.items() if p >= _LEAST), reverse=True)
        return tuple(likely[:_WIDTH])

    def _level(self, context: str) -> _Level | None:
        """Return what all sources say of one context, None where nothing has followed it."""
        fixed = self._of_fixed(context)
        counted: list[_Counted] = [(1.0, fixed.counts.items())]
        total, unseen, place = fixed.total, fixed.unseen, len(context) - 1
        for source, trust in self.growing:
            found = source.followers(context)
            if found.total:
                weight = trust.counts[place]
                counted.append((weight, found.items))
                total += weight * found.total
                unseen += trust.kinds[place] * found.kinds
        if not total:
            return None
        unseen += UNSEEN[place]
        return counted, total + unseen, unseen

    def _of_fixed(self, context: str) -> Counts:
        known = self._counted.get(context)
        if known is None:
            if len(self._counted) > _REMEMBERED:
                forget_some(self._counted)
            shorter = self._counted.get(context[1:])
            some = shorter is None or shorter.total  # what never followed bc never followed abc
            known = self._counted[context] = _added_up(self.fixed, context) if some else _NOTHING
        return known

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


def _added_up(sources: Sequence[tuple[Source, Trust]], context: str) -> Counts:
    counts: dict[str, float] = {}
    total = unseen = 0.0
    place = len(context) - 1
    for source, trust in sources:
        found = source.followers(context)
        weight = trust.counts[place]
        for character, count in found.items:
            counts[character] = counts.get(character, 0.0) + weight * count
        total += weight * found.total
        unseen += trust.kinds[place] * found.kinds
    if len(counts) > MOST:
        counts = dict(heapq.nlargest(MOST, counts.items(), key=lambda item: item[1]))
    return Counts(counts, total, unseen)
