"""Which sections of its kind a report lacks: none of those that hide in running text, or that may be left out."""

import re
from collections.abc import Iterable, Sequence

from assistant.document.block import Block
from assistant.document.outline import Section
from assistant.template.report import ReportTemplate
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading

_ANYWHERE = frozenset({"opening", "main_work", "highlights", "integrity", "other", "rectification"})
_WITHIN = {
    "rectification": _ANYWHERE,
    "problems": frozenset({"main_work", "highlights", "integrity", "other"}),
    "causes": frozenset({"problems", "problems_causes", "problems_next_steps", "other"}),
    "next_steps": frozenset({"main_work", "problems", "causes", "problems_causes", "other"}),
    "integrity": _ANYWHERE,
}
"""Sections in whose running text a section without a heading of its own may hide."""
_EARLY = 6
"""Paragraphs of a text among which an opening with a heading stands."""
_COUNTED = {
    "problems": re.compile("(?:[一二三四五六]是|第[一二三四五六][，、]|[1-6][.．、](?![0-9]))"),
    "next_steps": re.compile("[一二三四五六]要"),
}
_OF_PROBLEMS = frozenset({"problems", "problems_next_steps"})
_BEGINNING = 16
"""Code points of a paragraph that tell what it speaks of."""
_ROW = 3
"""Points that follow each other from which on they are a section of their own."""
_TELLS_OF_ITSELF = re.compile("基本(?:情况|概况)|概[况述]|(?:支部|单位|班子|党委)(?:基本)?情况$")
"""How a section is headed that says what the unit is."""
_YEAR = re.compile("20[0-9]{2}(?=年)")


def missing(
    blocks: Sequence[Block],
    sections: Sequence[Section],
    covered: frozenset[str],
    template: ReportTemplate,
    title: str,
    *,
    chosen: bool = False,
) -> tuple[str, ...]:
    """Return the required and expected roles that are absent, in the order of the kind.

    `covered` are roles that headings stand for, whatever section they are in. A kind that the user has `chosen` wants
    what it wants, whatever the title asks for.
    """
    present = {role for section in _all(sections) for role in template.vocabulary.parts(section.role)} | covered
    if "byline" in present:
        present.add("signature")
    if "highlights" in present:  # what was done is told there
        present.add("main_work")
    if any(one.heading and _TELLS_OF_ITSELF.search(blocks[one.first].text[:_BEGINNING]) for one in sections):
        present.add("opening")  # 一、基本情况: what else opens a report has a heading here
    told = next((one for one in sections if one.role == "other"), None)
    if told is not None and told.first <= _EARLY and _greets(blocks, told, template):  # 【开场】 各位领导：…
        present.add("salutation")
    absent = [role for role in template.needed if role not in present]
    within = dict(_WITHIN)
    if "problems" not in present:  # problems told in the running text have their causes there, too
        within["causes"] = within["causes"] | {"main_work"}
    if all(section.heading is None or section.role == "title" for section in sections):  # told without any heading
        within |= {role: within[role] | {"opening"} for role in ("problems", "causes", "next_steps")}
    before = _before(blocks, sections)
    return tuple(
        role
        for role in absent
        if not _hidden(role, blocks, sections, template, within.get(role, frozenset()))
        and not _waived(role, before, template, title)
        and (chosen or _asked(role, title + before, template))
    )


def _greets(blocks: Sequence[Block], section: Section, template: ReportTemplate) -> bool:
    """Tell whether a section begins with a salutation behind its heading."""
    following = blocks[section.first + 1 : min(section.last, section.first + 2) + 1]
    return any(template.vocabulary.salutation.search(block.text.strip()) for block in following)


def _all(sections: Iterable[Section]) -> Iterable[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)


def _before(blocks: Sequence[Block], sections: Sequence[Section]) -> str:
    """Return what is said before the first heading."""
    parts = [section for section in sections if section.role in {"byline", "salutation", "opening"}]
    return "\n".join(blocks[i].text for section in parts for i in range(section.first, section.last + 1))


def _hidden(
    role: str, blocks: Sequence[Block], sections: Sequence[Section], template: ReportTemplate, within: frozenset[str]
) -> bool:
    """Tell whether a section without heading of its own is there in the running text of the sections `within`."""
    own = template.section(role)
    words = next((words for words in template.vocabulary.roles if words.role == role), None)
    evidence = own.evidence if own is not None else None
    paragraph = words.paragraph if words is not None else None
    if role in _COUNTED and words is not None and words.told is not None:
        rows = (blocks[section.first : section.last + 1] for section in sections if section.role in within)
        if any(_are_told(role, [block.text for block in row], words.told) for row in rows):
            return True
    if role == "causes" and any(_looks_back(blocks, one, template.vocabulary) for one in sections):
        return True
    for section in sections:
        for i in range(section.first, section.last + 1):
            text = blocks[i].text.strip()
            if evidence is not None and section.role not in {"title", "opening"} and evidence.search(text):
                return True
            if section.role in within and paragraph is not None and paragraph.search(text):
                return True
    return False


def _looks_back(blocks: Sequence[Block], section: Section, vocabulary: Vocabulary) -> bool:
    """Tell whether a section of problems goes on with a paragraph that looks back on them and owns up to them."""
    if section.role not in _OF_PROBLEMS:
        return False
    heads = {one.first for one in _all([section])}
    for i in range(section.first + 2, section.last + 1):
        text = blocks[i].text.strip()
        told = i not in heads and vocabulary.looks_back.search(text[:_BEGINNING]) and vocabulary.owns_up.search(text)
        if told and leading(text) is None:
            return True
    return False


def _are_told(role: str, lines: Sequence[str], told: re.Pattern[str]) -> bool:
    """Tell whether points that follow each other (一是…, 第二，…, 三要…) each begin with what a role speaks of."""
    row = 0
    for line in lines:
        point = _COUNTED[role].match(line.strip())
        first = re.split("[。；]", line.strip()[point.end() :], maxsplit=1)[0] if point else ""
        row = row + 1 if point and told.search(first) else 0
        if row >= _ROW:
            return True
    return False


def _asked(role: str, told: str, template: ReportTemplate) -> bool:
    """Tell whether a section is asked for, where title or opening have to do it, as 述职述廉报告 does for 廉."""
    own = template.section(role)
    return own is None or own.asked is None or own.asked.search(told) is not None


def _waived(role: str, before: str, template: ReportTemplate, title: str) -> bool:
    """Tell whether the report says why it has no such section; a year said with it must be the one reported on."""
    words = next((words for words in template.vocabulary.roles if words.role == role), None)
    if words is None or words.waived is None:
        return False
    own = max(_YEAR.findall(title) or _YEAR.findall(before), default=None)
    for found in words.waived.finditer(before):
        year = found.groupdict().get("year")
        if year is None or (own is not None and year >= own):
            return True
    return False
