"""Expressions of a list that a text writes with exactly one edit: a character wrong, too many, missing, or swapped.

An expression cut in two has at most one half touched by one edit, so every half is a seed: where it stands in the text,
the other half is compared. Only a swap across the cut touches both; that one spelling is looked up as it is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from assistant.text.pieces import fours, pairs, where

SHORTEST = 4
"""Characters of the shortest expression that is looked for."""

_PAIR = 2
"""Characters by which a seed is looked for first: those that are none are told apart at once."""
_PLACES = frozenset("省市县区州旗")
"""Ends of names of places: 宁川市|市场监督管理局."""
_SEED = 4
"""Characters of a half that are looked up; a longer half is compared afterwards."""
_SIZES = [tuple(size for size in range(_SEED + 1) if mask >> size & 1) for mask in range(1 << _SEED + 1)]
"""Sizes of seeds by the bits that are set, those of tails `_TAILS` bits higher than those of heads."""
_TAILS = _SEED + 1


_HAN = re.compile("[一-鿿]")


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


_Listed = dict[str, str]
"""A key → the expressions that have it, with blanks between: fewer objects than lists, so made in half the time."""


class NearbyIndex:
    """Finds the expressions of a list, exact or one edit away."""

    def __init__(self, expressions: Iterable[str]) -> None:
        """Build the seeds; expressions shorter than `SHORTEST` are left out.

        Beside a seed that stands in the text, one of the two next characters of the other half stands within two: one
        edit can't touch more. Only expressions that have it there are compared.
        """
        self.expressions = frozenset(text for text in expressions if len(text) >= SHORTEST)
        self._heads: _Listed = {}
        self._tails: _Listed = {}
        self._swaps: _Listed = {}
        self._begun: _Listed = {}
        masks: dict[str, int] = {}
        for text in sorted(self.expressions):
            _list(self._begun, text[:SHORTEST], text)
            cut = len(text) // 2
            head, tail = text[:cut], text[cut:]
            if cut < _SEED:
                _list(self._heads, head + tail[0], text)
                if tail[1] != tail[0]:
                    _list(self._heads, head + tail[1], text)
            else:
                _list(self._heads, head[:_SEED], text)
            if len(tail) < _SEED:
                _list(self._tails, head[-1] + tail, text)
                if head[-2] != head[-1]:
                    _list(self._tails, head[-2] + tail, text)
            else:
                _list(self._tails, tail[-_SEED:], text)
            swapped = _swapped(text)[:SHORTEST]
            _list(self._swaps, swapped, text)
            masks[swapped[:_PAIR]] = masks.get(swapped[:_PAIR], 0)
            for seed, bit in ((head[:_SEED], 1), (tail[-_SEED:], 1 << _TAILS)):
                masks[seed[:_PAIR]] = masks.get(seed[:_PAIR], 0) | bit << len(seed)
        low = len(_SIZES) - 1
        self._sizes = {pair: (_SIZES[mask & low], _SIZES[mask >> _TAILS]) for pair, mask in masks.items()}

    def exact(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of the text that are expressions."""
        pieces, begun = fours(text), self._begun
        return [
            (start, start + len(expression))
            for start in where(pieces, begun)
            for expression in begun[pieces[start]].split()
            if text.startswith(expression, start)
        ]

    def near(self, text: str) -> Iterator[Near]:
        """Yield the expressions that stand in the text with one edit; one place may be found in several ways."""
        backwards = text[::-1]
        length = len(text)
        pieces = pairs(text)
        for start in where(pieces, self._sizes):
            before, behind = self._sizes[pieces[start]]
            for size in before:
                for head, tail in _halves(self._begun_by(text, start, start + size)):
                    if text.startswith(head, start) and not text.startswith(tail, start + len(head)):
                        yield from _after(text, start, head, tail)
            for size in behind:
                end = start + size
                for head, tail in _halves(self._ended_by(text, start, end)):
                    if text.endswith(tail, 0, end) and not text.endswith(head, 0, end - len(tail)):
                        for found in _after(backwards, length - end, tail[::-1], head[::-1]):
                            yield _turned(found, length)
            for right in self._swaps.get(text[start : start + SHORTEST], "").split():
                if text.startswith(_swapped(right), start) and _swapped(right) != right:
                    place = len(right) // 2 - 1
                    yield Near(right, EditKind.SWAPPED, start, start + len(right), start + place, place)

    def _begun_by(self, text: str, start: int, end: int) -> str:
        """Return the expressions whose head begins so, and of which what is behind may be a tail."""
        seed, known = text[start:end], self._heads.get
        if len(seed) == _SEED:
            return known(seed, "")
        return known(seed + text[end : end + 1], "") + known(seed + text[end + 1 : end + 2], "")

    def _ended_by(self, text: str, start: int, end: int) -> str:
        """Return the expressions whose tail ends so, and of which what is before may be a head."""
        seed, known = text[start:end], self._tails.get
        if len(seed) == _SEED:
            return known(seed, "")
        if len(seed) < end - start:
            return ""
        return known(text[start - 1 : start] + seed, "") + known(text[start - 2 : start - 1] + seed, "")


def _list(table: _Listed, key: str, text: str) -> None:
    table[key] = f"{table.get(key, '')}{text} "


def _swapped(text: str) -> str:
    """Return an expression with the characters on either side of the cut swapped."""
    cut = len(text) // 2
    return text[: cut - 1] + text[cut] + text[cut - 1] + text[cut + 1 :]


def _halves(listed: str) -> Iterable[tuple[str, str]]:
    """Return the heads and tails of expressions with blanks between them: mostly there are none."""
    return [(text[: len(text) // 2], text[len(text) // 2 :]) for text in listed.split()] if listed else ()


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
    short = len(expression) == SHORTEST  # of a longer one the beginning may well stand alone
    if text.startswith(tail[same + 1 :], at) if not last else short and not _HAN.match(text, at):
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
