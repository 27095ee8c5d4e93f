"""The work on the desk: opened, shown, analysed, kept, closed again. `wiring` connects it to the widgets."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog

from assistant.analysis import Analysis, Focus
from assistant.answers import Ready
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.session import OpenedFile
from assistant.storage.draft import Draft
from assistant.template.report import ReportTemplate
from assistant.ui.analysing import Analysing
from assistant.ui.background import Background
from assistant.ui.blank_walk import select_blank
from assistant.ui.caret_following import CaretFollowing
from assistant.ui.correcting import Correcting
from assistant.ui.display import Display, looks_of
from assistant.ui.drafting import Drafting
from assistant.ui.editor.text_bridge import Picture
from assistant.ui.file_commands import FileCommands
from assistant.ui.finding_commands import FindingCommands
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.moving_commands import MovingCommands
from assistant.ui.panel_commands import PanelCommands
from assistant.ui.panels.side_panel import FINDINGS
from assistant.ui.panels.status_bar import DraftState
from assistant.ui.picturing import Picturing
from assistant.ui.preferences import Preferences
from assistant.ui.requirement_commands import RequirementCommands
from assistant.ui.searching import Searching
from assistant.ui.starting import Starting
from assistant.ui.storing import Storing
from assistant.ui.suggesting import Suggesting
from assistant.ui.text_commands import TextCommands
from assistant.ui.view_commands import ViewCommands
from assistant.ui.viewing import current_view, restore_view
from assistant.ui.work import DraftSlot, Work


class Coordinator(QObject):
    """Owns the work on the desk and the parts that serve it.

    Signals: `text_opened` another text, or the same on another base, is on the desk; `desk_cleared` there is none.
    """

    text_opened = Signal()
    desk_cleared = Signal()

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        templates: tuple[ReportTemplate, ...],
        data_folder: Path,
    ) -> None:
        """Build the parts; nothing runs before `begin`."""
        super().__init__(window)
        self.window, self.background, self.preferences = window, background, preferences
        self.templates, self.data_folder = templates, data_folder
        self.work: Work | None = None
        editor = window.editor
        self.display = Display(window, templates, preferences.settings.speed)
        self.analysing = Analysing(editor, background, self._question, self)
        self.storing = Storing(data_folder, self)
        self.drafting = Drafting(
            editor, self.storing, lambda: current_view(window), lambda: not preferences.settings.traceless, self
        )
        self.files = FileCommands(
            window,
            background,
            preferences,
            templates,
            work=lambda: self.work,
            show=self.show_opened,
            saved=self.file_saved,
            keep=self.drafting.flush,
        )
        self.starting = Starting(window, self.files, lambda: self.work is None)
        self.correcting = Correcting(window, background, preferences, work=lambda: self.work, put=self.put)
        self.panels = PanelCommands(window, templates, self.desk, self.analysing.look)
        self.findings = FindingCommands(window, preferences, self.desk, self.analysing.look)
        self.picturing = Picturing(editor, background, self)
        self.moving = MovingCommands(window, templates, self.desk, self.analysing.look)
        self.requirements = RequirementCommands(
            window,
            templates,
            preferences,
            work=self.desk,
            look_again=self.analysing.look,
            keep=self.drafting.text_changed,
            check=self.full_check,
        )
        self.texts = TextCommands(window, self.panels, self.findings, self.full_check)
        self.views = ViewCommands(window, preferences, self.desk)
        self.searching = Searching(editor, window.find_bar, window.messages)
        self.suggesting = Suggesting(window.suggestions, work=lambda: self.work, look_again=self.analysing.look)
        self.caret = CaretFollowing(window, self.display, self.analysing, lambda: self.work, self)

    def begin(self, path: str | None) -> None:
        """Show the start page, or open a file; start the worker once the window is painted."""
        self.show_start()
        self.window.after_first_paint(self.background.start)
        if path is not None:
            self.window.after_first_paint(lambda: self.files.open_path(path))

    def asked_again(self, path: str) -> None:
        """Come to the front: the program was started a second time, with a file or without one ('')."""
        self.window.come_forward()
        if path:
            self.files.open_path(path)

    def desk(self) -> Work:
        """Return the text on the desk; commands that need one are off while there is none."""
        if self.work is None:
            raise RuntimeError("no text is open")
        return self.work

    # ---- opening and closing --------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Clear the desk and show the start page."""
        self.analysing.stop()
        self.drafting.end()
        self.work = None
        self.desk_cleared.emit()
        self.correcting.clear()
        self.window.messages.clear()
        self.window.show_start()
        self.starting.begin()
        self.display.show_title(None)
        self.starting.fill_menu()
        self.window.after_first_paint(self.drafting.ask_unsaved)
        self.window.after_first_paint(self.starting.look)

    def show(self, ready: Ready, draft: Draft | None, slot: DraftSlot | None = None) -> None:
        """Put a text on the desk; with the `slot` of the text before, its draft goes on with this one's base."""
        self.drafting.end()
        self.analysing.stop()
        window, editor = self.window, self.window.editor
        work = Work(ready.file, ready.context, ready.analysis, ready.document)
        if draft is not None:
            self.drafting.adopt(work, draft)
        elif slot is not None:
            work.draft = slot
        self.work = None
        editor.load(ready.document, looks_of(ready.document, ready.analysis.reports), ready.context.ignored)
        lines = ready.file.opened.paragraphs
        editor.setReadOnly(bool(lines) and not any(line.editable for line in lines))
        self.work = work
        self.picturing.begin(ready)
        window.messages.clear()
        window.show_text()
        editor.document().setModified(draft is not None)
        self.drafting.begin(work, kept=slot is None)
        picture = editor.bridge.picture()
        self.analysing.begin(ready.analysis, picture)
        if draft is not None:
            restore_view(window, draft.caret, draft.view)
        elif ready.file.path is None:
            select_blank(editor, forwards=True)
        for note in ready.file.opened.notes[:2]:
            window.messages.show_message(Message(note, "info"))
        window.status.show_draft(DraftState())
        self.display.show_title(work)
        self.starting.fill_menu()
        self.correcting.clear()
        self.correcting.refresh()
        self.text_opened.emit()

    def show_opened(self, ready: Ready, draft: Draft | None) -> None:
        """Put a text on the desk that was opened or begun just now, with what its notice demands."""
        self.show(ready, draft)
        self.requirements.begin()

    def put(self, ready: Ready, modified: bool) -> None:  # noqa: FBT001 (a callback's signature)
        """Put a text with another base in the place of the one on the desk; its draft moves over to the new base."""
        old = self.desk()
        scroll = self.window.editor.verticalScrollBar().value()
        self.show(ready, None, old.draft)
        self.window.editor.document().setModified(modified)
        self.window.editor.lay_out()
        self.window.editor.verticalScrollBar().setValue(scroll)
        self.desk().calm = old.calm
        self.drafting.save()

    def close_text(self) -> None:
        """Clear the desk, after asking about unsaved changes."""
        self.files.leave(self.show_start)

    def closing(self, event: QCloseEvent) -> None:
        """Close the window, after asking about unsaved changes; the draft is on the disk before it is gone."""
        if not self.files.may_leave(self.window.close):
            event.ignore()
            return
        self.drafting.flush()
        self.drafting.end()
        self.views.remember_window()
        self.analysing.stop()
        self.storing.close()
        self.background.shutdown()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()  # what stands beside the window goes with it
        event.accept()

    def file_saved(self, file: OpenedFile, document: Document) -> None:
        """Note where the text is kept now."""
        work = self.desk()
        work.file = file
        self.drafting.mark_saved(document, file.source)
        self.display.show_title(work)
        self.starting.fill_menu()

    # ---- analysis -------------------------------------------------------------------------------------------------

    def full_check(self) -> None:
        """Show findings of every level, and the panel with them."""
        work = self.desk()
        work.calm = False
        self.display.show(work, self.window.editor.bridge.picture())
        self.window.set_panel("side", shown=True)
        self.window.side.show_tab(FINDINGS)
        self.analysing.look()

    def analysed(self, analysis: Analysis, picture: Picture) -> None:
        """Show what was found in a picture of the text."""
        if self.work is not None:
            self.work.analysis, self.work.analysed = analysis, picture.document
            self.display.show(self.work, picture)
            self.caret.show()
            self.correcting.text_analysed()

    def text_edited(self) -> None:
        """Have the changed text analysed and kept, soon."""
        if self.work is None:
            return
        self.work.skip = 0
        self.analysing.text_changed()
        self.drafting.text_changed()

    def _question(self) -> tuple[Context, Focus]:
        work = self.desk()
        work.context = replace(work.context, ignored=self.window.editor.bridge.ignored())
        return work.context, self.suggesting.wish(work)
