"""Whose report this is, as title, byline, opening and signature tell, where the unit's profile says nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.name_places import SURNAMES
from assistant.checks.rule import Survey
from assistant.checks.unit_kinds import UnitKind, kind_of
from assistant.document.context import Unit
from assistant.document.outline import Report

_BODY = "党委|党组|党工委|党总支|党支部|总支部|支部"
_SHORT = {
    "工作委员会": "党工委",
    "总支部委员会": "党总支",
    "总支部": "党总支",
    "支部委员会": "党支部",
    "委员会": "党委",
    "支部": "党支部",
}
"""Full names of Party bodies, and what a text calls them."""
_POST = (
    "院长|校长|董事长|局长|主任|镇长|乡长|经理|所长|站长|检察长|行长|厂长|场长|馆长|园长|会长|社长|队长|处长|部长|主席"
)
_NAMED = re.compile(
    rf"(?:中共)?(?P<unit>[一-鿿]{{2,18}}?(?:（[一-鿿]{{2,6}}）)?)(?P<body>{_BODY}|工作委员会|支部委员会|委员会)"
    rf"(?:(?:副|组织|宣传|统战|纪检)?(?:书记|委员|班子)|(?=[　 ]{{1,4}}[一-鿿]{{2,3}}(?:）|$)))"
    rf"(?:[、，]?[一-鿿]{{0,3}}(?:{_POST}))?[　 、：:]*"
    r"(?P<person>[一-鿿][　 ]?[一-鿿]{1,2}(?![一-鿿]))?"
)
_OFFICER = re.compile(
    "^[　 （]*(?P<unit>[一-鿿]{2,16}(?:局|镇|乡|街道办事处|医院|中学|小学|学校|学院|大学|委员会|公司|集团|厅))"
    "(?:副)?(?:局长|镇长|乡长|主任|院长|校长|董事长|总经理|厅长|经理)(?:[　 ]|(?=[、兼][一-鿿]{2,8}书记[　 ]))"
)
_SIGNER = re.compile(r"^\s*(?:述职|报告|汇报)人(?:姓名)?[：:]\s*(?P<person>[一-鿿][　 ]?[一-鿿]{1,5})\s*$")
_SIGNED = re.compile(
    rf"^[　 ]*(?:中共)?(?P<unit>[一-鿿]{{2,24}}?)(?P<body>工作委员会|总支部委员会|支部委员会|委员会|{_BODY})[　 ]*$"
)
"""A line that is nothing but the name of a Party body."""
_LEADS = re.compile("^.*(?:我是|本人是|作为|现任|担任|兼任|我任|述职人|报告人|汇报人|度|年(?:担任|任)?)")
_UNIT = re.compile("[一-鿿]{4,24}(?:（[一-鿿]{2,6}）)?[一-鿿]{0,10}")
_GOES_ON = re.compile(f"(?:{_BODY})(?=书记|班子|20)")
"""党委书记、总经理2021年度述职述廉报告, under a line with the unit's name."""
_HIGHER = re.compile("^(?:[一-鿿]{2,4}(?:省|市|县|区|旗|州))+(?=[一-鿿]{2,})")
_ANY = frozenset(
    ("乡镇", "街道", "社区", "机关", "农村", "镇街", "县直机关", "基层", "学校", "企业", "国企", "高校", "医院", "单位")
)
"""Sorts of units, which a title may have instead of a name: 乡镇党委书记述职报告."""
_NOBODY = re.compile(
    "在|[全各][省市县区镇乡村局校院]|[一-鿿]*[我把让]|(?:学校|学院|医院|公司|集团|集团公司|单位|机关|企业|幼儿园)$"
)
"""What begins no name of a unit (在全镇支部书记会上的述职), or is none by itself."""
_CALLED = re.compile("^(?:各位[^，。]{2,12}[，：])?(?:我叫|我是|我，)(?P<person>[一-鿿]{2,3})(?=[，。])")
_ALONE = re.compile("^[　 ]*(?P<person>[一-鿿][　 ]?[一-鿿]{1,2})[　 ]*$")
_BYLINE = re.compile("^[　 （]*[一-鿿、]{3,30}(?:长|主任|书记|经理|委员)[　 ]{1,4}(?P<person>[一-鿿]{2,3})[　 ）]*$")
_BEGINNING = 60
"""Characters of a paragraph in which an opening says who speaks."""
_OPENING, _CLOSING = 5, 4
"""Paragraphs at the beginning and the end of a report that tell whose it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one line says: position of its block, where in it, the unit's name, the Party body, the person."""

    index: int
    start: int
    end: int
    unit: str
    body: str
    person: str

    @property
    def short(self) -> str:
        """The name without the places that the unit lies in: 青云县柳河镇 is 柳河镇."""
        rest = _HIGHER.sub("", self.unit)
        return rest if len(rest) > 2 else self.unit

    @property
    def kind(self) -> UnitKind | None:
        """What sort of unit it is, None where its name doesn't tell."""
        return kind_of(self.unit)


