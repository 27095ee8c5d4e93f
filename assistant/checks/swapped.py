"""Fixed formulations with two words that stand side by side in each other's place: 纽带桥梁作用, 忠诚担当干净."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Match
from assistant.checks.unquoted import QUOTES, plain_wording, without_quotes
from assistant.text.pieces import fours, where

_KEY = 4
"""Characters by which a wording is looked up."""
_LEAST, _WORD = 6, 2
"""Characters of a formulation at least; of each of the two words."""


@dataclass(frozen=True)
class Swapped:
    """The wordings with two words swapped, by their beginning, each with the right one."""

    wordings: Mapping[str, tuple[tuple[str, str], ...]]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each with what it should read, the longest at a place, none inside another."""
        bare, places = without_quotes(text)
        until = 0
        for at in where(fours(bare), self.wordings):
            for wrong, right in self.wordings[bare[at : at + _KEY]] if at >= until else ():
                if bare.startswith(wrong, at):
                    until = at + len(wrong)
                    start, end = places[at], places[until - 1] + 1
                    yield Match(start, end, (right,) if end - start == len(right) else (), right)
                    break


def swapped(lines: Iterable[str], either: Iterable[str] = (), usual: Iterable[str] = ()) -> Swapped:
    """Return the finder for the lines of formulations; a wording within one of them, or a `usual` one, is right.

    Of a pair of `either`, a word, a blank and another word, each may stand first.
    """
    free = {frozenset(pair.split()) for pair in either}
    plain = [QUOTES.sub("", line).replace("~", "") for line in lines]
    wordings = [*(line.strip("^$=").replace(" ", "") for line in plain), *map(plain_wording, usual)]
    known, begun = (
        "\n".join(wordings),
        {one[at : at + _LEAST] for one in wordings for at in range(len(one) - _LEAST + 1)},
    )
    found: dict[str, dict[str, str]] = {}
    for line in plain:
        words = line.strip("^$").split()
        right = "".join(words)
        if line.startswith("=") or len(right) < _LEAST:
            continue
        for i, (one, other) in enumerate(pairwise(words)):
            if (
                len(one) == len(other) == _WORD
                and one != other
                and (one + other).isalpha()
                and {one, other} not in free
            ):
                wrong = "".join((*words[:i], other, one, *words[i + 2 :]))
                if wrong[:_LEAST] not in begun or wrong not in known:
                    found.setdefault(wrong[:_KEY], {}).setdefault(wrong, right)
    return Swapped({key: tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0]))) for key, pairs in found.items()})
