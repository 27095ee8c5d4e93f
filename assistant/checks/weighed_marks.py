"""Marks weighed against the words around them: one that hardly ever stands there, and a place where one is missing.

Every sign of a place (see `mark_signs`) has a weight for each of what may stand there, learned from our own texts; the
sums say how much likelier something else is than what was written. Where the words were never met, little is known of
the place, and more is asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.checks.mark_signs import (
    CLOSES,
    LEXICAL,
    MARKS,
    MEETS,
    OPENS,
    PLACES,
    SHORTEST,
    items_and_marks,
    may_part,
    near_mark,
    of_joint,
    of_mark,
)
from assistant.checks.rule import Match
from assistant.checks.table import Table

Four = tuple[int, int, int, int]
Weights = Mapping[str, Four]
"""By sign, hundredths of a natural logarithm for each of what may stand at a place."""
_LIKELIER, _LIKELY = 30, 75
"""By how much the signs near a mark, or a place without one, must speak for something else for all to be weighed."""
_AGAINST = -30
"""Where one of the words beside a place speaks so much against a mark, none is missing."""


def read_weights(path: Path) -> Weights:
    """Return the weights of a file, lines of a sign and four numbers; raises ResourceError naming file and line."""
    weights: dict[str, Four] = {}
    line = ""
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                sign, one, two, three, four = line.split(" ")
                weights[sign] = int(one), int(two), int(three), int(four)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Table(path.name, "", {}).wrong(line, str(error)) from error
    return weights


@dataclass(frozen=True)
class Scales:
    """A file of weights, read at the first use, and how much likelier something else must be to be told.

    `least` says it by what is written, in hundredths; `unmet` is added for every word there that was never met.
    """

    path: Path
    choices: str
    least: Mapping[str, int]
    unmet: int

    @cached_property
    def weights(self) -> Weights:
        """The weights: tens of thousands, so they are read when the first text is checked."""
        return read_weights(self.path)

    def likelier(self, signs: Sequence[str], written: str, least: int) -> str:
        """Return what is likelier than what is written, by at least so much; empty where nothing is."""
        weights = self.weights
        one = two = three = four = 0
        for sign in signs:
            weight = weights.get(sign)
            if weight is not None:
                a, b, c, d = weight
                one, two, three, four = one + a, two + b, three + c, four + d
            elif sign[0] in LEXICAL:
                least += self.unmet
        sums = (one, two, three, four)
        best = max(sums)
        return self.choices[sums.index(best)] if best - sums[self.choices.index(written)] >= least else ""


@dataclass(frozen=True)
class UnlikelyMarks:
    """Finds marks that hardly ever stand between such words."""

    scales: Scales

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the marks, each with the one that stands there mostly."""
        items, marks = items_and_marks(text)
        scales = self.scales
        at = -1
        for number in range(1, len(items) - 3):
            at += len(items[number]) + 1
            mark = marks[number + 1]
            if mark not in scales.least or not items[number] or not items[number + 1]:
                continue
            if mark == "、" and items[number][-1] in "”》" and items[number + 1][0] in "“《":
                continue  # whether one stands there is another question (see `quoted_rows`)
            if scales.likelier(near_mark(items, marks, number), mark, _LIKELIER):
                other = scales.likelier(of_mark(items, marks, number), mark, scales.least[mark])
                if other:
                    yield Match(at, at + 1, (other,))


@dataclass(frozen=True)
class MissingMarks:
    """Finds places inside an item where a mark mostly stands between such words."""

    scales: Scales

    @cached_property
    def near(self) -> Mapping[str, Mapping[str, int]]:
        """How much what stands beside a place speaks for a mark: by kind of sign, and by the characters."""
        near: dict[str, dict[str, int]] = {CLOSES: {}, OPENS: {}, MEETS: {}}
        for sign, row in self.scales.weights.items():
            if sign[0] in near:
                gain = max(row[1:]) - row[0]
                if sign[0] == MEETS or gain > _AGAINST:
                    near[sign[0]][sign[1:]] = gain
        return near

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the character behind such a place, to be told with the mark before it."""
        items, marks = items_and_marks(text)
        scales, none = self.scales, PLACES[0]
        start = 0
        for number in range(1, len(items) - 2):
            item = items[number]
            unfinished = "【" in text[start : start + len(item)]  # what fills a blank may begin or end with anything
            for at in () if unfinished else self._places(item):
                signs = of_joint(item[:at], item[at:], marks[number], marks[number + 1])
                other = scales.likelier(signs, none, scales.least[none])
                if other:
                    place = start + at
                    yield Match(place, place + 1, (other + text[place],))
            start += len(item) + 1

    def _places(self, item: str) -> Iterator[int]:
        """Yield the places of an item where what stands beside them speaks for a mark."""
        closes, opens, meets = self.near[CLOSES], self.near[OPENS], self.near[MEETS]
        for at in range(SHORTEST, len(item) - SHORTEST + 1):
            before = closes.get(item[at - 2 : at])
            if before is None:
                continue
            behind = opens.get(item[at : at + 2])
            if behind is None or before + behind + meets.get(item[at - 1 : at + 1], 0) < _LIKELY:
                continue
            if may_part(item[at - 1], item[at]):
                yield at


FINDERS: Mapping[str, tuple[type[UnlikelyMarks] | type[MissingMarks], str]] = {
    "marks": (UnlikelyMarks, MARKS),
    "joints": (MissingMarks, PLACES),
}
"""What a rule weighs → its finder, and what may stand there."""


def weighed(table: Table, folder: Path) -> UnlikelyMarks | MissingMarks:
    """Return the finder of a rule of this kind; raises ResourceError naming file and key."""
    name = table.choice("weighs", FINDERS)
    kind, choices = FINDERS[name]
    given = Table(table.file, f"{table.name}.least", table.table("least"))
    given.refuse_unknown(choices)
    least = {written: given.number(written) for written in given.values}
    return kind(Scales(folder / f"{name}.txt", choices, least, table.number("unmet")))
