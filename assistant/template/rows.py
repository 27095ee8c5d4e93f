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
from assistant.template.likeness import likeness
from assistant.template.numbers import BLANKS, trimmed
from assistant.template.shape import Shape
from assistant.template.vocabulary import Vocabulary
from assistant.text.bullets import BULLET
from assistant.text.numbering import leading

_LEAD = re.compile("(?P<lead>[\u4e00-\u9fff“《][^。！？；：:!?;…\\t\\n]{2,43})(?P<mark>[。！；：!:;]|$)")
_RUN_IN = 32
"""Code points up to which a first sentence may be a heading."""
_BEFORE_COLON = 16
"""Code points up to which what a colon closes may be a heading."""
_LEAST = 8
"""Code points of the text that a heading has behind it."""
_ENOUGH = 20
"""Code points of the text that are enough behind the longest heading."""
_SURE, _BESIDE = 5, 3
"""What must speak for a row of headings, and for one beside a row that is sure."""
_LEAST_OF_ALIKE = 2
"""Leads that make a row."""
_DEFICITS = 3
"""What it says that all leads tell of something that is not as it should be."""
_UNDERTAKEN = 2
"""What it says that all leads begin as headings of work do."""
_MARKED = 2
"""What it says that all leads have a line of their own, or a bullet."""
_APART = -1
"""What it says that leads have more than a paragraph each, or some of them none that is told by its first sentence."""
_TALKING = -3
"""What it says against a row that a lead of it talks of us, or of what is done already."""


@dataclass(frozen=True, slots=True)
class _Lead:
    """A paragraph that may open with a heading, the mark behind it, and how many paragraphs it takes with its text."""

    shape: Shape
    text: str
    mark: str
    takes: int
    bulleted: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """The leads of one section, and what speaks for their being headings."""

    leads: Sequence[_Lead]
    weight: int


def with_rows(found: Sequence[Shape], blocks: Sequence[Block], where: Sequence[int], words: Vocabulary) -> list[Shape]:
    """Return the shapes with the leads of all rows that are headings, each below the heading of its section."""
    places = {i: place for place, i in enumerate(where)}
    rows: list[_Row] = []
    for above, after in pairwise([*found, None]):
        if above is None or above.run_in or not above.strong or (after is not None and after.rank > above.rank):
            continue
        end = places[after.index] if after is not None else len(where)
        rows += _rows(blocks, where[places[above.index] + 1 : end], above, words)
    least = _BESIDE if any(row.weight >= _SURE for row in rows) else _SURE
    more = [lead.shape for row in rows if row.weight >= least for lead in row.leads]
    return sorted([*found, *more], key=lambda one: one.index)


def _rows(blocks: Sequence[Block], section: Sequence[int], above: Shape, words: Vocabulary) -> list[_Row]:
    """Return the rows of a section: of leads that run in, or else of those that have a line of their own."""
    leads = [_lead(blocks, section[place : place + 2], above, words) for place in range(len(section))]
    of_a_kind = [_of_kind(leads, section, words, run_in=run_in) for run_in in (True, False)]
    return max(of_a_kind, key=lambda rows: max((row.weight for row in rows), default=-1))


def _of_kind(leads: Sequence[_Lead | None], section: Sequence[int], words: Vocabulary, *, run_in: bool) -> list[_Row]:
    """Return the rows of one kind of leads: one of all of them, or else those of leads that follow each other."""
    runs: list[list[_Lead]] = [[]]
    place = 0
    while place < len(section):
        lead = leads[place]
        if lead is None or lead.shape.run_in is not run_in:
            runs.append([])
            place += 1
        else:
            runs[-1].append(lead)
            place += lead.takes
    runs = [run for run in runs if run]
    whole = [lead for run in runs for lead in run]
    if len(runs) > 1 and whole[0].shape.index == section[0]:
        row = _Row(whole, _weight(whole, words) + _APART)
        if row.weight >= _SURE:
            return [row]
    return [_best(run, section, words) for run in runs if len(run) > 1]


def _best(run: Sequence[_Lead], section: Sequence[int], words: Vocabulary) -> _Row:
    """Return a run as a row, without the first or last where what opens or closes the section looks like a lead."""
    whole = _Row(run, _weight(run, words) + _covering(run, section))
    if whole.weight >= _SURE or len(run) == _LEAST_OF_ALIKE:
        return whole
    parts = [_Row(part, _weight(part, words) + _covering(part, section)) for part in (run[1:], run[:-1])]
    part = max(parts, key=lambda row: row.weight)
    return part if part.weight >= _SURE else whole


def _lead(blocks: Sequence[Block], here: Sequence[int], above: Shape, words: Vocabulary) -> _Lead | None:
    block = blocks[here[0]]
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
    if len(lead) > (_BEFORE_COLON if mark and mark in "：:" else _RUN_IN if run_in or mark else len(lead)):
        return None
    rest = text[found.end() : end] if run_in else blocks[here[1]].text.strip(BLANKS) if len(here) > 1 else ""
    if (
        len(rest) < max(_LEAST, min(len(lead), _ENOUGH))
        or words.refers.match(rest)
        or (not run_in and leading(rest) is not None)
    ):
        return None
    shape = Shape(here[0], "row", above.rank + 0.5, 0, "", start, found.end("lead"), run_in=run_in, strong=True)
    return _Lead(shape, lead, mark, takes=1 if run_in else 2, bulleted=bullet is not None)


def _covering(run: Sequence[_Lead], section: Sequence[int]) -> int:
    """Return what it says how much of a section's paragraphs begin with a lead: all, all but one at an end, or less."""
    return max(1 - len(section) + sum(lead.takes for lead in run), -1)


def _weight(row: Sequence[_Lead], words: Vocabulary) -> int:
    """Return what leads say for themselves as headings."""
    texts = [lead.text for lead in row]
    weight = likeness(texts) + min(len(row) - 2, 2)
    weight += _DEFICITS if all(words.tells("problems", text) for text in texts) else 0
    weight += _UNDERTAKEN if all(words.undertakes.match(text) for text in texts) else 0
    weight += _MARKED if all(lead.bulleted or not lead.shape.run_in for lead in row) else 0
    weight += _TALKING if any(words.talks.search(text) for text in texts) else 0
    return weight - 2 * (len({lead.mark for lead in row}) > 1)
