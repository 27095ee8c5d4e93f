"""Last year's report as the start of a new one: what must change, what was promised, what is carried over."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.document.block import Block, Document, Span
from assistant.document.context import Unit
from assistant.document.edit import Edit, ReplaceText
from assistant.document.outline import Heading, Report, Section
from assistant.errors import AssistantError
from assistant.reuse.dated import anniversaries, campaigns, formulations, plans
from assistant.reuse.figures import Marks, events, figures, load_marks
from assistant.reuse.found import PLANNING, Found, Scope, apart
from assistant.reuse.meetings import meetings
from assistant.reuse.names import names
from assistant.reuse.timeline import Timeline, load_timeline
from assistant.reuse.years import dates, first_year, moved_year, relative, written_years, years
from assistant.template.report import ReportTemplate
from assistant.text.characters import TOKEN, is_han
from assistant.text.sentences import sentences

_FORMAL = frozenset({"title", "byline", "salutation", "closing", "signature"})
"""Roles whose sentences are forms of address and ends, not content carried over."""
_CONTENT = 4
"""Han characters below which a piece between full stops is no sentence of its own (a stray mark, a label)."""


class CannotRollOver(AssistantError):
    """The year asked for doesn't follow the year of the report; nothing was written."""


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """What rolling over knows: the dated facts, and the marks of figures and activities."""

    timeline: Timeline
    marks: Marks


@dataclass(frozen=True, slots=True)
class Item:
    """One place that must change or be looked at; `index` is the position of its block in `Document.blocks`."""

    index: int
    span: Span
    found: Found


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: of a plan, to be held against this year's work, or carried over. `heading` stands above it."""

    index: int
    span: Span
    text: str
    role: str
    heading: str


@dataclass(frozen=True, slots=True)
class Rollover:
    """What becomes of last year's report in a new year, all in reading order.

    `last` is the year it reports on (of several reports the first one's). `edits` move the report year in titles and
    opening formulas, where it is certain; `done` are the items they settle. `promises` are the sentences of its plans,
    `carried` all sentences that stand unchanged and unconfirmed, `names` say whose report it was.
    """

    last: int
    year: int
    items: tuple[Item, ...]
    done: tuple[Item, ...]
    promises: tuple[Passage, ...]
    carried: tuple[Passage, ...]
    edits: tuple[Edit, ...]
    names: tuple[Item, ...] = ()


def load_knowledge(folder: Path) -> Knowledge:
    """Read `timeline.toml` and `rollover.toml` of a folder; raises ResourceError naming file and key."""
    return Knowledge(load_timeline(folder / "timeline.toml"), load_marks(folder / "rollover.toml"))


def roll_over(
    document: Document,
    reports: Sequence[Report],
    templates: Sequence[ReportTemplate],
    knowledge: Knowledge,
    year: int,
    *,
    unit: Unit | None = None,
) -> Rollover:
    """Return what a report (or several in one file) needs to become the one of `year`, written by `unit`.

    Raises CannotRollOver where a report is already about that year or a later one.
    """
    lasts = [_last_year(document, report, year) for report in reports]
    items: list[Item] = []
    done: list[Item] = []
    carried: list[Passage] = []
    named: list[Item] = []
    formula = templates[0].vocabulary.opening
    for report, last in zip(reports, lasts, strict=True):
        found = stale(document, report, knowledge, last, year)
        sure = _certain(document, report, formula, last, year)
        items += found
        done += [item for item in found if sure.get(item.index) == (item.found.start, item.found.end)]
        carried += passages(document, report)
        named += [item_at(document, index, one) for index, one in names(document, report, unit or Unit())]
    promises = tuple(one for one in carried if one.role in PLANNING)
    edits = tuple(ReplaceText(item.span, item.found.text, item.found.suggestion or "") for item in done)
    first = lasts[0] if lasts else year - 1
    return Rollover(first, year, tuple(items), tuple(done), promises, tuple(carried), edits, tuple(named))


def stale(document: Document, report: Report, knowledge: Knowledge, last: int, year: int) -> list[Item]:
    """Return the places of one report that `year` makes stale, where `last` is the year it was written about."""
    roles = _roles(report)
    items: list[Item] = []
    for i in range(report.first, report.last + 1):
        block = document.blocks[i]
        if block.opaque is None and block.text.strip():
            scope = Scope(roles.get(i, ""), last, year)
            items += [item_at(document, i, one) for one in _stale(block.text, scope, knowledge)]
    return items


