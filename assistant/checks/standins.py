"""Everyday characters that stand for others of their sound or shape: 两人都以能参加, 每季度已“晒、评、学”的方式.

Either may be a word by itself, and stands beside almost any other: what tells them apart is all that is around. For
every group of such characters the signs of a place have weights, learned from our own texts by logistic regression
(`packaging/make_standins.py`); a character is told where another one of its group is likelier by more than was so in
texts that were kept back, and makes likelier words with its neighbours, too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from sys import intern

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.table import Table

_LEAST = 4
"""Characters of a run that tells what stands in it."""
_BOUND = re.compile("[，。；：！？、“”《》（）]")
_FIGURES = str.maketrans("123456789", "000000000")
_AROUND = 14
"""Characters on either side, up to a mark, of which pairs are looked at."""
_USUAL = 11.0
"""What a character must cost where it stands, it and the word behind it together: of 1,634 told these lose 3."""
_SURE = 250
"""Hundredths above what is asked from which one is told as likely."""
_BETTER, _ASKED, _SURELY = 40, 270, 600
"""What the better words with its neighbours count for one, and how much both must come to, and for one that is likely.

In 77,000 characters of flawless reports that were not counted, 26 are told without it, 8 with it; of the 9 that are
slips in marked papers none is lost.
"""


def plain(text: str) -> str:
    """Return a text with every figure as 0: which one it is says nothing."""
    return text.translate(_FIGURES)


def signs(text: str, at: int) -> Iterator[str]:
    """Yield the signs of a place of a plain text: characters before and behind it, pairs of them up to a mark."""
    padded = f"^^^{text}$$$"
    left, right = padded[at : at + 3], padded[at + 4 : at + 7]
    yield f"a{left[2:]}"
    yield f"b{left[1:]}"
    yield f"c{left}"
    yield f"d{right[:1]}"
    yield f"e{right[:2]}"
    yield f"f{right}"
    yield f"g{left[2:]}{right[:1]}"
    yield f"h{left[1:]}{right[:1]}"
    yield f"i{left[2:]}{right[:2]}"
    before, behind = _BOUND.split(text[:at])[-1], _BOUND.split(text[at + 1 :], maxsplit=1)[0]
    for first in range(max(0, len(before) - _AROUND), len(before) - 1):
        yield f"L{before[first : first + 2]}"
    for first in range(min(len(behind), _AROUND) - 1):
        yield f"R{behind[first : first + 2]}"
    yield f"E{behind[-2:]}"
    yield f"S{before[:2]}"
    yield f"y{min(len(before), 6)}"
    yield f"z{min(len(behind), 6)}"


@dataclass(frozen=True, slots=True)
class Group:
    """Characters taken for each other: by sign, hundredths of a logarithm for each but the first, over the first.

    `least` is by how many hundredths another one must be likelier to be told.
    """

    characters: str
    least: int
    weights: Mapping[str, Sequence[int]]

    def likeliest(self, text: str, at: int) -> tuple[str, int]:
        """Return the likeliest character at a place of a plain text, and by how much it is likelier than this one."""
        sums = [0] * len(self.characters)
        for sign in signs(text, at):
            for number, weight in enumerate(self.weights.get(sign, ()), 1):
                sums[number] += weight
        best = max(sums)
        return self.characters[sums.index(best)], best - sums[self.characters.index(text[at])]


@dataclass(frozen=True)
class StandIns:
    """Finds them; the file of weights is read at the first use."""

    path: Path

    def find(self, runs: Iterable[CutRun], text: str) -> Iterator[tuple[int, str, bool]]:
        """Yield (where a character stands, which one is meant, whether that is likely) for the runs of a text."""
        even = plain(text)
        for run in of_size(runs, _LEAST):
            if text.startswith("【", run.end):
                continue  # what fills a blank may begin with anything
            at, tokens = run.start, run.tokens
            for (word, cost), (_, follow) in zip(tokens, (*tokens[1:], tokens[-1]), strict=True):
                if len(word) == 1 and cost + follow > _USUAL:
                    for group in self._groups.get(word, ()):
                        right, gain = group.likeliest(even, at)
                        more = gain - group.least
                        better = run.cost - run.ways.edited(at - run.start, at - run.start + 1, right)[0]
                        odds = more + _BETTER * better
                        if more > 0 < better and odds > _ASKED:
                            yield at, right, more > _SURE and odds > _SURELY
                at += len(word)

    @cached_property
    def _groups(self) -> Mapping[str, tuple[Group, ...]]:
        groups: dict[str, tuple[Group, ...]] = {}
        for group in read_groups(self.path):
            for character in group.characters:
                groups[character] = (*groups.get(character, ()), group)
        return groups


def read_groups(path: Path) -> tuple[Group, ...]:
    """Return the groups of a file: `= 以已 260`, then a line a sign; raises ResourceError naming file and line."""
    groups: list[Group] = []
    weights: dict[str, tuple[int, ...]] = {}
    rows: dict[str, tuple[int, ...]] = {}  # signs and rows come again in many groups: one of each is kept
    line = ""
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            first, _, rest = line.partition(" ")
            if first == "=":
                characters, least = rest.split(" ")
                weights, rows = {}, {}
                groups.append(Group(characters, int(least), weights))
            elif first != "#":
                row = rows.get(rest)
                if row is None:
                    row = rows[rest] = tuple(map(int, rest.split(" ")))
                    if len(row) != len(groups[-1].characters) - 1:
                        raise ValueError("a weight for each character but the first is expected")
                weights[intern(first)] = row
    except (OSError, UnicodeDecodeError, ValueError, IndexError) as error:
        raise Table(path.name, "", {}).wrong(line, str(error)) from error
    return tuple(groups)
