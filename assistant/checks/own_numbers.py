"""Another number in one's own name: 第五车队 in the report of the 第三车队, where no other team is spoken of."""

import re
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report

_ORDINAL = "第(?P<number>[一二三四五六七八九十]{1,3}|[0-9]{1,3})(?P<noun>[一-鿿]{2,4}?)"
_UNIT = re.compile(
    _ORDINAL
    + "(?:党支部|党总支|党委)?$|"
    + _ORDINAL.replace("number", "of").replace("noun", "body")
    + "(?=党支部|党总支|党委)"
)
_WITH = re.compile("[与和同跟、及向到赴]$|兄弟|相邻|结对|联建|共建")
"""Before the other number they tell of a partner, or of a row."""
_BARE = re.compile(
    "(?P<before>[一-鿿]{2})(?P<number>[一二三四五六七八九十])"
    "(?P<noun>分公司|公司|车队|车间|工区|项目部|支队|大队|中队|工段|区队|矿|厂|处|队|所|站|部|院|中|小|段)"
)
"""A number without 第 in a name: 养护四工区."""
_CLAUSE = "，。；：！\n"


def others(survey: Survey, /) -> Iterator[Located]:
    """Yield the number of another unit of the same name that stands once, where one's own number could."""
    for number, report in enumerate(survey.reports):
        name = unit_of(survey, report).name
        for bare in _BARE.finditer(name):
            yield from _bare(survey, report, number, bare)
        own = _own(name)
        if own is None:
            continue
        ordinal, noun = own
        alike = re.compile(f"第(?P<other>[一二三四五六七八九十]{{1,3}}|[0-9]{{1,3}}){re.escape(noun)}")
        found = [(index, one) for index, text in lines_of(survey, report) for one in alike.finditer(text)]
        strange = [(index, one) for index, one in found if one["other"] != ordinal]
        if len(strange) == 1:
            index, one = strange[0]
            start = max(one.string.rfind(mark, 0, one.start()) for mark in _CLAUSE) + 1
            if not _WITH.search(one.string[start : one.start()]):
                yield Located(index, Match(*one.span("other"), (ordinal,)), f"第{ordinal}{noun}", report=number)


def _bare(survey: Survey, report: Report, number: int, own: re.Match[str]) -> Iterator[Located]:
    """Yield another number between the same words as in one's own name."""
    before, ordinal, noun = own["before"], own["number"], own["noun"]
    alike = re.compile(f"{before}(?P<other>[一二三四五六七八九十]){noun}")
    found = [(index, one) for index, text in lines_of(survey, report) for one in alike.finditer(text)]
    strange = [(index, one) for index, one in found if one["other"] != ordinal]
    if len(strange) == 1 and len(found) > 1:
        index, one = strange[0]
        start = max(one.string.rfind(mark, 0, one.start()) for mark in _CLAUSE) + 1
        if not _WITH.search(one.string[start : one.start()]):
            yield Located(index, Match(*one.span("other"), (ordinal,)), f"{before}{ordinal}{noun}", report=number)


def _own(name: str) -> tuple[str, str] | None:
    """Return the ordinal and the noun of a unit's name, None where it has none: 第三, 车队."""
    found = _UNIT.search(name)
    if found is None:
        return None
    return (found["number"], found["noun"]) if found["number"] else (found["of"], found["body"])
