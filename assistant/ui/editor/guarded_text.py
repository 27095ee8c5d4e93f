"""A QTextEdit whose every way in (keys, input methods, paste, cut, drop) asks the locks and forms undo steps."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor

from assistant.document.edit import Edit, InsertBlocks
from assistant.errors import EditRefused
from assistant.text.characters import clean
from assistant.ui.editor.keys import Kind, kind_of, reach
from assistant.ui.editor.locked_text import READ_ONLY, REFUSED, LockedText
from assistant.ui.editor.locks import in_opaque, may_edit, take_census
from assistant.ui.editor.paragraphs import insert_lines, next_cell, settle_break
from assistant.ui.overriding import override


class GuardedText(LockedText):
    """Lets Qt edit wherever that is allowed: every way in asks first, and what comes in is one undo step."""

    # ---- edits from outside ---------------------------------------------------------------------------------------

    def apply(self, edits: tuple[Edit, ...]) -> bool:
        """Carry out edits as one undo step and select what was put in; raises EditRefused.

        Where an input method is composing and can't be made to commit, the edits wait until it has finished; False.
        """
        if self.isReadOnly():
            raise EditRefused(READ_ONLY, "read-only")
        return self._when_composed(lambda: self._apply(edits))

    def _apply(self, edits: tuple[Edit, ...]) -> None:
        with self._busily():
            cursor = self.bridge.apply(edits, self.caret())
        self._groups.close()
        self._census = take_census(self.document())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_at_caret(self, text: str) -> tuple[int, int] | None:
        """Put a text in place of the selection as one undo step; return its Qt range, None where that is locked.

        None, too, where it has to wait for an input method to finish.
        """
        if self._when_composed(lambda: self._insert(text)) and self._inserted is not None:
            return self._inserted
        return None

    _inserted: tuple[int, int] | None = None

    def _insert(self, text: str) -> None:
        self._inserted = None
        cursor = self.textCursor()
        if not self._allowed(cursor):
            return
        self._groups.close()
        start = cursor.selectionStart()
        with self._busily():
            cursor.beginEditBlock()
            cursor.insertText(clean(text).replace("\n", "\u2028"))
            self._shapes.sync(cursor.block())
            cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._inserted = start, cursor.position()

    def undo(self) -> None:
        """Take the last step back."""
        if not self._when_composed(super().undo):
            return
        self._groups.close()
        self.ensureCursorVisible()

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        if not self._when_composed(super().redo):
            return
        self._groups.close()
        self.ensureCursorVisible()

    # ---- input methods and keys -----------------------------------------------------------------------------------

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Guard locks; consecutive commits of one clause are one undo step."""
        commit = clean(event.commitString())
        begins = bool(event.preeditString()) and not self.composing()
        if (commit or begins or event.replacementLength()) and not self._allowed(_replaced(self.textCursor(), event)):
            QGuiApplication.inputMethod().reset()
            event.accept()
            return
        self._composed = self.document().findBlock(self.textCursor().selectionStart())
        lines = commit if "\n" in commit else ""
        event.setCommitString("" if lines else commit, event.replacementStart(), event.replacementLength())
        if not commit and not self.textCursor().hasSelection() and not event.replacementLength():
            with self._busily():
                super().inputMethodEvent(event)
        else:
            with self._step(Kind.COMMIT, commit):
                super().inputMethodEvent(event)
                if lines:
                    self._insert_lines(lines)
                self._shapes.sync(self.textCursor().block())
            self.ensureCursorVisible()
        self._composed = self.textCursor().block()
        if self._waiting and not self.composing():
            self._act_now()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Guard locks, group undo steps, leave everything else to Qt."""
        kind = kind_of(event)
        if kind is Kind.NOTHING:
            super().keyPressEvent(event)
            return
        event.accept()
        if self.isReadOnly():
            self.lock_touched.emit(READ_ONLY)
            return
        if self.composing():
            self.drop_composition()  # the input method has let the key pass
        if kind is Kind.UNDO:
            self.undo()
        elif kind is Kind.REDO:
            self.redo()
        elif kind is Kind.CUT:
            self.cut()
        elif kind is Kind.BREAK and self._break_beside_lock():
            pass
        elif event.text() == "\t" and kind is Kind.INSERT and (cell := next_cell(self.textCursor())) is not None:
            self.setTextCursor(cell)
        elif kind is not Kind.DIRECTION and self._allowed(reach(self.textCursor(), kind)):
            self._edit_by_key(event, kind)

    def _edit_by_key(self, event: QKeyEvent, kind: Kind) -> None:
        text = clean(event.text()) if kind is Kind.INSERT else ""
        if kind is Kind.INSERT and not text:
            return
        with self._step(kind, text):
            if kind is Kind.BREAK:
                cursor = self.textCursor()
                cursor.removeSelectedText()
                cursor.insertBlock()
                settle_break(cursor, self._shapes)
                self.setTextCursor(cursor)
            elif text != event.text() and kind is Kind.INSERT:
                self._insert_lines(text)
            else:
                super().keyPressEvent(event)
            self._shapes.sync(self.textCursor().block())
        self.ensureCursorVisible()

    def _break_beside_lock(self) -> bool:
        """Open a new paragraph where Enter is pressed at the start or end of a locked block."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not in_opaque(cursor) or not (cursor.atBlockStart() or cursor.atBlockEnd()):
            return False
        picture = self.bridge.picture()
        at = picture.by_number[cursor.blockNumber()]
        blocks = picture.document.blocks
        after = at if cursor.atBlockEnd() else at - 1
        if blocks[at].container is not None and (after < 0 or blocks[after].container != blocks[at].container):
            return False
        in_body = after >= 0 and blocks[after].container != blocks[at].container
        return self.apply((InsertBlocks(blocks[after].id if after >= 0 else None, ("",), (), in_body),))

    # ---- clipboard and mouse --------------------------------------------------------------------------------------

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, paragraph by paragraph, in the format of the caret."""
        text = clean(source.text()) if source.hasText() else ""
        if text:
            self._when_composed(lambda: self._paste(text))

    def _paste(self, text: str) -> None:
        if not self._allowed(self.textCursor()):
            return
        self._groups.close()
        with self._busily():
            self._insert_lines(text)
        self.ensureCursorVisible()

    def _insert_lines(self, text: str) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        insert_lines(cursor, text, self._shapes)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text; a soft break is a line end, a token nothing.

        The object is Qt's own, emptied: one made here outlives its application on the clipboard and crashes at exit
        (measured with PySide6 6.9.3).
        """
        data = super().createMimeDataFromSelection()
        data.text()  # Qt fills it in when it is first asked
        data.clear()
        text = self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")
        data.setText(text.replace("\ufffc", "").replace("\ufdd0", "").replace("\ufdd1", ""))
        return data

    def cut(self) -> None:
        """Cut the selection unless something locked is in it."""
        if self.textCursor().hasSelection() and self._allowed(self.textCursor()):
            self.copy()
            with self._step(Kind.CUT):
                self.textCursor().removeSelectedText()
                self._shapes.sync(self.textCursor().block())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Drop text where it may go; a drag out of the text takes nothing locked along."""
        if self.composing():  # Qt takes the unconfirmed text for real when it looks for the place (seen on 6.9.3)
            event.ignore()
            return
        target = self.cursorForPosition(event.position().toPoint())
        inside = event.source() in (self, self.viewport())
        if not may_edit(target) or (inside and not may_edit(self.textCursor())):
            self.lock_touched.emit(REFUSED)
            event.ignore()
            return
        self._groups.close()
        with self._busily():
            super().dropEvent(event)


def _replaced(cursor: QTextCursor, event: QInputMethodEvent) -> QTextCursor:
    """Return a cursor over what an input-method event replaces."""
    if event.replacementLength():
        start = max(0, cursor.position() + event.replacementStart())
        cursor.setPosition(start)
        cursor.setPosition(start + event.replacementLength(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
