"""雷同检查: the text on the desk against past reports, last year's file and a folder, without holding up typing."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from assistant.answers import Answer
from assistant.document.block import Document, Span
from assistant.errors import AssistantError
from assistant.looking_back import COMPARED, FindOverlap, LookedBack, ReadTexts, TextsRead, files_in
from assistant.session import OLD_SUFFIXES
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background
from assistant.ui.dialogs.overlap import OverlapDialog, Wanted
from assistant.ui.main_window import MainWindow
from assistant.ui.storing import Storing
from assistant.ui.viewing import show_span
from assistant.ui.work import Work

_AT_ONCE = 20
"""Files read by one job: short enough that what is typed is looked at in between."""
_SUFFIXES = COMPARED | OLD_SUFFIXES | {".docm", ".dotx", ".dotm"}

Texts = tuple[tuple[str, Document], ...]


class OverlapCommands(QObject):
    """Runs the comparison and shows it; `work` gives the text on the desk."""

    def __init__(
        self, window: MainWindow, background: Background, storing: Storing, *, work: Callable[[], Work | None]
    ) -> None:
        """Build nothing before it is asked for."""
        super().__init__(window)
        self._window, self._background, self._storing, self._work = window, background, storing, work
        self.dialog: OverlapDialog | None = None
        self._run = 0
        self._waiting = False

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"overlap": self.show}

    def desk_changed(self) -> None:
        """Close the window of another text."""
        if self.dialog is not None:
            self.dialog.reject()

    def show(self) -> None:
        """Open the window, offering what there is to compare with."""
        work = self._work()
        if work is None:
            return
        dialog = self._dialog()
        last = work.context.last_year
        name = last.name if last.begun and Path(last.source).is_file() else ""
        dialog.offer(0, name)
        self._storing.ask(
            lambda store: len(store.past.list()), 0, lambda count: dialog.offer(count, name), self._failed
        )
        dialog.show()
        dialog.activateWindow()

    def start(self, wanted: Wanted) -> None:
        """Gather what to compare with, in the I/O thread, then have it read and compared."""
        work = self._work()
        if work is None:
            return
        self._run += 1
        run, last = self._run, work.context.last_year.source
        self._dialog().show_progress(0, 0)
        own = work.file.path

        def gather(store: DraftStore | None) -> tuple[tuple[Path, ...], Texts]:
            paths = [Path(last)] if wanted.last_year and last else []
            paths += files_in(wanted.folder, frozenset(_SUFFIXES)) if wanted.folder is not None else []
            known = {os.path.realpath(path) for path in paths} | ({os.path.realpath(own)} if own else set())
            texts = _past(store, known) if store is not None and wanted.past else ()
            return _others(paths, own), texts

        def gathered(found: tuple[tuple[Path, ...], Texts]) -> None:
            if run == self._run:
                self._read(run, work, *found)

        if wanted.past:
            self._storing.run(gather, gathered, self._failed)
        else:
            self._background.run_io(lambda: gather(None), gathered, self._failed)

    def cancel(self) -> None:
        """Stop; what was found before stays."""
        self._run += 1
        if self._waiting:
            self._waiting = False
            self._background.cancel()
        if self.dialog is not None:
            self.dialog.end_progress("已经取消，文字没有受影响。")

    def _read(
        self,
        run: int,
        work: Work,
        paths: tuple[Path, ...],
        texts: Texts,
        *,
        done: int = 0,
        complaints: tuple[str, ...] = (),
    ) -> None:
        """Read the next few files; after the last, compare."""
        dialog = self._dialog()
        dialog.show_progress(done, len(paths) + len(texts))
        if done >= len(paths):
            self._compare(run, work, paths, texts, complaints)
            return

        def read(answer: Answer) -> None:
            self._waiting = False
            if run == self._run and isinstance(answer, LookedBack) and isinstance(answer.found, TextsRead):
                told = (*complaints, *answer.found.complaints)
                self._read(run, work, paths, texts, done=done + _AT_ONCE, complaints=told)

        self._submit(ReadTexts(paths[done : done + _AT_ONCE]), run, read)

    def _compare(
        self, run: int, work: Work, paths: tuple[Path, ...], texts: Texts, complaints: tuple[str, ...]
    ) -> None:
        document, reports = work.analysed, work.analysis.reports
        count = len(paths) + len(texts) - len(complaints)

        def compared(answer: Answer) -> None:
            from assistant.reuse.overlap import Overlap

            self._waiting = False
            if run != self._run or not isinstance(answer, LookedBack) or not isinstance(answer.found, Overlap):
                return
            self._dialog().show_found(document, answer.found, count, complaints)

        if not paths and not texts:
            self._dialog().end_progress("没有找到可以比对的稿子，请换一个文件夹。")
            return
        self._submit(FindOverlap(work.title, document, reports, paths, texts), run, compared)

    def _submit(self, job: ReadTexts | FindOverlap, run: int, done: Callable[[Answer], None]) -> None:
        self._waiting = True

        def failed(error: AssistantError) -> None:
            self._waiting = False
            if run == self._run:
                self._failed(error)

        self._background.submit(job, done, failed)

    def _failed(self, error: AssistantError) -> None:
        self._dialog().end_progress(error.message)

    def _dialog(self) -> OverlapDialog:
        if self.dialog is None:
            self.dialog = OverlapDialog(self._window.theme, self._window)
            self.dialog.wanted.connect(self.start)
            self.dialog.cancelled.connect(self.cancel)
            self.dialog.place_chosen.connect(self._show_place)
            self.dialog.jumped.connect(self._jump)
            self._window.themed.connect(self.dialog.set_theme)
        return self.dialog

    def _show_place(self, span: Span) -> None:
        show_span(self._window.editor, span)

    def _jump(self, span: Span) -> None:
        if show_span(self._window.editor, span):
            self._window.activateWindow()
            self._window.editor.setFocus()


def _past(store: DraftStore, known: set[str]) -> Texts:
    """Return the past reports, but for files that are compared with anyway."""
    infos = [info for info in store.past.list() if info.path is None or os.path.realpath(info.path) not in known]
    return tuple((info.name, store.past.load(info.id)) for info in infos)


def _others(paths: list[Path], own: Path | None) -> tuple[Path, ...]:
    """Return each file once, the text's own left out."""
    there: dict[str, Path] = {}
    for path in paths:
        there.setdefault(os.path.realpath(path), path)
    if own is not None:
        there.pop(os.path.realpath(own), None)
    return tuple(there.values())
