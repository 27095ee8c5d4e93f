"""Tables of old Word files: paragraphs gathered into rows and cells, with the grid their rows define."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.formats.doc.paragraphs import Paragraph
from assistant.formats.doc.sprm import TABLE_DEFINITION, Modifiers

_ACROSS, _DOWN_ON, _DOWN_FIRST = 0x03, 0x20, 0x40
"""Bits of a cell's definition: is merged with its neighbours; is merged down, as a first one or not (2.9.327)."""
_MERGE_DOWN = 0xD62B
_WIDEST = 63
_CLOSE = 5
"""Twips: edges of cells so near to each other are one; programs round them differently."""


@dataclass(slots=True)
class Cell:
    """One cell: what stands in it, its edges in twips, and whether it is merged to the left or downwards."""

    content: "list[Paragraph | Table]" = field(default_factory=list)
    left: int = 0
    right: int = 0
    merged: bool = False
    down: str = ""


@dataclass(slots=True)
class Table:
    """Rows of cells, from top to bottom."""

    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Level:
    """A table that is being gathered: finished rows, finished cells of the row, and the cell under way."""

    table: Table = field(default_factory=Table)
    cells: list[Cell] = field(default_factory=list)
    cell: Cell = field(default_factory=Cell)


def gathered(paragraphs: Iterable[Paragraph]) -> "list[Paragraph | Table]":
    """Return the paragraphs of the body, with those of tables gathered into Tables."""
    body: list[Paragraph | Table] = []
    open_: list[_Level] = []
    for paragraph in paragraphs:
        depth = paragraph.depth
        while len(open_) > depth:
            _close(open_, body)
        while len(open_) < depth:
            open_.append(_Level())
        if not open_:
            body.append(paragraph)
        elif paragraph.ends_row:
            _end_row(open_[-1], paragraph.properties)
        else:
            level = open_[-1]
            level.cell.content.append(paragraph)
            if paragraph.ends_cell:
                level.cells.append(level.cell)
                level.cell = Cell()
    while open_:
        _close(open_, body)
    return body


def _close(open_: list[_Level], body: "list[Paragraph | Table]") -> None:
    level = open_.pop()
    _end_row(level, {})
    if level.table.rows:
        (open_[-1].cell.content if open_ else body).append(level.table)


def _end_row(level: _Level, properties: Modifiers) -> None:
    """Finish a row; cells that only go on the one to their left are joined to it."""
    if level.cell.content:
        level.cells.append(level.cell)
    if level.cells:
        _define(level.cells, properties)
        row: list[Cell] = []
        for cell in level.cells:
            if cell.merged and row:
                row[-1].right = cell.right
                row[-1].content += [] if _is_empty(cell) else cell.content
            else:
                row.append(cell)
        level.table.rows.append(row)
    level.cells, level.cell = [], Cell()


def _is_empty(cell: Cell) -> bool:
    return all(isinstance(item, Paragraph) and not item.stretches for item in cell.content)


def _define(cells: list[Cell], properties: Modifiers) -> None:
    """Give the cells of a row their edges and merges, where the row defines as many cells as it has."""
    definition = properties.get(TABLE_DEFINITION, b"")
    count = definition[0] if definition else 0
    if count != len(cells) or count > _WIDEST or len(definition) < 1 + 2 * (count + 1):
        return
    edges = struct.unpack_from(f"<{count + 1}h", definition, 1)
    first = 0
    for n, cell in enumerate(cells):
        cell.left, cell.right = edges[n], edges[n + 1]
        place = 1 + 2 * (count + 1) + 20 * n
        if place + 2 <= len(definition):
            flags = int.from_bytes(definition[place : place + 2], "little")
            # Word 97's own description has 1 for the first cell of a set and 2 for the rest, [MS-DOC] the reverse:
            # what the first one says, the next set's first one says too.
            across = min(flags & _ACROSS, 2)
            cell.merged = across != 0 and first not in (0, across)
            first = 0 if across == 0 else first or across
            cell.down = "restart" if flags & _DOWN_FIRST else "continue" if flags & _DOWN_ON else ""
    merge = properties.get(_MERGE_DOWN, b"")
    if len(merge) >= 2 and merge[0] < count and merge[1] & 3:
        cells[merge[0]].down = "restart" if merge[1] & 2 else "continue"


def columns(table: Table) -> list[int]:
    """Return the edges of a table's grid, from left to right; empty where its rows don't define one."""
    if any(cell.right <= cell.left for row in table.rows for cell in row):
        return []
    edges: list[int] = []
    for edge in sorted({edge for row in table.rows for cell in row for edge in (cell.left, cell.right)}):
        if not edges or edge - edges[-1] > _CLOSE:
            edges.append(edge)
    return edges if 2 <= len(edges) <= _WIDEST + 1 else []


def column_of(edges: list[int], edge: int) -> int:
    """Return which edge of the grid an edge of a cell is."""
    return min(range(len(edges)), key=lambda n: abs(edges[n] - edge))
