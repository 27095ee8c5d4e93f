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

_LEAD = re.compile("(?P<lead>[\u4e00-\u9fff“《][^。！？；：:!?;…\\t\\n0-9０-９]{2,31})(?P<mark>[。！；：!:;])")
_BEFORE_COLON = 16
"""Code points up to which what a colon closes may be a heading."""
_LEAST = 8
"""Code points of the text that a heading has behind it."""
_SURE, _BESIDE = 5, 3
"""What must speak for a row of headings, and for one beside a row that is sure."""
_DEFICITS = 3
"""What it says that all leads tell of something that is not as it should be."""
_UNDERTAKEN = 2
"""What it says that all leads begin as headings of work do."""
_MARKED = 2
"""What it says that all leads have a line of their own, or a bullet."""
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


def with_rows(found: Sequence[Shape], blocks: Sequence[Block], where: Sequence[int], words: Vocabulary) -> list[Shape]:
    """Return the shapes with the leads of all rows that are headings, each below the heading of its section."""
    places = {i: place for place, i in enumerate(where)}
    rows: list[tuple[int, list[_Lead]]] = []
    for above, after in pairwise([*found, None]):
        if above is None or above.run_in or not above.strong or (after is not None and after.rank > above.rank):
            continue
        end = places[after.index] if after is not None else len(where)
        section = where[places[above.index] + 1 : end]
        rows += [(_weight(row, len(section), words), row) for row in _rows(blocks, section, above, words)]
    least = _BESIDE if any(weight >= _SURE for weight, _ in rows) else _SURE
    more = [lead.shape for weight, row in rows if weight >= least for lead in row]
    return sorted([*found, *more], key=lambda one: one.index)


def _rows(blocks: Sequence[Block], section: Sequence[int], above: Shape, words: Vocabulary) -> list[list[_Lead]]:
    """Return the leads of a section's paragraphs that follow each other, two or more."""
    rows: list[list[_Lead]] = [[]]
    place = 0
    while place < len(section):
        lead = _lead(blocks, section[place : place + 2], above, words)
        if lead is None or (rows[-1] and rows[-1][-1].shape.run_in is not lead.shape.run_in):
            rows.append([])
        if lead is not None:
            rows[-1].append(lead)
        place += lead.takes if lead is not None else 1
    return [row for row in rows if len(row) > 1]


def _lead(blocks: Sequence[Block], here: Sequence[int], above: Shape, words: Vocabulary) -> _Lead | None:
    block = blocks[here[0]]
    if block.container is not None or block.said is not None or block.label:
        return None
    text = block.text
    start, end = trimmed(text, 0, len(text))
    bullet = BULLET.match(text, start)
    start = bullet.end() if bullet else start
    found = _LEAD.match(text, start)
    if found is None or leading(text) is not None or words.narrates.search(found["lead"]):
        return None
    lead, mark = found["lead"], found["mark"]
    if mark in "：:" and len(lead) > _BEFORE_COLON:
        return None
    run_in = end > found.end()
    rest = text[found.end() : end] if run_in else blocks[here[1]].text.strip(BLANKS) if len(here) > 1 else ""
    if len(rest) < max(_LEAST, len(lead)) or words.refers.match(rest) or (not run_in and leading(rest) is not None):
        return None
    shape = Shape(here[0], "row", above.rank + 0.5, 0, "", start, found.end("lead"), run_in=run_in, strong=True)
    return _Lead(shape, lead, mark, takes=1 if run_in else 2, bulleted=bullet is not None)


def _weight(row: Sequence[_Lead], paragraphs: int, words: Vocabulary) -> int:
    """Return what speaks for a row of leads in a section of so many paragraphs."""
    texts = [lead.text for lead in row]
    weight = likeness(texts) + min(len(row) - 2, 2)
    weight += 1 if sum(lead.takes for lead in row) == paragraphs else -1
    weight += _DEFICITS if all(words.tells("problems", text) for text in texts) else 0
    weight += _UNDERTAKEN if all(words.undertakes.match(text) for text in texts) else 0
    weight += _MARKED if all(lead.bulleted or not lead.shape.run_in for lead in row) else 0
    weight += _TALKING if any(words.talks.search(text) for text in texts) else 0
    return weight - 2 * (len({lead.mark for lead in row}) > 1)
