"""What was done so many times in the year, told again with another number: 中心组学习12次 … 中心组学习11次.

The rule's table names such work as `name=pattern`, the pattern ending right before the number. A name that
ends in `*` is work that only one body does. Only counts of the whole year are held against each other, by the same body
or person: nothing with a part of the year, a plan or a minimum.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report
from assistant.text.keeping import Keeping, keeping

_COUNT = "(?P<count>[0-9]+)(?:次|场|期|堂|节|名|轮)(?!以上|左右|[多余])"
_OTHERWISE = re.compile(
    "[上下前后]半年|季度?|(?<![0-9])1?[0-9]月|每|将|拟|计划|力争|不少于|至少|不低于|其中|各|分别|先后|累计|已|截至"
    "|缺|[给为]|[去上前]年|20[0-9]{2}年|任期|[两二三四五]年|期间|以来|又|再|还|带领|指导|督促|要求|组织各|个支部|各支部|[0-9][名个]"
)
"""Words of a clause that make its count one of another time or of others."""
_WHO = re.compile(
    "我|本人|书记|委员|支委|主任|校长|院长|局长|经理|党委|党组|党工委|党总支|支部|班子|机关|局|院|校|公司|集团|村|社区"
)
_PLANNED = frozenset({"next_steps", "problems_next_steps", "rectification"})
"""Roles of sections that tell of another year."""
_ONE_BODY = "*"
_CLAUSE = "，。；：\n"

Told = tuple[int, re.Match[str]]


def again(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield counts of one kind of work that an earlier count of the report contradicts."""
    for number, report in enumerate(survey.reports):
        lines = [(index, text) for index, text in lines_of(survey, report) if not _is_planned(report, index)]
        for anybody, pattern in _patterns(options.words["activities"]):
            first: dict[str, str] = {}
            for index, found in ((i, one) for i, text in lines for one in pattern.finditer(text)):
                who = _who(found)
                if who is None:
                    continue
                before = first.setdefault("" if anybody else who, found["count"])
                if before != found["count"]:
                    yield Located(index, Match(*found.span("count"), (before,)), before, report=number)


def _is_planned(report: Report, index: int) -> bool:
    return any(part.role in _PLANNED and part.first <= index <= part.last for part in report.sections)


def _who(found: re.Match[str]) -> str | None:
    """Return who did the work, empty where it is not told, None where the count is of another time, or of others."""
    text = found.string
    start = max(text.rfind(mark, 0, found.start("count")) for mark in _CLAUSE) + 1
    clause = text[start : found.start("count")]
    if _OTHERWISE.search(clause):
        return None
    told = _WHO.findall(clause)
    return told[0].replace("本人", "我") if told else ""


@lru_cache(maxsize=2)
def _patterns(written: tuple[str, ...]) -> tuple[tuple[bool, Keeping], ...]:
    """Return whether the work of each line is one body's alone, and its pattern with the count behind it."""
    lines = (one.partition("=") for one in written)
    return tuple((name.endswith(_ONE_BODY), keeping(pattern + _COUNT)) for name, _, pattern in lines)
