"""Skeletons: what a missing section or a new report begins as. Blanks 【…】 and what the user gave, no facts."""

from dataclasses import dataclass

from assistant.document.block import TITLE_LEVEL, Block, Document, Said, Span
from assistant.document.context import Unit
from assistant.document.edit import Edit, InsertBlocks, ReplaceText
from assistant.document.outline import Report, Section
from assistant.template.report import ReportTemplate, SectionTemplate
from assistant.text.numbering import leading
from assistant.text.numerals import to_chinese
from assistant.text.ordinal import Style, written


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a new report; `said` names what the text alone does not show."""

    text: str
    said: Said | None = None


def section_lines(template: ReportTemplate, role: str, number: int | None = None) -> tuple[str, ...]:
    """Return the lines of a section's skeleton, its heading first (numbered `一、` where `number` is given).

    Empty for a role the kind doesn't have.
    """
    section = template.section(role)
    if section is None:
        return ()
    return _lines(section, written(Style.CHINESE, number) if number is not None else "")


def insertion_point(document: Document, report: Report, template: ReportTemplate, role: str) -> str | None:
    """Return the id of the block a missing section goes behind; None: before the first block.

    The place follows from the kind's order: behind the last part that comes before the section. Blank paragraphs
    behind the title stay between it and the text; those behind other parts come after the new section.
    """
    after = _place(document, report, template, role)
    return document.blocks[after].id if after >= 0 else None


def insert_section(document: Document, report: Report, template: ReportTemplate, role: str) -> tuple[Edit, ...]:
    """Return the edits that put in a missing section, as one undo step; empty for a role the kind doesn't have.

    The heading is numbered like the others of the report (`一、`; none where they have none), and typed numbers of the
    sections behind are counted on. Automatic numbers count themselves.
    """
    section = template.section(role)
    if section is None:
        return ()
    after = _place(document, report, template, role)
    typed = [part for part in report.sections if _is_typed(document, part)]
    behind = [part for part in typed if part.first > after]
    headed = [part for part in report.sections if part.heading is not None and part.heading.level == 1]
    number = ""
    renumber: tuple[Edit, ...] = ()
    if section.title and (typed or not headed):
        number = _number_like(document, typed, len(typed) - len(behind) + 1)
        renumber = _renumber(document, behind, len(typed) - len(behind) + 2)
    insert = InsertBlocks(
        document.blocks[after].id if after >= 0 else None,
        _lines(section, number),
        (_said(section, number), *(None for _ in section.skeleton)) if section.title else (),
    )
    return (insert, *renumber)


def new_report(template: ReportTemplate, unit: Unit, year: int) -> tuple[Line, ...]:
    """Return the paragraphs of a new report: title and byline with what the user gave, every section's skeleton."""
    given = {
        "【单位】": unit.name,
        "【职务】": unit.post,
        "【年度】": str(year) if year > 0 else "",
        "【姓名】": unit.person,
    }
    lines = [Line(_filled(template.heading, given), Said(level=TITLE_LEVEL, role="title"))]
    number = 0
    for section in template.sections:
        if section.need == "optional":
            continue
        if section.title:
            number += 1
        prefix = written(Style.CHINESE, number) if section.title else ""
        lines += [Line(_filled(text, given)) for text in _lines(section, prefix)]
    return tuple(lines)


def _filled(text: str, given: dict[str, str]) -> str:
    for blank, value in given.items():
        if value:
            text = text.replace(blank, value)
    return text


def _lines(section: SectionTemplate, number: str) -> tuple[str, ...]:
    return (number + section.title, *section.skeleton) if section.title else section.skeleton


def _said(section: SectionTemplate, number: str) -> Said | None:
    """Name level and role of a heading that has no number to show them."""
    return None if number else Said(level=1, role=section.role)


def _place(document: Document, report: Report, template: ReportTemplate, role: str) -> int:
    """Return the position of the block a section goes behind, -1: before everything."""
    order = {"title": -2, "byline": -1} | {section.role: section.order for section in template.sections}
    own = order.get(role, len(order))
    last = report.first - 1
    head = True
    in_form = False
    for part in report.sections:
        orders = [order[plain] for plain in template.vocabulary.parts(part.role) if plain in order]
        if orders and min(orders) < own and part.last > last:
            last = part.last
            head = part.role in {"title", "byline"}
            in_form = part.heading is not None and document.blocks[part.heading.index].container is not None
    if head:
        return _past_blanks(document, last, report.last)
    last = _before_blanks(document, last)
    return last if in_form else _outside_table(document, last)


def _outside_table(document: Document, last: int) -> int:
    """Leave a table the place would be in: for the blank paragraph behind it, else for the paragraph before it."""
    blocks = document.blocks
    if last < 0 or blocks[last].container is None:
        return last
    behind = next((i for i in range(last, len(blocks)) if blocks[i].container is None), len(blocks))
    if behind < len(blocks) and _is_blank(blocks[behind]):
        return behind
    while last >= 0 and blocks[last].container is not None:
        last -= 1
    return last


def _past_blanks(document: Document, last: int, end: int) -> int:
    beyond = last
    while beyond < end and _is_blank(document.blocks[beyond + 1]):
        beyond += 1
    return beyond if beyond < end else last


def _before_blanks(document: Document, last: int) -> int:
    while last > 0 and _is_blank(document.blocks[last]):
        last -= 1
    return last


def _is_blank(block: Block) -> bool:
    return block.opaque is None and block.container is None and not block.text.strip()


def _is_typed(document: Document, part: Section) -> bool:
    """Tell whether a part has a first-level heading with a typed `一、`."""
    if part.heading is None or part.heading.level != 1:
        return False
    block = document.blocks[part.heading.index]
    ordinal = leading(block.text)
    return not block.label and ordinal is not None and ordinal.style is Style.CHINESE


def _number_like(document: Document, typed: list[Section], value: int) -> str:
    """Return a number written as the report's other sections write theirs (`一、`, `一.`)."""
    if not typed:
        return written(Style.CHINESE, value)
    heading = typed[0].heading
    block = document.blocks[typed[0].first if heading is None else heading.index]
    ordinal = leading(block.text)
    mark = ordinal.typed[-1] if ordinal is not None else "、"
    return to_chinese(value) + (mark if mark in "、.．" else "、")


def _renumber(document: Document, behind: list[Section], value: int) -> tuple[Edit, ...]:
    """Return the edits that count the sections behind on, leaving right numbers alone."""
    edits: list[Edit] = []
    for i, part in enumerate(behind):
        block: Block = document.blocks[part.first]
        ordinal = leading(block.text)
        if ordinal is None or ordinal.value == value + i:
            continue
        numeral = to_chinese(ordinal.value)
        start = block.text.find(numeral, ordinal.start, ordinal.end)
        if start >= 0:
            edits.append(ReplaceText(Span(block.id, start, start + len(numeral)), numeral, to_chinese(value + i)))
    return tuple(edits)
