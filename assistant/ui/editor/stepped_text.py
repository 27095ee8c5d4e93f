"""A QTextEdit whose edits form undo steps: what is typed in one go is one step, and so is every edit of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.ui.editor.keys import Kind
from assistant.ui.editor.laying_out import finish_layout
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.shapes import Shapes
from assistant.ui.editor.text_bridge import TextBridge
from assistant.ui.editor.undo_groups import UndoGroups


class SteppedText(QTextEdit):
    """Has the bridge to its text, and what an edit needs to be one step.

    Signals: `text_edited` the text changed (not while composing); `caret_moved` the caret stands elsewhere;
    `lock_touched` an edit was refused or taken back, with the sentence why.
    """

    text_edited = Signal()
    caret_moved = Signal()
    lock_touched = Signal(str)

    def __init__(self, look: PageLook, parent: QWidget | None = None) -> None:
        """Make an empty text."""
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.look = look
        self.bridge = TextBridge(self.document(), look)
        self._shapes = Shapes(self.document(), look)
        self._groups = UndoGroups()
        self._busy = 0  # inside an edit that this class forms into an undo step

    def caret(self) -> QTextCursor:
        """Return a cursor of its own where the caret stands: an edit begun with it leads back there when undone."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.textCursor().position())
        return cursor

    @contextmanager
    def _busily(self) -> Iterator[None]:
        finish_layout(self.document())
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1

    @contextmanager
    def _step(self, kind: Kind, text: str = "") -> Iterator[None]:
        """Make what happens inside one undo step, or part of the one before."""
        cursor = self.textCursor()
        with self._busily():
            if self._groups.joins(kind, cursor.position()) and not cursor.hasSelection():
                cursor.joinPreviousEditBlock()
            else:
                cursor.beginEditBlock()
            try:
                yield
            finally:
                cursor.endEditBlock()
        self._groups.note(kind, text, self.textCursor().position())
