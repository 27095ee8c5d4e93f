"""More people than there are: 168 employees, of whom 620 were trained, were trained so many times (人次)."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.wholes import NOUNS, counts_of, totals
from assistant.document.outline import Report
from assistant.text.keeping import keeping

_PEOPLE = {
    *("党员", "在职党员", "流动党员", "预备党员", "教师党员", "学生党员", "退休党员", "正式党员", "女党员"),
    *("职工", "监测对象"),
}
"""Of the nouns of `wholes`, those that are people."""
_HAVE = re.compile(
    "(?:现有|共有|现共有|有|其中|(?<=[、，])|全[一-鿿](?:现|共)?有?)(?:在册|在岗|在编|在职|全部)?"
    "(?P<noun>(?!党员)[一-鿿]{2,6}?)(?:共)?(?P<count>[0-9]+)[名人](?!次)"
)
_COUNTED = keeping("(?P<count>[0-9]{2,})(?P<unit>[名人])(?![次均才员]|[一-鿿]{0,2}[大代以])")
_BEFORE = re.compile("[一-鿿]+$")
_FAR = 16
"""Characters before a number in which who took part stands."""
_ACTION = re.compile(
    "培训|轮训|参加|参与|参学|参训|受教育|教育|组织|慰问|走访|谈心谈话|谈话|约谈|提醒"
    "|服务|宣讲|覆盖|动员|带动|体检|疗养|帮扶|关怀"
)
_AROUND = re.compile(f"{_ACTION.pattern}|全体|广大|在职|所有|全部|累计|全年|先后|共")
_ELSEWHERE = re.compile("全[县市区省国]|各[地级]|外[地来]|群众|居民|学生|村民|考生|企业|社会|累计|历年|近[年三五]")
_BEGINNING = 8
"""Paragraphs at the beginning in which a report tells how many people there are."""


def over(survey: Survey, /) -> Iterator[Located]:
    """Yield numbers of people who took part that are more than all there are of them."""
    for number, report in enumerate(survey.reports):
        known: dict[str, int] | None = None
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            for found in _COUNTED.finditer(text):
                noun = _noun(text[max(0, found.start() - _FAR) : found.start()])
                if not noun:
                    continue
                known = _known(survey, report) if known is None else known
                whole = known.get(NOUNS.get(noun, noun), 0)
                clause = text[max(text.rfind(mark, 0, found.start()) for mark in "。；，") + 1 : found.end()]
                if whole and int(found["count"]) > 1.05 * whole and not _ELSEWHERE.search(clause):
                    right = f"{found['count']}人次"
                    yield Located(index, Match(found.start("count"), found.end("unit"), (right,)), right, report=number)


def _noun(before: str) -> str:
    """Return who is counted where the words before a number say that they took part: 参加党员, 党员参加."""
    said = _BEFORE.search(before)
    if said is None or not _ACTION.search(said.group()):
        return ""
    return next((part for part in reversed(_AROUND.split(said.group())) if part), "")


def _known(survey: Survey, report: Report) -> dict[str, int]:
    """Return how many there are of each kind of people, where the report tells it once."""
    known = {noun: int(count) for noun, count in totals(counts_of(survey, report)).items() if noun in _PEOPLE}
    told: dict[str, set[int]] = {}
    for index in range(report.first, min(report.first + _BEGINNING, report.last + 1)):
        for found in _HAVE.finditer(survey.document.blocks[index].text):
            told.setdefault(NOUNS.get(found["noun"], found["noun"]), set()).add(int(found["count"]))
    single = {noun: counts.pop() for noun, counts in told.items() if len(counts) == 1}
    return single | known
