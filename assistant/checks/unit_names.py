"""The text against the unit's profile: self-names, Party bodies, regions and years that belong to somebody else."""

import re
from collections.abc import Iterator

from assistant.checks.identity import unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import dated_reports
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import keeping

_NAMES = keeping(
    "(?:(?<![自本为由])我|(?<![自日基根原资成文剧样标版书课读底])本(?=[局校厅]|公司|集团))(?:局|镇|乡|街道|校|院|公司|司|委|厅|办(?![公理事好了成完起得])|中心|社区|村|站(?![在到起出稳好位])|所(?![在用有能做说知需想])"
    "|集团|行(?![我”动为程走使得至进不])|园|厂|矿|场(?![上内合景])|社(?![区会]))(?![一-鿿]?(?:长|们)|法|系统|一校)"
)
_FULL = keeping(
    "(?<![自基日])[我本](?P<kind>检察院|法院|医院|卫生院|中学|小学|大学|幼儿园|支行|分公司)(?![一-鿿]?(?:长|们)|老师|同学|时|毕业)"
)
"""What a unit may call itself by the end of its name: 本检察院."""
_CALLED_SO = {
    "我行": ("银行", "农商", "农信", "支行", "分行"),
    "我园": ("园",),
    "我厂": ("厂", "公司", "集团", "车间"),
    "我矿": ("矿", "公司", "集团"),
    "我场": ("场", "公司", "站", "所"),
    "我社": ("社",),
    "我集团": ("集团", "公司"),
}
"""What only some units call themselves, and what the name of such a unit holds."""
_BODIES = keeping("(?<=[我本局镇乡院校委厅])党(?:工委|委|组|总支)(?!成员会|书记处)")
_REGION = keeping("全(?P<kind>[县区])(?![域位]|人|委)")
_RENAMED = (
    ("卫生健康", ("卫生和计划生育", "卫计委", "卫计局", "卫生局")),
    ("自然资源", ("国土资源局", "国土局")),
    ("农业农村", ("农业局", "农委", "扶贫办", "扶贫开发局")),
    ("生态环境", ("环保局", "环境保护局")),
    ("文化和旅游", ("文化局", "旅游局", "文广新局")),
    ("应急管理", ("安监局", "安全生产监督管理局")),
    ("市场监督管理", ("工商局", "质监局", "食药监局", "食品药品监督管理局")),
    ("税务", ("国税局", "地税局")),
    ("乡村振兴", ("扶贫办", "扶贫开发局")),
    ("医疗保障", ("医保办", "新农合办")),
    ("住房和城乡建设", ("建设局", "规建局")),
)
"""What stands in an organ's name today, and how it was called before the reforms of 2018 and 2023."""
_HEAD = re.compile("[一-鿿]{2,4}?(?P<kind>[县市区])")
_ASSESSED = re.compile("年?(?:度)?[^。，]{0,10}(?:述职|评议|点评|反馈|考核)")
_YEAR = re.compile("(?<![0-9])(20[0-9]{2})年(?=度|工作|抓|党建|述[职责]|以来，我|打算|计划|的工作打算)")
_HEADED = re.compile(
    "(?<![0-9])(20[0-9]{2})年(?=度|打算|计划|述[职责]|的?(?:主要|重点|基层党建|党的建设|履职|履责|所做|做的|开展|工作|抓|特色|亮点|几项|全年|[一-鿿]{0,4}情况))"
)
_TOLD_LATER = {"rectification", "next_steps", "problems_next_steps"}
"""Roles of headings that rightly name another year than the report's own."""
_ANSWERS = "rectification"
"""Role of the section that answers what was said a year before: its heading names that year."""


def self_names(survey: Survey, /) -> Iterator[Located]:
    """Yield self-names that the unit can't have."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        if not unit.name:
            continue
        kind = kind_of(unit.name)
        own = kind.selves if kind else ()
        for index, text in lines_of(survey, report):
            for found in _NAMES.finditer(text) if own else ():
                name = found.group().replace("本", "我")
                signs = _CALLED_SO.get(name, ())
                if name not in own and not any(sign in unit.name for sign in signs):
                    yield Located(index, Match(*found.span(), own[:1]), own[0], report=number)
            for found in _FULL.finditer(text) if own else ():
                if found["kind"][-2:] not in unit.name:
                    yield Located(index, Match(*found.span(), own[:1]), own[0], report=number)


def party_bodies(survey: Survey, /) -> Iterator[Located]:
    """Yield Party bodies of the unit that are not the one its secretary heads (党组 where it is a 党委)."""
    post = survey.context.unit.post
    own = next((body for body in ("党工委", "党总支", "党委", "党组") if body in post), "")
    if not own or own == "党总支":
        return
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for found in _BODIES.finditer(text):
                if found.group() in {"党组", "党委", "党工委"} - {own} and text[found.start() - 1] in "我本":
                    yield Located(index, Match(*found.span(), (own,)), own, report=number)


def regions(survey: Survey, /) -> Iterator[Located]:
    """Yield 全县 or 全区 where the unit's name says that it is in the other."""
    head = _HEAD.match(survey.context.unit.name)
    if head is None or head["kind"] not in "县区":
        return
    own = head["kind"]
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for found in _REGION.finditer(text):
                if found["kind"] != own:
                    yield Located(index, Match(*found.span(), (f"全{own}",)), f"全{own}", report=number)


def other_units(survey: Survey, /) -> Iterator[Located]:
    """Yield names built like the unit's own (某县水务局) that are of another place."""
    unit = survey.context.unit
    head = _HEAD.match(unit.name)
    kind = unit.name[head.end() :] if head else ""
    if head is None or len(kind) < 2:
        return
    name = re.compile(f"[一-鿿]{{2,3}}[县市区旗]{re.escape(kind)}")
    known = (unit.name, unit.short_name, *unit.other_names)
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for found in name.finditer(text):
                if not any(one and one in found.group() for one in known):
                    yield Located(index, Match(*found.span(), (unit.name,)), unit.name, report=number)


def renamed(survey: Survey, /) -> Iterator[Located]:
    """Yield former names of the unit itself, unless the unit still uses them beside its name."""
    unit = survey.context.unit
    former = [old for new, names in _RENAMED if new in unit.name for old in names]
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report) if former else ():
            for old in former:
                at = text.find(old)
                if at >= 0 and not any(old in name for name in (unit.name, unit.short_name, *unit.other_names)):
                    yield Located(index, Match(at, at + len(old)), unit.name, report=number)


def other_years(survey: Survey, /) -> Iterator[Located]:
    """Yield years in headings, openings and closing words that are neither the year reported on nor the next."""
    for number, report, year in dated_reports(survey):
        heads = {heading.index: heading for heading in report.headings}
        framing = {
            i
            for part in report.sections
            if part.role in {"opening", "closing"}
            for i in range(part.first, part.last + 1)
        }
        for index, text in lines_of(survey, report):
            head = heads.get(index)
            answers = head is not None and head.role == _ANSWERS
            end = len(text) if index in framing else head.end if head is not None else 0
            headed = head is not None and index not in framing and head.role not in _TOLD_LATER
            for found in (_YEAR if not headed else _HEADED).finditer(text, 0, end):
                last = int(found[1]) == year - 1 and _ASSESSED.match(text, found.end())
                if not last and int(found[1]) not in {year, year + 1, year - answers}:
                    yield Located(index, Match(*found.span(1), (str(year),)), f"{year}年", report=number)
