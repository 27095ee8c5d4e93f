"""Marks weighed against the words around them: one that hardly ever stands there, one missing, one too many.

Every sign of a place (see `mark_signs`) has a weight for each of what may stand there, learned from our own texts; the
sums say how much likelier something else is than what was written. Where a paragraph has many words beside its marks
that were never met, it is of another kind than our texts, and more is asked; as it is of a full stop beside another:
where sentences are short, stops are many.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_LIKELIER, _LIKELY = 50, 85
"""By how much the signs near a mark, or a place without one, must speak for something else for all to be weighed."""
_USUAL, _FEW = 2.6, 4
"""Words beside a mark that were never met in our kind of texts, and marks of which a paragraph is known by half."""
_STOPS, _STOPPED = "。；^$", 150
"""What is asked in addition of a full stop for one on either side."""
_AGAINST = -15
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

    `least` says it in hundredths by what is written, for marks by the likelier one, too; `strange` is added for each
    word beside a mark that was never met, on the average of the paragraph, over what is usual.
    """

    path: Path
    choices: str
    least: Mapping[str, int]
    strange: int

    @cached_property
    def weights(self) -> Weights:
        """The weights: tens of thousands, so they are read when the first text is checked."""
        return read_weights(self.path)

    def sums(self, signs: Sequence[str]) -> tuple[int, int, int, int]:
        """Return what signs say together for each of the choices."""
        get = self.weights.get
        one = two = three = 0
        for sign in signs:
            weight = get(sign)
            if weight is not None:
                one += weight[0]
                two += weight[1]
                three += weight[2]
        return 0, one, two, three

    def likeliest(self, signs: Sequence[str], written: str) -> tuple[str, int]:
        """Return what is likeliest at a place, and by how much it is likelier than what is written."""
        sums = self.sums(signs)
        best = max(sums)
        return self.choices[sums.index(best)], best - sums[self.choices.index(written)]

    def strangeness(self, places: Iterable[Sequence[str]]) -> float:
        """Return what is asked for the words that were never met, from the signs of the marks of a paragraph."""
        weights = self.weights
        unmet = [sum(sign[0] in LEXICAL and sign not in weights for sign in signs) for signs in places]
        return self.strange * max(0.0, sum(unmet) - _USUAL * len(unmet)) / (len(unmet) + _FEW)


@dataclass(frozen=True)
class UnlikelyMarks:
    """Finds marks that hardly ever stand between such words."""

    scales: Scales

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the marks, each with the one that stands there mostly."""
        items, marks = items_and_marks(text)
        scales = self.scales
        strange: float | None = None
        at = -1
        for number in range(1, len(items) - 3):
            at += len(items[number]) + 1
            mark = marks[number + 1]
            if mark not in MARKS or not items[number] or not items[number + 1]:
                continue
            if _is_quoted_row(items[number], mark, items[number + 1]):
                continue
            if scales.likeliest(near_mark(items, marks, number), mark)[1] < _LIKELIER:
                continue
            other, gain = scales.likeliest(of_mark(items, marks, number), mark)
            least = scales.least.get(mark + other)
            if least is None or _unfinished(text, items, number, at):
                continue
            if mark == "。":
                least += _STOPPED * sum(marks[place] in _STOPS for place in (number, number + 2))
            gain -= least
            if gain >= 0 and strange is None:
                strange = scales.strangeness(self._places(items, marks))
            if strange is not None and gain >= strange:
                yield Match(at, at + 1, (other,))

    def _places(self, items: Sequence[str], marks: Sequence[str]) -> Iterator[Sequence[str]]:
        for number in range(1, len(items) - 3):
            if marks[number + 1] in MARKS and items[number] and items[number + 1]:
                yield of_mark(items, marks, number)


@dataclass(frozen=True)
class SpareMarks:
    """Finds marks where hardly ever one stands between such words."""

    scales: Scales

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the marks, to be left out."""
        items, marks = items_and_marks(text)
        scales = self.scales
        strange: float | None = None
        at = -1
        for number in range(1, len(items) - 3):
            one, other, mark = items[number], items[number + 1], marks[number + 1]
            at += len(one) + 1
            least = scales.least.get(mark)
            if least is None or min(len(one), len(other)) < SHORTEST or not may_part(one[-1], other[0]):
                continue
            if _is_quoted_row(one, mark, other) or _unfinished(text, items, number, at):
                continue
            if max(scales.sums(near_joint(one, other))[1:]) > 0:
                continue
            sums = scales.sums(of_joint(one, other, marks[number], marks[number + 2]))
            gain = -sums[scales.choices.find("，" if mark == "；" else mark)]
            if max(sums) > 0 or gain < least:
                continue
            strange = scales.strangeness(_joints(items, marks)) if strange is None else strange
            if gain >= least + strange:
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
        strange: float | None = None
        start = 0
        for number in range(1, len(items) - 2):
            item = items[number]
            for at in self._places(item):
                other, gain = scales.likeliest(of_joint(item[:at], item[at:], marks[number], marks[number + 1]), none)
                gain -= scales.least[none]
                if gain < 0 or "【" in text[start : start + len(item)]:
                    continue  # what fills a blank may begin or end with anything
                strange = scales.strangeness(_joints(items, marks)) if strange is None else strange
                if gain >= strange:
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


def _is_quoted_row(one: str, mark: str, other: str) -> bool:
    """Tell whether a mark parts quotations or titles: whether one stands there is asked by `quoted_rows`."""
    return mark == "、" and one[-1] in "”》" and other[0] in "“《"


def _joints(items: Sequence[str], marks: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the signs of the marks of a text, as those of places without one."""
    for number in range(1, len(items) - 3):
        one, other = items[number], items[number + 1]
        if marks[number + 1] in PLACES and min(len(one), len(other)) >= SHORTEST:
            yield of_joint(one, other, marks[number], marks[number + 2])


def _unfinished(text: str, items: Sequence[str], number: int, at: int) -> bool:
    """Tell whether what a mark parts has a blank: what fills it may begin or end with anything."""
    return text.find("【", at - len(items[number]), at + 1 + len(items[number + 1])) >= 0


Finder = UnlikelyMarks | SpareMarks | MissingMarks
FINDERS: Mapping[str, tuple[type[Finder], str, str, frozenset[str]]] = {
    "marks": (UnlikelyMarks, "marks.txt", MARKS, frozenset(one + other for one in MARKS for other in MARKS)),
    "joints": (MissingMarks, "joints.txt", PLACES, frozenset(PLACES[0])),
    "spare": (SpareMarks, "joints.txt", PLACES, frozenset(MARKS)),
}
"""What a rule weighs → its finder, the file of weights, what may stand there, and by what `least` is said."""


def weighed(table: Table, folder: Path) -> Finder:
    """Return the finder of a rule of this kind; raises ResourceError naming file and key."""
    kind, name, choices, known = FINDERS[table.choice("weighs", FINDERS)]
    given = Table(table.file, f"{table.name}.least", table.table("least"))
    given.refuse_unknown(known)
    least = {written: given.number(written) for written in given.values}
    return kind(Scales(folder / name, choices, least, table.number("strange")))
