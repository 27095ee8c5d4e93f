"""What the outline panel shows: rows, how deep they go, and which of them holds a place of the text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import Protocol

from assistant.document.block import Said
from assistant.ui.models.balance import Balance

Place = tuple[int, int]
"""A place in the text: position of the block in the document, offset in code points."""


class KindSection(Protocol):
    """What the outline needs to know of one section of a report kind."""

    role: str
    title: str
    name: str
    need: str


class Kind(Protocol):
    """What the outline needs to know of a report kind; `assistant.template` has the real thing."""

    title: str
    sections: Sequence[KindSection]


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row of the outline.

    `level` 0 is a title or a whole report, 1 to 4 a heading. `words` is its 字数 with everything below it, `findings`
    the open findings in it, `own` those in no row below it. A `ghost` stands for a missing section, `need` says how
    much it is missed (`required`, `expected`). `block`, `start`, `end` bound the heading text in code points; `begin`
    to `finish` is the whole stretch, as places. `implied` rows have no heading of their own (opening, signature);
    headings `inside` a paragraph can be jumped to, but neither moved nor corrected: the paragraph is another's.
    """

    key: str
    text: str
    number: str = ""
    level: int = 1
    role: str = "other"
    words: int = 0
    findings: int = 0
    own: int = 0
    ghost: bool = False
    implied: bool = False
    inside: bool = False
    need: str = ""
    block: str = ""
    start: int = 0
    end: int = 0
    begin: Place = (0, 0)
    finish: Place = (0, 0)
    report: int = 0
    said: Said | None = None
    children: tuple["OutlineRow", ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """All the outline panel shows: rows, the position of each block, and per report its kind and its 篇幅.

    `bodies` (block id, text) are the paragraphs the user has said to be no headings: they have no row to show it in.
    """

    rows: tuple[OutlineRow, ...] = ()
    positions: Mapping[str, int] | None = None
    kinds: tuple[str, ...] = ()
    balances: tuple[Balance, ...] = ()
    bodies: tuple[tuple[str, str], ...] = ()

    def place(self, block: str, offset: int = 0) -> Place | None:
        """Return the place of an offset in a block, None for a block of another picture."""
        position = (self.positions or {}).get(block)
        return None if position is None else (position, offset)


def limited(rows: Iterable[OutlineRow], level: int) -> tuple[OutlineRow, ...]:
    """Leave out rows deeper than a level; their findings count for the row above."""
    shown = []
    for row in rows:
        below = limited((child for child in row.children if child.level <= level), level)
        own = row.findings - sum(child.findings for child in below)
        same = own == row.own and len(below) == len(row.children) and all(map(is_, below, row.children))
        shown.append(row if same else replace(row, children=below, own=own))
    return tuple(shown)


def row_at(rows: Iterable[OutlineRow], place: Place) -> OutlineRow | None:
    """Return the deepest row whose stretch holds a place."""
    for row in rows:
        if not row.ghost and row.begin <= place < row.finish:
            return row_at(row.children, place) or row
    return None
