"""First and last years: of which year a five-year plan, or the carrying out of a congress, is the first or the last."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import dated_paragraphs
from assistant.text.keeping import keeping

_PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}
"""The first year of each plan; the last one is the fourth after it."""
_CONGRESSES = {"十八大": 2012, "十九大": 2017, "二十大": 2022}
"""The year of each congress; the year after it is the first to carry it out."""
_SAID = re.compile(
    r"(?P<year>20[0-9]{2})年(?:度)?(?:恰)?(?:是|为|作为)(?:(?!20[0-9]{2}年|[今明次]年)[^。；！？\n]){0,24}?"
    r"(?:“?(?P<plan>十[二三四五]五)”?(?:规划|时期)?的?[^，。；]{0,6}?|(?:党的)?(?P<congress>十八大|十九大|二十大)精神的?)"
    r"(?P<which>开局|起步|起始|首|第一|收官|最后一)(?:之)?年"
)
_LAST = {"收官", "最后一"}
_WISHED = keeping("“?(?P<plan>十[二三四五]五)”?(?:规划)?(?:的)?(?:实现|取得|确保)?(?:良好开局|开好局|起好步)")


def wished(survey: Survey, /) -> Iterator[Located]:
    """Yield a good beginning wished to a plan that began, or begins, more than a year from the report's own."""
    for one in dated_paragraphs(survey):
        for found in _WISHED.finditer(one.text):
            if abs(one.year - _PLANS[found["plan"]]) > 1:
                yield Located(one.index, Match(*found.span()), _spanned(found["plan"]), report=one.report)


def wrong(survey: Survey, /) -> Iterator[Located]:
    """Yield what is called the first or the last year and is another one."""
    for number, report in enumerate(survey.reports):
        for index in range(report.first, report.last + 1):
            for found in _SAID.finditer(survey.document.blocks[index].text):
                first, right = _meant(found)
                if int(found["year"]) != first:
                    start = found.start("plan") if found["plan"] else found.start("congress")
                    yield Located(index, Match(start, found.end()), right, report=number)


def _meant(found: re.Match[str]) -> tuple[int, str]:
    """Return the right year, and a word about it."""
    if found["plan"]:
        first = _PLANS[found["plan"]]
        return (first + 4 if found["which"] in _LAST else first), _spanned(found["plan"])
    held = _CONGRESSES[found["congress"]]
    return held + 1, f"党的{found['congress']}{held}年召开，{held + 1}年是开局之年"


def _spanned(plan: str) -> str:
    """Return a word about the years of a plan."""
    return f"“{plan}”{_PLANS[plan]}年开局、{_PLANS[plan] + 4}年收官"
