"""What this year's notice demands of length, counts, shares and contents; silent about all it doesn't demand."""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.checks.parts import body_of, every, outermost, stands_for, text_of, words_of
from assistant.checks.rule import Located, Match, Survey
from assistant.document.block import Document
from assistant.document.outline import Report, Section
from assistant.document.requirements import Item
from assistant.text.counting import speaking_minutes
from assistant.text.numbering import points
from assistant.text.ordinal import Style

_PROBLEMS = frozenset({"problems"})
_OWN_FAULTS = frozenset({"problems", "causes", "next_steps"})
"""What the notices reckon together: problems with their causes, and next steps (domain facts, section 1.2)."""
_ENOUGH = 0.5
"""Part of an item's pairs of characters that must stand in the text for the item to be there."""
_FILLER = re.compile(
    "情况|工作|方面|内容|有关|相关|主要|重点|报告|述职|写明|写清|说明|必须|应当|围绕|结合|包括|重视|开展|本人|以及|如何"
    "|[的地得和与及等要应须、写是在对]|[^\u4e00-\u9fff0-9A-Za-z]"
)
"""What says nothing about the subject of an item: 落实意识形态工作责任制情况 is about 落实意识形态责任制."""
_SECTION = re.compile(
    "(?:上|本|今|去|全)(?:一)?年度?|述职评议|反馈|点评|指出|整改|落实|履职|做法|成效|特色|亮点|查摆|存在|突出|问题|不足|差距|短板"
    "|薄弱环节|原因|剖析|分析|根源|下一步|下步|今后|打算|思路|举措|措施|计划|改进|努力方向"
)
"""What only names a section: where there is one, it tells 下一步工作思路和主要举措 by being there."""
_CAUSES = re.compile("(?:究其|剖析|分析)|.{0,10}原因")
_FIGURE = re.compile(
    "[0-9０-９〇○]|[一二三四五六七八九十百千万两]+(?:余|多)?[个次名人场项件条户家所期篇万亿元起批支]|百分之"
)


def length(survey: Survey, /) -> Iterator[Located]:
    """Yield each report that is longer or shorter than demanded, or takes longer to read aloud."""
    asked = survey.requirements
    if not (asked.least or asked.most or asked.minutes):
        return
    for number, report in enumerate(survey.reports):
        words = words_of(survey, report)
        minutes = speaking_minutes(words, asked.speed)
        said = []
        if asked.most and words > asked.most:
            said.append(f"要求 {asked.most:,} 字以内，现在 {words:,} 字")
        if asked.least and words < asked.least:
            said.append(f"要求不少于 {asked.least:,} 字，现在 {words:,} 字")
        if asked.minutes and minutes > asked.minutes:
            said.append(f"要求 {asked.minutes} 分钟以内，现在约 {minutes} 分钟")
        if said:
            yield Located(None, Match(0, 0), "；".join(said), report=number, subject="篇幅")


def problems(survey: Survey, /) -> Iterator[Located]:
    """Yield the problems section of each report that names fewer problems than demanded.

    Silent where they can't be counted: a paragraph without 一是…二是… may hold any number of them.
    """
    least = survey.requirements.problems
    if not least:
        return
    for number, report in enumerate(survey.reports):
        found = list(outermost(report.sections, _PROBLEMS))
        heading = next((section.heading for section in found if section.heading is not None), None)
        if heading is None:
            continue
        count = sum(count_problems(survey, section) for section in found)
        if 0 < count < least:
            match = Match(heading.start, heading.end)
            yield Located(heading.index, match, f"要求不少于 {least} 条，现在 {count} 条", report=number)


def count_problems(survey: Survey, section: Section) -> int:
    """Return how many problems a section names: its sub-headings, else its points 一是…二是…; 0 where it has neither.

    Causes and next steps don't count, whether they have sub-headings or stand in the running text (究其原因，一是…). A
    single sub-heading is looked into.
    """
    own = [part for part in section.children if part.role not in _OWN_FAULTS - _PROBLEMS]
    if len(own) > 1:
        return len(own)
    if own:
        return max(1, count_problems(survey, own[0]))
    end = min((part.first for part in section.children), default=section.last + 1)
    here = Section(section.role, section.heading, section.first, max(end - 1, section.first))
    return _longest_count(itertools.takewhile(lambda line: not _CAUSES.match(line), body_of(survey, here)))


