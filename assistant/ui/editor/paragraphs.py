"""What a paragraph break leaves behind, and how many lines come in at once.

Qt copies everything to the new paragraph. That is right inside a body paragraph (Word does the same), and wrong after a
heading, in a paragraph that only the editor needed, and in one that holds a section break.
"""

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor

from assistant.ui.editor import properties as prop
from assistant.ui.editor.highlighter import look_of
from assistant.ui.editor.shapes import Shapes

_ENDING_LOOKS = frozenset({"title", "byline", "salutation", "signature"})
"""Looks that a paragraph break at the end does not carry on."""


def settle_break(cursor: QTextCursor, shapes: Shapes) -> None:
    """Put the paragraphs before and after a break just made right; `cursor` stands at the start of the second.

    A section break stays with the last part. After a heading that stands alone comes body text: a new paragraph, which
    takes its format in the file from body text nearby and not from the heading.
    """
    lower = cursor.block()
    upper = lower.previous()
    if upper.blockFormat().property(prop.BLOCK_FIXED):
        _clear(upper, prop.BLOCK_FIXED)
    elif lower.length() == 1 and _ends(upper):
        _begin_body(cursor, shapes)
    if lower.blockFormat().property(prop.BLOCK_PHANTOM):
        _clear(lower, prop.BLOCK_PHANTOM)
    shapes.sync(upper)
    shapes.sync(lower)


def insert_lines(cursor: QTextCursor, text: str, shapes: Shapes) -> None:
    """Put a cleaned text in place of the selection, one paragraph a line, in the format of the caret."""
    first, *rest = text.split("\n")
    cursor.insertText(first)
    shapes.sync(cursor.block())
    for line in rest:
        cursor.insertBlock()
        settle_break(cursor, shapes)
        cursor.insertText(line)
        shapes.sync(cursor.block())


def next_cell(cursor: QTextCursor) -> QTextCursor | None:
    """Return where Tab leads from a table cell: into the next one, from the last nowhere; None outside tables."""
    table = cursor.currentTable()
    if table is None:
        return None
    cell = table.cellAt(cursor)
    end = cell.lastCursorPosition().position() + 1
    following = table.cellAt(end) if end <= table.lastPosition() else None
    return following.firstCursorPosition() if following is not None and following.isValid() else cursor


def _ends(block: QTextBlock) -> bool:
    text = block.text()
    key, end = look_of(block, text)
    return key in _ENDING_LOOKS or (key.startswith("level") and end == len(text) > 0)


def _begin_body(cursor: QTextCursor, shapes: Shapes) -> None:
    fmt = QTextBlockFormat()
    cell = cursor.blockFormat().property(prop.BLOCK_CELL)
    if cell is not None:
        fmt.setProperty(prop.BLOCK_CELL, cell)
    cursor.setBlockFormat(fmt)
    cursor.setBlockCharFormat(QTextCharFormat())
    cursor.setCharFormat(QTextCharFormat())
    shapes.set(cursor.block(), "body" if cell is None else "cell")


def _clear(block: QTextBlock, name: int) -> None:
    fmt = block.blockFormat()
    fmt.clearProperty(name)
    QTextCursor(block).setBlockFormat(fmt)
