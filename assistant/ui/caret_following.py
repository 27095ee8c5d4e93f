"""Outline and figures follow the caret, once it rests."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from assistant.ui.analysing import Analysing
from assistant.ui.display import Display
from assistant.ui.main_window import MainWindow
from assistant.ui.work import Work

PAUSE = 120
"""Milliseconds of rest after which the outline follows the caret."""


class CaretFollowing(QObject):
    """Marks the section under the caret in the outline and counts the selection."""

    def __init__(
        self,
        window: MainWindow,
        display: Display,
        analysing: Analysing,
        work: Callable[[], Work | None],
        parent: QObject | None = None,
    ) -> None:
        """Connect nothing; `wiring` does."""
        super().__init__(parent)
        self._window, self._display, self._analysing, self._work = window, display, analysing, work
        self._had_selection = False
        # Showing the caret takes a picture of the text; typing must not pay for that on every key.
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.show)

    def moved(self) -> None:
        """Follow soon, and look for suggestions for the new place, if the caret rests there."""
        if self._work() is None or not self._analysing.active or self._window.editor.composing():
            return
        self._analysing.caret_moved()
        self._timer.start()

    def show(self) -> None:
        """Follow now."""
        work, editor = self._work(), self._window.editor
        if work is None:
            return
        block, offset = editor.bridge.place(editor.textCursor().position())
        if block is not None:
            self._window.outline.set_current(block.id, offset)
            self._display.show_kind(work.analysis)
        if editor.textCursor().hasSelection() or self._had_selection:
            self._display.show_counts(work, work.analysed)
        self._had_selection = editor.textCursor().hasSelection()
