"""Halves of two members of a fixed formulation that were exchanged: 为党育才、为国育人 for 为党育人、为国育才.

Members of three or four characters have two halves; what stands beside a mark 、 is looked up with the halves the wrong
way round.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Match
from assistant.checks.unquoted import without_quotes

_SIZES = (4, 3)
"""Characters of a member that has two halves."""


@dataclass(frozen=True, slots=True)
class Crossed:
    """The wrong pairs of members, joined, with the right ones, by how long a member is."""

    by_size: Mapping[int, Mapping[str, str]]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each pair of members with exchanged halves."""
        bare, places = without_quotes(text)
        mark = bare.find("、")
        while mark >= 0:
            for size in _SIZES:
                said = bare[max(0, mark - size) : mark] + bare[mark + 1 : mark + 1 + size]
                right = self.by_size.get(size, {}).get(said)
                if right is not None:
                    start, end = places[mark - size], places[mark + size] + 1
                    yield Match(start, end, (right,), key=right)
            mark = bare.find("、", mark + 1)


def crossed(lines: Iterable[str]) -> Crossed:
    """Return what finds exchanged halves of the formulations, one a line, with the marks of such lines."""
    pairs = set()
    for line in lines:
        members = "".join(line.strip("^$=").split()).strip("“”").split("、")
        pairs |= {(one, other) for one, other in pairwise(members) if len(one) == len(other) and len(one) in _SIZES}
    right = {one + other for one, other in pairs} | {other + one for one, other in pairs}
    by_size: dict[int, dict[str, str]] = {}
    for one, other in sorted(pairs):
        half = len(one) // 2
        for first, second in ((one[:half] + other[half:], other[:half] + one[half:]),):
            for wrong in (first + second, second + first):
                if wrong not in right and first != second:
                    by_size.setdefault(len(one), {})[wrong] = f"{one}、{other}"
    return Crossed(by_size)
