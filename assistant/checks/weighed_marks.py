"""Marks weighed against the words around them: one that hardly ever stands there, one missing, one too many.

Every sign of a place (see `mark_signs`) has a weight for each of what may stand there, learned from our own texts; the
sums say how much likelier something else is than what was written. Where a paragraph has many words beside its marks
that were never met, it is of another kind than our texts, and more is asked; as it is of a full stop beside another:
where sentences are short, stops are many.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.checks.mark_scales import Scales
from assistant.checks.mark_signs import (
    CLOSES,
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

_LIKELIER, _LIKELY = 50, 85
"""By how much the signs near a mark, or a place without one, must speak for something else for all to be weighed."""
_STOPS, _STOPPED = "。；^$", 150
"""What is asked in addition of a full stop for one on either side."""
_GREETS = re.compile(
    "(?:尊敬的)?[^，。]{0,12}(?:各位|全体)[^，。]{1,8}|[^，。]{0,8}(?:同志们|乡亲们|同事们|朋友们|老师们|师傅们|领导)"
)
"""What a paragraph begins with to speak to somebody: any mark may stand behind it."""
_TOGETHER = re.compile("合计|共计|总计|一共|共[0-9]")
"""What sums up the row before it."""
_CALLED = re.compile("名叫|叫作?(?![一-鿿]*[得响好])|今年[0-9]|现年")
"""What begins to tell of somebody that was just named."""
_FIGURED = re.compile("[0-9№][余多]?[一-鿿%]{1,3}$")
"""How a clause ends that tells how many."""
_COUNTS, _COUNT = re.compile("[0-9№][余多]?[个支名户家所座处条]?[一-鿿]{1,6}$"), re.compile("[0-9№]")
"""How a count ends, and how one begins: two of them stand in a row (6个村民小组、512户)."""
_CLAUSES = (re.compile("[一-鿿]{1,2}[过了着](?![程渡解])"), re.compile("(?:尊敬的)?各位|同志们"))
"""How two clauses begin, if short ones, and two that are spoken to: 跑过运输，贩过核桃; 各位领导，各位会长."""
_PIVOT = re.compile(
    "(?:邀请|组织|动员|引导|带动|选派|安排|推荐|吸引|发动)[^，。；：]*[0-9][余多]?(?:人次|名|人|家|户|位)$"
)
"""How a clause goes up to those who are asked to do what follows: 邀请代表76人次参与评查."""
_NTH = re.compile("[二三四五六七八]是")
_POINT = re.compile("([，。；])[二三四五六七八]是")
"""Points of a sentence behind its first."""
_AGAINST = -15
"""Where one of the words beside a place speaks so much against a mark, none is missing."""


@dataclass(frozen=True)
class UnlikelyMarks:
    """Finds marks that hardly ever stand between such words."""

    scales: Scales

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the marks, each with the one that stands there mostly."""
        items, marks = items_and_marks(text)
        scales = self.scales
        strange: float | None = None
        for number, at, one, mark, other in _parted(items, marks):
            if mark not in MARKS or not one or not other or _is_quoted_row(one, mark, other):
                continue
            if scales.likeliest(near_mark(items, marks, number), mark)[1] < _LIKELIER:
                continue  # asked first: so it is with nearly all
            if (number == 1 and _GREETS.fullmatch(one)) or self._is_free(text, at, one, other):
                continue
            right, gain = scales.likeliest(of_mark(items, marks, number), mark)
            least = scales.least.get(mark + right)
            if least is None or _unfinished(text, items, number, at):
                continue
            if mark == "。":
                least += _STOPPED * sum(marks[place] in _STOPS for place in (number, number + 2))
            gain -= least
            if gain >= 0 and strange is None:
                strange = scales.strangeness(self._places(items, marks))
            if strange is not None and gain >= strange:
                yield Match(at, at + 1, (right,))

    @staticmethod
    def _is_free(text: str, at: int, one: str, other: str) -> bool:
        """Tell whether a mark may stand there whatever the words: behind a count, between spoken clauses."""
        if text[at] == "；":
            return _FIGURED.search(one) is not None  # which mark parts a count from what follows is a matter of taste
        if text[at] == "、":
            return _COUNTS.search(one) is not None and _COUNT.match(other) is not None
        spoken = _TOGETHER.match(other) or (_NTH.match(other) and _in_series(text, at))
        return text[at] == "，" and bool(spoken or any(kind.match(one) and kind.match(other) for kind in _CLAUSES))

    def _places(self, items: Sequence[str], marks: Sequence[str]) -> Iterator[Sequence[str]]:
        for number, _, one, mark, other in _parted(items, marks):
            if mark in MARKS and one and other:
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
        for number, at, one, mark, other in _parted(items, marks):
            least = scales.least.get(mark)
            if least is None or len(one) < SHORTEST or len(other) < SHORTEST:
                continue
            if max(scales.sums(near_joint(one, other))[1:]) > 0:
                continue  # asked first: so it is with nearly all
            if not may_part(one[-1], other[0]) or _CALLED.match(other):
                continue
            if _is_quoted_row(one, mark, other) or _unfinished(text, items, number, at):
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
                if gain < 0 or "【" in text[start : start + len(item)] or _PIVOT.search(text, 0, start + at):
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


def _in_series(text: str, at: int) -> bool:
    """Tell whether other points of a sentence are parted as the one behind a comma is: 一是…，二是…，三是…."""
    start, end = text.rfind("。", 0, at) + 1, text.find("。", at)
    points = _POINT.findall(text, start, end if end > 0 else len(text))
    return len(points) > 1 and set(points) == {"，"}


def _parted(items: Sequence[str], marks: Sequence[str]) -> Iterator[tuple[int, int, str, str, str]]:
    """Yield the marks of a text: number of the item before it, where it stands, that item, the mark, the next item."""
    at = -1
    for number in range(1, len(items) - 3):
        at += len(items[number]) + 1
        yield number, at, items[number], marks[number + 1], items[number + 1]


def _is_quoted_row(one: str, mark: str, other: str) -> bool:
    """Tell whether a mark parts quotations or titles: whether one stands there is asked by `quoted_rows`."""
    return mark == "、" and one[-1] in "”》" and other[0] in "“《"


def _joints(items: Sequence[str], marks: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the signs of the marks of a text, as those of places without one."""
    for number, _, one, mark, other in _parted(items, marks):
        if mark in PLACES and min(len(one), len(other)) >= SHORTEST:
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
