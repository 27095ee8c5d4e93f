"""The structure of a text: its reports, each with kind, headings, sections and what is missing."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.document.block import Block, Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.template.contents import contents
from assistant.template.demands import demanded
from assistant.template.doubts import doubtful
from assistant.template.ending import ending
from assistant.template.forms import form, laid_open
from assistant.template.headings import Numbered
from assistant.template.kinds import is_foreign, kind_of, names_itself, other_front, speaks_of_reports, variant_of
from assistant.template.missing import missing
from assistant.template.parts import EARLY, Draft, sections_of, title_of, titles_before
from assistant.template.report import OTHER_KIND, ReportTemplate
from assistant.template.roles import RoleReader
from assistant.template.run_together import headings_inside, told
from assistant.template.stamps import is_stamp
from assistant.template.title_lines import compact
from assistant.template.titles import Front, fronts
from assistant.template.wrapped import unwrapped
from assistant.template.written import as_written
from assistant.template.year import year_told
from assistant.text.numbering import leading

_REPORT = "报告"
_FRAME = frozenset({"salutation", "opening", "closing", "signature"})
"""Parts that a form has no place for, or asks for in cells of its own."""
_SURE = frozenset({"main_work", "problems", "next_steps"})
"""Sections that are missed for sure only where no other can be them."""
_TELLING = frozenset({"problems", "causes", "problems_causes", "problems_next_steps"})
"""Sections that tell a duty report where it has no title."""


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a report begins and ends, and the positions of all content of the document."""

    first: int
    last: int
    where: Sequence[int]


def recognise(document: Document, templates: Sequence[ReportTemplate], context: Context) -> tuple[Report, ...]:
    """Return the reports of a document in order, none only for a document without a paragraph.

    A text without a title is one report of the default kind (the first of `templates`, which must not be empty).
    Paragraphs before the first title, and sellers' stamps between reports, belong to none. Which sections are missing
    follows from the notice's requirements in the context, laid over the kind.
    """
    if not document.blocks:
        return ()
    templates = demanded(templates, context.requirements)
    vocabulary = templates[0].vocabulary
    whole = unwrapped(as_written(document.blocks), lambda text: is_stamp(text, vocabulary))
    blocks: Sequence[Block] = whole.blocks
    shown = [i for i, block in enumerate(blocks) if block.opaque is None and compact(block.text)]
    filled = form(blocks, shown, vocabulary)
    blocks = laid_open(blocks, filled)
    stamps = {i for i in shown if blocks[i].said is None and is_stamp(blocks[i].text, vocabulary)}
    stamps |= {i for i in shown if blocks[i].said is None and vocabulary.collection.search(compact(blocks[i].text))}
    where = [i for i in shown if i not in stamps and blocks[i].container is None]
    listed = contents(blocks, where, vocabulary)
    where = [i for i in where if i not in listed or blocks[i].said is not None]
    heads: list[Front | None] = [*fronts(blocks, where, vocabulary)]
    heads = heads or [other_front(blocks, where, templates) if context.kind is None else None]
    starts = [head.first if head is not None else (where[0] if where else 0) for head in heads]
    where = _without_page_heads(blocks, where, heads)
    result = []
    beyond = where[-1] + 1 if filled.told else len(blocks)  # behind the report, forms have what others say of it
    for head, first, after in zip(heads, starts, [*starts[1:], beyond], strict=True):
        last = _end(blocks, first, after, stamps)
        draft = _draft(blocks, head, _Range(first, last, where), templates, context)
        draft = replace(draft, names=filled.downwards)
        report = _report(draft)
        if not draft.chosen and not _may_be_report(report, draft):
            other = next((template for template in templates if template.id == OTHER_KIND), draft.template)
            report = _report(replace(draft, template=other))
        result.append(whole.back(_of_form(report) if filled.told else report))
    return tuple(result)


def _without_page_heads(blocks: Sequence[Block], where: list[int], heads: Sequence[Front | None]) -> list[int]:
    """Return the positions without those where a title stands again, as at the top of every page of a PDF."""
    titles = {head.title for head in heads if head is not None}
    own = {i for head in heads if head is not None for i in (*head.above, *head.title_lines, *head.byline)}
    return [i for i in where if i in own or compact(blocks[i].text) not in titles]


def _of_form(report: Report) -> Report:
    """Return a report that was filled into a form: it lacks no salutation and the like."""
    return replace(report, missing=tuple(role for role in report.missing if role not in _FRAME))


