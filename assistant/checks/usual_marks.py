"""Marks where another of ， 。 、 ； is far more usual, or none, and places that usually have one."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report
from assistant.text.characters import is_han
from assistant.text.marks import MARKS, Weights, likelihoods, places
from assistant.text.partings import likelihood, near, parted, unparted

_OTHER = "other"
"""The kind of texts that are no report: they have ways of their own."""
_FEW, _SHARE = 4, 30
"""Told are no more than so many marks of a report, or one in so many: the rest is the writer's way with marks."""
_NEAR = 50
"""How much what stands right beside a place must speak for a mark, for the rest to be looked at."""
_AGAINST = -60
"""The same for what stands beside a mark: how much it must speak against it."""
_REMEMBERED = 4096
"""Paragraphs whose marks are kept."""
LACKING, COUNTED, NEEDLESS = "+", "0+", "-"
"""What `least` calls a mark that is wanting, one behind a count (12次), and one that stands where none usually does."""
_COUNT = re.compile("0[^0]{1,2}$")


@dataclass(frozen=True, slots=True)
class Tables:
    """How much each sign around a place speaks for which mark, and for one at all."""

    which: Mapping[str, Weights]
    whether: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Odd:
    """What is odd in a paragraph: how far beyond what it must be, where, and what would be usual, in words."""

    beyond: int
    match: Match
    usual: str


@dataclass(frozen=True)
class UsualMarks:
    """The tables, read at the first use, and how much more usual something else must be.

    `least` is by the written mark and the usual one, in hundredths of a logarithm; of other marks nothing is told.
    """

    read: Callable[[], Tables]
    least: Mapping[str, int]

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the marks in the running text of a report that are odd, the oddest ones."""
        for number, report in enumerate(survey.reports):
            marks = 0
            found: list[tuple[int, Odd]] = []
            for index, begin in _running(report):
                many, odd = self._remembered(survey.document.blocks[index].text)
                marks += many
                found += [(index, one) for one in odd if one.match.start >= begin]
            most = max(_FEW, marks // _SHARE)
            for index, one in sorted(found, key=lambda told: -told[1].beyond)[:most]:
                yield Located(index, one.match, one.usual, report=number)

    @cached_property
    def _tables(self) -> Tables:
        return self.read()

    @cached_property
    def _remembered(self) -> Callable[[str], tuple[int, tuple[Odd, ...]]]:
        return lru_cache(maxsize=_REMEMBERED)(self._in_paragraph)

    def _in_paragraph(self, text: str) -> tuple[int, tuple[Odd, ...]]:
        """Return how many marks a paragraph has, and what is odd."""
        told = [*self._others(text), *self._needless(text), *self._lacking(text)]
        return sum(text.count(mark) for mark in MARKS), tuple(told)

    def _others(self, text: str) -> Iterator[Odd]:
        """Yield marks where another one is more usual."""
        for place in places(text):
            sums = likelihoods(self._tables.which, place.signs)
            own = sums[MARKS.index(place.mark)]
            others = [
                (value - own - self.least[place.mark + mark], mark)
                for mark, value in zip(MARKS, sums, strict=True)
                if place.mark + mark in self.least
            ]
            beyond, right = max(others, default=(-1, ""))
            if beyond >= 0:
                match = Match(place.at, place.at + 1, (right,), place.mark + right)
                yield Odd(beyond, match, f"用“{right}”，不用“{place.mark}”")

    def _needless(self, text: str) -> Iterator[Odd]:
        """Yield marks where usually none stands."""
        if NEEDLESS not in self.least:
            return
        for gap in parted(text):
            if sum(self._tables.whether.get(sign, 0) for sign in near(gap.left, gap.right)) > _AGAINST:
                continue
            beyond = -likelihood(self._tables.whether, gap) - self.least[NEEDLESS]
            if beyond >= 0:
                yield Odd(beyond, Match(gap.at, gap.at + 1, ("",), NEEDLESS), f"不用“{gap.mark}”，连着写")

    def _lacking(self, text: str) -> Iterator[Odd]:
        """Yield places between two pieces of text that usually have a mark."""
        if not {LACKING, COUNTED} <= self.least.keys():
            return
        for gap in unparted(text, self._tables.whether, _NEAR):
            key = COUNTED if _COUNT.search(gap.left) else LACKING
            beyond = likelihood(self._tables.whether, gap) - self.least[key]
            if beyond >= 0 and is_han(text[gap.at]):
                mark = self._usual(text, gap.at)
                match = Match(gap.at - 1, gap.at + 1, (text[gap.at - 1] + mark + text[gap.at],), LACKING)
                yield Odd(beyond, match, f"要停顿，中间用“{mark}”")

    def _usual(self, text: str, at: int) -> str:
        """Return the mark that is the most usual at a place that has none."""
        whole = f"{text[:at]}{MARKS[0]}{text[at:]}"
        place = next((place for place in places(whole) if place.at == at), None)
        sums = likelihoods(self._tables.which, place.signs) if place is not None else [1, 0]
        return MARKS[sums.index(max(sums))]


def _running(report: Report) -> Iterator[tuple[int, int]]:
    """Yield the blocks of a report that hold running text, and where it begins."""
    headings = {heading.index: heading for heading in report.headings}
    for index in range(report.first, report.last + 1) if report.kind != _OTHER else ():
        heading = headings.get(index)
        if heading is None or heading.run_in:
            yield index, heading.end if heading is not None else 0
