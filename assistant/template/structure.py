"""The structure of a text: its reports, each with kind, headings, sections and what is missing."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.document.block import Block, Document
from assistant.document.context import Context
from assistant.document.outline import Heading, Report, Section
from assistant.template.demands import demanded
from assistant.template.ending import Ending, ending
from assistant.template.headings import Numbered, headings
from assistant.template.report import ReportTemplate
from assistant.template.titles import Front, compact, fronts
from assistant.template.vocabulary import Vocabulary

_STAMP = 80
"""Code points up to which a paragraph may be a seller's stamp or a page note."""
_EARLY = 3
"""How many paragraphs behind the title may tell the kind."""
_ANYWHERE = frozenset({"opening", "main_work", "highlights", "integrity", "other", "rectification"})
_WITHIN = {
    "rectification": _ANYWHERE,
    "problems": frozenset({"main_work", "highlights", "integrity", "other"}),
    "causes": frozenset({"problems", "problems_causes", "problems_next_steps", "other"}),
    "next_steps": frozenset({"main_work", "problems", "causes", "problems_causes", "other"}),
    "integrity": _ANYWHERE,
}
"""Sections in whose running text a section without a heading of its own may hide."""


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a report begins and ends, and the positions of all content of the document."""

    first: int
    last: int
    where: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One report while it is being read: its range, head and end, and the positions of what is between."""

    blocks: Sequence[Block]
    front: Front | None
    first: int
    last: int
    body: tuple[int, ...]
    ending: Ending
    template: ReportTemplate


def recognise(document: Document, templates: Sequence[ReportTemplate], context: Context) -> tuple[Report, ...]:
    """Return the reports of a document in order, none only for a document without a paragraph.

    A text without a title is one report of the default kind (the first of `templates`, which must not be empty).
    Paragraphs before the first title, and sellers' stamps between reports, belong to none. Which sections are missing
    follows from the notice's requirements in the context, laid over the kind.
    """
    blocks = document.blocks
    if not blocks:
        return ()
    templates = demanded(templates, context.requirements)
    vocabulary = templates[0].vocabulary
    shown = [i for i, block in enumerate(blocks) if block.opaque is None and compact(block.text)]
    stamps = {i for i in shown if is_stamp(blocks[i].text, vocabulary)}
    where = [i for i in shown if i not in stamps and blocks[i].container is None]
    heads: list[Front | None] = [*fronts(blocks, where, vocabulary)] or [None]
    starts = [head.first if head is not None else (where[0] if where else 0) for head in heads]
    result = []
    for head, first, after in zip(heads, starts, [*starts[1:], len(blocks)], strict=True):
        last = _end(blocks, first, after, stamps)
        result.append(_report(_draft(blocks, head, _Range(first, last, where), templates, context.kind)))
    return tuple(result)


def is_stamp(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a paragraph is a seller's stamp or a page note, to be offered for removal."""
    text = text.strip()
    return 0 < len(text) <= _STAMP and vocabulary.stamp.search(text) is not None


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
    kind: str | None,
) -> _Draft:
    after = front.last if front is not None else bounds.first - 1
    content = bounds.where[bisect_right(bounds.where, after) : bisect_right(bounds.where, bounds.last)]
    vocabulary = templates[0].vocabulary
    tail = ending(blocks, content, vocabulary)
    outside = {*tail.signature, *tail.closing, *tail.attachments}
    body = tuple(i for i in content if i not in outside)
    opening = "".join(blocks[i].text[:200] for i in body[:_EARLY])
    template = _kind(front.title if front is not None else "", opening, templates, kind)
    return _Draft(blocks, front, bounds.first, bounds.last, body, tail, template)


def _kind(title: str, opening: str, templates: Sequence[ReportTemplate], kind: str | None) -> ReportTemplate:
    chosen = next((template for template in templates if template.id == kind), None)
    if chosen is not None:
        return chosen
    in_title = [t for t in templates if t.in_title is not None and t.in_title.search(title)]
    found = in_title or [t for t in templates if t.in_opening is not None and t.in_opening.search(opening)]
    return max(found, key=lambda template: template.priority, default=templates[0])


