"""Texts made of the one on the desk, to be shown to others: what was changed since, as revisions, and a clean copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.answers import Answer, Ready
from assistant.corrections import Clean, CompareVersions, CompareWith, Correction
from assistant.document.block import Document
from assistant.jobs import Correct
from assistant.ui.background import Background
from assistant.ui.correcting import PATIENCE
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.work import Work

_FILES = "Word 文件和文本 (*.docx *.docm *.dotx *.dotm *.doc *.wps *.txt);;所有文件 (*)"


class NewTexts:
    """Makes them; the text on the desk stays as it is.

    `author` gives the name that stands at revisions, empty where the user won't say; `begin` opens a text of its own.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        *,
        work: Callable[[], Work | None],
        author: Callable[[], str],
        begin: Callable[[Ready], None],
    ) -> None:
        """Nothing is made before it is asked for."""
        self._window, self._background = window, background
        self._work, self._author, self._begin = work, author, begin

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"compare": self.compare, "clean": self.clean}

    def compare(self) -> None:
        """Ask for an older file and show what leads from it to this text, as a new text with revisions."""
        name, _ = QFileDialog.getOpenFileName(self._window, "与哪个文件比较（较早的一份）", str(Path.home()), _FILES)
        author = self._author() if name else ""
        if author:
            self._new_text(CompareWith(Path(name), author), "花脸稿已生成，修订从所选文件改到当前文稿，请另存为文件。")

    def compare_versions(self, older: Document, newer: Document) -> None:
        """Show what leads from one version of this text to another, as a new text with revisions."""
        author = self._author()
        if author:
            words = "花脸稿已生成，修订从较早的版本改到较晚的版本，请另存为文件；原来的文稿没有变化。"
            self._new_text(CompareVersions(older, newer, author), words)

    def clean(self) -> None:
        """Make a clean copy: everything settled, no comments, no names; as a new text."""
        self._new_text(Clean(), "清稿已生成：修订已接受，批注、作者和修改痕迹已清除，请另存为文件；原稿没有变化。")

    def _new_text(self, correction: Correction | CompareVersions, words: str) -> None:
        work, editor = self._work(), self._window.editor
        if work is None:
            return
        document = editor.bridge.picture().document

        def done(answer: Answer) -> None:
            if isinstance(answer, Ready):
                self._begin(answer)
                self._window.messages.show_message(Message(words, "done", key="new_text"))

        self._background.submit(
            Correct(work.file, document, work.context, correction),
            done,
            self._window.messages.show_error,
            patience=PATIENCE,
        )
