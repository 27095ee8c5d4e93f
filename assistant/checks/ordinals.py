"""Ordinals inside paragraphs: 一是 wants 二是, and none is left out or said twice."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Located, Match, Survey
from assistant.text.numbering import points
from assistant.text.numerals import to_chinese
from assistant.text.ordinal import Style

_STYLES = (Style.IS, Style.MUST)
_COUNTED = (*_STYLES, Style.NTH)
_OTHERWISE = re.compile(
    "(?<=[。；，])(?:其[次二三]是?|再次是?|再者|第[二三四五][，是]?|最后是?|另外是?|接着|[二三四五](?:则|来|点是?|者|要))(?!是)"
)
_ENDS = "，。；"
"""What points end in; where as many end in one as in another, the last is meant."""


@dataclass(frozen=True, slots=True)
class _Point:
    """一是 or 一要 in the block at `index`; `start` and `end` bound it, the verb included."""

    index: int
    start: int
    end: int
    style: Style
    value: int

    def follows(self, other: "_Point") -> bool:
        return (self.index, self.start) > (other.index, other.start)


def alone(survey: Survey, /) -> Iterator[Located]:
    """Yield every 一是 (一要) after which neither 二是 nor 二要 follows before the next heading or the next 一是.

    In the last paragraph of a text the next point may still be written.
    """
    last = max((i for i, block in enumerate(survey.document.blocks) if block.text.strip()), default=0)
    for stretch in _stretches(survey):
        for series in _series(stretch):
            first = series[0]
            if len(series) > 1 or first.value != 1 or first.index == last:
                continue
            if not any(point.value == 2 and point.follows(first) for point in stretch):
                yield Located(first.index, Match(first.start, first.end), report=_report(survey, first))


def skipped(survey: Survey, /) -> Iterator[Located]:
    """Yield the first ordinal of a series that does not follow the one before: 一是, 三是; or 二是 twice."""
    for stretch in _stretches(survey):
        for series in _series(stretch, _COUNTED):
            wrong = next((two for one, two in pairwise(series) if two.value != one.value + 1), None)
            if wrong is not None and series[0].value == 1:
                right = to_chinese(series[series.index(wrong) - 1].value + 1)
                if wrong.style is Style.NTH:  # 第三, 其三
                    right = survey.document.blocks[wrong.index].text[wrong.start] + right
                match = Match(wrong.start, wrong.end - 1, (right,))
                odd = _otherwise(survey, series[series.index(wrong) - 1], wrong)
                if odd is not None:
                    match, right = odd, odd.replacements[0]
                yield Located(wrong.index, match, right, report=_report(survey, wrong))


def _otherwise(survey: Survey, before: _Point, wrong: _Point) -> Match | None:
    """Return the one between two points that is numbered with other words: 一是…；其次…；三是…."""
    if wrong.style is not Style.IS or before.index != wrong.index or wrong.value != before.value + 2:
        return None
    text = survey.document.blocks[wrong.index].text
    found = next(iter(_OTHERWISE.finditer(text, before.end, wrong.start)), None)
    return Match(*found.span(), (to_chinese(before.value + 1) + "是",)) if found is not None else None


def mixed_ends(text: str, /) -> Iterator[Match]:
    """Yield the marks before 二是, 三是… of a paragraph that differ from those before the rest of the series."""
    if "二是" not in text and "二要" not in text:
        return
    series: list[int] = []
    for point in (*(point for point in points(text) if point.style in _STYLES), None):
        if point is not None and point.value > 1:
            series.append(point.start - 1)
            continue
        marks = Counter(text[at] for at in series)
        if len(marks) > 1 and marks.keys() <= set(_ENDS):
            usual = max(marks, key=lambda mark: (marks[mark], _ENDS.index(mark)))
            yield from (Match(at, at + 1, (usual,)) for at in series if text[at] != usual)
        series = []


def _report(survey: Survey, point: _Point) -> int:
    return next((i for i, report in enumerate(survey.reports) if report.first <= point.index <= report.last), 0)


def _series(stretch: list[_Point], styles: tuple[Style, ...] = _STYLES) -> Iterator[list[_Point]]:
    """Yield the points of each of these styles, cut before every 一."""
    for style in styles:
        current: list[_Point] = []
        for point in (point for point in stretch if point.style is style):
            if point.value == 1 and current:
                yield current
                current = []
            current.append(point)
        if current:
            yield current


def _stretches(survey: Survey) -> Iterator[list[_Point]]:
    """Yield the points between one heading (of the first two levels) and the next."""
    starts = {
        heading.index
        for report in survey.reports
        for heading in report.headings
        if heading.level <= 2 and not points(heading.number)  # 一是 as a heading is a point, too
    }
    stretch: list[_Point] = []
    for index, block in enumerate(survey.document.blocks):
        if index in starts and stretch:
            yield stretch
            stretch = []
        stretch += [
            _Point(index, point.start, point.end, point.style, point.value)
            for point in points(block.text)
            if point.style in _COUNTED and not block.text.startswith(point.typed[0], point.end)  # 一是一，二是二
        ]
    if stretch:
        yield stretch
