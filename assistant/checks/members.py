"""Enumerations of a numbered formulation with one member written otherwise: 学史明理、学史增信、学史崇德、学史立行."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.numbered import Enumerations, Numbered
from assistant.checks.rule import Match

_LEAST = 3
"""Members that a formulation must have for the others to tell which one is meant."""
_RUN = re.compile("[一-鿿]+(?:、[一-鿿]+)+")
_SHARED = 0.3
"""Part of its characters that a wrong member must share with the right one."""


@dataclass(frozen=True, slots=True)
class MemberReplaced:
    """Find members that stand in their place, among all the others, with other characters."""

    numbered: Enumerations

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each such member with the right one."""
        for run in _RUN.finditer(text):
            places = [(found.start() + run.start(), found.group()) for found in re.finditer("[^、]+", run.group())]
            for one, most in self.numbered.named(run.group()) if len(places) >= _LEAST else ():
                if _LEAST <= len(one.members) <= min(len(places), most + 1):
                    yield from _replaced(places, one)


def _replaced(places: list[tuple[int, str]], one: Numbered) -> Iterator[Match]:
    size = len(one.members)
    for first in range(len(places) - size + 1):
        window = places[first : first + size]
        wrong = [
            i
            for i, ((_, said), right) in enumerate(zip(window, one.members, strict=True))
            if not _is(said, right, i, size)
        ]
        if len(wrong) != 1:
            continue
        at, said = window[wrong[0]]
        right = one.members[wrong[0]]
        if any(right in other for _, other in places):
            continue  # 同推进、同检查、同考核: one more between them
        # What leads into the first member and what follows the last one is no part of it.
        start, word = (at + len(said) - len(right), said[-len(right) :]) if wrong[0] == 0 else (at, said[: len(right)])
        if len(word) == len(right) and word != right and _shares(word, right) and word not in one.members:
            yield Match(start, start + len(word), (right,), one.name)


def _is(said: str, right: str, number: int, size: int) -> bool:
    if number == 0:
        return said.endswith(right)
    return said.startswith(right) if number == size - 1 else said == right


def _shares(word: str, right: str) -> bool:
    return sum(one == other for one, other in zip(word, right, strict=True)) >= _SHARED * len(right)
