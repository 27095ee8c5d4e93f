"""Save and save as: one at a time, in the background, with the questions that may come back."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.answers import Answer
from assistant.document.block import Document
from assistant.errors import AssistantError
from assistant.formats.disk import ChangedOnDisk, OpenElsewhere
from assistant.jobs import Save
from assistant.session import OpenedFile
from assistant.settings import with_recent
from assistant.ui.background import Background
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.preferences import Preferences
from assistant.ui.recents import near
from assistant.ui.work import Work

SAVE_FILTER = "Word 文档 (*.docx);;纯文本 (*.txt)"
NOT_SAVED = "not_saved"
"""Key of the message about a file that was not written."""
LAST_YEAR = "last_years_file"
"""Key of the message that last year's file is not written over."""
PATIENCE = 120_000
"""Milliseconds after which opening or saving a file counts as hung."""

After = Callable[[], None] | None
"""What follows when the file is written; nothing does where it is not."""


class Saving:
    """Writes the text on the desk to files; `work` gives it, `saved` is told the file and what it holds now."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        *,
        work: Callable[[], Work | None],
        saved: Callable[[OpenedFile, Document], None],
    ) -> None:
        """Connect nothing; `wiring` does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._work = work
        self._saved = saved
        self._busy = False
        self._waiting: Callable[[], None] | None = None
        self._refused: tuple[Save, After] | None = None

    def save(self, after: After = None, author: str = "") -> None:
        """Save to the work's own file; ask for one where it has none. With an `author`, as revisions."""
        work = self._work()
        if work is None:
            return
        if work.file.path is None:
            self.save_as(after, author)
        else:
            self._save(work, work.file.path, after, author)

    def save_as(self, after: After = None, author: str = "") -> None:
        """Ask where to, and save there. With an `author`, as revisions."""
        work = self._work()
        if work is None:
            return
        recent = self._preferences.settings.recent
        last = work.context.last_year.source
        origin = work.file.path or work.file.made_from
        beside = last or next(iter(recent), "")
        folder = near(origin or (Path(beside) if beside else None))
        name = work.file.path.name if work.file.path else file_name(origin.stem if origin else work.proposed_name)
        chosen, wanted = QFileDialog.getSaveFileName(self._window, "另存为", str(folder / name), SAVE_FILTER)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_name(path.name + (".txt" if "*.txt" in wanted else ".docx"))
        self._save(work, path, after, author)

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of the message about a file that was not written."""
        if name == LAST_YEAR and choice == "save_as":
            self.save_as()
        if name != NOT_SAVED or self._refused is None or self._work() is None:
            return
        (job, after), self._refused = self._refused, None
        if choice == "save_as":
            self.save_as(after)
        elif choice == "replace":
            self._send(job, after)

    def _save(self, work: Work, path: Path, after: After, author: str = "") -> None:
        if self._work() is not work:
            return
        if _is_same(path, work.context.last_year.source):
            words = "这是去年的报告，没有写进去，请另起一个文件名，把去年的稿子留着。"
            self._window.messages.show_message(Message(words, "error", (Choice("save_as", "另存为"),), key=LAST_YEAR))
            return
        if self._busy:  # the file's fingerprint changes with the save under way: this one has to wait for it
            self._waiting = lambda: self._save(work, path, after, author)
            return
        editor = self._window.editor
        editor.finish_composition()
        author = work.author = author or work.author
        document, writer = editor.bridge.picture().document, self._preferences.settings.author
        self._send(Save(work.file, document, work.context, path, author=author, writer=writer), after)

    def _send(self, job: Save, after: After) -> None:
        self._window.status.show_progress("正在保存…")
        self._window.messages.dismiss(NOT_SAVED)
        self._busy = True
        work = self._work()

        def done(answer: Answer) -> None:
            if not isinstance(answer, OpenedFile):
                raise TypeError(answer)
            self._end()
            self._written(answer)
            if self._work() is work:  # else another text is on the desk by now, which this file is none of
                self._note(answer, job.document)
                if after is not None:
                    after()
            self._go_on()

        def failed(error: AssistantError) -> None:
            self._end()
            if self._work() is work:
                self._not_saved(job, error, after)
            else:
                self._window.messages.show_error(error)
            self._go_on()

        self._background.submit(job, done, failed, first=True, patience=PATIENCE)

    def _end(self) -> None:
        self._busy = False
        self._window.status.end_progress()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _written(self, file: OpenedFile) -> None:
        if file.path is not None:
            self._preferences.replace(with_recent(self._preferences.settings, str(file.path)))
            self._window.messages.show_message(Message(f"已保存到“{file.path.name}”。", "done", key="saved"))

    def _note(self, file: OpenedFile, document: Document) -> None:
        editor = self._window.editor
        if editor.bridge.picture().document == document:
            editor.document().setModified(False)
        self._saved(file, document)

    def _not_saved(self, job: Save, error: AssistantError, after: After) -> None:
        """Say why; where the user may insist, offer it."""
        choices = (Choice("save_as", "另存为"),)
        insists = isinstance(error, ChangedOnDisk | OpenElsewhere)
        if insists:
            choices += (Choice("replace", "仍然覆盖"),)
            changed = isinstance(error, ChangedOnDisk)
            job = replace(
                job, replace_changed=job.replace_changed or changed, replace_open=job.replace_open or not changed
            )
        self._refused = job, after
        tone = "warning" if insists else "error"
        self._window.messages.show_message(Message(error.message, tone, choices, key=NOT_SAVED))


def file_name(title: str) -> str:
    """Return a file name for a report's title: without what file systems forbid."""
    kept = "".join(character for character in title if character not in '\\/:*?"<>|\n\t【】').strip()
    return f"{kept[:60] or '述职稿'}.docx"


def _is_same(path: Path, other: str) -> bool:
    """Tell whether a path is the one of another name; nothing is read from the disk but links."""
    return bool(other) and os.path.realpath(path) == os.path.realpath(other)
