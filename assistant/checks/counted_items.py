"""Items counted without being headings, one left out or told twice: 第一件, 第二件, 第四件; （1）, （2）, （4）."""

from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report
from assistant.text.keeping import keeping
from assistant.text.numbering import leading
from assistant.text.numerals import to_chinese, to_int

_NTH = keeping(
    "(?:^|(?<=[。；：！])|(?<=。”))[ \u3000]*第(?P<n>[一二三四五六七八九十]{1,2})"
    "(?P<what>件事?|个方面|个问题|点|条|步|项|关|招|方面|仗|篇|课)(?=[，、：]|是)"
)
_Place = tuple[int, int, int, int, str]
"""Position of a block, from and to where in it, the number, what is counted."""


def skipped(survey: Survey, /) -> Iterator[Located]:
    """Yield the first number of a series that is not the one after the one before, of both kinds of items."""
    for number, report in enumerate(survey.reports):
        for places in _nth(survey, report):
            yield from _first_fault(places, number, chinese=True)
        for places in _paragraphs(survey, report):
            yield from _first_fault(places, number, chinese=False)


def _nth(survey: Survey, report: Report) -> Iterator[list[_Place]]:
    """Yield series of 第一件 …, by what is counted; a new one begins at every 第一."""
    open_: dict[str, list[_Place]] = {}
    for index in range(report.first, report.last + 1):
        for found in _NTH.finditer(survey.document.blocks[index].text):
            value = to_int(found["n"]) or 0
            what = found["what"].removesuffix("事")
            if value == 1 and what in open_:
                yield open_.pop(what)
            open_.setdefault(what, []).append((index, *found.span("n"), value, what))
    yield from open_.values()


def _paragraphs(survey: Survey, report: Report) -> Iterator[list[_Place]]:
    """Yield runs of paragraphs that follow each other, are no headings, and begin with a number of one style."""
    heads = {heading.index for heading in report.headings}
    run: list[_Place] = []
    style = None
    for index in range(report.first, report.last + 1):
        text = survey.document.blocks[index].text
        one = leading(text) if index not in heads else None
        if one is None or (run and one.style is not style) or "（" not in one.typed:
            yield run
            run, style = [], None
        if one is not None and "（" in one.typed and one.typed.strip("（）").isdigit():
            style = one.style
            start = one.start + one.typed.index("（") + 1
            run.append((index, start, start + len(one.typed.strip("（）")), one.value, "（"))
    yield run


def _first_fault(places: list[_Place], number: int, *, chinese: bool) -> Iterator[Located]:
    if len(places) < 2 or places[0][3] != 1:
        return
    for before, one in pairwise(places):
        if one[3] != before[3] + 1:
            right = to_chinese(before[3] + 1) if chinese else str(before[3] + 1)
            yield Located(one[0], Match(one[1], one[2], (right,)), right, report=number)
            return
