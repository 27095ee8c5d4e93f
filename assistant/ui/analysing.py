"""When the text is looked at anew: after a pause, never while an input method is composing."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.analysis import Analysis, Focus
from assistant.answers import Answer
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import AssistantError
from assistant.jobs import Analyse
from assistant.ui.background import PATIENCE, Background
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.text_bridge import Picture

PAUSE = 300
"""Milliseconds without a key after which the text is looked at."""
PATIENCE_PER_BLOCK = 10
"""Milliseconds that a paragraph adds to how long an analysis may take: a slow machine needs one or two."""
LONGEST = 1.2
"""Seconds after which it is looked at although typing goes on."""

_KEY = "analyse"


class Analysing(QObject):
    """Has the text analysed.

    Signals: `begun` and `ended` around the work; `analysed` an analysis and the picture it is about; `failed` why there
    is none.
    """

    begun = Signal()
    ended = Signal()
    analysed = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        editor: Editor,
        background: Background,
        question: Callable[[], tuple[Context, Focus]],
        parent: QObject | None = None,
    ) -> None:
        """`question` gives the context and what is wished of the suggestions, without a place."""
        super().__init__(parent)
        self._editor = editor
        self._background = background
        self._question = question
        self._asked: tuple[object, ...] = ()
        self._text = 0
        self._since: float | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self.active = False

    def text_changed(self) -> None:
        """Look at the text after a pause."""
        now = time.monotonic()
        self._since = self._since if self._since is not None else now
        self._timer.start(0 if now - self._since > LONGEST else PAUSE)

    def caret_moved(self) -> None:
        """Look for other suggestions, if the caret rests."""
        if not self._timer.isActive():
            self._timer.start(PAUSE // 2)

    def begin(self, analysis: Analysis, picture: Picture) -> None:
        """Start from an analysis made when the text was opened, and have the suggestions looked for."""
        self.active = True
        self._text += 1
        self._asked = ()
        self.analysed.emit(analysis, picture)
        self._timer.start(PAUSE // 2)  # for suggestions, which the first analysis leaves out

    def stop(self) -> None:
        """Look no more: the text is being closed."""
        self._timer.stop()
        self._background.forget(_KEY)
        if self.active:
            self.active = False
            self.ended.emit()

    def look(self) -> None:
        """Ask for an analysis of the text as it is now, unless it is just what was asked last."""
        if not self.active:
            return
        if self._editor.composing():
            self._timer.start(PAUSE)
            return
        self._since = None
        picture = self._editor.bridge.picture()
        context, wish = self._question()
        block, offset = self._editor.bridge.place(self._editor.textCursor().position())
        focus = replace(wish, block=block.id if block else None, offset=offset)
        asked = (picture.document, context, focus)
        if asked == self._asked:
            return
        self._asked = asked
        self.begun.emit()
        text = self._text
        self._background.submit(
            Analyse(picture.document, context, focus),
            lambda answer: self._done(answer, picture, text),
            self._failed,
            key=_KEY,
            patience=patience(picture.document),
        )

    def look_anew(self) -> None:
        """Ask again although nothing of the text has changed: what is known has."""
        self._asked = ()
        self.look()

    def _done(self, answer: Answer, picture: Picture, text: int) -> None:
        """Hand on what was found, unless another text is open by now."""
        self.ended.emit()
        if self.active and text == self._text and isinstance(answer, Analysis):
            self.analysed.emit(answer, picture)

    def _failed(self, error: AssistantError) -> None:
        self._asked = ()
        self.ended.emit()
        self.failed.emit(error)


def patience(document: Document) -> int:
    """Return the milliseconds that the analysis of a text may take."""
    return PATIENCE + len(document.blocks) * PATIENCE_PER_BLOCK
