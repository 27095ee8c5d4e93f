"""Years that the year reported on fixes: last year's assessment, this year's plan, the days up to which is counted."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import DONE, DatedParagraph, dated_paragraphs

_Y = "(?<![0-9])(?P<year>20[0-9]{2})"
_ASSESSED = re.compile(
    f"{_Y}年(?:度)?(?:市|县|区|镇|局)?(?:委)?(?:党建|抓基层党建|基层党建|抓党建|党建工作|党组织书记)*(?:工作)?(?:述职|考核评议|评议考核)(?:评议)?"
)
_FED = re.compile(f"{_Y}年度(?:反馈|点评|指出|交办|提出)的?[0-9两三四五六七八九]")
_RAISED = re.compile("指出|点评|反馈|提出|整改|问题")
_LIFE = re.compile(f"{_Y}年(?:度)?(?:基层)?(?:党组织)?(?:专题)?(?:组织生活会|民主生活会)")
_BY = re.compile(f"截[至止]到?{_Y}年(?=[0-9]{{1,2}}月|底|末|年底)")
_PLAN = re.compile(
    f"(?:制定|印发|出台|下发|修订)了?《[^《》]{{0,24}}?{_Y}年(?:度)?[^《》]{{0,24}}?(?:要点|计划|安排|方案|清单|任务)[^《》]{{0,6}}》"
)
_NOW = re.compile(f"今年是{_Y}年")
_PLANNED = re.compile(
    f"(?:制定|印发|出台)了?{_Y}年(?:度)?(?:党建|学习|工作|教育|重点|党员|培训)[^。；，《》]{{0,8}}(?:计划|要点|清单|方案)"
)
_SINCE = re.compile(f"{_Y}年[0-9]{{1,2}}月以来，?(?=扎实|认真|深入|组织|全面|按照|集中)")
_CLASS = re.compile(f"{_Y}(?:届(?=毕业生(?![回返来]|校友|代表|座谈|走访|给|寄))|级(?=新生))")
_COMPARED = re.compile("相比|同比|较|比20|以来|增长|提高到|增加到|由20|从20|上年|去年|历年|近[两三]年")
_OPENS = re.compile(f"(?:^|(?<=[。；：]))(?P<at>{_Y}年)(?=，|是(?!我)|以来|，?(?:我|在|全))")
_ACTED = re.compile(
    f"(?:^|(?<=[。；：，]))(?P<at>{_Y}年)(?:度|全年|(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|底|末)?))?，?(?:(?:我|本人)[^。；，]{{0,4}}|全[局镇校院村]|(?:[局镇乡院校村]|社区|街道|集团|公司)?党(?:委|组|工委|总支|支部)[^。；，]{{0,4}})?"
    "(?:共|累计|先后|主持|带头|集中|认真|如实|按规定|按要求|自觉|主动)*(?:召开|报告|填报|申报|开展|发展|组织|举办|完成|研究|集体研究|讲|作|培养|培训|收缴|走访|选派|推荐|表彰|排查|化解|整改|有|共有|现有|设立|专题)"
)
_NOW_TOLD = re.compile("20[0-9]{2}年|今年|目前|现在|如今|现已|到现|增|升|降|减|原有|原来|只有|仅有|还有|尚有|仍有")
"""Words behind a count of an earlier year that tell how many there are now."""
_HISTORY = re.compile(
    "[去上]年|近[两三几]年|连续|以来|相比|同期|同比|较|[比至到从由自—－~-]20|历年|曾|当时|任职|到任|上届|今年|本年"
)
_WORK = DONE - {"rectification"}
_FIRST = 6
"""Paragraphs at the beginning in which an opening says which year it tells of."""


def told(survey: Survey, /) -> Iterator[Located]:
    """Yield years that an earlier file has left: of an assessment, a plan, a meeting, a count, a class of students."""
    for one in _paragraphs(survey):
        for match, right in _wrong(one):
            yield Located(one.index, match, f"{right}年", report=one.report)


def acted(survey: Survey, /) -> Iterator[Located]:
    """Yield the year before in what a paragraph tells as done, where nothing in it speaks of former years."""
    for one in _paragraphs(survey):
        text, year = one.text, one.year
        if f"{year - 1}年" not in text or f"{year}年" in text or one.role not in _WORK:
            continue
        for found in _ACTED.finditer(text):
            start = text.rfind("。", 0, found.start()) + 1
            end = text.find("。", found.end())
            if int(found["year"]) == year - 1 and not _HISTORY.search(text, start, end if end > 0 else len(text)):
                yield Located(one.index, Match(*found.span("year"), (str(year),)), f"{year}年", report=one.report)


def _paragraphs(survey: Survey) -> Iterator[DatedParagraph]:
    """Yield what stands below the titles and names a year."""
    return (one for one in dated_paragraphs(survey) if one.place and "20" in one.text)


def _wrong(one: DatedParagraph) -> Iterator[tuple[Match, int]]:
    """Yield the years of a paragraph that can't be meant, with the one that may be."""
    text, role, year = one.text, one.role, one.year
    yield from _of_last_year(text, role, year)
    for found in _NOW.finditer(text) if "今年是" in text else ():
        if int(found["year"]) not in {year, year + 1}:
            yield _match(found, year)
    if role not in DONE:
        return
    for pattern in (_BY, _PLAN, _PLANNED, _CLASS):
        for found in pattern.finditer(text):
            sentence = text[text.rfind("。", 0, found.start()) + 1 : found.end() + (10 if pattern is _BY else 40)]
            again = pattern is _BY and _NOW_TOLD.search(text, found.end(), _ending(text, found.end()))
            if int(found["year"]) < year and not _COMPARED.search(sentence) and not again:
                yield _match(found, year)
    for found in _SINCE.finditer(text):
        if int(found["year"]) < year - 1:
            yield _match(found, year)
    for found in _OPENS.finditer(text) if one.place < _FIRST and role == "opening" else ():
        if int(found["year"]) == year - 1:
            yield _match(found, year)


def _of_last_year(text: str, role: str, year: int) -> Iterator[tuple[Match, int]]:
    """Yield the years of an assessment, and of the meetings that follow from it, which was the year before."""
    for found in _ASSESSED.finditer(text):
        said = int(found["year"])
        near = text[found.end() : found.end() + 30]
        last = role == "rectification" or (role not in {"opening", "closing", ""} and bool(_RAISED.search(near)))
        if (last and said != year - 1) or said < year - 1:
            yield _match(found, year - 1)
    for found in _FED.finditer(text):
        if int(found["year"]) < year - 1:
            yield _match(found, year - 1)
    for found in _LIFE.finditer(text):
        if int(found["year"]) not in {year, year - 1}:
            yield _match(found, year - 1)


def _match(found: re.Match[str], right: int) -> tuple[Match, int]:
    return Match(*found.span("year"), (str(right),)), right


def _ending(text: str, at: int) -> int:
    """Return where the sentence ends that a place lies in."""
    end = text.find("。", at)
    return end if end >= 0 else len(text)
