"""Move paragraphs, locked blocks and whole tables of the live text.

Everything is taken down with its formats, taken out, and put in again at the new place: Qt's own fragments lose origins
(measured: what is pasted takes those of its neighbour).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from assistant.document.block import Cell, Table
from assistant.document.edit import MoveBlocks
from assistant.ui.editor import properties as prop
from assistant.ui.editor.loading import insert_table
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.text_blocks import TextBlocks


@dataclass(frozen=True)
class _Paragraph:
    """One text block as it was: its name, its formats, its pieces of text; `cell` where it stands in a table."""

    name: str
    fmt: QTextBlockFormat
    char: QTextCharFormat
    pieces: tuple[tuple[str, QTextCharFormat], ...]
    cell: Cell | None


@dataclass(frozen=True)
class _Table:
    """A table to be built again: its number, its grid, and what stands in its cells."""

    number: int
    shape: Table
    paragraphs: list[_Paragraph]
    look: PageLook


def move(blocks: TextBlocks, cursor: QTextCursor, edit: MoveBlocks, tables: tuple[Table, ...], look: PageLook) -> None:
    """Do to the live text what `document.edit` does to the picture; the move must be one that it accepts."""
    ids = set(edit.ids)
    moved = [_taken(blocks, name) for name in blocks.names if name is not None and name in ids]
    inside = blocks.named(edit.after) if edit.after is not None and not edit.in_body else None
    cells = inside is not None and inside.blockFormat().property(prop.BLOCK_CELL) is not None
    groups = [(None, moved)] if cells else [(n, list(g)) for n, g in groupby(moved, key=_table_number)]
    for table, group in groups:
        numbers = [blocks.number(one.name) for one in group]
        if table is None:
            for number in reversed(numbers):
                blocks.remove(cursor, number)
        else:
            blocks.remove_table(cursor, table, numbers[0], numbers[-1])
    place = _open(blocks, cursor, edit)
    fresh = True
    for table, group in groups:
        if table is None:
            for one in group:
                if not fresh:
                    blocks.open_after(cursor, place, one.fmt)
                    place += 1
                _write(cursor, one)
                blocks.names[place] = one.name
                fresh = False
        else:
            place = _put_table(blocks, cursor, place, _Table(table, tables[table], group, look))
            fresh = True
    if fresh:
        blocks.names[place] = None
        cursor.setPosition(blocks.at(place).position())
        cursor.setBlockFormat(blocks.phantom_format())
    blocks.drop_spare_phantoms(cursor)


def _open(blocks: TextBlocks, cursor: QTextCursor, edit: MoveBlocks) -> int:
    """Make the empty paragraph at which things are put in; return its number, with the cursor in it."""
    fmt = blocks.phantom_format()
    if edit.after is None:
        blocks.open_before(cursor, 0, fmt)
        return 0
    number = blocks.number(edit.after)
    if edit.in_body and blocks.at(number).blockFormat().property(prop.BLOCK_CELL) is not None:
        number = blocks.after_table(number + 1)
        blocks.open_before(cursor, number, fmt)
        return number
    blocks.open_after(cursor, number, fmt)
    return number + 1


def _put_table(blocks: TextBlocks, cursor: QTextCursor, place: int, table: _Table) -> int:
    """Build a table behind the text block at `place`; return the number of the empty paragraph behind it."""
    before = blocks.at(place)
    if blocks.names[place] == "":
        blocks.names[place] = None
        cursor.setPosition(before.position())
        cursor.setBlockFormat(blocks.phantom_format())
    cursor.setPosition(before.position() + before.length() - 1)
    built = insert_table(cursor, table.shape, _fillers(table.paragraphs), table.look)
    blocks.put_table(table.number, built, place + 1, [one.name for one in table.paragraphs])
    behind = place + 1 + len(table.paragraphs)
    cursor.setPosition(blocks.at(behind).position())
    cursor.setBlockFormat(blocks.phantom_format())
    cursor.setBlockCharFormat(QTextCharFormat())
    return behind


def _fillers(group: Iterable[_Paragraph]) -> Iterable[tuple[Cell, list[Callable[[QTextCursor], None]]]]:
    for cell, paragraphs in groupby(group, key=lambda one: one.cell):
        if cell is not None:
            yield cell, [lambda inner, one=one: _write(inner, one) for one in paragraphs]


def _taken(blocks: TextBlocks, name: str) -> _Paragraph:
    block = blocks.named(name)
    cell = prop.decode_cell(block.blockFormat().property(prop.BLOCK_CELL))
    return _Paragraph(name, block.blockFormat(), block.charFormat(), tuple(_pieces(block)), cell)


def _table_number(one: _Paragraph) -> int | None:
    return None if one.cell is None else one.cell.table


def _write(cursor: QTextCursor, one: _Paragraph) -> None:
    cursor.setBlockFormat(one.fmt)
    if one.cell is None:  # else it may be the cell's own format, which holds what is merged
        cursor.setBlockCharFormat(one.char)
    for text, char in one.pieces:
        cursor.insertText(text, char)


def _pieces(block: QTextBlock) -> list[tuple[str, QTextCharFormat]]:
    pieces = []
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        pieces.append((fragment.text(), fragment.charFormat()))
        it += 1
    return pieces
