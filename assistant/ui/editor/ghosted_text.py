"""Guarded text with a ghost: how it is taken, and that it is gone before anything else happens to the text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from assistant.document.edit import Edit
from assistant.text.characters import TOKEN
from assistant.ui.editor import properties as prop
from assistant.ui.editor.ghost import Ghost
from assistant.ui.editor.guarded_text import GuardedText
from assistant.ui.editor.keys import Kind, kind_of
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.utf16 import to_code_points
from assistant.ui.overriding import override

CLAUSE_MARKS = "，。；：、！？,;:!?”’）)》】"
"""Where Ctrl+→ stops in a ghost, and what a ghost may stand in front of."""

_KEY = Qt.Key
_MODIFIERS = frozenset(
    {_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_AltGr, _KEY.Key_Meta, _KEY.Key_CapsLock}
)


class GhostedText(GuardedText):
    """A text that may show a ghost; who shows it decides what it says.

    Signals: `typed` a character or a commit of an input method went in at the caret, or a ghost was taken; what may
    follow can be shown now. `ghost_gone` the user went on without it.
    """

    typed = Signal()
    ghost_gone = Signal()

    def __init__(self, look: PageLook, parent: QWidget | None = None) -> None:
        """Begin without a ghost."""
        super().__init__(look, parent)
        self.ghost = Ghost(self.document())
        self._composed_over = "", -1  # the ghost that composing took away, and where it stood
        self.document().contentsChange.connect(self._edited_under_ghost)
        self.cursorPositionChanged.connect(self._left_ghost)
        self.selectionChanged.connect(self._left_ghost)

    # ---- the ghost ------------------------------------------------------------------------------------------------

    def before_caret(self) -> str | None:
        """Return the line up to a caret where something may be expected to follow, None elsewhere.

        That is behind a word of a paragraph that can be edited, at its end or in front of a mark; never in a cell,
        where Tab leads to the next one, in a blank, or while something is selected or composed.
        """
        cursor = self.textCursor()
        block = cursor.block()
        fmt = block.blockFormat()
        locked = fmt.property(prop.BLOCK_OPAQUE) is not None or fmt.property(prop.BLOCK_CELL) is not None
        if locked or cursor.hasSelection() or self.isReadOnly() or self.composing():
            return None
        text = block.text()
        at = to_code_points(text, cursor.positionInBlock())
        rest = text[at:].partition("\u2028")[0]
        before = text[:at].rpartition("\u2028")[2].rpartition(TOKEN)[2]
        if (
            not before.strip()
            or (rest.strip() and rest[0] not in CLAUSE_MARKS)
            or before.rfind("【") > before.rfind("】")
        ):
            return None
        return before

    def after_caret(self) -> str:
        """Return the rest of the line behind the caret."""
        text, cursor = self.textCursor().block().text(), self.textCursor()
        return text[to_code_points(text, cursor.positionInBlock()) :].partition("\u2028")[0]

    def show_ghost(self, text: str) -> None:
        """Let a text stand behind the caret, where it may."""
        if self.before_caret() is not None:
            self.ghost.show(self.textCursor(), text)

    def take_ghost(self, length: int | None = None) -> None:
        """Put the ghost, or the first characters of it, into the text as one undo step; the rest goes on standing."""
        text = self.ghost.clear()
        if text and self.insert_at_caret(text[:length]) is not None:
            self.ensureCursorVisible()
            if length is not None:
                self.show_ghost(text[length:])
            self.typed.emit()

    def drop_ghost(self) -> None:
        """Take the ghost away: something else happens to the text now."""
        if self.ghost.clear():
            self.ghost_gone.emit()

    def composing(self) -> bool:
        """Tell whether an input method has unconfirmed text in the page; a ghost is none."""
        return not self.ghost.text and super().composing()

    def _left_ghost(self) -> None:
        if self.ghost.text and (
            self.textCursor().position() != self.ghost.position or self.textCursor().hasSelection()
        ):
            self.drop_ghost()

    def _edited_under_ghost(self, *_: int) -> None:
        """Clear a ghost whose paragraph is edited by a way that did not ask before."""
        if self.ghost.text and not self._declared:
            self.drop_ghost()

    # ---- keys and input methods -----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab takes the ghost, Ctrl+→ a clause of it, Escape dismisses it, its own next character leaves the rest."""
        if self.ghost.text:
            if event.key() in _MODIFIERS:
                super().keyPressEvent(event)
                return
            if self._answers(event):
                event.accept()
                return
        standing = self.ghost.text
        self.drop_ghost()
        inserts = kind_of(event) is Kind.INSERT
        self._insert_by(lambda: super(GhostedText, self).keyPressEvent(event), standing, inserts=inserts)

    def _answers(self, event: QKeyEvent) -> bool:
        """Do what a key means to a ghost; tell whether it means anything."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == _KEY.Key_Tab and modifiers == Qt.KeyboardModifier.NoModifier:
            self.take_ghost()
        elif key == _KEY.Key_Right and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.take_ghost(clause_of(self.ghost.text))
        elif key == _KEY.Key_Escape:
            self.drop_ghost()
        else:
            return False
        return True

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Make room for what is composed; a commit that begins like the ghost leaves the rest of it."""
        if not (event.preeditString() or event.commitString() or event.replacementLength()) and self.ghost.text:
            event.accept()  # input methods send empty events too; Qt would empty the area the ghost stands in
            return
        if self.ghost.text:
            self._composed_over = self.ghost.text, self.ghost.position
            self.drop_ghost()
        ghost, at = self._composed_over
        if at != self.textCursor().position():
            ghost = ""
        if not event.preeditString():
            self._composed_over = "", -1
        inserts = bool(event.commitString())
        self._insert_by(lambda: super(GhostedText, self).inputMethodEvent(event), ghost, inserts=inserts)

    def _insert_by(self, act: Callable[[], None], ghost: str, *, inserts: bool) -> None:
        """Act, and, if that puts text in at the caret, say so; of a ghost that begins with it the rest stays."""
        start = self.textCursor().selectionStart()
        act()
        end = self.textCursor().position()
        if not inserts or end <= start or self.textCursor().hasSelection() or super().composing():
            return
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        typed = cursor.selectedText()
        if len(ghost) > len(typed) and ghost.startswith(typed):
            self.show_ghost(ghost[len(typed) :])
        self.typed.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that answer a ghost before a shortcut of the window can."""
        if event.type() == QEvent.Type.ShortcutOverride and self.ghost.text and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if (plain and event.key() in (_KEY.Key_Tab, _KEY.Key_Escape)) or (
                control and event.key() == _KEY.Key_Right
            ):
                event.accept()
                return True
        return super().event(event)

    # ---- everything else ------------------------------------------------------------------------------------------

    def apply(self, edits: tuple[Edit, ...]) -> bool:
        """Carry out edits, without the ghost."""
        self.drop_ghost()
        return super().apply(edits)

    def insert_at_caret(self, text: str) -> tuple[int, int] | None:
        """Put a text in, without the ghost."""
        self.drop_ghost()
        return super().insert_at_caret(text)

    def undo(self) -> None:
        """Take the last step back, without the ghost."""
        self.drop_ghost()
        super().undo()

    def redo(self) -> None:
        """Do a step again, without the ghost."""
        self.drop_ghost()
        super().redo()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste, without the ghost."""
        self.drop_ghost()
        super().insertFromMimeData(source)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Find the place that was clicked in the text as it is without the ghost."""
        self.drop_ghost()
        super().mousePressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show where something would be dropped in the text as it is without the ghost."""
        self.drop_ghost()
        super().dragEnterEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Drop, without the ghost."""
        self.drop_ghost()
        super().dropEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody takes a ghost from elsewhere."""
        self.drop_ghost()
        super().focusOutEvent(event)


def clause_of(ghost: str) -> int:
    """Return how many characters of a ghost reach to its next mark, that mark included."""
    return next((i + 1 for i in range(1, len(ghost)) if ghost[i] in CLAUSE_MARKS), len(ghost))