def _report(draft: _Draft) -> Report:
    blocks = draft.blocks
    found = headings(blocks, draft.body, draft.template)
    sections = _sections(draft, [item.heading for item in found])
    title = _title(draft)
    all_headings = tuple(item.heading for item in found)
    return Report(
        kind=draft.template.id,
        title=draft.front.title if draft.front is not None else "",
        first=draft.first,
        last=draft.last,
        headings=(title, *all_headings) if title is not None else all_headings,
        sections=sections,
        missing=_missing(draft, found, sections),
    )


def _title(draft: _Draft) -> Heading | None:
    if draft.front is None:
        return None
    i = draft.front.first
    block = draft.blocks[i]
    start = len(block.text) - len(block.text.lstrip())
    end = len(block.text.rstrip())
    return Heading(block.id, i, 0, "", block.text[start:end], "title", run_in=False, start=start, end=end)


def _sections(draft: _Draft, found: Sequence[Heading]) -> tuple[Section, ...]:
    """Return the parts before the first heading, the tree of headings, and the parts at the end."""
    result: list[Section] = []
    front = draft.front
    title = _title(draft)
    if front is not None and title is not None:
        result.append(Section("title", title, front.first, front.title_lines[-1]))
        if front.byline:
            result.append(Section("byline", None, front.byline[0], front.byline[-1]))
    result += _before_headings(draft, found)
    tail = [*draft.ending.closing, *draft.ending.signature, *draft.ending.attachments]
    last = min(tail, default=draft.last + 1) - 1
    result += _tree(found, last)
    for role, lines in (("closing", draft.ending.closing), ("signature", draft.ending.signature)):
        if lines:
            result.append(Section(role, None, lines[0], lines[-1]))
    return tuple(result)


def _before_headings(draft: _Draft, found: Sequence[Heading]) -> list[Section]:
    blocks, vocabulary = draft.blocks, draft.template.vocabulary
    before = [i for i in draft.body if not found or i < found[0].index]
    result = []
    if before and vocabulary.salutation.search(blocks[before[0]].text.strip()):
        line = blocks[before[0]].text.strip()
        whole = line[-1] in "：:！!，," or "。" not in line  # else the opening follows in the same paragraph
        result.append(Section("salutation", None, before[0], before[0]))
        before = before[1:] if whole else before
    if before and not found:
        formula = next((k for k, i in enumerate(before) if vocabulary.opening.search(blocks[i].text)), 0)
        result.append(Section("opening", None, before[0], before[formula]))
        if before[formula + 1 :]:
            result.append(Section("main_work", None, before[formula + 1], before[-1]))
    elif before:
        result.append(Section("opening", None, before[0], before[-1]))
    return result


def _tree(found: Sequence[Heading], last: int) -> list[Section]:
    """Return the sections that the headings open; each ends before the next one of its level or above."""
    result = []
    i = 0
    while i < len(found):
        heading = found[i]
        end = i + 1
        while end < len(found) and found[end].level > heading.level:
            end += 1
        to = found[end].index - 1 if end < len(found) else last
        children = tuple(_tree(found[i + 1 : end], to))
        result.append(Section(heading.role, heading, heading.index, max(to, heading.index), children))
        i = end
    return result


def _missing(draft: _Draft, found: Sequence[Numbered], sections: Sequence[Section]) -> tuple[str, ...]:
    template = draft.template
    present = {role for section in _all(sections) for role in template.vocabulary.parts(section.role)}
    present |= {role for item in found for role in item.covers}
    if "byline" in present:
        present.add("signature")
    if draft.ending.closes:
        present.add("closing")
    absent = [role for role in template.needed if role not in present]
    within = dict(_WITHIN)
    if "problems" not in present:  # problems told in the running text have their causes there, too
        within["causes"] = within["causes"] | {"main_work"}
    return tuple(role for role in absent if not _hidden(role, draft, sections, within.get(role, frozenset())))


def _all(sections: Iterable[Section]) -> Iterable[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)


def _hidden(role: str, draft: _Draft, sections: Sequence[Section], within: frozenset[str]) -> bool:
    """Tell whether a section without heading of its own is there in the running text of the sections `within`."""
    own = draft.template.section(role)
    words = next((words for words in draft.template.vocabulary.roles if words.role == role), None)
    evidence = own.evidence if own is not None else None
    paragraph = words.paragraph if words is not None else None
    for section in sections:
        for i in range(section.first, section.last + 1):
            text = draft.blocks[i].text.strip()
            if evidence is not None and section.role not in {"title", "opening"} and evidence.search(text):
                return True
            if section.role in within and paragraph is not None and paragraph.search(text):
                return True
    return False
