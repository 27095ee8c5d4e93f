"""Fixed expressions in another order: two neighbouring words swapped, 强国建设复兴民族伟业, or an idiom, 恪守尽职.

A swap of neighbouring characters is a slip of typing and found by `nearby`; these are slips of thinking. Only long
expressions count: short ones often say something else the other way round, as do the halves of an idiom (实干苦干).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.text.pieces import fours

_LEAST_WORDS, _LEAST = 3, 7
_EVEN = (6, 8)
"""Characters of expressions that may be of words of two, though the dictionary has longer ones: 村级|集体|经济.

Their first word stays first: 发展党员质量 is 党员发展质量, too.
"""
_KEY = 4
"""Characters by which the wrong orders are looked up."""
_IDIOM = 4
_ORDERS = ((2, 1, 0, 3), (0, 3, 2, 1), (3, 1, 2, 0), (0, 3, 1, 2), (0, 2, 3, 1), (1, 2, 0, 3), (2, 0, 1, 3))
"""Orders in which an idiom is misremembered: two of its characters exchanged, or one moved."""
_HAN = re.compile("[一-鿿]+")

Cutter = Callable[[str], Iterable[tuple[str, float]]]


@dataclass(frozen=True)
class Reordered:
    """The wrong orders of expressions, each with the right one, by their first characters; those of idioms."""

    by_start: dict[str, tuple[tuple[str, str], ...]]
    idioms: dict[str, str]
    cut: Cutter

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (from, to, expression) for every wrong order in the text."""
        pieces = fours(text)
        if self.by_start.keys().isdisjoint(pieces) and self.idioms.keys().isdisjoint(pieces):
            return  # so it is with nearly all texts, and this takes half the time of the rest
        for start, four in enumerate(pieces):
            for wrong, right in self.by_start.get(four, ()):
                if text.startswith(wrong, start):
                    yield start, start + len(wrong), right
            if four in self.idioms and not self._is_word(four) and self._is_word(self.idioms[four]):
                yield start, start + _IDIOM, self.idioms[four]

    def _is_word(self, four: str) -> bool:
        return len(next(iter(self.cut(four)))[0]) == _IDIOM


def reordered(expressions: frozenset[str], idioms: Iterable[str], accepted: frozenset[str], cut: Cutter) -> Reordered:
    """Return the wrong orders of the long ones of these expressions, and of these idioms of four."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    right = expressions | accepted
    for expression in sorted(expressions):
        long = len(expression) >= _LEAST
        if not (long or len(expression) in _EVEN) or not _HAN.fullmatch(expression):
            continue
        words = [word for word, _ in cut(expression)] if long else []
        pairs = [expression[i : i + 2] for i in range(2, len(expression), 2)] if len(expression) in _EVEN else []
        wrongs = {
            *_swapped(words if len(words) >= _LEAST_WORDS else []),
            *(expression[:2] + wrong for wrong in _swapped(pairs)),
        }
        for wrong in sorted(wrongs - right):
            found[wrong[:_KEY]] = (*found.get(wrong[:_KEY], ()), (wrong, expression))
    orders = {"".join(idiom[i] for i in order): idiom for idiom in sorted(idioms) for order in _ORDERS}
    others = {idiom[2:] + idiom[:2] for idiom in orders.values()} | right
    return Reordered(found, {wrong: idiom for wrong, idiom in orders.items() if wrong not in others}, cut)


def _swapped(words: list[str]) -> Iterator[str]:
    """Yield the words run together with two neighbours of more than a character swapped."""
    for number, (one, other) in enumerate(pairwise(words)):
        if min(len(one), len(other)) > 1:
            yield "".join((*words[:number], other, one, *words[number + 2 :]))
