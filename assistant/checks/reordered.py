"""Fixed expressions with two neighbouring words swapped: 强国建设复兴民族伟业.

A swap of characters is a slip of typing and found by `nearby`; a swap of whole words is one of thinking. Only long
expressions count: short ones often say something else the other way round.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

_LEAST_WORDS, _LEAST = 3, 7
_KEY = 4
"""Characters by which the wrong orders are looked up."""
_HAN = re.compile("[一-鿿]+")

Cutter = Callable[[str], Iterable[tuple[str, float]]]


@dataclass(frozen=True)
class Reordered:
    """The wrong orders of expressions, each with the right one, by their first characters."""

    by_start: dict[str, tuple[tuple[str, str], ...]]

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (from, to, expression) for every wrong order in the text."""
        for start in range(len(text) - _LEAST + 1):
            for wrong, right in self.by_start.get(text[start : start + _KEY], ()):
                if text.startswith(wrong, start):
                    yield start, start + len(wrong), right


def reordered(expressions: frozenset[str], accepted: frozenset[str], cut: Cutter) -> Reordered:
    """Return the wrong orders of the long ones of these expressions."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for expression in sorted(expressions):
        if len(expression) < _LEAST or not _HAN.fullmatch(expression):
            continue
        words = [word for word, _ in cut(expression)]
        for number in range(len(words) - 1 if len(words) >= _LEAST_WORDS else 0):
            one, other = words[number : number + 2]
            wrong = "".join((*words[:number], other, one, *words[number + 2 :]))
            if min(len(one), len(other)) > 1 and wrong not in expressions and wrong not in accepted:
                found[wrong[:_KEY]] = (*found.get(wrong[:_KEY], ()), (wrong, expression))
    return Reordered(found)
