"""Years of last year's file left standing in the plans and in the date of signing."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import PLANNED, dated_paragraphs, dated_reports
from assistant.text.numerals import to_int

_AHEAD = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})年(?=，?(?:我|我们|本人|[一-鿿]{2,8}同志)?(?:将|要|计划|打算|准备|拟)|(?:度)?(?:工作|学习|党建|党员|教育|培训|发展)*(?:打算|计划|安排|思路|重点|要点)"
    r"|(?:[0-9]{1,2}月)?(?:底|末|中旬|年底)?之?前|(?:底|末|年底)(?:完成|实现|建成|达到|力争|全部|[一-鿿]{0,12}(?:达到|实现|完成|建成)))"
)
_PROMISED = re.compile(
    r"(?:力争|确保|争取|计划|预计|到|于|在|前)(?P<year>20[0-9]{2})年(?:[0-9]{1,2}月|上半年|下半年|一季度|底|末|年底)"
)
_COMING = re.compile(
    r"(?:做好|抓好|筹备|准备|谋划|启动|迎接|备战|作为)(?P<year>20[0-9]{2})年(?:度)?(?:的?(?:首要|头等|重点|主要)|[^。；，、0-9]{0,12}(?:准备|筹备|换届|工作|任务|计划))"
    r"|(?:力争|争取|确保|预计)[^。；，0-9]{0,6}比(?P<base>20[0-9]{2})年"
)
_ANY = re.compile(
    r"(?<![0-9])(?P<year>20[0-9]{2})年(?!度|以来|的|查|存在|反馈|考核|评议|排查|未|遗留|没|底数|版|制定|出台|印发|[0-9])"
)
_OPENS = re.compile(r"^(?P<year>20[0-9]{2})年(?:度)?(?:，|是)")
_DONE = re.compile("完成了|已于|实现了|上年|去年|相比|同比|较20|比20|以来|的基础上")
_SIGNED = re.compile(
    r"^\s*（?(?P<year>20[0-9]{2}|二[〇○零][一二三四五六七八九〇○零]{2})年(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?:[0-9一二三四五六七八九十]{1,3}[日号])?）?\s*$"
)
_LAST = 3
"""Paragraphs at either end where the date of signing stands."""
_SPRING = 6
"""The month up to which a report on the year before is signed."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def planned(survey: Survey, /) -> Iterator[Located]:
    """Yield the year reported on, or an earlier one, where the plans speak of what is to come."""
    for one in dated_paragraphs(survey):
        for start, end in sorted(set(_stale(one.text, one.year))) if one.role in PLANNED and "20" in one.text else ():
            right = one.year + 1
            yield Located(one.index, Match(start, end, (str(right),)), f"{right}年", report=one.report)


def _stale(text: str, year: int) -> Iterator[tuple[int, int]]:
    """Yield the places of years that are over when the plans are made, some of them twice."""
    for found in _COMING.finditer(text):
        said, kind = int(found["year"] or found["base"]), "year" if found["year"] else "base"
        if said < year or (said == year and kind == "year"):
            yield found.span(kind)
    for sentence in re.finditer("[^。；！？\n]+", text):
        if _DONE.search(sentence.group()):
            continue
        for pattern in (_AHEAD, _PROMISED, _OPENS, _ANY):
            for found in pattern.finditer(sentence.group()):
                said = int(found["year"])
                if said == year or (said < year and pattern is not _ANY):
                    yield sentence.start() + found.start("year"), sentence.start() + found.end("year")


def signed(survey: Survey, /) -> Iterator[Located]:
    """Yield dates of signing in the spring of the year reported on: nobody reports on a year that has just begun."""
    for number, report, year in dated_reports(survey):
        ends = range(max(report.first + 1, report.last + 1 - _LAST), report.last + 1)
        for index in (*range(report.first + 1, min(report.first + 1 + _LAST, ends.start)), *ends):
            found = _SIGNED.match(survey.document.blocks[index].text)
            if found is None:
                continue
            month = int(found["month"]) if found["month"].isdigit() else to_int(found["month"])
            written = int(found["year"].translate(_DIGITS))
            early = written < year or (written == year and month is not None and month <= _SPRING)
            if early or written > year + 1:
                right = str(year + 1)
                yield Located(index, Match(*found.span("year"), (right,)), f"{right}年", report=number)
