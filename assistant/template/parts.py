"""The parts of a report around and between its headings: title, byline, salutation, opening, closing, signature."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.document.block import Block
from assistant.document.outline import Heading, Section
from assistant.template.ending import Ending
from assistant.template.numbers import trimmed
from assistant.template.report import ReportTemplate
from assistant.template.sections import tree
from assistant.template.titles import Front
from assistant.text.bullets import BULLET
from assistant.text.numbering import leading

_GREETING = 30
EARLY = 3
"""How many paragraphs behind the title may tell the kind."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One report while it is being read: its range, head and end, and the positions of what is between.

    `chosen` says that the user has named its kind; `names` are sections of a form that can't be headings.
    """

    blocks: Sequence[Block]
    front: Front | None
    first: int
    last: int
    body: tuple[int, ...]
    ending: Ending
    template: ReportTemplate
    chosen: bool
    names: tuple[str, ...] = ()


def title_of(draft: Draft) -> Heading | None:
    """Return the first line of the title, without the number of one of several counted reports."""
    return None if draft.front is None else _title(draft.blocks[draft.front.title_lines[0]], draft.front.title_lines[0])


def titles_before(draft: Draft) -> tuple[Heading, ...]:
    """Return the same title where it stands before the report: on a cover, or as the name of a web page."""
    return () if draft.front is None else tuple(_title(draft.blocks[i], i) for i in draft.front.before)


def _title(block: Block, i: int) -> Heading:
    ordinal = leading(block.text)  # of one of several counted reports
    number = "" if ordinal is None or ordinal.style.is_point else ordinal.typed
    mark = BULLET.match(block.text)
    start = ordinal.end if ordinal is not None and number else mark.end() if mark else 0
    start, end = trimmed(block.text, start, len(block.text))
    return Heading(block.id, i, 0, number, block.text[start:end], "title", run_in=False, start=start, end=end)


def sections_of(draft: Draft, found: Sequence[Heading]) -> tuple[Section, ...]:
    """Return the parts before the first heading, the tree of headings, and the parts at the end."""
    result: list[Section] = []
    front = draft.front
    title = title_of(draft)
    if front is not None and title is not None:
        if front.above:
            result.append(Section("byline", None, front.above[0], front.above[-1]))
        result.append(Section("title", title, front.title_lines[0], front.title_lines[-1]))
        if front.byline:
            result.append(Section("byline", None, front.byline[0], front.byline[-1]))
    result += _before_headings(draft, found)
    tail = [*draft.ending.closing, *draft.ending.signature, *draft.ending.attachments]
    last = min(tail, default=draft.last + 1) - 1
    result += tree(found, last)
    for role, lines in (("closing", draft.ending.closing), ("signature", draft.ending.signature)):
        if lines:
            result.append(Section(role, None, lines[0], lines[-1]))
    return tuple(result)


def _before_headings(draft: Draft, found: Sequence[Heading]) -> list[Section]:
    blocks, vocabulary = draft.blocks, draft.template.vocabulary
    before = [i for i in draft.body if not found or i < found[0].index]
    result = []
    if before and vocabulary.salutation.search(blocks[before[0]].text.strip()):
        line = blocks[before[0]].text.strip()
        ends = line[-1] in "：:！!，," or "。" not in line
        whole = "\n" not in line and ends and not vocabulary.opening.search(line)  # else the opening follows in it
        result.append(Section("salutation", None, before[0], before[0]))
        before = before[1:] if whole else before
    for k, i in enumerate(before[1:EARLY], start=1):
        if len(blocks[i].text) <= _GREETING and vocabulary.salutation.search(blocks[i].text.strip()):
            result += [Section("opening", None, before[0], before[k - 1]), Section("salutation", None, i, i)]
            before = before[k + 1 :]
            break
    if before and not found:
        formula = next((k for k, i in enumerate(before) if vocabulary.opening.search(blocks[i].text)), 0)
        result.append(Section("opening", None, before[0], before[formula]))
        if before[formula + 1 :]:
            result.append(Section("main_work", None, before[formula + 1], before[-1]))
    elif before:
        result.append(Section("opening", None, before[0], before[-1]))
    return result
