"""Back to where one wrote last (Shift+F5), also from an earlier day."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from assistant.storage.draft import Draft
from assistant.ui.earlier import Earlier
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.viewing import put_caret, restore_view

CONTINUE = "continue_there"
"""Key of the message that offers to go on where the last session ended."""
_PLACES = 4
"""Places remembered; Shift+F5 walks through them and begins again, as Word does."""
_WORDS = 14
"""Characters shown of the paragraph one wrote in last."""


class LastEdits:
    """Remembers places of the text on the desk, the last one first; they move with the text."""

    def __init__(self, window: MainWindow) -> None:
        """Know no place yet."""
        self._window = window
        self._places: list[QTextCursor] = []
        self._next = 0
        self._earlier: Draft | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"last_edit": self.go_back}

    def clear(self) -> None:
        """Forget the places of a text that leaves the desk."""
        self._places.clear()
        self._next = 0
        self._earlier = None
        self._window.messages.dismiss(CONTINUE)

    def edited(self) -> None:
        """Remember where the caret is: something was changed here."""
        cursor = QTextCursor(self._window.editor.textCursor())
        self._places = [place for place in self._places if place.block() != cursor.block()][: _PLACES - 1]
        self._places.insert(0, cursor)
        self._next = 0

    def met(self, earlier: Earlier) -> None:
        """Offer to go on where the last session with this file ended, if it ended anywhere but at the top."""
        self._earlier = earlier.last
        if earlier.last is None or earlier.unsaved or earlier.last.caret.block == 0 or self._places:
            return
        blocks = earlier.last.document.blocks
        block = blocks[earlier.last.caret.block] if earlier.last.caret.block < len(blocks) else None
        if block is None:
            return
        text = block.text.strip()
        words = (
            f"上次停在“{text[:_WORDS]}{'…' if len(text) > _WORDS else ''}”这一段。"
            if text
            else "可以回到上次停下的地方。"
        )
        choices = (Choice("go", "从上次位置继续"),)
        self._window.messages.show_message(Message(words, "info", choices, key=CONTINUE))

    def choose(self, name: str, choice: str) -> None:
        """Serve the button of that message."""
        if name == CONTINUE and choice == "go" and self._earlier is not None:
            restore_view(self._window, self._earlier.caret, self._earlier.view)

    def go_back(self) -> None:
        """Go to the place written at last; from there to the one before."""
        editor = self._window.editor
        if not self._places:
            if self._earlier is not None:
                put_caret(self._window, self._earlier.caret)
            return
        here = editor.textCursor().block()
        if len(self._places) > 1 and self._places[self._next].block() == here:
            self._next = (self._next + 1) % len(self._places)
        place = QTextCursor(self._places[self._next])
        place.clearSelection()
        editor.setTextCursor(place)
        editor.ensureCursorVisible()
        editor.setFocus()
