"""What an input method is composing: text in the page that is not of the document yet, so that edits have to wait."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from assistant.errors import EditRefused
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.stepped_text import SteppedText


class ComposedText(SteppedText):
    """Knows whether something is being composed, ends that, or acts once it has ended."""

    def __init__(self, look: PageLook, parent: QWidget | None = None) -> None:
        """Make an empty text in which nothing is composed."""
        super().__init__(look, parent)
        self._composed = QTextBlock()  # where the input method shows what it composes
        self._waiting: list[Callable[[], None]] = []

    def composing(self) -> bool:
        """Tell whether an input method has unconfirmed text in the page."""
        block = self._composed
        return block.isValid() and bool(block.layout().preeditAreaText())

    def finish_composition(self) -> bool:
        """Ask the input method to commit what it is composing; tell whether nothing is left of it."""
        if self.composing():
            QGuiApplication.inputMethod().commit()
        return not self.composing()

    def drop_composition(self) -> None:
        """Forget what an input method is composing: the caret, or a key, has gone on without it."""
        if not self.finish_composition():
            QGuiApplication.inputMethod().reset()
            block, self._composed = self._composed, QTextBlock()
            with self._busily():
                cursor = QTextCursor(block)
                cursor.beginEditBlock()
                block.layout().setPreeditArea(-1, "")
                block.layout().clearFormats()
                self.document().markContentsDirty(block.position(), block.length())
                cursor.endEditBlock()
        if self._waiting:
            self._act_now()

    def _when_composed(self, action: Callable[[], None]) -> bool:
        """Act now, or, where the input method goes on composing, as soon as it has finished; tell which.

        Qt would leave the composition open over text that has moved away under it (measured).
        """
        if self.finish_composition():
            action()
            return True
        self._waiting.append(action)
        return False

    def _act_now(self) -> None:
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            try:
                action()
            except EditRefused as refusal:
                self.lock_touched.emit(refusal.message)
