"""Headings without number that their siblings tell: each paragraph of a section opens with a phrase of one form.

`党建责任扛起来。上任第一周…` begins like any other paragraph; beside `组织生活严起来。…` and
`党员先锋站出来。…` it is a heading. So is a sentence on a line of its own above a paragraph, where its siblings
stand so, too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.document.block import Block
from assistant.template.numbers import BLANKS, trimmed
from assistant.template.roles import RoleReader
from assistant.template.row_weights import BESIDE, SCATTERED, SURE, Lead, covering, weight
from assistant.template.shape import Shape
from assistant.text.bullets import BULLET
from assistant.text.numbering import leading

_LEAD = re.compile(
    "(?P<lead>[\u4e00-\u9fff]{2,10}[：:][^。！？；：:!?;…\\t\\n0-9]{4,14}(?=[。！；!;])"
    "|[\u4e00-\u9fff“《][^。！？；：:!?;…\\t\\n]{2,43})(?P<mark>[。！；：!:;]|$)"
)
_COLONS = frozenset("：:")
_MARKS = frozenset({*"。！；：!:;", ""})
"""What may stand behind a heading; a colon more often stands behind something else where no report is given."""
_RUN_IN = 32
"""Code points up to which a first sentence may be a heading."""
_BEFORE_COLON = 24
"""Code points up to which what a colon closes may be a heading."""
_LEAST, _ENOUGH = 8, 20
"""Code points of the text that a heading has behind it, and those that are enough behind the longest."""
_ROW = 2
"""Leads that make a row."""


@dataclass(frozen=True, slots=True)
class _Section:
    """The paragraphs from one heading to the next, by their positions, and what role the heading speaks of."""

    blocks: Sequence[Block]
    places: Sequence[int]
    above: Shape
    reader: RoleReader
    role: str | None


@dataclass(frozen=True, slots=True)
class _Row:
    """The leads of one section, and what speaks for their being headings."""

    leads: Sequence[Lead]
    weight: int


def with_rows(found: Sequence[Shape], blocks: Sequence[Block], where: Sequence[int], reader: RoleReader) -> list[Shape]:
    """Return the shapes with the leads of all rows that are headings, each below the heading of its section."""
    places = {i: place for place, i in enumerate(where)}
    rows: list[_Row] = []
    top, role = min((one.rank for one in found), default=0.0), None
    for above, after in pairwise([*found, None]):
        if above is not None and above.rank == top:
            role = reader.read(blocks[above.index].text[above.start : above.end]).role
        if above is None or above.run_in or not above.strong or (after is not None and after.rank > above.rank):
            continue
        end = places[after.index] if after is not None else len(where)
        rows += _rows(_Section(blocks, where[places[above.index] + 1 : end], above, reader, role))
    least = BESIDE if any(row.weight >= SURE for row in rows) else SURE
    more = [lead.shape for row in rows if row.weight >= least for lead in row.leads]
    return sorted([*found, *more], key=lambda one: one.index)


def _rows(section: _Section) -> list[_Row]:
    """Return the rows of a section: of leads that run in, or else of those that have a line of their own."""
    marks = _MARKS if section.reader.of_report else _MARKS - _COLONS
    leads = [_lead(section, place) for place in range(len(section.places))]
    leads = [lead if lead is not None and lead.mark in marks else None for lead in leads]
    of_a_kind = [_of_kind(leads, section, run_in=run_in) for run_in in (True, False)]
    return max(of_a_kind, key=lambda rows: max((row.weight for row in rows), default=-1))


def _of_kind(leads: Sequence[Lead | None], section: _Section, *, run_in: bool) -> list[_Row]:
    """Return the rows of one kind of leads: one of all of them, or else those of leads that follow each other."""
    runs: list[list[Lead]] = [[]]
    place = 0
    while place < len(leads):
        lead = leads[place]
        if lead is None or lead.shape.run_in is not run_in:
            runs.append([])
            place += 1
        else:
            runs[-1].append(lead)
            place += lead.takes
    runs = [run for run in runs if run]
    whole = [lead for run in runs for lead in run]
    if len(runs) > 1 and whole[0].shape.index == section.places[0]:
        row = _Row(whole, weight(whole, section.role, section.reader.vocabulary) + SCATTERED)
        if row.weight >= SURE:
            return [row]
    return [_best(run, section) for run in runs if len(run) >= _ROW]


def _best(run: Sequence[Lead], section: _Section) -> _Row:
    """Return a run as a row, without the first or last where what opens or closes the section looks like a lead."""
    whole = _row(run, section)
    if whole.weight >= SURE or len(run) == _ROW:
        return whole
    part = max((_row(part, section) for part in (run[1:], run[:-1])), key=lambda row: row.weight)
    return part if part.weight >= SURE else whole


def _row(run: Sequence[Lead], section: _Section) -> _Row:
    told = weight(run, section.role, section.reader.vocabulary)
    return _Row(run, told + covering(run, len(section.places)))


def _lead(section: _Section, place: int) -> Lead | None:
    index = section.places[place]
    block, words = section.blocks[index], section.reader.vocabulary
    if block.container is not None or block.said is not None or block.label:
        return None
    text = block.text
    start, end = trimmed(text, 0, len(text))
    bullet = BULLET.match(text, start)
    start = bullet.end() if bullet else start
    found = _LEAD.match(text, start, end)
    if found is None or leading(text) is not None or words.narrates.search(found["lead"]):
        return None
    lead, mark = found["lead"], found["mark"]
    run_in = end > found.end()
    if len(lead) > (_BEFORE_COLON if mark in _COLONS else _RUN_IN if run_in or mark else len(lead)):
        return None
    following = section.places[place + 1 : place + 2]
    rest = text[found.end() : end] if run_in else "".join(section.blocks[i].text.strip(BLANKS) for i in following)
    if len(rest) < max(_LEAST, min(len(lead), _ENOUGH)) or words.refers.match(rest):
        return None
    if not run_in and leading(rest) is not None:
        return None
    shape = Shape(index, "row", section.above.rank + 0.5, 0, "", start, found.end("lead"), run_in=run_in, strong=True)
    return Lead(shape, lead, mark, takes=1 if run_in else 2, bulleted=bullet is not None)