def _may_be_report(report: Report, draft: Draft) -> bool:
    """Tell whether a text may be a duty report: by its title, by its sections, or because it says so."""
    vocabulary = draft.template.vocabulary
    if vocabulary.title.search(report.title) and _REPORT in report.title:
        return True
    where = range(draft.first, draft.last + 1)
    if is_foreign(draft.blocks, where) or speaks_of_reports(draft.blocks, draft.body, vocabulary):
        return False
    if vocabulary.title.search(report.title):
        return True
    if any(heading.level == 1 and heading.role in _TELLING for heading in report.headings):
        return True
    return names_itself(draft.blocks, where, vocabulary)


def _end(blocks: Sequence[Block], first: int, after: int, stamps: set[int]) -> int:
    """Return the last position of a report: stamps at its end, and the blanks around them, don't belong to it."""
    last = after - 1
    while last > first and (last in stamps or (blocks[last].opaque is None and not compact(blocks[last].text))):
        last -= 1
    return last if any(i in stamps for i in range(last + 1, after)) else after - 1


def _draft(
    blocks: Sequence[Block],
    front: Front | None,
    bounds: "_Range",
    templates: Sequence[ReportTemplate],
    context: Context,
) -> Draft:
    after = front.last if front is not None else bounds.first - 1
    content = bounds.where[bisect_right(bounds.where, after) : bisect_right(bounds.where, bounds.last)]
    vocabulary = templates[0].vocabulary
    tail = ending(blocks, content, vocabulary)
    outside = {*tail.signature, *tail.closing, *tail.attachments}
    body = tuple(i for i in content if i not in outside)
    opening = "".join(blocks[i].text[:200] for i in body[:EARLY])
    whole = [blocks[i] for i in body]
    title = front.title if front is not None else ""
    lines = (*front.above, *front.byline) if front is not None else ()
    byline = "\n".join(blocks[i].text for i in lines)
    chosen = context.said_kind(title)
    kind = kind_of(title, opening, whole, templates, chosen)
    before = takewhile(lambda block: leading(block.label or block.text[:12]) is None, whole[:EARLY])
    said = "\n".join(block.text[:200] for block in before)
    template = variant_of(kind, (title, byline, said, context.unit.name), chosen)
    return Draft(blocks, front, bounds.first, bounds.last, body, tail, template, chosen is not None)


def _report(draft: Draft) -> Report:
    blocks = draft.blocks
    year = _year(draft)
    found, inside = headings_inside(blocks, draft.body, draft.template, year)
    sections = sections_of(draft, [item.heading for item in found])
    title = title_of(draft)
    title_text = draft.front.title if draft.front is not None else ""
    all_headings = tuple(item.heading for item in found)
    reader = RoleReader(draft.template) if draft.names else None
    named = [reader.read(name).covers for name in draft.names] if reader is not None else []
    covered = _covered(draft, found).union(*(one.covers for one in inside), *named)
    absent = missing(blocks, sections, covered, draft.template, title_text, chosen=draft.chosen)
    unsure = {one.role for one in draft.template.sections if one.need == "expected"}
    if _SURE & set(absent):
        unsure |= doubtful(blocks, (draft.first, draft.last), found, draft.template)
    return Report(
        kind=draft.template.id,
        title=title_text,
        first=draft.first,
        last=draft.last,
        headings=(*titles_before(draft), title, *all_headings) if title is not None else all_headings,
        sections=sections,
        missing=absent,
        variant=draft.template.variant,
        year=year,
        run_on=told(inside),
        inside=tuple(item.heading for item in inside),
        expected=frozenset(absent) & unsure,
    )


def _year(draft: Draft) -> int | None:
    """Return the year reported on; a text that is no duty report has none."""
    if not draft.template.sections:
        return None
    title = draft.front.title if draft.front is not None else ""
    before = takewhile(lambda i: leading(draft.blocks[i].label or draft.blocks[i].text) is None, draft.body[:EARLY])
    return year_told(title, "\n".join(draft.blocks[i].text[:200] for i in before))


def _covered(draft: Draft, found: Sequence[Numbered]) -> frozenset[str]:
    """Return the roles that headings stand for; closing words may stand at the end of any section."""
    covers = frozenset(role for item in found for role in item.covers)
    told = {"closing": draft.ending.closes, "signature": draft.ending.signs}
    return covers | {role for role, there in told.items() if there}
