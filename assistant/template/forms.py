"""Reports filled into a form: which table cells hold the report, and which of them name a section.

A form has a cell with the name of a section and beside it (or in the row below, where both go all across) the text; or
one large cell holds the whole report. Tables in a report whose headings stand outside them are figures, never read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from assistant.document.block import Block, Cell
from assistant.template.title_lines import compact
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

_NARROW = 2
"""Code points a line of a name has that is written downwards."""
_LABEL = 20
"""Code points up to which a cell names a section."""
_TEXT = 20
"""Code points from which a cell beside a name holds its text; an empty one waits to be filled in."""
_LONG_TEXT = 60
"""Code points from which a cell makes a heading of whatever stands where its form has the names of sections."""
_ENOUGH = 2
"""Sections that make a form of a table, and headings that make a report of a cell or of the text outside tables."""
_ASIDE = re.compile("[（(][^（()）]*[）)]$")
"""What a form tells about filling in, behind the name of a section: 存在的问题（不少于3条）."""
_OFFICIAL = re.compile("意见|签[名字章]|盖章|备注|审[核查批]|等次|评[价定语]|姓名|单位|职务|照片|时间|日期")


@dataclass(frozen=True, slots=True)
class Form:
    """The positions of the paragraphs of a form that belong to the report, and of those that name its sections.

    `downwards` are names written one character a paragraph: no heading can be made of them, but the sections are there.
    """

    told: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    downwards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """One cell with the positions of its paragraphs that show something, and their text."""

    cell: Cell
    shown: tuple[int, ...]
    text: str = field(repr=False)


def form(blocks: Sequence[Block], shown: Sequence[int], vocabulary: Vocabulary) -> Form:
    """Return what of the tables is the report, nothing where its headings stand outside of them.

    `shown` are the positions of all paragraphs with a text.
    """
    outside = [i for i in shown if blocks[i].container is None]
    if sum(_heads(blocks[i], vocabulary) for i in outside) >= _ENOUGH:
        return Form()
    told: set[int] = set()
    names: set[int] = set()
    downwards: list[str] = []
    for rows in _tables(blocks):
        sections = _sections(rows, vocabulary)
        for name, texts in sections:
            if len(name.shown) > 1:
                downwards.append(compact(name.text))
            else:
                names.update(name.shown)
                told.update(name.shown)
            told.update(*(text.shown for text in texts))
        for part in (part for row in rows for part in row):
            whole = sum(_heads(blocks[i], vocabulary) for i in part.shown) >= _ENOUGH
            titled = len(part.shown) == 1 and vocabulary.title.search(compact(part.text)) is not None
            if whole or titled:
                told.update(part.shown)
    filled = names or downwards or _has_sections(blocks, told, vocabulary)
    return Form(frozenset(told), frozenset(names), tuple(downwards)) if filled else Form()


def laid_open(blocks: Sequence[Block], found: Form) -> Sequence[Block]:
    """Return the blocks as if the report stood outside the form: names of sections are headings of the first level."""
    if not found.told:
        return blocks
    opened = list(blocks)
    for i in found.told:
        level = 1 if i in found.names else blocks[i].style_level
        opened[i] = replace(blocks[i], container=None, style_level=level)
    return opened


def _has_sections(blocks: Sequence[Block], told: set[int], vocabulary: Vocabulary) -> bool:
    return sum(_heads(blocks[i], vocabulary) for i in told) >= _ENOUGH


def _heads(block: Block, vocabulary: Vocabulary) -> bool:
    """Tell whether a paragraph is a heading of the first level by its number, or the known name of a section."""
    text = _ASIDE.sub("", block.text.strip())
    ordinal = leading(block.label or text[:12])
    if ordinal is not None and ordinal.style is Style.CHINESE and ordinal.sure:
        return True
    return len(text) <= _LABEL and _names(text, vocabulary)


def _names(text: str, vocabulary: Vocabulary) -> bool:
    text = _ASIDE.sub("", compact(text))
    ordinal = leading(text)
    bare = text[ordinal.end :] if ordinal is not None and not ordinal.style.is_point else text
    return bool(compact(bare)) and vocabulary.is_heading(compact(bare))


def _tables(blocks: Sequence[Block]) -> Iterator[list[list[_Part]]]:
    """Yield every table as rows of its cells."""
    cells = [i for i, block in enumerate(blocks) if block.container is not None]
    for _, table in groupby(cells, key=lambda i: _cell(blocks[i]).table):
        rows = groupby(table, key=lambda i: _cell(blocks[i]).row)
        yield [[_part(blocks, part) for _, part in groupby(row, key=lambda i: _cell(blocks[i]))] for _, row in rows]


def _cell(block: Block) -> Cell:
    return block.container or Cell(-1, -1, -1)


def _part(blocks: Sequence[Block], positions: Iterator[int]) -> _Part:
    of_cell = list(positions)
    shown = tuple(i for i in of_cell if blocks[i].opaque is None and compact(blocks[i].text))
    return _Part(_cell(blocks[of_cell[0]]), shown, "\n".join(blocks[i].text for i in shown))


def _sections(rows: Sequence[Sequence[_Part]], vocabulary: Vocabulary) -> list[tuple[_Part, list[_Part]]]:
    """Return the names of sections in a table, each with the cells of its text; none where the table is no form."""
    known = [pair for pair in _pairs(rows) if _is_name(pair[0]) and _names(pair[0].text, vocabulary)]
    found = [(name, texts) for name, texts in known if not texts[0].text or len(texts[0].text) >= _TEXT]
    if len({compact(name.text) for name, _ in found}) < _ENOUGH:
        return []
    columns = {name.cell.column for name, _ in found}
    found += [(name, texts) for name, texts in known if (name, texts) not in found and name.cell.column in columns]
    for name, texts in _pairs(rows):
        unknown = all(name is not other for other, _ in found) and name.cell.column in columns and _is_name(name)
        if unknown and len(texts[0].text) >= _LONG_TEXT and not _OFFICIAL.search(name.text):
            found.append((name, texts))
    return found


def _is_name(part: _Part) -> bool:
    single = len(part.shown) == 1 or all(len(line.strip()) <= _NARROW for line in part.text.split("\n"))
    return single and 0 < len(_ASIDE.sub("", part.text.strip())) <= _LABEL


def _pairs(rows: Sequence[Sequence[_Part]]) -> Iterator[tuple[_Part, list[_Part]]]:
    """Yield every cell with the cells that may hold its text: beside it as far as it reaches down, or below it."""
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else ()
        for place, part in enumerate(row):
            if place + 1 < len(row):
                yield part, [row[place + 1], *_reached(rows[number + 1 :], part.cell.column)]
            elif len(row) == 1 and len(below) == 1 and below[0].cell.column == part.cell.column:
                yield part, [below[0]]


def _reached(rows: Sequence[Sequence[_Part]], column: int) -> Iterator[_Part]:
    """Yield the cells of the rows that have nothing in a column: a name that is merged downwards stands beside them."""
    for row in rows:
        if not row or row[0].cell.column <= column:
            return
        yield from row