def said(survey: Survey, report: Report) -> tuple[Said, ...]:
    """Return what the lines at the beginning and at the end of a report say, in reading order."""
    opening = range(report.first, min(report.first + _OPENING, report.last + 1))
    closing = range(max(report.first + _OPENING, report.last + 1 - _CLOSING), report.last + 1)
    lines = ((index, survey.document.blocks[index].text) for index in (*opening, *closing))
    return (*_titled(survey, report), *(one for index, text in lines for one in _in_line(text, index)))


def _titled(survey: Survey, report: Report) -> tuple[Said, ...]:
    """Return what a first line says that is nothing but a unit's name, where the next one goes on with its body."""
    name = survey.document.blocks[report.first].text.strip(" \u3000")
    after = survey.document.blocks[report.first + 1].text.strip(" \u3000") if report.first < report.last else ""
    body = _GOES_ON.match(after)
    if body is None or not _UNIT.fullmatch(name) or kind_of(name) is None:
        return ()
    return (Said(report.first, 0, len(survey.document.blocks[report.first].text), name, body.group(), ""),)


def unit_of(survey: Survey, report: Report) -> Unit:
    """Return the unit: the user's own words, else what the first line that names one with a known end says."""
    known = zip(survey.reports, _units(survey), strict=True)
    return next((unit for one, unit in known if one is report), None) or _unit_of(survey, report)


@lru_cache(maxsize=1)
def _units(survey: Survey) -> tuple[Unit, ...]:
    """Return the units of all reports: some thirty rules ask for them in every check."""
    return tuple(_unit_of(survey, report) for report in survey.reports)


def _unit_of(survey: Survey, report: Report) -> Unit:
    if survey.context.unit.name:
        return survey.context.unit
    names = said(survey, report)
    first = next((one for one in names if one.kind), None)
    person = next((one.name for one in persons(survey, report)), "")
    post = f"{first.body}书记" if first and first.body else ""
    return Unit(first.unit, first.short, post, person) if first else Unit(person=person)


@dataclass(frozen=True, slots=True)
class Person:
    """The reporting person's name where a line gives it: position of its block, and where in it."""

    index: int
    start: int
    end: int
    name: str


def persons(survey: Survey, report: Report) -> tuple[Person, ...]:
    """Return the places at either end of a report that give the name of who reports, in reading order."""
    opening = range(report.first, min(report.first + _OPENING, report.last + 1))
    closing = range(max(report.first + _OPENING, report.last + 1 - _CLOSING), report.last + 1)
    places = []
    for index in (*opening, *closing):
        text = survey.document.blocks[index].text[:_BEGINNING]
        named = index == report.first + 1 and text.strip(" \u3000")[:1] in SURNAMES  # the line under the title
        alone = _ALONE if index in closing or named else _BYLINE
        found = _person_in(text, alone)
        if found is not None:
            places.append(Person(index, *found.span("person"), re.sub("[　 ]", "", found["person"])))
    return tuple(places)


@lru_cache(maxsize=64)
def _person_in(text: str, alone: re.Pattern[str]) -> re.Match[str] | None:
    """Return where the beginning of a line gives a person's name; nearly every rule about a unit asks for it."""
    tries = (pattern.search(text) for pattern in (_NAMED, _SIGNER, _CALLED, alone))
    return next((found for found in tries if found and found["person"]), None)


def _in_line(text: str, index: int) -> Iterator[Said]:
    for one in _said_in(text[:_BEGINNING]):
        yield Said(index, *one)


@lru_cache(maxsize=64)
def _said_in(text: str) -> tuple[tuple[int, int, str, str, str], ...]:
    """Return what the beginning of a line says, as in `Said` without the position of its block."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[tuple[int, int, str, str, str]]:
    for found in _NAMED.finditer(text):
        lead = _LEADS.match(found["unit"])
        start = found.start("unit") + (lead.end() if lead else 0)
        unit = text[start : found.end("unit")]
        named = bool(lead) or not start or text[start - 1] in "　 ：:（" or text[:start] == "中共"
        if len(unit) > 1 and named and "了" not in unit and unit not in _ANY and not _NOBODY.match(unit):
            person = re.sub("[　 ]", "", found["person"] or "")
            yield start, found.end("body"), unit, _SHORT.get(found["body"], found["body"]), person
    officer = _OFFICER.match(text)
    if officer is not None:
        yield *officer.span("unit"), officer["unit"], "", ""


def signed(survey: Survey, report: Report) -> tuple[Said, ...]:
    """Return what the lines at the end of a report say that are nothing but the name of a Party body."""
    closing = range(max(report.first + _OPENING, report.last + 1 - _CLOSING), report.last + 1)
    lines = ((index, _SIGNED.match(survey.document.blocks[index].text)) for index in closing)
    return tuple(
        Said(index, found.start("unit"), found.end("body"), found["unit"], _SHORT.get(found["body"], found["body"]), "")
        for index, found in lines
        if found is not None
    )
