"""从去年的报告开始: a draft begun from last year's file, and every decision about what is left of it in the text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from assistant.analysis import Analysis
from assistant.answers import Answer
from assistant.document.block import Document, Span
from assistant.document.last_year import LastYear
from assistant.looking_back import BeginFrom, ListPending, LookedBack
from assistant.template.demands import demanded
from assistant.template.report import ReportTemplate
from assistant.template.year import report_year
from assistant.ui import moment
from assistant.ui.background import Background
from assistant.ui.dialogs.from_last_year import FromLastYearDialog
from assistant.ui.earlier import Earlier
from assistant.ui.editor.carried_margin import CarriedMargin
from assistant.ui.editor.text_bridge import Picture
from assistant.ui.file_commands import FileCommands
from assistant.ui.last_year_decisions import WRITTEN, LastYearDecisions
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.models.last_year_view import LastYearView
from assistant.ui.panels.last_year_panel import LastYearPanel
from assistant.ui.viewing import show_span
from assistant.ui.work import Work

BEGUN = "last_year"
"""Key of the message about a draft just begun."""
_TAB = "去年"
_PLACES = "places"
"""Key of the message about the places that are walked."""


class LastYearCommands(QObject):
    """Begins from last year's report and keeps what is left of it in sight.

    `work` gives the text on the desk, `look_again` has it analysed, `keep` has its draft saved.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        templates: tuple[ReportTemplate, ...],
        files: FileCommands,
        *,
        work: Callable[[], Work | None],
        look_again: Callable[[], None],
        keep: Callable[[], None],
    ) -> None:
        """Build the panel and the margin; they stay away until a text needs them."""
        super().__init__(window)
        self._window, self._background, self._templates, self._files = window, background, templates, files
        self._work, self._look_again, self._keep = work, look_again, keep
        self.panel = LastYearPanel(window.theme)
        self.panel.setParent(window.side)
        self.panel.hide()
        self.margin = CarriedMargin(window.editor, window.theme)
        self.decisions = LastYearDecisions(
            window, templates, self.panel, work=work, look_again=look_again, changed=self._decided
        )
        self._fresh = False
        self._listed: Work | None = None
        self._awaited: bool | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {
            "from_last_year": lambda: self.begin(None),
            "next_place": lambda: self.walk(forwards=True),
            "previous_place": lambda: self.walk(forwards=False),
        }

    def connect_parts(self) -> None:
        """Connect the panel, once."""
        panel, window = self.panel, self._window
        panel.place_chosen.connect(self._show_place)
        self.decisions.connect_parts()
        panel.text_focus_requested.connect(window.editor.setFocus)
        window.messages.chosen.connect(self.choose)
        window.themed.connect(panel.set_theme)
        window.themed.connect(self.margin.set_theme)
        window.start_page.last_year_requested.connect(lambda: self.begin(None))

    # ---- begin ----------------------------------------------------------------------------------------------------

    def begin(self, path: Path | None) -> None:
        """Ask for last year's file and the new year, and begin the draft."""
        self._files.leave(lambda: self._begin(path))

    def _begin(self, path: Path | None) -> None:
        year = moment.report_year(date.today())
        wanted = FromLastYearDialog.ask(path, self._files.folder(), year, self._window)
        if wanted is not None:
            job = BeginFrom(wanted.path, wanted.year, self._files.context())
            self._fresh = True
            self._files.load(job, f"正在从“{wanted.path.name}”起稿…")

    def text_opened(self) -> None:
        """Show or put away panel and margin, as the text on the desk needs."""
        work = self._work()
        begun = work is not None and work.context.last_year.begun
        self._window.side.set_extra(self.panel, _TAB, shown=begun)
        self._mark()
        fresh, self._fresh = self._fresh and begun, False
        if not begun or work is None:
            return
        self.look()
        if fresh:
            self._window.set_panel("side", shown=True)
            self._window.side.tabs.setCurrentWidget(self.panel)
            last = work.context.last_year
            origin = f"“{last.name}”（{last.year} 年度）"
            words = f"这是从{origin}起的 {work.context.year} 年度新稿，原文件没有动，要改的在右边“去年”里。"
            self._window.messages.show_message(Message(words, "info", (Choice("walk", "从第一处开始"),), key=BEGUN))

    def met(self, earlier: Earlier) -> None:
        """Take up again what was decided when the file on the desk was last worked on."""
        work, draft = self._work(), earlier.last
        if work is None or draft is None or work.context.last_year.begun or not draft.context.last_year.begun:
            return
        year = work.context.year or draft.context.year
        work.context = replace(work.context, year=year, last_year=draft.context.last_year)
        self.text_opened()

    def choose(self, name: str, choice: str) -> None:
        """Serve the buttons of our messages."""
        if name == BEGUN and choice == "walk":
            self.walk(forwards=True)
        elif name == WRITTEN and choice == "undo" and self._work() is not None:
            self._window.editor.undo()

    # ---- what is left ---------------------------------------------------------------------------------------------

    def analysed(self, _analysis: Analysis, _picture: Picture) -> None:
        """Look for what is left, because the text has changed."""
        self.look()

    def look(self) -> None:
        """Have what is left of last year's report listed."""
        work = self._work()
        if work is None or not work.context.last_year.begun:
            return
        document, analysis, context = work.analysed, work.analysis, work.context
        year = _year(work)

        def done(answer: Answer) -> None:
            if self._work() is work and isinstance(answer, LookedBack):
                self._show(work, document, analysis, answer)

        job = ListPending(document, analysis.reports, context, year)
        self._background.submit(job, done, self._window.messages.show_error, key="last_year")

    def _show(self, work: Work, document: Document, analysis: Analysis, answer: LookedBack) -> None:
        from assistant.reuse.pending import Pending

        if not isinstance(answer.found, Pending):
            raise TypeError(answer)
        kinds = {kind.id: kind for kind in demanded(self._templates, work.context.requirements)}
        last = work.context.last_year
        self.panel.show_view(
            LastYearView(document, analysis.reports, kinds, last, answer.found, _year(work), self.decisions.frames)
        )
        first, self._listed = self._listed is not work, work
        if first and self._awaited is not None:
            self._window.messages.dismiss(_PLACES)
            self.walk(forwards=self._awaited)

    def walk(self, *, forwards: bool) -> None:
        """Go to the next or previous place that nobody has decided on."""
        work, tone = self._work(), "done"
        self._awaited = None
        if work is None or not work.context.last_year.begun:
            words = "这份稿子不是从去年的报告起的，没有要逐处改的地方。"
        elif self._listed is not work:
            self._awaited, tone = forwards, "info"
            words = "正在找去年留下的年份、数字、活动和提法，找好就到要改的地方。"
        else:
            self._window.set_panel("side", shown=True)
            self._window.side.tabs.setCurrentWidget(self.panel)
            if self.panel.walk(forwards=forwards):
                return
            words = "去年留下的年份、数字、活动和提法都定下了。"
        self._window.messages.show_message(Message(words, tone, key=_PLACES))

    def _show_place(self, span: Span) -> None:
        show_span(self._window.editor, span)

    def menu_actions(self) -> list[QAction]:
        """Return what the context menu offers for the sentence under the caret."""
        return self.decisions.menu_actions()

    def _decided(self, *, again: bool) -> None:
        """Show and keep a decision; with `again` the list follows at once, else with the text."""
        self._mark()
        self._keep()
        if again:
            self.look()

    def _mark(self) -> None:
        work = self._work()
        last = work.context.last_year if work is not None else LastYear()
        self.margin.mark(last.waits if last.begun else None)


def _year(work: Work) -> int:
    report = work.analysis.reports[0] if work.analysis.reports else None
    return report_year(report, work.context) or work.context.last_year.year + 1
