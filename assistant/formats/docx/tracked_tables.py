"""Strike out a whole table, or put in a new one, as tracked changes."""

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.document.block import Cell, Document, TableCell
from assistant.formats.docx.copies import clean_properties
from assistant.formats.docx.names import both, child, kind, sibling_tag
from assistant.formats.docx.new_run import new_run
from assistant.formats.docx.order import BLOCKS
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.reviser import Reviser
from assistant.formats.docx.run_format import copied
from assistant.text.characters import TOKEN

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDTH = 8400
"""Twentieths of a point that the columns share: the text width of an A4 page with common margins."""
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_GONE = frozenset({"del", "moveFrom", "r"})


def delete_table(table: "_Element", reviser: Reviser) -> None:
    """Mark every row of a table as deleted, and all text in it."""
    for run in list(table.iter(*both("r"))):
        if not any(kind(above) in _GONE for above in _within(run, table)):
            reviser.delete(run)
    for paragraph in list(table.iter(*both("p"))):
        if not any(kind(above) == "r" for above in _within(paragraph, table)):
            reviser.mark_end(paragraph, "del")
    for row in list(table.iter(*both("tr"))):
        reviser.mark_row(row, "del")


def delete_emptied_controls(tables: Sequence["_Element"], reviser: Reviser) -> None:
    """Mark the content controls as deleted that hold nothing but these tables and paragraphs that go."""
    parents = dict.fromkeys(parent for table in tables if (parent := table.getparent()) is not None)
    for parent in parents:
        blocks = [element for element in parent if kind(element) in BLOCKS]
        if kind(parent) == "sdtContent" and all(e in tables or _goes(e) for e in blocks):
            reviser.delete_control(parent)


def _goes(element: "_Element") -> bool:
    return kind(element) == "p" and child(child(child(element, "pPr"), "rPr"), "del") is not None


def _within(element: "_Element", top: "_Element") -> list["_Element"]:
    chain = []
    for above in element.iterancestors():
        if above is top:
            break
        chain.append(above)
    return chain


def inserted_table(picture: Picture, document: Document, number: int, reviser: Reviser) -> "_Element":
    """Return a new w:tbl with the grid and texts of a table of `document`, every row marked as inserted.

    It looks like the first table of the file, else it has plain lines.
    """
    return _Building(picture, document, number, reviser).table()


class _Building:
    def __init__(self, picture: Picture, document: Document, number: int, reviser: Reviser) -> None:
        self._picture, self._document, self._number, self._reviser = picture, document, number, reviser
        self._grid = document.tables[number]
        self._texts: dict[Cell, list[str]] = {}
        for block in document.blocks:
            if block.container is not None and block.container.table == number and block.opaque is None:
                self._texts.setdefault(block.container, []).append(block.text.replace(TOKEN, ""))
        self._look, self._run_look = self._cell_look()

    def _element(self, name: str, **attributes: str) -> "_Element":
        body = self._picture.body.body
        element = body.makeelement(sibling_tag(body, name), nsmap=None)
        for key, value in attributes.items():
            element.set(sibling_tag(body, key), value)
        return element

    def table(self) -> "_Element":
        result = self._element("tbl")
        result.append(self._properties())
        grid = self._element("tblGrid")
        width = str(_WIDTH // max(1, self._grid.columns))
        grid.extend([self._element("gridCol", w=width) for _ in range(self._grid.columns)])
        result.append(grid)
        for row in range(self._grid.rows):
            if any(c.row <= row < c.row + c.row_span for c in self._grid.cells):
                result.append(self._row(row))
        return result

    def _properties(self) -> "_Element":
        for _, table in self._picture.body.tables:
            old = child(table, "tblPr")
            if old is not None and len(old):
                copy = deepcopy(old)
                copy.tail = None
                for element in list(copy):
                    if kind(element) in ("tblPrChange", "tblpPr", "tblOverlap", "tblCaption", "tblDescription"):
                        copy.remove(element)
                return copy
        properties = self._element("tblPr")
        properties.append(self._element("tblW", w="0", type="auto"))
        borders = self._element("tblBorders")
        borders.extend([self._element(side, val="single", sz="4", space="0", color="auto") for side in _BORDERS])
        properties.append(borders)
        return properties

    def _cell_look(self) -> tuple["_Element | None", "_Element | None"]:
        """Return the properties of the first cell paragraph with text, else no paragraph's and those of body text."""
        runs = self._picture.runs
        places = [(item.container is None, item.origin) for item in self._picture.body.items if item.opaque is None]
        for in_body, origin in sorted(places):
            run = next((r.origin for r in runs[origin] if r.origin is not None and r.text.strip()), None)
            if run is None or (in_body and sum(len(r.text) for r in runs[origin]) < _WIDTH // 400):
                continue
            element = next(e for e, n in self._picture.body.runs.items() if n == run)
            look = None if in_body else child(self._picture.body.paragraphs[origin], "pPr")
            if look is not None:
                look = deepcopy(look)
                look.tail = None
                clean_properties(look)
            return look, copied(child(element, "rPr"))
        return None, None

    def _row(self, row: int) -> "_Element":
        """Return a row; columns it has no cells for stay without, as in the table it shows."""
        result, properties = self._element("tr"), self._element("trPr")
        column = 0
        for cell in sorted((c for c in self._grid.cells if c.row <= row < c.row + c.row_span), key=lambda c: c.column):
            if column < cell.column and not column:
                properties.append(self._element("gridBefore", val=str(cell.column)))
            result.append(self._cell(cell, continued=cell.row < row))
            column = cell.column + cell.column_span
        if column < self._grid.columns:
            properties.append(self._element("gridAfter", val=str(self._grid.columns - column)))
        if len(properties):
            result.insert(0, properties)
        self._reviser.mark_row(result, "ins")
        return result

    def _cell(self, cell: TableCell, *, continued: bool) -> "_Element":
        result = self._element("tc")
        properties = self._element("tcPr")
        width = _WIDTH // max(1, self._grid.columns) * cell.column_span
        properties.append(self._element("tcW", w=str(width), type="dxa"))
        if cell.column_span > 1:
            properties.append(self._element("gridSpan", val=str(cell.column_span)))
        if cell.row_span > 1:
            properties.append(self._element("vMerge", **({} if continued else {"val": "restart"})))
        result.append(properties)
        texts = [""] if continued else self._texts.get(Cell(self._number, cell.row, cell.column), [""])
        result.extend([self._paragraph(text) for text in texts])
        return result

    def _paragraph(self, text: str) -> "_Element":
        paragraph = self._element("p")
        if self._look is not None:
            paragraph.append(deepcopy(self._look))
        if text:
            run = new_run(paragraph, self._run_look, list(text))
            paragraph.append(self._reviser.inserted(paragraph, [run]))
        self._reviser.mark_end(paragraph, "ins")
        return paragraph
