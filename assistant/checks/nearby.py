"""Expressions of a list that a text writes with exactly one edit: a character wrong, too many, missing, or swapped.

An expression cut in two has at most one half touched by one edit, so every half is a seed: where it stands in the text,
the other half is compared. Only a swap across the cut touches both; that one spelling is looked up as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

SHORTEST = 4
"""Characters of the shortest expression that is looked for."""

_PAIR = 2
"""Characters by which a seed is looked for first: those that are none are told apart at once."""
_PLACES = frozenset("省市县区州旗")
"""Ends of names of places: 宁川市|市场监督管理局."""
_SEED = 4
"""Characters of a half that are looked up; a longer half is compared afterwards."""


class EditKind(Enum):
    """What is wrong with the text, compared with the expression."""

    WRONG = "wrong"
    EXTRA = "extra"
    MISSING = "missing"
    SWAPPED = "swapped"


@dataclass(frozen=True, slots=True)
class Near:
    """An expression with one edit: where it stands, and where in the text the edit is.

    `at` is the position of the wrong or extra character, of the first of two swapped ones, or where one is missing;
    `place` the position in the expression.
    """

    expression: str
    kind: EditKind
    start: int
    end: int
    at: int
    place: int


Halves = tuple[str, str]
_Known = dict[str, list[Halves]]
_Seeds = dict[str, _Known]
"""Half that stands in the text → character of the two next to it → expressions as (head, tail)."""


class NearbyIndex:
    """Finds the expressions of a list, exact or one edit away."""

    def __init__(self, expressions: Iterable[str]) -> None:
        """Build the seeds; expressions shorter than `SHORTEST` are left out.

        Beside a seed that stands in the text, one of the two next characters of the other half stands within two: one
        edit can't touch more. Only expressions that have it there are compared.
        """
        self.expressions = frozenset(text for text in expressions if len(text) >= SHORTEST)
        self._heads: _Seeds = {}
        self._tails: _Seeds = {}
        self._swaps: dict[str, list[tuple[str, str]]] = {}
        self._begun: dict[str, list[str]] = {}
        for text in sorted(self.expressions):
            self._begun.setdefault(text[:SHORTEST], []).append(text)
            cut = len(text) // 2
            head, tail = text[:cut], text[cut:]
            for character in dict.fromkeys(tail[:2]):
                self._heads.setdefault(head[:_SEED], {}).setdefault(character, []).append((head, tail))
            for character in dict.fromkeys(head[-2:]):
                self._tails.setdefault(tail[-_SEED:], {}).setdefault(character, []).append((head, tail))
            swapped = text[: cut - 1] + text[cut] + text[cut - 1] + text[cut + 1 :]
            if swapped != text:
                self._swaps.setdefault(swapped[:SHORTEST], []).append((swapped, text))
        sizes: dict[str, set[int]] = {}
        for seed in (*self._heads, *self._tails):
            sizes.setdefault(seed[:_PAIR], set()).add(len(seed))
        for seed in self._swaps:
            sizes.setdefault(seed[:_PAIR], set())
        self._sizes = {pair: tuple(sorted(found)) for pair, found in sizes.items()}

    def exact(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of the text that are expressions."""
        begun = self._begun.get
        return [
            (start, start + len(expression))
            for start in range(len(text) - SHORTEST + 1)
            for expression in begun(text[start : start + SHORTEST], ())
            if text.startswith(expression, start)
        ]

    def near(self, text: str) -> Iterator[Near]:
        """Yield the expressions that stand in the text with one edit; one place may be found in several ways."""
        backwards = text[::-1]
        length = len(text)
        for start in range(length - 1):
            sizes = self._sizes.get(text[start : start + _PAIR])
            if sizes is None:
                continue
            for size in sizes:
                seed, end = text[start : start + size], start + size
                if end > length:
                    break
                known = self._heads.get(seed)
                for head, tail in _candidates(known, len(seed), text, start) if known else ():
                    if text.startswith(head, start):
                        yield from _after(text, start, head, tail)
                known = self._tails.get(seed)
                for head, tail in _candidates(known, len(seed), backwards, length - end) if known else ():
                    if text.endswith(tail, 0, end):
                        for found in _after(backwards, length - end, tail[::-1], head[::-1]):
                            yield _turned(found, length)
            for swapped, right in self._swaps.get(text[start : start + SHORTEST], ()):
                if text.startswith(swapped, start):
                    place = len(right) // 2 - 1
                    yield Near(right, EditKind.SWAPPED, start, start + len(right), start + place, place)


def _candidates(known: _Known, size: int, text: str, start: int) -> Iterable[Halves]:
    """Return the expressions `known` of a seed that have a next character behind it where one edit leaves it.

    Only seeds shorter than `_SEED` are whole halves; behind a longer one the next characters aren't known.
    """
    if size == _SEED:
        return dict.fromkeys(halves for found in known.values() for halves in found)
    begin = start + size
    nexts = dict.fromkeys(text[begin : begin + 2])
    return [halves for character in nexts for halves in known.get(character, ())]


def _after(text: str, start: int, head: str, tail: str) -> Iterator[Near]:
    """Yield what one edit makes of the tail behind a head that stands at `start`."""
    begin = start + len(head)
    same = 0
    size = len(tail)
    while same < size and begin + same < len(text) and text[begin + same] == tail[same]:
        same += 1
    if same == size:
        return
    at = begin + same
    expression, place = head + tail, len(head) + same
    last = same == size - 1
    if at < len(text) and text.startswith(tail[same + 1 :], at + 1):
        yield Near(expression, EditKind.WRONG, start, begin + size, at, place)
    if text.startswith(tail[same:], at + 1):
        yield Near(expression, EditKind.EXTRA, start, begin + size + 1, at, place)
    if not last and text.startswith(tail[same + 1 :], at):
        yield Near(expression, EditKind.MISSING, start, begin + size - 1, at, place)
    if not last and text.startswith(tail[same + 1] + tail[same] + tail[same + 2 :], at):
        yield Near(expression, EditKind.SWAPPED, start, begin + size, at, place)


def _turned(found: Near, length: int) -> Near:
    """Return what was found in the text read backwards as it stands in the text."""
    expression = found.expression[::-1]
    start, end = length - found.end, length - found.start
    if found.kind is EditKind.MISSING:
        return Near(expression, found.kind, start, end, length - found.at, len(expression) - 1 - found.place)
    wide = 2 if found.kind is EditKind.SWAPPED else 1
    place = len(expression) - wide - found.place if found.kind is not EditKind.EXTRA else len(expression) - found.place
    return Near(expression, found.kind, start, end, length - found.at - wide, place)


def doubled_ends(text: str, exact: Iterable[tuple[int, int]]) -> Iterator[Near]:
    """Yield expressions whose first or last character is written twice; the inner ones are near anyway."""
    for start, end in exact:
        whole = text[start:end]
        if text[end : end + 1] == whole[-1]:
            yield Near(whole, EditKind.EXTRA, start, end + 1, end, len(whole))
        if start and text[start - 1] == whole[0] and whole[0] not in _PLACES:
            yield Near(whole, EditKind.EXTRA, start - 1, end, start - 1, 0)


def covered(near: Near, exact: Iterable[tuple[int, int]]) -> bool:
    """Tell whether the place of the edit belongs to an expression that is written rightly."""
    first = near.at - 1 if near.kind is EditKind.MISSING else near.at
    return any(start <= first and near.at < end for start, end in exact)
