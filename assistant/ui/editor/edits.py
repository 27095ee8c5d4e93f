"""Carry out edits on the live text as one undo step, so that its picture becomes what `document.edit.apply` says."""

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from assistant.document.block import TITLE_LEVEL, Document, Marks, Run, Said
from assistant.document.edit import (
    Edit,
    InsertBlocks,
    MoveBlocks,
    RemoveBlocks,
    ReplaceText,
    SetLayout,
    SetMark,
    SetSaid,
    apply,
)
from assistant.document.splice import inherited, marked, replaced
from assistant.errors import EditRefused
from assistant.text.characters import clean
from assistant.ui.editor import properties as prop
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.utf16 import to_units

_KEEP = QTextCursor.MoveMode.KeepAnchor


class EditApplication:
    """One tuple of edits on its way into the text.

    `names` follows the text blocks while they come and go: the id of the block each one shows, None for a phantom.
    """

    def __init__(self, text: QTextDocument, document: Document, numbers: tuple[int, ...], look: PageLook) -> None:
        """Work on `text`, whose picture at this moment is `document`."""
        self._text = text
        self._document = document
        self._look = look
        self._blocks = {block.id: block for block in document.blocks}
        self._names: list[str | None] = [None] * text.blockCount()
        for block, number in zip(document.blocks, numbers, strict=True):
            self._names[number] = block.id

    def run(self, edits: tuple[Edit, ...], cursor: QTextCursor | None = None) -> QTextCursor:
        """Do it. Everything is checked on the picture first, so that a refusal changes nothing."""
        apply(self._document, edits)
        self._refuse_tables_on_the_move(edits)
        cursor = cursor or QTextCursor(self._text)
        cursor.beginEditBlock()
        try:
            self._edit_texts(cursor, edits)
            for edit in edits:
                if isinstance(edit, SetSaid):
                    self._set_said(cursor, edit)
                elif isinstance(edit, SetLayout):
                    self._set_layout(edit)
                elif isinstance(edit, MoveBlocks):
                    self._move(cursor, edit)
            for edit in reversed(edits):
                if isinstance(edit, InsertBlocks):
                    self._insert(cursor, edit)
            for edit in edits:
                if isinstance(edit, RemoveBlocks):
                    for block_id in edit.ids:
                        self._remove(cursor, block_id)
        finally:
            cursor.endEditBlock()
        return cursor

    def _block(self, block_id: str) -> QTextBlock:
        return self._text.findBlockByNumber(self._names.index(block_id))

    def _edit_texts(self, cursor: QTextCursor, edits: tuple[Edit, ...]) -> None:
        texts = [edit for edit in edits if isinstance(edit, ReplaceText | SetMark)]
        runs = {edit.span.block: self._blocks[edit.span.block].runs for edit in texts}
        for edit in sorted(texts, key=lambda e: (e.span.start, e.span.end), reverse=True):
            name, start, end = edit.span.block, edit.span.start, edit.span.end
            block = self._block(name)
            cursor.setPosition(block.position() + to_units(block.text(), start))
            cursor.setPosition(block.position() + to_units(block.text(), end), _KEEP)
            if isinstance(edit, SetMark):
                cursor.mergeCharFormat(_mark_format(edit))
                runs[name] = marked(runs[name], start, end, edit.mark, on=edit.on)
                continue
            new = clean(edit.new)
            origin, marks = inherited(runs[name], start, end)
            runs[name] = replaced(runs[name], start, end, new)
            place = cursor.selectionStart()
            cursor.removeSelectedText()
            cursor.insertText(new.replace("\n", "\u2028"), prop.char_format(Run("", origin, marks)))
            after = cursor.position()
            cursor.setPosition(place)
            cursor.setPosition(after, _KEEP)

    def _set_said(self, cursor: QTextCursor, edit: SetSaid) -> None:
        cursor.setPosition(self._block(edit.block).position())
        fmt = cursor.blockFormat()
        if edit.said is None:
            fmt.clearProperty(prop.BLOCK_SAID)
        else:
            fmt.setProperty(prop.BLOCK_SAID, prop.encode_said(edit.said))
        cursor.setBlockFormat(fmt)

    def _set_layout(self, edit: SetLayout) -> None:
        fmt = self._text.rootFrame().frameFormat()
        fmt.setProperty(prop.FRAME_LAYOUT, edit.layout or "")
        self._text.rootFrame().setFrameFormat(fmt)

    def _insert(self, cursor: QTextCursor, edit: InsertBlocks) -> None:
        said = edit.said or (None,) * len(edit.texts)
        cell = self._blocks[edit.after].container if edit.after is not None else None
        at = 0 if edit.after is None else self._names.index(edit.after) + 1
        if edit.in_body and cell is not None:
            at = self._after_table(at)
            cell = None
        before_block = edit.after is None or (edit.in_body and self._blocks[edit.after].container is not None)
        first = None
        for i, (text, word) in enumerate(zip(map(clean, edit.texts), said, strict=True)):
            fmt = self._new_format(text, word, prop.encode_cell(cell) if cell else None)
            if before_block and i == 0:
                self._open_before(cursor, at, fmt)
            else:
                block = self._text.findBlockByNumber(at + i - 1)
                cursor.setPosition(block.position() + block.length() - 1)
                cursor.insertBlock(fmt, QTextCharFormat())
                self._names.insert(at + i, "")
            start = cursor.position()
            first = start if first is None else first
            cursor.insertText(text.replace("\n", "\u2028"), QTextCharFormat())
        if first is not None:
            end = cursor.position()
            cursor.setPosition(first)
            cursor.setPosition(end, _KEEP)

    def _after_table(self, at: int) -> int:
        """Return the number of the text block after the table that the block before `at` stands in."""
        while self._text.findBlockByNumber(at).blockFormat().property(prop.BLOCK_CELL) is not None:
            at += 1
        return at

    def _open_before(self, cursor: QTextCursor, number: int, fmt: QTextBlockFormat) -> None:
        """Make an empty paragraph in front of a text block; a phantom standing there is used instead."""
        block = self._text.findBlockByNumber(number)
        if self._names[number] is None:
            cursor.setPosition(block.position())
            self._names[number] = ""
        else:
            old, old_char = block.blockFormat(), block.charFormat()
            cursor.setPosition(block.position())
            cursor.insertBlock(old, old_char)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            self._names.insert(number, "")
        cursor.setBlockFormat(fmt)
        cursor.setBlockCharFormat(QTextCharFormat())

    def _new_format(self, text: str, said: Said | None, cell: str | None) -> QTextBlockFormat:
        key = "cell" if cell else "title" if said is not None and said.level == TITLE_LEVEL else "body"
        fmt = QTextBlockFormat(self._look.shape(key, text))
        if key != "body":
            fmt.setProperty(prop.BLOCK_LOOK, key)
        if said is not None:
            fmt.setProperty(prop.BLOCK_SAID, prop.encode_said(said))
        if cell is not None:
            fmt.setProperty(prop.BLOCK_CELL, cell)
        return fmt

    def _remove(self, cursor: QTextCursor, block_id: str) -> None:
        number = self._names.index(block_id)
        block = self._text.findBlockByNumber(number)
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
            fmt, char = QTextBlockFormat(self._look.shape("phantom", "")), QTextCharFormat()
            fmt.setProperty(prop.BLOCK_PHANTOM, True)
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + block.length() - 1, _KEEP)
            self._names.insert(number, None)
        cursor.removeSelectedText()
        cursor.setBlockFormat(fmt)
        cursor.setBlockCharFormat(char)
        self._names.remove(block_id)

    def _joins(self, first: int, second: int) -> bool:
        """Tell whether two neighbouring text blocks stand in one cell, or both in the body with no table between."""
        if first < 0 or second >= self._text.blockCount():
            return False
        a, b = self._text.findBlockByNumber(first), self._text.findBlockByNumber(second)
        return a.blockFormat().property(prop.BLOCK_CELL) == b.blockFormat().property(prop.BLOCK_CELL)

    def _move(self, cursor: QTextCursor, edit: MoveBlocks) -> None:
        ids = [name for name in self._names if name in edit.ids]
        contents = [(self._block(name).blockFormat(), self._blocks[name], _pieces(self._block(name))) for name in ids]
        for name in ids:
            self._remove(cursor, name)
        at = 0 if edit.after is None else self._names.index(edit.after) + 1
        for i, (fmt, block, pieces) in enumerate(contents):
            if at + i == 0:
                self._open_before(cursor, 0, fmt)
            else:
                previous = self._text.findBlockByNumber(at + i - 1)
                cursor.setPosition(previous.position() + previous.length() - 1)
                cursor.insertBlock(fmt, QTextCharFormat())
                self._names.insert(at + i, "")
            for text, char in pieces:
                cursor.insertText(text, char)
            self._names[at + i] = block.id

    def _refuse_tables_on_the_move(self, edits: tuple[Edit, ...]) -> None:
        for edit in edits:
            if isinstance(edit, MoveBlocks) and any(self._blocks[name].container is not None for name in edit.ids):
                raise EditRefused("所选的部分含有表格，没有移动任何内容，请先移动表格前后的段落。", "table in a move")


def _pieces(block: QTextBlock) -> list[tuple[str, QTextCharFormat]]:
    pieces = []
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        pieces.append((fragment.text(), fragment.charFormat()))
        it += 1
    return pieces


def _mark_format(edit: SetMark) -> QTextCharFormat:
    fmt = QTextCharFormat()
    if edit.mark & Marks.BOLD:
        fmt.setFontWeight(700 if edit.on else 400)
    if edit.mark & Marks.ITALIC:
        fmt.setFontItalic(edit.on)
    if edit.mark & Marks.UNDERLINE:
        fmt.setFontUnderline(edit.on)
    return fmt
