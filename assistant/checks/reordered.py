"""Idioms misremembered: two of their characters exchanged, or one moved (恪守尽职).

A swap of neighbouring characters is a slip of typing and found by `nearby`; these are slips of thinking. The halves of
an idiom may stand the other way round (实干苦干). Longer expressions are not asked for: real writers say 细化分解任务
as rightly as 细化任务分解.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.text.pieces import fours

_IDIOM = 4
_ORDERS = ((2, 1, 0, 3), (0, 3, 2, 1), (3, 1, 2, 0), (0, 3, 1, 2), (0, 2, 3, 1), (1, 2, 0, 3), (2, 0, 1, 3))
"""Orders in which an idiom is misremembered: two of its characters exchanged, or one moved."""

Cutter = Callable[[str], Iterable[tuple[str, float]]]


@dataclass(frozen=True)
class Reordered:
    """The wrong orders of idioms, each with the right one."""

    idioms: dict[str, str]
    cut: Cutter

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (from, to, idiom) for every wrong order in the text."""
        pieces = fours(text)
        if self.idioms.keys().isdisjoint(pieces):
            return  # so it is with nearly all texts, and this takes half the time of the rest
        for start, four in enumerate(pieces):
            if four in self.idioms and not self._is_word(four) and self._is_word(self.idioms[four]):
                yield start, start + _IDIOM, self.idioms[four]

    def _is_word(self, four: str) -> bool:
        return len(next(iter(self.cut(four)))[0]) == _IDIOM


def reordered(idioms: Iterable[str], right: AbstractSet[str], cut: Cutter) -> Reordered:
    """Return the wrong orders of these idioms of four, but none that is `right`."""
    orders = {"".join(idiom[i] for i in order): idiom for idiom in sorted(idioms) for order in _ORDERS}
    others = {idiom[2:] + idiom[:2] for idiom in orders.values()} | right
    return Reordered({wrong: idiom for wrong, idiom in orders.items() if wrong not in others}, cut)
