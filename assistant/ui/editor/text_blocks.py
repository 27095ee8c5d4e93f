"""The text blocks of a live text by the names of what they show, kept right while blocks come and go."""

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from assistant.document.block import Document
from assistant.ui.editor import properties as prop
from assistant.ui.editor.look import PageLook

_KEEP = QTextCursor.MoveMode.KeepAnchor


class TextBlocks:
    """Text blocks of one text; `names` holds the id of the block each one shows, None for a phantom.

    All changes go through the cursor given, whose edit block they are part of.
    """

    def __init__(self, text: QTextDocument, document: Document, numbers: tuple[int, ...], look: PageLook) -> None:
        """Name the text blocks of `text`, whose picture at this moment is `document`."""
        self.text = text
        self._look = look
        self.names: list[str | None] = [None] * text.blockCount()
        self._tables: dict[int, QTextTable] = {}  # Qt doesn't find tables again before the edit block has ended
        for block, number in zip(document.blocks, numbers, strict=True):
            self.names[number] = block.id
            cell = block.container
            if cell is not None and cell.table not in self._tables:
                self._tables[cell.table] = QTextCursor(self.at(number)).currentTable()

    def number(self, name: str) -> int:
        """Return the number of the text block that shows a block."""
        return self.names.index(name)

    def at(self, number: int) -> QTextBlock:
        """Return the text block of that number."""
        return self.text.findBlockByNumber(number)

    def named(self, name: str) -> QTextBlock:
        """Return the text block that shows a block."""
        return self.at(self.number(name))

    def after_table(self, number: int) -> int:
        """Return the number of the text block after the table that the block before `number` stands in."""
        while self.at(number).blockFormat().property(prop.BLOCK_CELL) is not None:
            number += 1
        return number

    def open_before(self, cursor: QTextCursor, number: int, fmt: QTextBlockFormat) -> None:
        """Make an empty paragraph in front of a text block; a phantom standing there is used instead."""
        block = self.at(number)
        if self.names[number] is None:
            cursor.setPosition(block.position())
            self.names[number] = ""
        else:
            old, old_char = block.blockFormat(), block.charFormat()
            cursor.setPosition(block.position())
            cursor.insertBlock(old, old_char)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            self.names.insert(number, "")
        cursor.setBlockFormat(fmt)
        cursor.setBlockCharFormat(QTextCharFormat())

    def open_after(self, cursor: QTextCursor, number: int, fmt: QTextBlockFormat) -> None:
        """Make an empty paragraph behind a text block, in the same cell."""
        block = self.at(number)
        cursor.setPosition(block.position() + block.length() - 1)
        cursor.insertBlock(fmt, QTextCharFormat())
        self.names.insert(number + 1, "")

    def remove(self, cursor: QTextCursor, number: int) -> None:
        """Take a paragraph out; where Qt needs one, a phantom is left."""
        block = self.at(number)
        after, before = block.next(), block.previous()
        if self._joins(number, number + 1):
            fmt, char = after.blockFormat(), after.charFormat()
            cursor.setPosition(block.position())
            cursor.setPosition(after.position(), _KEEP)
        elif self._joins(number - 1, number):
            fmt, char = before.blockFormat(), before.charFormat()
            cursor.setPosition(before.position() + before.length() - 1)
            cursor.setPosition(block.position() + block.length() - 1, _KEEP)
        else:
            fmt, char = self.phantom_format(), QTextCharFormat()
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + block.length() - 1, _KEEP)
            self.names.insert(number + 1, None)
        cursor.removeSelectedText()
        cursor.setBlockFormat(fmt)
        if fmt.property(prop.BLOCK_CELL) is None:  # else it may be the cell's own format, which holds what is merged
            cursor.setBlockCharFormat(char)
        del self.names[number]

    def put_table(self, number: int, table: QTextTable, at: int, names: list[str]) -> None:
        """Note a table whose cells have just become the text blocks from `at` on, with an empty paragraph behind it."""
        self._tables[number] = table
        self.names[at:at] = [*names, ""]

    def remove_table(self, cursor: QTextCursor, number: int, first: int, last: int) -> None:
        """Take out the table of that number, whose cells hold the text blocks `first` to `last`.

        Qt joins the paragraphs around a table that goes; one is put in between, so that both keep their formats.
        """
        table = self._tables.pop(number)
        before, after = self.at(first - 1), self.at(last + 1)
        kept, kept_char = before.blockFormat(), before.charFormat()
        cursor.setPosition(after.position())
        cursor.insertBlock(after.blockFormat(), after.charFormat())
        table.removeRows(0, table.rows())
        cursor.setPosition(self.at(first - 1).position())
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(kept_char)
        del self.names[first : last + 1]

    def drop_spare_phantoms(self, cursor: QTextCursor) -> None:
        """Take out phantoms that no longer stand alone between tables."""
        for number in reversed(range(len(self.names))):
            if self.names[number] is None and (self._joins(number - 1, number) or self._joins(number, number + 1)):
                self.remove(cursor, number)

    def phantom_format(self) -> QTextBlockFormat:
        """Return the format of an empty paragraph that only Qt needs."""
        fmt = QTextBlockFormat(self._look.shape("phantom", ""))
        fmt.setProperty(prop.BLOCK_PHANTOM, True)
        return fmt

    def _joins(self, first: int, second: int) -> bool:
        """Tell whether two neighbouring text blocks stand in one cell, or both in the body with no table between."""
        if first < 0 or second >= self.text.blockCount():
            return False
        a, b = self.at(first), self.at(second)
        return a.blockFormat().property(prop.BLOCK_CELL) == b.blockFormat().property(prop.BLOCK_CELL)
