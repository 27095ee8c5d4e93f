"""The sections of a report as the outline shows them: those inside paragraphs, too, each below its own."""

from dataclasses import replace

from assistant.document.block import Document
from assistant.document.outline import Report, Section
from assistant.template.sections import tree
from assistant.ui.models.outline_rows import Place

_HIDDEN = ("byline", "salutation")
_INDENT = 4
"""Up to four leading spaces stand for the indent."""


def shown_sections(report: Report) -> tuple[Section, ...]:
    """Return the sections of a report without byline and salutation, laid anew where headings run on in paragraphs."""
    sections = tuple(one for one in report.sections if one.role not in _HIDDEN or one.heading)
    if not report.inside:
        return sections
    found = [heading for heading in report.all_headings if heading.level > 0]
    first = found[0].index
    before = [replace(one, last=min(one.last, first)) for one in sections if _unheaded(one) and one.first <= first]
    after = [one for one in sections if _unheaded(one) and one.role in {"closing", "signature"} and one.first > first]
    last = min((one.first for one in after), default=report.last + 1) - 1
    before = [one for one in before if one.role != "main_work"]  # nothing but headings inside paragraphs: these tell it
    return (*before, *tree(found, last, frozenset(report.inside)), *after)


def _unheaded(section: Section) -> bool:
    return section.heading is None or section.heading.level == 0


def begin(section: Section, document: Document) -> Place:
    """Return where a section begins: at its block, or at its number where words stand before it in the block."""
    heading = section.heading
    offset = 0 if heading is None else heading.start - len(heading.number)
    if offset <= _INDENT or not any(letter.isalnum() for letter in document.blocks[section.first].text[:offset]):
        offset = 0
    return section.first, offset
