"""How many years it is since a year that is told: 2018年任党支部书记，到现在已经五个年头, in the report of 2025."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import WRITTEN_BY, dated_paragraphs
from assistant.text.numerals import to_chinese, to_int

_YEAR = "(?<![0-9至到—－-])(?P<year>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|初|底|年底|年初|秋|春|夏|冬)?"
_COUNT = "(?P<count>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?P<more>多|余)?"
_YEARS = f"{_COUNT}(?P<unit>个年头|个春秋|载|年(?![级度底初前内以代中间末月后])|周年)(?P<half>多|半|有余)?"
_SINCE = re.compile(
    f"{_YEAR}(?:起|开始|被)?"
    "[^。；！？0-9]{0,30}?"
    "(?:到现在|至今|到今天|到今年|如今|已经|已有?|算来|一干|一晃|整整|距今)(?:已经?|有|是|就是|整整|将近|快|干了|过去|了|，"
    "|稳定|安全|[满运使服走坚奋工任从扎驻守干][一-鿿]{0,5}?了?)*"
    f"{_YEARS}"
)
_HELD = re.compile(
    f"{_YEAR}[^。；！？0-9]{{1,24}}?，[^。；！？，0-9]{{0,12}}?"
    "(?:扎根|坚守|守护|守了|奋斗了?|耕耘|深耕|一干就是|一守就是|干了|从教|从医|从警|从检|从业|行医|执教|任教|驻守|教龄|工龄|党龄|警龄|军龄)"
    f"[^。；！？，0-9]{{0,10}}?(?:已|有|满|达|整整|长达|为)*{_YEARS}"
)
"""2005年入职，扎根车站19年: no word says that it is up to now, but nothing else is told of."""
_JUBILEE = re.compile(
    f"{_YEAR}[^。；！？，0-9]{{0,6}}(?:建[站校院厂局馆所行队社矿场库园]|成立|创办|组建|设立|开业|投产|通车|建成|挂牌)"
    f"[^。；！？0-9]{{0,16}}(?:今年|迎来|喜迎|适逢|恰逢)[^。；！？0-9]{{0,12}}{_COUNT}(?P<unit>周年)(?P<half>)"
)
"""1959年建站，今年迎来建站55周年."""
_FOR = re.compile(f"{_YEAR}[^。；！？，0-9]{{2,16}}，{_COUNT}(?P<unit>年)(?P<half>)来")
"""1985年开始行医，40年来走村串户."""
_RUN = re.compile(
    "自(?P<year>20[0-9]{2})年(?:以来|起|开始)，?(?:我|已|本|全)?[^。；！？，0-9]{0,6}连续(?P<count>[0-9]{1,2}|[两二三四五六七八九十]{1,2})个?(?P<unit>年)"
    "(?P<more>)(?P<half>)(?!度?规划)"
)
"""自2021年起连续五年获评先进."""
_AGE = re.compile(
    "(?:(?P<at>生于)(?=1|2)|(?<![0-9]))(?P<year>19[2-9][0-9]|200[0-9])年(?:[0-9]{1,2}月)?(?(at)|(?:出生|生人|生(?=[，、])))"
    "[^。；0-9]{0,24}?(?:今年|现年|年龄|如今|已经?|现在|年纪)(?:是|有|满|刚满|为)*(?P<count>[0-9]{2})(?P<unit>周?岁)"
    "(?P<more>)(?P<half>)"
)
_LATER = re.compile("[^。]{0,40}(?:19|20)[0-9]{2}年")
"""What is told of a later year ends what was told of before."""
_NOT = re.compile("提前|以来连续|每|第[0-9一二三四五]+年|连续|前|任期|聘期|规划")
"""Words between the two that tell of another time."""


def wrong(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of years that the year of the report and the year told don't give."""
    for one in dated_paragraphs(survey):
        if "年" not in one.text:
            continue
        for pattern in (_SINCE, _HELD, _JUBILEE, _FOR, _RUN, _AGE):
            for found in pattern.finditer(one.text):
                between = one.text[found.end("year") : found.start("count")]
                written = found["count"]
                said = int(written) if written.isdigit() else to_int(written) or 0
                due = one.year - int(found["year"])
                if pattern is _HELD and _LATER.search(one.text, found.end()):
                    continue
                if (
                    said
                    and due >= 0
                    and (pattern is _RUN or not _NOT.search(between))
                    and said not in _allowed(found, due)
                ):
                    right = str(due) if written.isdigit() else to_chinese(due)
                    yield Located(one.index, Match(*found.span("count")), right, report=one.report)


def _over(found: re.Match[str], due: int) -> int:
    """Return how many years are over at most when the report is signed."""
    month = re.match("([0-9]{1,2})月", found.string[found.end("year") + 1 : found.start("count")])
    return (12 * due + 12 - int(month[1]) + WRITTEN_BY) // 12 if month else due + 1


def _allowed(found: re.Match[str], due: int) -> set[int]:
    """Return the numbers that are right: 年头 counts the first year too, an age depends on the day."""
    if found["unit"].endswith("岁"):
        return {due - 1, due, due + 1}
    if found.string[found.start("count") - 1] == "满":
        return {year for year in (due - 1, due, due + 1) if year <= _over(found, due)}
    if found["half"] or found["more"]:
        return {due - 1, due}  # 三年多: three are over
    return {due, due + 1} if found["unit"] in {"个年头", "个春秋"} else {due - 1, due, due + 1}
