"""New, open, save, close: what the user asks for, and the questions that go with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.analysis import heading_levels
from assistant.document.context import Context, Unit
from assistant.errors import AssistantError
from assistant.formats.disk import ChangedOnDisk, OpenElsewhere
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
from assistant.ui.panels.start_page import KindCard, RecentFile, StartContent
from assistant.ui.preferences import Preferences
from assistant.ui.work import Work
from assistant.worker import Answer, Job, New, Open, Ready, Recover, Sample, Save

OPEN_FILTER = "述职稿 (*.docx *.docm *.dotx *.dotm *.txt *.doc *.wps);;所有文件 (*)"
SAVE_FILTER = "Word 文档 (*.docx);;纯文本 (*.txt)"
PATIENCE = 120_000
"""Milliseconds after which opening or saving a file counts as hung."""


class FileCommands:
    """Opens, begins and saves texts; `show` puts a ready text on the desk, `work` gives the one that is there."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        templates: tuple[ReportTemplate, ...],
        *,
        work: Callable[[], Work | None],
        show: Callable[[Ready, Draft | None], None],
        saved: Callable[[OpenedFile, object], None],
    ) -> None:
        """Connect nothing; the coordinator does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._kinds = tuple(KindCard(template.id, template.title) for template in templates)
        self._work = work
        self._show = show
        self._saved = saved
        self._refused: Save | None = None

    # ---- begin and open -------------------------------------------------------------------------------------------

    def start_content(self, today: date) -> StartContent:
        """Return what the start page offers, drafts aside."""
        recent = []
        for name in self._preferences.settings.recent[:8]:
            path = Path(name)
            try:
                opened = datetime.fromtimestamp(path.stat().st_mtime)
                recent.append(RecentFile(name, opened))
            except OSError:
                recent.append(RecentFile(name, datetime.combine(today, datetime.min.time()), exists=False))
        return StartContent(self._kinds, (), tuple(recent))

    def new(self, kind: str = "") -> None:
        """Ask what the report is about and begin it with its skeleton."""
        settings = self._preferences.settings
        unit = Unit(settings.unit, settings.unit_short, settings.post, settings.person)
        preset = NewReport(kind or settings.kind or self._kinds[0].id, report_year(date.today()), unit)
        if not self.may_leave():
            return
        wanted = NewReportDialog.ask(self._kinds, preset, self._window)
        if wanted is None:
            return
        self._preferences.change(
            kind=wanted.kind,
            unit=wanted.unit.name,
            unit_short=wanted.unit.short_name,
            post=wanted.unit.post,
            person=wanted.unit.person,
        )
        context = replace(self._context(), kind=wanted.kind, year=wanted.year, unit=wanted.unit)
        self._load(New(context), "正在新建…")

    def open(self) -> None:
        """Ask for a file and open it."""
        recent = self._preferences.settings.recent
        folder = str(Path(recent[0]).parent) if recent else str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, "打开述职稿", folder, OPEN_FILTER)
        if name:
            self.open_path(name)

    def open_path(self, name: str) -> None:
        """Open a file by its path."""
        if self.may_leave():
            self._load(Open(Path(name), self._context()), f"正在打开“{Path(name).name}”…")

    def open_sample(self) -> None:
        """Open the bundled sample report."""
        if self.may_leave():
            self._load(Sample(self._context()), "正在打开示例…")

    def recover(self, draft: Draft) -> None:
        """Take a draft up again."""
        if self.may_leave():
            self._load(Recover(draft), "正在恢复草稿…", draft)

    def _context(self) -> Context:
        return Context(disabled=frozenset(self._preferences.settings.disabled_rules))

    def _load(self, job: Job, words: str, draft: Draft | None = None) -> None:
        self._window.status.show_progress(words)

        def done(answer: Answer) -> None:
            self._window.status.end_progress()
            if not isinstance(answer, Ready):
                raise TypeError(answer)
            if answer.file.path is not None:
                self._preferences.replace(with_recent(self._preferences.settings, str(answer.file.path)))
            self._show(answer, draft)

        def failed(error: AssistantError) -> None:
            self._window.status.end_progress()
            if isinstance(job, Open) and not job.path.exists():
                self._preferences.replace(without_recent(self._preferences.settings, str(job.path)))
            self._window.messages.show_error(error)

        self._background.submit(job, done, failed, key="load", first=True, patience=PATIENCE)

    # ---- save -----------------------------------------------------------------------------------------------------

    def save(self, after: Callable[[], None] | None = None) -> None:
        """Save to the work's own file; ask for one where it has none."""
        work = self._work()
        if work is None:
            return
        if work.file.path is None:
            self.save_as(after)
        else:
            self._save(work, work.file.path, after)

    def save_as(self, after: Callable[[], None] | None = None) -> None:
        """Ask where to, and save there."""
        work = self._work()
        if work is None:
            return
        recent = self._preferences.settings.recent
        folder = work.file.path.parent if work.file.path else (Path(recent[0]).parent if recent else Path.home())
        name = work.file.path.name if work.file.path else _file_name(work.title)
        chosen, wanted = QFileDialog.getSaveFileName(self._window, "另存为", str(folder / name), SAVE_FILTER)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_name(path.name + (".txt" if "*.txt" in wanted else ".docx"))
        self._save(work, path, after)

    def _save(self, work: Work, path: Path, after: Callable[[], None] | None = None) -> None:
        editor = self._window.editor
        editor.finish_composition()
        document = editor.bridge.picture().document
        levels = heading_levels(work.analysis.reports) if work.analysed == document else {}
        self._send(Save(work.file, document, levels, path), after)

    def _send(self, job: Save, after: Callable[[], None] | None) -> None:
        window = self._window
        window.status.show_progress("正在保存…")
        revision = window.editor.document().revision()

        def done(answer: Answer) -> None:
            window.status.end_progress()
            if not isinstance(answer, OpenedFile):
                raise TypeError(answer)
            if window.editor.document().revision() == revision:
                window.editor.document().setModified(False)
            if answer.path is not None:
                self._preferences.replace(with_recent(self._preferences.settings, str(answer.path)))
                window.messages.show_message(Message(f"已保存到“{answer.path.name}”。", "done", key="saved"))
            self._saved(answer, job.document)
            if after is not None:
                after()

        def failed(error: AssistantError) -> None:
            window.status.end_progress()
            self._not_saved(job, error, after)

        self._background.submit(job, done, failed, first=True, patience=PATIENCE)

    def _not_saved(self, job: Save, error: AssistantError, after: Callable[[], None] | None) -> None:
        """Say why; where the user may insist, offer it."""
        if not isinstance(error, ChangedOnDisk | OpenElsewhere):
            self._window.messages.show_message(
                Message(error.message, "error", (Choice("save_as", "另存为"),), key="not_saved")
            )
            return
        changed = isinstance(error, ChangedOnDisk)
        self._refused = replace(
            job, replace_changed=job.replace_changed or changed, replace_open=job.replace_open or not changed
        )
        self._after = after
        choices = (Choice("save_as", "另存为"), Choice("replace", "仍然覆盖"))
        self._window.messages.show_message(Message(error.message, "warning", choices, key="not_saved"))

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of the messages about saving."""
        if name != "not_saved":
            return
        job, self._refused = self._refused, None
        if choice == "save_as":
            self.save_as()
        elif choice == "replace" and job is not None:
            self._send(job, self._after)

    # ---- leave ----------------------------------------------------------------------------------------------------

    def may_leave(self) -> bool:
        """Ask about unsaved changes; tell whether the desk may be cleared now.

        Saving takes its time in the background: then the answer is no, and the user leaves again when it is done.
        """
        work = self._work()
        if work is None or not self._window.editor.document().isModified():
            return True
        answer = ask_unsaved(work.title, self._window)
        if answer is Unsaved.SAVE:
            self.save()
            return False
        return answer is Unsaved.KEEP_DRAFT


def _file_name(title: str) -> str:
    """Return a file name for a report's title: without what file systems forbid."""
    kept = "".join(character for character in title if character not in '\\/:*?"<>|\n\t【】').strip()
    return f"{kept[:60] or '述职稿'}.docx"
