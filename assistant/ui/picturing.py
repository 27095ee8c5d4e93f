"""Brings the images of the opened file into the page, once the text is there."""

from PySide6.QtCore import QObject

from assistant.answers import Answer, Pictures, Ready
from assistant.document.block import Document
from assistant.errors import AssistantError
from assistant.jobs import ShowPictures
from assistant.ui.background import Background
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.tokens import chip_of

_KINDS = frozenset({"drawing", "object"})


class Picturing(QObject):
    """Has the images of a file taken out by the worker, and shown. Without them the text shows labels."""

    def __init__(self, editor: Editor, background: Background, parent: QObject | None = None) -> None:
        """Serve one editor."""
        super().__init__(parent)
        self._editor = editor
        self._background = background
        self._base = b""

    def begin(self, ready: Ready) -> None:
        """Show the images of a text that has just been loaded."""
        self._show({})
        self._base = ready.file.opened.base
        if ready.file.opened.format == "docx" and _has_drawings(ready.document):
            base = self._base
            self._background.submit(
                ShowPictures(base), lambda answer: self._done(answer, base), _unseen, key="pictures"
            )

    def _done(self, answer: Answer, base: bytes) -> None:
        if isinstance(answer, Pictures) and base is self._base:
            self._show(answer.images)

    def _show(self, images: dict) -> None:
        chip = chip_of(self._editor.document())
        if chip is not None:
            chip.show_pictures(self._editor.document(), images)
            self._editor.viewport().update()


def _has_drawings(document: Document) -> bool:
    return any(run.token is not None and run.token.kind in _KINDS for block in document.blocks for run in block.runs)


def _unseen(_error: AssistantError) -> None:
    """Leave the labels: a text without its images can be worked on all the same."""
