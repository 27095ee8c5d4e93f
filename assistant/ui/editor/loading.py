"""Lay a document out as rich text: paragraphs with origins, locked tables, chips for what is locked."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from assistant.document.block import Block, Cell, Document, Table
from assistant.document.projection import Row
from assistant.document.splice import merged
from assistant.text.characters import TOKEN, clean
from assistant.ui.editor import properties as prop
from assistant.ui.editor.look import PageLook


def load_into(
    text: QTextDocument, document: Document, roles: Mapping[str, str], look: PageLook, ignored: str = ""
) -> None:
    """Replace everything in `text` by the document; nothing of it can be undone."""
    text.setUndoRedoEnabled(False)
    text.clear()
    text.setDefaultFont(look.body_font)
    cursor = QTextCursor(text)
    cursor.beginEditBlock()
    _fill(cursor, document, roles, look)
    frame = text.rootFrame().frameFormat()
    frame.setProperty(prop.FRAME_LAYOUT, document.layout or "")
    frame.setProperty(prop.FRAME_IGNORED, ignored)
    text.rootFrame().setFrameFormat(frame)
    cursor.endEditBlock()
    text.setUndoRedoEnabled(True)
    text.setModified(False)


def loaded_rows(document: Document) -> tuple[Row | None, ...]:
    """Return the rows that the loaded text holds, without reading them: None where only reading can tell.

    Nothing is known of a text with tables, between which Qt has paragraphs of its own.
    """
    if document.tables:
        return ()
    return tuple(_plain_row(block) for block in document.blocks)


def _plain_row(block: Block) -> Row | None:
    """Return the row of a paragraph of mere text."""
    for run in block.runs:
        if run.token is not None or not _as_it_is(run.text):
            return None
    if block.opaque is not None or block.container is not None or block.said is not None:
        return None
    runs = block.runs if len(block.runs) < 2 else merged(block.runs)
    return Row(runs, block.origin, None, block.style_level, block.label, fixed=block.fixed)


def _as_it_is(text: str) -> bool:
    """Tell whether Qt surely keeps a text as it is."""
    return bool(text) and TOKEN not in text and (text.isprintable() or clean(text) == text)


def block_format(block: Block, key: str, look: PageLook) -> QTextBlockFormat:
    """Return the block format that carries a block's evidence and shows it in the look of `key`."""
    fmt = QTextBlockFormat(look.shape("opaque" if block.opaque else key, block.text))
    if key != "body":
        fmt.setProperty(prop.BLOCK_LOOK, key)
    if block.origin is not None:
        fmt.setProperty(prop.BLOCK_ORIGIN, block.origin)
    if block.container is not None:
        fmt.setProperty(prop.BLOCK_CELL, prop.encode_cell(block.container))
    if block.style_level is not None:
        fmt.setProperty(prop.BLOCK_STYLE_LEVEL, block.style_level)
    if block.label:
        fmt.setProperty(prop.BLOCK_LABEL, block.label)
    if block.said is not None:
        fmt.setProperty(prop.BLOCK_SAID, prop.encode_said(block.said))
    if block.opaque is not None:
        fmt.setProperty(prop.BLOCK_OPAQUE, prop.encode_opaque(block.opaque))
    if block.fixed:
        fmt.setProperty(prop.BLOCK_FIXED, True)
    return fmt


def write_runs(cursor: QTextCursor, block: Block, first: QTextCharFormat | None = None) -> None:
    """Insert a block's text at the cursor, run by run with explicit formats; `first` is that of the first, if known."""
    if block.opaque is not None:
        cursor.insertText(f"［{block.opaque.label}］{block.opaque.preview}", QTextCharFormat())
    for run in block.runs:
        cursor.insertText(run.text.replace("\n", "\u2028"), first or prop.char_format(run))
        first = None


def _fill(cursor: QTextCursor, document: Document, roles: Mapping[str, str], look: PageLook) -> None:
    """Insert all blocks. Qt needs a paragraph before, after and between tables: phantoms where the text has none."""
    phantom = QTextBlockFormat(look.shape("phantom", ""))
    phantom.setProperty(prop.BLOCK_PHANTOM, True)
    fresh = True  # the cursor stands in an empty paragraph that no block has taken yet
    for number, group in groupby(document.blocks, key=lambda b: None if b.container is None else b.container.table):
        if number is None:
            for block in group:
                fmt = block_format(block, roles.get(block.id, "body"), look)
                runs = block.runs
                char = prop.char_format(runs[0]) if runs and runs[0].token is None else None
                if fresh:
                    cursor.setBlockFormat(fmt)
                    cursor.setBlockCharFormat(char or QTextCharFormat())
                else:
                    cursor.insertBlock(fmt, char or QTextCharFormat())
                write_runs(cursor, block, char)
                fresh = False
        else:
            if fresh:
                cursor.setBlockFormat(phantom)
            insert_table(cursor, document.tables[number], _cells(group, look), look)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setBlockFormat(phantom)
            fresh = True
    if fresh and not document.blocks:
        cursor.setBlockFormat(look.shape("body", ""))


def insert_table(
    cursor: QTextCursor, shape: Table, cells: Iterable[tuple[Cell, list[Callable[[QTextCursor], None]]]], look: PageLook
) -> QTextTable:
    """Build a table at the cursor; for each cell there is one function per paragraph, called with a cursor in it."""
    fmt = QTextTableFormat()
    fmt.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    fmt.setCellPadding(4 * look.point)
    fmt.setCellSpacing(0)
    fmt.setBorder(1)
    fmt.setBorderCollapse(True)
    fmt.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    table = cursor.insertTable(shape.rows, shape.columns, fmt)
    for cell in shape.cells:
        if cell.row_span > 1 or cell.column_span > 1:
            table.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
    for place, paragraphs in cells:
        inner = table.cellAt(place.row, place.column).firstCursorPosition()
        for i, fill in enumerate(paragraphs):
            if i > 0:
                inner.insertBlock(inner.blockFormat(), QTextCharFormat())
            fill(inner)
    return table


def _cells(blocks: Iterable[Block], look: PageLook) -> Iterable[tuple[Cell, list[Callable[[QTextCursor], None]]]]:
    for cell, group in groupby(blocks, key=lambda b: b.container):
        if cell is not None:
            yield cell, [lambda inner, block=block: _fill_cell(inner, block, look) for block in group]


def _fill_cell(cursor: QTextCursor, block: Block, look: PageLook) -> None:
    cursor.setBlockFormat(block_format(block, "cell", look))
    write_runs(cursor, block)
