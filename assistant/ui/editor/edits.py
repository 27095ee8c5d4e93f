"""Carry out edits on the live text as one undo step, so that its picture becomes what `document.edit.apply` says."""

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from assistant.document.block import TITLE_LEVEL, Document, Marks, Run, Said
from assistant.document.edit import (
    Edit,
    InsertBlocks,
    MoveBlocks,
    RemoveBlocks,
    ReplaceText,
    SetLabel,
    SetLayout,
    SetMark,
    SetSaid,
    apply,
)
from assistant.document.splice import inherited, marked, replaced
from assistant.text.characters import clean
from assistant.ui.editor import properties as prop
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.relocation import move
from assistant.ui.editor.text_blocks import TextBlocks
from assistant.ui.editor.utf16 import to_units

_KEEP = QTextCursor.MoveMode.KeepAnchor


class EditApplication:
    """One tuple of edits on its way into the text."""

    def __init__(self, text: QTextDocument, document: Document, numbers: tuple[int, ...], look: PageLook) -> None:
        """Work on `text`, whose picture at this moment is `document`."""
        self._text = text
        self._document = document
        self._look = look
        self._blocks = {block.id: block for block in document.blocks}
        self._places = TextBlocks(text, document, numbers, look)

    def run(self, edits: tuple[Edit, ...], cursor: QTextCursor | None = None) -> QTextCursor:
        """Do it. Everything is checked on the picture first, so that a refusal changes nothing."""
        apply(self._document, edits)
        cursor = cursor or QTextCursor(self._text)
        cursor.beginEditBlock()
        try:
            self._edit_texts(cursor, edits)
            for edit in edits:
                if isinstance(edit, SetSaid):
                    self._set_said(cursor, edit)
                elif isinstance(edit, SetLabel):
                    self._set_label(cursor, edit)
                elif isinstance(edit, SetLayout):
                    self._set_layout(edit)
                elif isinstance(edit, MoveBlocks):
                    move(self._places, cursor, edit, self._document.tables, self._look)
            for edit in reversed(edits):
                if isinstance(edit, InsertBlocks):
                    self._insert(cursor, edit)
            for edit in edits:
                if isinstance(edit, RemoveBlocks):
                    for block_id in edit.ids:
                        self._places.remove(cursor, self._places.number(block_id))
        finally:
            cursor.endEditBlock()
        return cursor

    def _edit_texts(self, cursor: QTextCursor, edits: tuple[Edit, ...]) -> None:
        texts = [edit for edit in edits if isinstance(edit, ReplaceText | SetMark)]
        runs = {edit.span.block: self._blocks[edit.span.block].runs for edit in texts}
        for edit in sorted(texts, key=lambda e: (e.span.start, e.span.end), reverse=True):
            name, start, end = edit.span.block, edit.span.start, edit.span.end
            block = self._places.named(name)
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
        cursor.setPosition(self._places.named(edit.block).position())
        fmt = cursor.blockFormat()
        if edit.said is None:
            fmt.clearProperty(prop.BLOCK_SAID)
        else:
            fmt.setProperty(prop.BLOCK_SAID, prop.encode_said(edit.said))
        cursor.setBlockFormat(fmt)

    def _set_label(self, cursor: QTextCursor, edit: SetLabel) -> None:
        cursor.setPosition(self._places.named(edit.block).position())
        fmt = cursor.blockFormat()
        fmt.setProperty(prop.BLOCK_LABEL, edit.label)
        cursor.setBlockFormat(fmt)

    def _set_layout(self, edit: SetLayout) -> None:
        fmt = self._text.rootFrame().frameFormat()
        fmt.setProperty(prop.FRAME_LAYOUT, edit.layout or "")
        self._text.rootFrame().setFrameFormat(fmt)

    def _insert(self, cursor: QTextCursor, edit: InsertBlocks) -> None:
        said = edit.said or (None,) * len(edit.texts)
        cell = self._blocks[edit.after].container if edit.after is not None else None
        at = 0 if edit.after is None else self._places.number(edit.after) + 1
        if edit.in_body and cell is not None:
            at = self._places.after_table(at)
            cell = None
        before_block = edit.after is None or (edit.in_body and self._blocks[edit.after].container is not None)
        first = None
        for i, (text, word) in enumerate(zip(map(clean, edit.texts), said, strict=True)):
            fmt = self._new_format(text, word, prop.encode_cell(cell) if cell else None)
            if before_block and i == 0:
                self._places.open_before(cursor, at, fmt)
            else:
                self._places.open_after(cursor, at + i - 1, fmt)
            start = cursor.position()
            first = start if first is None else first
            cursor.insertText(text.replace("\n", "\u2028"), QTextCharFormat())
        if first is not None:
            end = cursor.position()
            cursor.setPosition(first)
            cursor.setPosition(end, _KEEP)

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


def _mark_format(edit: SetMark) -> QTextCharFormat:
    fmt = QTextCharFormat()
    if edit.mark & Marks.BOLD:
        fmt.setFontWeight(700 if edit.on else 400)
    if edit.mark & Marks.ITALIC:
        fmt.setFontItalic(edit.on)
    if edit.mark & Marks.UNDERLINE:
        fmt.setFontUnderline(edit.on)
    return fmt
