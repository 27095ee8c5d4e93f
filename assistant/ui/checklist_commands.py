"""检查单: put together from what is known of the text, shown, printed, saved as PDF."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFileDialog

from assistant.analysis import Analysis, Focus
from assistant.answers import Answer
from assistant.checklist import Checklist, checklist
from assistant.checklist_page import page
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import AssistantError
from assistant.formats.disk import write_file
from assistant.jobs import Analyse
from assistant.overview import LookOver, Overview
from assistant.ui.analysing import patience
from assistant.ui.background import Background
from assistant.ui.dialogs.checklist import ChecklistDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.one_page import layout, one_page, pdf
from assistant.ui.preferences import Preferences
from assistant.ui.work import Work

_FILTER = "PDF (*.pdf)"
_KEY = "checklist"


class ChecklistCommands:
    """Serves the checklist; `work` gives the text on the desk or None, `checked` the quotations ticked off."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        *,
        work: Callable[[], Work | None],
        checked: Callable[[], frozenset[str]],
    ) -> None:
        """Connect nothing; `features` does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._work = work
        self._checked = checked
        self._dialog: ChecklistDialog | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"checklist": self.ask}

    def ask(self) -> None:
        """Look over the text and show its checklist."""
        work = self._work()
        if work is None:
            return
        # The analysis at hand may be a first look at the text, or older than the last keys.
        document = self._window.editor.bridge.picture().document
        self._background.submit(
            Analyse(document, work.context, Focus()),
            lambda answer: self._look_over(document, work.context, answer),
            self._window.messages.show_error,
            key=_KEY,
            patience=patience(document),
        )

    def _look_over(self, document: Document, context: Context, analysis: Answer) -> None:
        if self._work() is not None and isinstance(analysis, Analysis):
            self._background.submit(
                LookOver(document, context),
                lambda answer: self._answered(document, analysis, answer),
                self._window.messages.show_error,
                key=_KEY,
            )

    def content(self, document: Document, analysis: Analysis, overview: Overview) -> Checklist:
        """Return what stands on the page for the text on the desk."""
        work = self._work()
        if work is None:
            raise RuntimeError("no text is open")
        return checklist(
            document,
            analysis,
            work.context,
            overview,
            names=ROLE_TITLES,
            day=date.today(),
            speed=self._preferences.settings.speed,
            checked=self._checked(),
        )

    def _answered(self, document: Document, analysis: Analysis, answer: Answer) -> None:
        if self._work() is not None and isinstance(answer, Overview):
            self.show(self.content(document, analysis, answer))

    def show(self, content: Checklist) -> None:
        """Show the page and wait."""
        document = one_page(lambda most: page(content, most), len(content.points))
        self._dialog = dialog = ChecklistDialog(document, self._window)
        dialog.print_wanted.connect(lambda: self._print(document))
        dialog.pdf_wanted.connect(lambda: self._save_pdf(document))
        try:
            dialog.exec()
        finally:
            self._dialog = None
            dialog.deleteLater()

    def _print(self, document: QTextDocument) -> None:
        # The printing library takes time to load and few sessions need it.
        from PySide6.QtPrintSupport import QPrinter

        from assistant.ui.dialogs.print_preview import PrintPreview

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(layout())
        printer.setDocName("检查单")
        preview = PrintPreview(document, printer, "检查单打印预览", self._dialog)
        if preview.exec() == PrintPreview.DialogCode.Accepted:
            self._say("检查单已送去打印。")
        preview.deleteLater()

    def _save_pdf(self, document: QTextDocument) -> None:
        work = self._work()
        folder = work.file.path.parent if work is not None and work.file.path is not None else Path.home()
        name, _ = QFileDialog.getSaveFileName(self._dialog, "存为 PDF", str(folder / "检查单.pdf"), _FILTER)
        if not name:
            return
        path = Path(name) if Path(name).suffix.lower() == ".pdf" else Path(f"{name}.pdf")
        data = pdf(document, "检查单")

        def done(_: object) -> None:
            self._say(f"检查单已存为“{path.name}”。")

        def failed(error: AssistantError) -> None:
            self._say(error.message)

        self._background.run_io(lambda: write_file(path, data), done, failed)

    def _say(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.say(words)
