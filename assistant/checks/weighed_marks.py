"""Marks weighed against the words around them: one that hardly ever stands there, one missing, one too many.

Every sign of a place (see `mark_signs`) has a weight for each of what may stand there, learned from our own texts; the
sums say how much likelier something else is than what was written. Where the words were never met, little is known of
the place, and more is asked; as it is of a full stop beside another: where sentences are short, stops are many.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
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
    near_joint,
    near_mark,
    of_joint,
    of_mark,
)
from assistant.checks.rule import Match
from assistant.checks.table import Table

Three = tuple[int, int, int]
Weights = Mapping[str, Three]
"""By sign, hundredths of a natural logarithm for what may stand at a place, over the first of it."""
_LIKELIER, _LIKELY, _SPARE = 40, 75, 0
"""By how much the signs near a mark, a place without one, or one too many must speak for something else for all to be
weighed."""
_STOPS, _STOPPED = "。；^$", 250
"""What is asked in addition of a full stop for one on either side."""
_AGAINST = -30
"""Where one of the words beside a place speaks so much against a mark, none is missing."""


@lru_cache(maxsize=2)
def read_weights(path: Path) -> Weights:
    """Return the weights of a file, lines of a sign and three numbers; raises ResourceError naming file and line.

    Two rules weigh by one file, so it is kept.
    """
    weights: dict[str, Three] = {}
    line = ""
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                sign, one, two, three = line.split(" ")
                weights[sign] = int(one), int(two), int(three)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Table(path.name, "", {}).wrong(line, str(error)) from error
    return weights


@dataclass(frozen=True)
class Scales:
    """A file of weights, read at the first use, and how much likelier something else must be to be told.

    `least` says it by what is written, in hundredths; `unmet` what is added for every word there that was never met.
    """

    path: Path
    choices: str
    least: Mapping[str, int]
    unmet: Mapping[str, int]

    @cached_property
    def weights(self) -> Weights:
        """The weights: tens of thousands, so they are read when the first text is checked."""
        return read_weights(self.path)

    def sums(self, signs: Sequence[str]) -> tuple[tuple[int, int, int, int], int]:
        """Return what signs say together for each of the choices, and how many words were never met."""
        get = self.weights.get
        one = two = three = unmet = 0
        for sign in signs:
            weight = get(sign)
            if weight is not None:
                one += weight[0]
                two += weight[1]
                three += weight[2]
            else:
                unmet += sign[0] in LEXICAL
        return (0, one, two, three), unmet

    def likelier(self, signs: Sequence[str], written: str, least: int, unmet: int = 0) -> str:
        """Return what is likelier than what is written, by at least so much; empty where nothing is."""
        sums, never = self.sums(signs)
        best = max(sums)
        enough = best - sums[self.choices.index(written)] >= least + unmet * never
        return self.choices[sums.index(best)] if enough else ""


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
            if _unfinished(text, at - len(items[number]), at + len(items[number + 1])):
                continue
            if scales.likelier(near_mark(items, marks, number), mark, _LIKELIER):
                least = scales.least[mark] + (self._beside(marks, number) if mark == "。" else 0)
                other = scales.likelier(of_mark(items, marks, number), mark, least, scales.unmet[mark])
                if other:
                    yield Match(at, at + 1, (other,))

    def _beside(self, marks: Sequence[str], number: int) -> int:
        """Return what is asked for stops on either side of one."""
        return _STOPPED * sum(marks[place] in _STOPS for place in (number, number + 2))


@dataclass(frozen=True)
class SpareMarks:
    """Finds marks where hardly ever one stands between such words."""

    scales: Scales

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the marks, to be left out."""
        items, marks = items_and_marks(text)
        scales = self.scales
        at = -1
        for number in range(1, len(items) - 3):
            one, other, mark = items[number], items[number + 1], marks[number + 1]
            at += len(one) + 1
            least = scales.least.get(mark)
            if least is None or min(len(one), len(other)) < SHORTEST or not may_part(one[-1], other[0]):
                continue
            if _unfinished(text, at - len(one), at + len(other)):
                continue
            if max(scales.sums(near_joint(one, other))[0][1:]) > -_SPARE:
                continue
            sums, never = scales.sums(of_joint(one, other, marks[number], marks[number + 2]))
            written = sums[scales.choices.find("，" if mark == "；" else mark)]
            if max(sums) == 0 and -written >= least + scales.unmet[mark] * never:
                yield Match(at, at + 1, ("",))


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
                gain = max(row)
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
            for at in () if _unfinished(text, start, start + len(item)) else self._places(item):
                signs = of_joint(item[:at], item[at:], marks[number], marks[number + 1])
                other = scales.likelier(signs, none, scales.least[none], scales.unmet[none])
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


def _unfinished(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch has a blank: what fills it may begin or end with anything."""
    return text.find("【", start, end) >= 0


Finder = UnlikelyMarks | SpareMarks | MissingMarks
FINDERS: Mapping[str, tuple[type[Finder], str, str]] = {
    "marks": (UnlikelyMarks, "marks.txt", MARKS),
    "joints": (MissingMarks, "joints.txt", PLACES),
    "spare": (SpareMarks, "joints.txt", PLACES),
}
"""What a rule weighs → its finder, the file of weights, and what may stand there."""


def weighed(table: Table, folder: Path) -> Finder:
    """Return the finder of a rule of this kind; raises ResourceError naming file and key."""
    kind, name, choices = FINDERS[table.choice("weighs", FINDERS)]
    written = MARKS if kind is SpareMarks else choices
    least, unmet = _numbers(table, "least", written), _numbers(table, "unmet", written)
    for key in least.keys() ^ unmet.keys():
        raise table.wrong("unmet", f"{key} stands in one of least and unmet only")
    return kind(Scales(folder / name, choices, least, unmet))


def _numbers(table: Table, key: str, written: str) -> dict[str, int]:
    given = Table(table.file, f"{table.name}.{key}", table.table(key))
    given.refuse_unknown(written)
    return {mark: given.number(mark) for mark in given.values}
