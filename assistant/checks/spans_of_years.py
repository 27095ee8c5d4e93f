"""How many years it is since a year that is told: 2018年任党支部书记，到现在已经五个年头, in the report of 2025."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import dated_paragraphs
from assistant.text.numerals import to_chinese, to_int

_SINCE = re.compile(
    "(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|初|底|年底|年初)?(?:起|开始|被)?"
    "[^。；！？0-9]{0,30}?"
    "(?:到现在|至今|到今天|到今年|如今|已经|已有?|算来|一干|一晃|整整|距今)(?:已经?|有|是|就是|整整|将近|快|干了|过去|了|，)*"
    "(?P<count>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<more>多|余)?(?P<unit>个年头|年(?![级度底初前内以代中间末月]))(?P<half>多|半|有余)?"
)
_AGE = re.compile(
    "(?<![0-9])(?P<year>19[3-9][0-9]|200[0-9])年(?:[0-9]{1,2}月)?(?:出生|生(?=[，、]))[^。；0-9]{0,12}?(?:今年|现年|年龄)(?P<count>[0-9]{2})(?P<unit>岁)"
)
_NOT = re.compile("提前|以来连续|每|第[0-9一二三四五]+年|连续|前|任期|聘期|规划")
"""Words between the two that tell of another time."""


def wrong(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of years that the year of the report and the year told don't give."""
    for one in dated_paragraphs(survey):
        if "年" not in one.text:
            continue
        for pattern in (_SINCE, _AGE):
            for found in pattern.finditer(one.text):
                between = one.text[found.end("year") : found.start("count")]
                written = found["count"]
                said = int(written) if written.isdigit() else to_int(written) or 0
                due = one.year - int(found["year"])
                if said and due >= 0 and not _NOT.search(between) and said not in _allowed(found, due):
                    right = str(due) if written.isdigit() else to_chinese(due)
                    yield Located(one.index, Match(*found.span("count")), right, report=one.report)


def _allowed(found: re.Match[str], due: int) -> set[int]:
    """Return the numbers that are right: 年头 counts the first year too, an age depends on the day."""
    if found["unit"] == "岁":
        return {due - 1, due, due + 1}
    if found["half"] or found["more"]:
        return {due - 1, due}  # 三年多: three are over
    return {due, due + 1} if found["unit"] == "个年头" else {due - 1, due, due + 1}
