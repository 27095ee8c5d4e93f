"""Words that are words, but not here: 建立织布小组 for 支部, 把滋补建在一线 for 支部.

A word that our texts hardly have stands where they have another one, which sounds like it or looks like it. What tells
the two apart is what stands beside them. Every sign is weighed; the weights were found by
a regression over 13,000 words put wrong into reports that our texts lack, and the words of 640,000 clean characters.
"""

import math
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from assistant.checks.similar import Similar, blur
from assistant.text.lattice import Lattice
from assistant.text.usage import BEGIN, END, FIGURE, Usage, ends

_USUAL = 4
"""How often our texts must have a word for another to be taken for it."""
_COSTLY, _BOTH, _GAIN, _SELDOM = 10.5, 15.0, 7.0, 20
"""What a word must cost where it stands, it and the one behind it together, by how much less the other one must, how
often our texts may have it: of the slips told these lose 4 %."""
_GAINED, _OFTEN, _RARE, _KNOWN, _NEVER = 0.6, 0.32, 0.5, 0.6, 1.2
"""What counts: the gain, that our texts often have the other word; against it, that what is written is rare by itself,
that our texts have it; for it, that they never do."""
_MEETS, _TIMES, _MEETS_LOOSE, _LOOSE_SIDE = 0.8, 0.25, 0.3, -0.5
"""That they have the other word beside its neighbour, how often, that they have it there where the neighbour stands
beside any word, and that the neighbour is such a word."""
_LOOKS = 0.6
"""That it looks like it, more than that it sounds like it."""
_RUN = re.compile("[一-鿿]{3,}")
_ENDS = frozenset({BEGIN, END, FIGURE})
_LOOSE = frozenset("的了是在和与及或也都就又还并而有不为对以")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两第")
_NO: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Misfits:
    """Finds words in the place of others; its table of usual words is made at the first use."""

    usage: Usage
    similar: Similar

    def find(self, lattice: Callable[[str, str, str], Lattice], text: str) -> Iterator[tuple[int, str, float]]:
        """Yield (where a word begins, the one that is meant, how sure that is)."""
        for found in _RUN.finditer(text):
            before, behind = ends(text, *found.span())
            start, last = found.start(), before
            tokens = lattice(found.group(), before, behind).likeliest()[1]
            for number, (word, cost) in enumerate(tokens, 1):
                if len(word) == 2 and cost > _COSTLY and word[0] not in _NUMERALS and word not in self._right:
                    follow = tokens[number][0] if number < len(tokens) else behind
                    costs = cost + self.usage.after(word, follow)
                    if costs > _BOTH and self.usage.count(word) < _SELDOM:
                        sure, other = max(self._weighed(word, last, follow, costs), default=(0.0, ""))
                        if other:
                            yield start, other, sure
                start, last = start + len(word), word

    def _weighed(self, word: str, last: str, follow: str, costs: float) -> Iterator[tuple[float, str]]:
        """Yield (how sure, other word) for the words that may be meant between two others."""
        usage, known = self.usage, self.usage.count(word)
        for other, likeness in self._others(word, usage.behind(last), usage.ahead(follow)):
            gain = costs - usage.after(last, other) - usage.after(other, follow)
            if gain > _GAIN and usage.count(other) > known:
                yield self._sure(word, other, last, follow, gain) + likeness, other

    def sure(self, word: str, other: str, last: str, follow: str) -> float:
        """Return how sure it is that a word between two others stands for another one."""
        after = self.usage.after
        gain = after(last, word) + after(word, follow) - after(last, other) - after(other, follow)
        return self._sure(word, other, last, follow, gain)

    def _sure(self, word: str, other: str, last: str, follow: str, gain: float) -> float:
        usage, known = self.usage, self.usage.count(word)
        sure = _GAINED * gain + _OFTEN * math.log(max(1, usage.count(other))) - _RARE * (usage.alone(word) or 0.0)
        sure += _NEVER * (not known) - _KNOWN * math.log(1 + known)
        return sure + self._side(last, last, other) + self._side(follow, other, follow)

    def _side(self, neighbour: str, one: str, other: str) -> float:
        """Return what a neighbour says of two words that would follow each other."""
        times = self.usage.followers.get(one, {}).get(other, 0)
        if neighbour in _LOOSE:
            return _LOOSE_SIDE + _MEETS_LOOSE * (times > 0)
        if neighbour in _ENDS:
            return _MEETS_LOOSE * (times > 0)
        return _MEETS + _TIMES * math.log(times) if times else 0.0

    def _others(self, word: str, behind: AbstractSet[str], ahead: AbstractSet[str]) -> Iterator[tuple[str, float]]:
        """Yield the usual words that may be meant, with how like they are."""
        first, second = word[0], word[1]
        heard = set[str]()
        for spoken in self._sounds(word):
            for other in self._by_sound.get(spoken, ()):
                if other != word and other not in heard and (other in behind or other in ahead):
                    heard.add(other)
                    yield other, 0.0
        sharing = self._by_first.get(first, _NO) | self._by_second.get(second, _NO)
        for other in (sharing & behind) | (sharing & ahead):
            if other == word or other in heard:
                continue
            if (other[0] in self.similar.around(first)) or (other[1] in self.similar.around(second)):
                yield other, _LOOKS

    def _sounds(self, word: str) -> Iterator[tuple[str, ...]]:
        return product(*({blur(each) for each in self.similar.readings.get(one, _NO)} for one in word))

    @cached_property
    def _right(self) -> frozenset[str]:
        """The words that were listed because the dictionary lacks them: rare, and right."""
        return frozenset(self.usage.added)

    @cached_property
    def _usual(self) -> list[str]:
        return [word for word in self.usage.often() if len(word) == 2 and self.usage.count(word) >= _USUAL]

    @cached_property
    def _by_sound(self) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for word in self._usual:
            for spoken in self._sounds(word):
                found.setdefault(spoken, []).append(word)
        return found

    @cached_property
    def _by_first(self) -> dict[str, set[str]]:
        return _grouped(self._usual, 0)

    @cached_property
    def _by_second(self) -> dict[str, set[str]]:
        return _grouped(self._usual, 1)


def _grouped(words: list[str], at: int) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(word[at], set()).add(word)
    return found
