"""Numbers of headings: one, two, three within their section, none twice, none left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Fix, Located, Match, Survey
from assistant.document.block import Document, Span
from assistant.document.edit import ReplaceText
from assistant.document.outline import Heading, Report
from assistant.text.numbering import leading
from assistant.text.numerals import to_chinese, to_int

_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|^[—－─ー]")
_THROUGH = 3
"""Sections whose headings count on for that to be meant."""
_BRACKET = re.compile("[（(〔［\\[【）)〕］\\]】]")
_PAUSED = re.compile("[ \\t\u3000]*[0-9]{1,2}(?P<at>、)(?=[一-鿿“《])")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A heading with a typed number: where its numeral stands, how the number is styled, what it says."""

    heading: Heading
    start: int
    numeral: str
    style: str
    value: int

    @property
    def end(self) -> int:
        return self.start + len(self.numeral)

    @property
    def chinese(self) -> bool:
        return not self.numeral[0].isdigit()


def repeated(survey: Survey, /) -> Iterator[Located]:
    """Yield, in each series of 一、 or （一）, the first number that says the same as the one before."""
    for number, siblings in _all_series(survey):
        at, right = _first_fault(siblings)
        if at and siblings[at].chinese and siblings[at].value == siblings[at - 1].value:
            yield _located(siblings, at, right, number)


def skipped(survey: Survey, /) -> Iterator[Located]:
    """Yield, in each series of headings, the first number that does not follow the one before."""
    for number, siblings in _all_series(survey):
        at, right = _first_fault(siblings)
        if right and not (at and siblings[at].chinese and siblings[at].value == siblings[at - 1].value):
            yield _located(siblings, at, right, number)


def paused(survey: Survey, /) -> Iterator[Located]:
    """Yield the first number of a report that has 、 behind it (1、抓学习), with a fix that mends all of them."""
    for number, report in enumerate(survey.reports):
        blocks = survey.document.blocks[report.first : report.last + 1]
        all_found = [(i, found) for i, one in enumerate(blocks) if (found := _PAUSED.match(one.text))]
        if not all_found:
            continue
        spans = [Span(blocks[i].id, *found.span("at")) for i, found in all_found]
        label = f"全文{len(spans)}处都改为“1.”的写法" if len(spans) > 1 else "改为“1.”的写法"
        fix = Fix(label, ".", tuple(ReplaceText(span, "、", ".") for span in spans))
        first, found = all_found[0]
        yield Located(report.first + first, Match(*found.span("at"), (".",)), report=number, fixes=(fix,))


def _first_fault(siblings: list[_Numbered]) -> tuple[int, int]:
    """Return the position of the first wrong number and what it should be; (0, 0) where all is well.

    A series that starts again at one, after two or more, is taken for a new list under an unnumbered heading.
    """
    before = 0
    for i, one in enumerate(siblings):
        if one.value == before + 1 or (one.value == 1 and before > 1):
            before = one.value
        else:
            return i, before + 1
    return 0, 0


def _located(siblings: list[_Numbered], at: int, right: int, report: int) -> Located:
    wrong = siblings[at]
    numeral = _like(wrong, right)
    fix = Fix(f"改为“{numeral}”，后面的序号顺延", numeral, _renumbered(siblings, at, right))
    return Located(
        wrong.heading.index, Match(wrong.start, wrong.end, (numeral,)), right=numeral, report=report, fixes=(fix,)
    )


def _renumbered(siblings: list[_Numbered], at: int, right: int) -> tuple[ReplaceText, ...]:
    """Return edits that number the series from `at` on without a break, up to where it starts again at one."""
    edits = []
    for offset, one in enumerate(siblings[at:]):
        if offset and one.value == 1:
            break
        new = _like(one, right + offset)
        if new != one.numeral:
            edits.append(ReplaceText(Span(one.heading.block, one.start, one.end), one.numeral, new))
    return tuple(edits)


def _like(one: _Numbered, number: int) -> str:
    """Return another number in the figures that this one is written with."""
    if one.chinese:
        return to_chinese(number)
    return str(number) if one.numeral.isascii() else str(number).translate(_WIDE)


def _all_series(survey: Survey) -> Iterator[tuple[int, list[_Numbered]]]:
    for number, report in enumerate(survey.reports):
        yield from ((number, siblings) for siblings in _joined(_series(survey.document, report)))


def _joined(series: list[list[_Numbered]]) -> list[list[_Numbered]]:
    """Return the series, those as one that count on from section to section all through the report."""
    alike: dict[tuple[int, str], list[list[_Numbered]]] = {}
    for one in series:
        alike.setdefault((one[0].heading.level, one[0].style), []).append(one)
    result = []
    for group in alike.values():
        on = all(after[0].value == before[-1].value + 1 for before, after in pairwise(group))
        result += [[one for siblings in group for one in siblings]] if on and len(group) >= _THROUGH else group
    return result


def _series(document: Document, report: Report) -> list[list[_Numbered]]:
    """Return runs of sibling headings of one style; a heading ends the series of all deeper levels."""
    result: list[list[_Numbered]] = []
    open_: dict[int, list[_Numbered]] = {}
    for heading in report.headings:
        open_ = {level: series for level, series in open_.items() if level <= heading.level}
        one = _numbered(document, heading)
        if one is None or not heading.level:  # 二、 may number one of several reports
            continue
        current = open_.get(heading.level)
        if current is None or current[-1].style != one.style:
            current = open_[heading.level] = []
            result.append(current)
        current.append(one)
    return result


def _value(numeral: str) -> int | None:
    return 1 if numeral in "—－─ー" else to_int(numeral)


def _numbered(document: Document, heading: Heading) -> _Numbered | None:
    """Return the heading with its numeral located, or None where it has no typed number.

    Points (二是, 二要) count on from sentence to sentence, most of which are no headings: they are judged with those.
    """
    text = document.blocks[heading.index].text
    ordinal = leading(text)
    if ordinal is not None and ordinal.style.is_point:
        return None
    numerals = list(_NUMERAL.finditer(heading.number))
    found = numerals[0] if len(numerals) == 1 else None  # 1.1 counts in its own way
    at = text.rfind(heading.number, 0, heading.start) if heading.number else -1
    number = _value(found.group()) if found else None
    if found is None or at < 0 or number is None:
        return None
    style = f"{'一' if not found.group()[0].isdigit() else '1'}{'（' if _BRACKET.search(heading.number) else ''}"
    return _Numbered(heading, at + found.start(), found.group(), style, number)
