"""New, open, leave: what the user asks for, and the question about unsaved changes that goes with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.answers import Answer, Ready
from assistant.document.block import Document
from assistant.document.context import Context, Unit
from assistant.document.requirements import Requirements, recalled
from assistant.errors import AssistantError, ConvertibleFormat
from assistant.formats.conversion import find_office
from assistant.jobs import Convert, Job, New, Open, Recover, Sample
from assistant.looking_back import BeginFrom
from assistant.session import OpenedFile
from assistant.settings import with_recent, without_recent
from assistant.storage.draft import Draft
from assistant.template.report import ReportTemplate
from assistant.ui.background import Background
from assistant.ui.dialogs.new_report import NewReport, NewReportDialog
from assistant.ui.dialogs.unsaved import Unsaved, ask_unsaved
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.moment import report_year
from assistant.ui.panels.start_page import KindCard, StartContent
from assistant.ui.preferences import Preferences
from assistant.ui.profile import context_of, unit_of, wanted_year, with_habits, with_unit
from assistant.ui.recents import Recents, near
from assistant.ui.saving import PATIENCE, Saving
from assistant.ui.work import Work

OPEN_FILTER = "述职稿 (*.docx *.docm *.dotx *.dotm *.txt *.doc *.dot *.wps *.wpt);;所有文件 (*)"
NOT_KEPT = "not_kept"
"""Key of the message about a draft that could not be kept."""
CONVERT = "convert"
"""Key of the message about a file that LibreOffice may be able to convert."""


class FileCommands:
    """Begins and opens texts, and sees that leaving one loses nothing.

    `show` puts a ready text on the desk, `work` gives the one that is there, `keep` puts it into the draft store at
    once and tells whether that was possible.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        templates: tuple[ReportTemplate, ...],
        *,
        work: Callable[[], Work | None],
        show: Callable[[Ready, Draft | None], None],
        saved: Callable[[OpenedFile, Document], None],
        keep: Callable[[], bool],
    ) -> None:
        """Connect nothing; the coordinator does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._kinds = tuple(KindCard(template.id, template.title) for template in templates if template.sections)
        self._work = work
        self._show = show
        self._keep = keep
        self._again: Callable[[], None] | None = None
        self._convertible: Open | BeginFrom | None = None
        self.recents = Recents(window)
        self.recents.gone.connect(self._forget)
        self._missed: set[str] = set()
        self.saving = Saving(window, background, preferences, work=work, saved=saved)

    # ---- begin and open -------------------------------------------------------------------------------------------

    def start_content(self) -> StartContent:
        """Return what the start page offers, drafts aside."""
        return StartContent(self._kinds, (), self.recents.files(self.recent()))

    def recent(self, most: int = 8) -> tuple[str, ...]:
        """Return the files used last, by default as many as the start page shows."""
        return self._preferences.settings.recent[:most]

    def new(self, kind: str = "") -> None:
        """Ask what the report is about and begin it with its skeleton."""
        self.leave(lambda: self._new(kind))

    def _new(self, kind: str) -> None:
        settings = self._preferences.settings
        known = unit_of(settings)
        preset = NewReport(
            kind or settings.kind or self._kinds[0].id, wanted_year(settings, report_year(date.today())), known
        )
        wanted = NewReportDialog.ask(self._kinds, preset, self._window)
        if wanted is None:
            return
        asked_for = wanted.unit
        unit = replace(
            known,
            name=asked_for.name,
            short_name=asked_for.short_name,
            post=asked_for.post,
            person=asked_for.person,
        )
        self._preferences.replace(replace(with_unit(settings, unit), kind=wanted.kind))
        asked = recalled(settings.notices, unit.name, wanted.year) if unit.name else Requirements()
        context = replace(self.context(), kind=wanted.kind, year=wanted.year, unit=unit, requirements=asked)
        self.load(New(context), "正在新建…")

    def folder(self) -> Path:
        """Return where choosing a file begins: where the last one lay."""
        recent = self._preferences.settings.recent
        return near(Path(recent[0]) if recent else None)

    def open(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "打开述职稿", str(self.folder()), OPEN_FILTER)
        if name:
            self.open_path(name)

    def open_path(self, name: str) -> None:
        """Open a file by its path."""
        job = Open(Path(name), self.context())
        self.leave(lambda: self.load(job, f"正在打开“{Path(name).name}”…"))

    def open_sample(self) -> None:
        """Open the bundled sample report."""
        self.leave(lambda: self.load(Sample(replace(self.context(), unit=Unit())), "正在打开示例…"))

    def recover(self, draft: Draft) -> None:
        """Take a draft up again."""
        settings = self._preferences.settings
        context = with_habits(draft.context, settings)
        if draft.info.source.path is not None and not context.unit.name:
            context = replace(context, unit=unit_of(settings))
        today = replace(draft, context=context)
        self.leave(lambda: self.load(Recover(today), "正在恢复草稿…", today))

    def context(self) -> Context:
        """Return what holds for a report before anything is said about it."""
        return context_of(self._preferences.settings)

    def load(self, job: Job, words: str, draft: Draft | None = None) -> None:
        """Have a job done that ends in a text on the desk; the desk must be free to be cleared."""
        self._window.status.show_progress(words)

        def done(answer: Answer) -> None:
            self._window.status.end_progress()
            if not isinstance(answer, Ready):
                raise TypeError(answer)
            if (path := answer.file.path or answer.file.made_from) is not None:
                self._preferences.replace(with_recent(self._preferences.settings, str(path)))
            self._show(answer, draft)

        def failed(error: AssistantError) -> None:
            self._window.status.end_progress()
            if isinstance(job, Open):
                self._missed.add(str(job.path))
                self.recents.look([str(job.path)])
            if isinstance(error, ConvertibleFormat) and isinstance(job, Open | BeginFrom) and find_office() is not None:
                self._offer_conversion(job, error)
            else:
                self._window.messages.show_error(error)

        self._background.submit(job, done, failed, key="load", first=True, patience=PATIENCE)

    def _forget(self, path: str) -> None:
        """Take a file that could not be opened, and is not there, from the recent ones."""
        if path in self._missed:
            self._missed.discard(path)
            self._preferences.replace(without_recent(self._preferences.settings, path))

    def _offer_conversion(self, job: Open | BeginFrom, error: ConvertibleFormat) -> None:
        self._convertible = job
        words = error.message.removesuffix("。") + "；也可以由本机的 LibreOffice 转换一份副本，原文件不会改动。"
        self._window.messages.show_message(Message(words, "error", (Choice("convert", "转换副本再打开"),), key=CONVERT))

    def _convert(self) -> None:
        job, self._convertible = self._convertible, None
        if job is not None:
            again = replace(job, convert=True) if isinstance(job, BeginFrom) else Convert(job.path, job.context)
            self.leave(lambda: self.load(again, f"正在转换“{job.path.name}”的副本…"))

    # ---- leave ----------------------------------------------------------------------------------------------------

    def leave(self, then: Callable[[], None]) -> None:
        """Go on with what clears the desk, once the user's unsaved changes are where the user wants them."""
        if self.may_leave(lambda: self.leave(then)):
            then()

    def may_leave(self, again: Callable[[], None]) -> bool:
        """Ask about unsaved changes; tell whether the desk may be cleared now.

        Where the user wants them saved first, the answer is no, and `again` is called when that has succeeded.
        """
        work = self._work()
        if work is None or not self._window.editor.document().isModified():
            return True
        answer = ask_unsaved(work.title, self._window)
        if answer is Unsaved.SAVE:
            self.saving.save(again)
        if answer is not Unsaved.KEEP_DRAFT:
            return False
        if self._keep():
            return True
        self._again = again
        choices = (Choice("save_as", "另存为"), Choice("drop", "放弃修改"))
        words = "本机草稿没有存成，文稿还开着，请另存为文件，或者放弃这些修改。"
        self._window.messages.show_message(Message(words, "error", choices, key=NOT_KEPT))
        return False

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of the messages about a draft that could not be kept, and about a foreign file."""
        if name == CONVERT and choice == "convert":
            self._convert()
        if name != NOT_KEPT or self._work() is None or self._again is None:
            return
        again, self._again = self._again, None
        if choice == "save_as":
            self.saving.save_as(again)
        elif choice == "drop":
            self._window.editor.document().setModified(False)
            again()
