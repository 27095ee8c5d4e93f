"""Read the grid of a table: cells with their spans, however the rows and cells are wrapped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.document.block import Table, TableCell
from assistant.formats.docx.content_controls import locks
from assistant.formats.docx.names import attribute, child, kind, number

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CELLS = 2000
WIDEST = 63
"""Word's limit of columns; larger spans in a file are nonsense or an attack (docx facts, section 4)."""
_WRAPPERS = frozenset({"sdtContent", "customXml", "ins", "moveTo"})


@dataclass(slots=True)
class _Found:
    element: "_Element"
    row: int
    column: int
    width: int
    merge: str
    height: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's grid, the w:tc of each of its cells in the same order, and the w:tc hidden under merged ones."""

    table: Table
    cells: tuple["_Element", ...]
    hidden: tuple["_Element", ...]


def grid_of(element: "_Element") -> Grid | None:
    """Return the grid of a w:tbl; None where it is too large, empty or wrapped in a locked content control."""
    found: list[_Found] = []
    rows = columns = 0
    for row in _wrapped(element, "tr"):
        if row is None:
            return None
        column = _gap(row, "gridBefore")
        for cell in _wrapped(row, "tc"):
            if cell is None or len(found) >= MOST_CELLS:
                return None
            properties = child(cell, "tcPr")
            width = max(1, min(number(child(properties, "gridSpan")) or 1, WIDEST))
            found.append(_Found(cell, rows, column, width, _merge(properties)))
            column += width
        columns = max(columns, column + _gap(row, "gridAfter"))
        rows += 1
    if not found or any(child(cell.element, "p") is None and not _has_paragraph(cell.element) for cell in found):
        return None
    shown, hidden = _joined(found)
    cells = tuple(TableCell(cell.row, cell.column, cell.height, cell.width) for cell in shown)
    return Grid(
        Table(rows, columns, cells), tuple(cell.element for cell in shown), tuple(cell.element for cell in hidden)
    )


def _wrapped(parent: "_Element", name: str) -> Iterator["_Element | None"]:
    """Yield rows or cells, those inside content controls too; None stands for something locked around them."""
    for element in parent:
        what = kind(element)
        if what == name:
            yield element
        elif what == "sdt":
            if locks(element):
                yield None
            else:
                yield from _wrapped(element, name)
        elif what in _WRAPPERS:
            yield from _wrapped(element, name)


def _gap(row: "_Element", name: str) -> int:
    return max(0, min(number(child(child(row, "trPr"), name)) or 0, WIDEST))


def _merge(properties: "_Element | None") -> str:
    merge = child(properties, "vMerge")
    return "" if merge is None else attribute(merge, "val", "continue")


def _has_paragraph(cell: "_Element") -> bool:
    return any(kind(element) == "p" for element in cell.iter())


def _joined(found: list[_Found]) -> tuple[list[_Found], list[_Found]]:
    """Join cells that go on below; one that continues nothing, or with another width, stands for itself."""
    shown: list[_Found] = []
    hidden: list[_Found] = []
    above: dict[int, _Found] = {}
    for cell in found:
        anchor = above.get(cell.column)
        goes_on = anchor is not None and anchor.width == cell.width and anchor.row + anchor.height == cell.row
        if cell.merge == "continue" and anchor is not None and anchor.merge and goes_on:
            anchor.height += 1
            hidden.append(cell)
        else:
            above[cell.column] = cell
            shown.append(cell)
    return shown, hidden