def _longest_count(lines: Iterable[str]) -> int:
    """Return the highest number of a count that begins with one: 3 for 一是…二是…三是…."""
    best = 0
    reached: dict[Style, int] = {}
    for line in lines:
        for point in points(line):
            reached[point.style] = point.value if point.value in {1, reached.get(point.style, 0) + 1} else 0
            best = max(best, reached[point.style])
    return best


def share(survey: Survey, /) -> Iterator[Located]:
    """Yield each report in which problems and next steps take less room than demanded."""
    least = survey.requirements.share
    if not least:
        return
    for number, report in enumerate(survey.reports):
        whole = words_of(survey, report)
        parts = sum(words_of(survey, section) for section in outermost(report.sections, _OWN_FAULTS))
        if parts and parts * 100 < least * whole:
            right = f"要求不少于全文的 {least}%，现在 {parts * 100 // whole}%"
            yield Located(None, Match(0, 0), right, report=number, subject="问题和打算的篇幅")


def figures(survey: Survey, /) -> Iterator[Located]:
    """Yield the sections about the work done in which no figure stands, where the notice wants figures."""
    if not survey.requirements.figures:
        return
    for number, report in enumerate(survey.reports):
        for section in outermost(report.sections, frozenset({"main_work"})):
            for part in section.children or (section,):
                heading = part.heading
                lines = body_of(survey, part)
                if heading is not None and lines and not any(_FIGURE.search(line) for line in lines):
                    yield Located(heading.index, Match(heading.start, heading.end), report=number)


def order(survey: Survey, /) -> Iterator[Located]:
    """Yield each report with a section behind one that the notice wants behind it; the first such pair is named."""
    wanted = {demand.role: i for i, demand in enumerate(survey.requirements.sections) if demand.need != "optional"}
    for number, report in enumerate(survey.reports):
        placed = [
            (section, wanted[section.role])
            for section in report.sections
            if section.heading is not None and section.role in wanted
        ]
        for (one, first), (two, second) in itertools.pairwise(placed):
            if first > second and one.heading is not None and two.heading is not None:
                right = f"“{two.heading.text}”应在“{one.heading.text}”前面"
                yield Located(None, Match(0, 0), right, report=number, subject="各部分的顺序")
                break


def items(survey: Survey, /) -> Iterator[Located]:
    """Yield the items of the notice that are neither found in their section nor ticked by the user.

    An item whose section is missing is looked for in the whole report: the missing section is said already.
    """
    for number, report in enumerate(survey.reports):
        for item in survey.requirements.items:
            if item.done or tells(survey.document, report, item):
                continue
            name = survey.roles.get(item.role, "") if _places(report, item) else ""
            place = f"“{name}”部分" if name else "全文"
            key = item.text.replace(".", "·")
            right = f"“{item.text}”，{place}"
            yield Located(None, Match(0, 0, key=key), right, report=number, subject=f"没看到“{item.text}”")


def tells(document: Document, report: Report, item: Item) -> bool:
    """Tell whether a report speaks of an item, in its section where there is one."""
    parts = _places(report, item)
    if not parts:
        return is_told(item, text_of(document, report))
    named = replace(item, text=_SECTION.sub(" ", item.text))
    return is_told(named, "\n".join(text_of(document, part) for part in parts))


def _places(report: Report, item: Item) -> list[Section]:
    return [part for part in every(report.sections) if item.role and stands_for(part, item.role)]


def is_told(item: Item, text: str) -> bool:
    """Tell whether a text speaks of an item: by the pairs of characters of its telling words.

    True where the item has no telling words at all (写明有关情况): then only the user can judge.
    """
    pairs = [word[i : i + 2] for word in _FILLER.sub(" ", item.text).split() for i in range(len(word) - 1)]
    return sum(pair in text for pair in pairs) >= _ENOUGH * len(pairs)