def passages(document: Document, report: Report) -> list[Passage]:
    """Return the sentences of one report that are content."""
    roles = _roles(report)
    found: list[Passage] = []
    for i in range(report.first, report.last + 1):
        block = document.blocks[i]
        if block.opaque is None and block.text.strip():
            found += _passages(i, block, roles.get(i, ""), report.headings)
    return found


def item_at(document: Document, index: int, one: Found) -> Item:
    """Return a place of a paragraph as one of the document."""
    return Item(index, Span(document.blocks[index].id, one.start, one.end), one)


def _last_year(document: Document, report: Report, year: int) -> int:
    """Return the year a report is about: by title or opening, else the year named most often, else the one before.

    Raises CannotRollOver where title or opening say that it is not before `year`.
    """
    own = _stated_year(document, report)
    if own is None:
        texts = (document.blocks[i].text for i in range(report.first, report.last + 1))
        counts = Counter(one for text in texts for one in written_years(text) if one < year)
        own = min(counts, key=lambda one: (-counts[one], -one)) if counts else year - 1
    if own >= year:
        message = f"这份稿子述的已经是{own}年度，没有写出新稿，请选更早的报告，或者把新稿的年度写得晚于{own}年。"
        raise CannotRollOver(message, f"report year {own}, asked for {year}")
    return own


def _stated_year(document: Document, report: Report) -> int | None:
    stated = first_year(report.title)
    if stated is not None:
        return stated
    roles = _roles(report)
    opening = [i for i in range(report.first, report.last + 1) if roles.get(i) == "opening"]
    found = (first_year(document.blocks[i].text) for i in opening)
    return next((one for one in found if one is not None), None)


def _roles(report: Report) -> dict[int, str]:
    """Return the role of every block in a section, of nested ones the innermost."""
    roles: dict[int, str] = {}

    def fill(section: Section) -> None:
        roles.update((i, section.role) for i in range(section.first, section.last + 1))
        for child in section.children:
            fill(child)

    for section in report.sections:
        fill(section)
    return roles


@lru_cache(maxsize=4096)
def _stale(text: str, scope: Scope, knowledge: Knowledge) -> tuple[Found, ...]:
    """Return the stale places of a paragraph; a report being written is looked at again and again."""
    timeline, marks = knowledge.timeline, knowledge.marks
    dated = [
        *meetings(text, scope, timeline),
        *campaigns(text, scope, timeline),
        *anniversaries(text, scope, timeline),
        *plans(text, scope, timeline),
        *formulations(text, scope, timeline),
    ]
    dated.sort(key=lambda one: one.start - one.end)  # of two names for one place the longer tells more
    undated = itertools.chain(
        dates(text, scope), years(text, scope), relative(text, scope), events(text, marks), figures(text, marks)
    )
    return tuple(one for one in apart([*dated, *undated]) if TOKEN not in one.text)


def _certain(
    document: Document, report: Report, formula: re.Pattern[str], last: int, year: int
) -> dict[int, tuple[int, int]]:
    """Return, by block position, where the report year stands beyond doubt: in the title and the opening formula."""
    roles = _roles(report)
    sure: dict[int, tuple[int, int]] = {}
    for i in range(report.first, report.last + 1):
        text, role = document.blocks[i].text, roles.get(i, "")
        if role == "title":
            one, at = moved_year(text, Scope(role, last, year)), 0
        elif role == "opening":
            said = next((s for s in sentences(text) if formula.search(s.text)), None)
            if said is None:
                continue
            one, at = moved_year(said.text, Scope(role, last, year)), said.start
        else:
            continue
        if one is not None:
            sure[i] = (one.start + at, one.end + at)
    return sure


def _passages(index: int, block: Block, role: str, headings: Sequence[Heading]) -> Iterator[Passage]:
    """Yield the sentences of a block that are content; headings are told with what stands below them."""
    if role in _FORMAL:
        return
    above = [one for one in headings if one.index <= index and one.level > 0]
    heading = above[-1].text if above else ""
    own = next((one for one in headings if one.index == index), None)
    if own is not None and not own.run_in:
        return
    for sentence in sentences(block.text):
        if own is not None and sentence.start < own.end:
            continue
        if sum(map(is_han, sentence.text)) >= _CONTENT:
            yield Passage(index, Span(block.id, sentence.start, sentence.end), sentence.text, role, heading)
