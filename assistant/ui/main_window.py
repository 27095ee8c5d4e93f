"""The window: menus, toolbar, panels around the page. It shows and asks; what happens is the coordinator's."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.actions import COMMANDS, make_actions
from assistant.ui.boxes import packed
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.page import ZOOMS
from assistant.ui.icons import Icons
from assistant.ui.menus import fill_menus, make_toolbar
from assistant.ui.message_place import MessagePlace
from assistant.ui.messages import MessageBar
from assistant.ui.overriding import override
from assistant.ui.panels.find_bar import FindBar
from assistant.ui.panels.findings_panel import FindingsPanel
from assistant.ui.panels.marked_view import MarkedView
from assistant.ui.panels.outline_panel import OutlinePanel
from assistant.ui.panels.rail import Rail
from assistant.ui.panels.revisions_panel import RevisionsPanel
from assistant.ui.panels.side_panel import SidePanel
from assistant.ui.panels.start_page import StartPage
from assistant.ui.panels.status_bar import StatusBar
from assistant.ui.panels.suggestions_panel import SuggestionsPanel
from assistant.ui.room import WIDTHS, Wish, share
from assistant.ui.theme import Theme

PROGRAM = "述职助手"


class MainWindow(QMainWindow):
    """Holds the widgets under plain names.

    Signals: `closing` asks whether the window may close; `file_dropped` a file's path; `painted` the window has been
    seen for the first time; `themed` another Theme is to be painted in.
    """

    closing = Signal(QCloseEvent)
    file_dropped = Signal(str)
    painted = Signal()
    themed = Signal(object)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        """Build everything; nothing is loaded yet."""
        super().__init__()
        self.theme, self.icons = theme, icons
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self._painted = False
        self.actions_by_id = make_actions(self, icons)
        self.messages = MessageBar(icons)
        self.start_page = StartPage(icons)
        self.editor = Editor(theme)
        self.find_bar = FindBar(icons)
        self.outline = OutlinePanel(theme)
        self.suggestions = SuggestionsPanel(theme)
        self.findings = FindingsPanel(theme)
        self.revisions = RevisionsPanel(theme)
        self.side = SidePanel(self.suggestions, self.findings, self.revisions)
        self.marked = MarkedView(theme)
        self.status = StatusBar(icons)
        self.recent_menu, self.sections_menu, self.theme_menu = QMenu(self), QMenu(self), QMenu(self)
        self._wish = Wish(dict.fromkeys(WIDTHS, True), {name: usual for name, (_, usual, _) in WIDTHS.items()})
        submenus = {"recent": self.recent_menu, "sections": self.sections_menu, "theme": self.theme_menu}
        fill_menus(self.menuBar(), self.actions_by_id, submenus)
        self.addToolBar(make_toolbar(self.actions_by_id))
        self._lay_out()
        self.show_start()

    def action(self, name: str) -> QAction:
        """Return the action of a command."""
        return self.actions_by_id[name]

    def after_first_paint(self, run: Callable[[], None]) -> None:
        """Do something as soon as the window has been seen; at once, if it has."""
        if self._painted:
            run()
        else:
            self.painted.connect(run)

    def come_forward(self) -> None:
        """Show the window above the others, whatever state it is in."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_start(self) -> None:
        """Show the start page; commands that need a text are off."""
        self._pages.setCurrentWidget(self.start_page)
        self.status.set_bare(bare=True)
        for command in COMMANDS:
            self.action(command.id).setEnabled(not command.needs_text)

    def show_text(self) -> None:
        """Show the text and its panels."""
        self._pages.setCurrentWidget(self._workspace)
        self.status.set_bare(bare=False)
        for command in COMMANDS:
            self.action(command.id).setEnabled(True)
        self.action("undo").setEnabled(self.editor.document().isUndoAvailable())
        self.action("redo").setEnabled(self.editor.document().isRedoAvailable())
        self.fit_panels()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shows_text(self) -> bool:
        """Whether a text is open."""
        return self._pages.currentWidget() is self._workspace

    def set_panel(self, name: str, *, shown: bool) -> None:
        """Show or fold a panel (outline or side); on a narrow window the other one, then the page, makes room."""
        favourite = name if shown else self._wish.favourite
        panels = {**self._wish.panels, name: shown}
        self._wish = replace(self._wish, panels=panels, forced=shown, favourite=favourite)
        self.fit_panels()

    def show_marked(self, *, shown: bool) -> None:
        """Show the text with its changes in place of the text that can be edited, or the other way round."""
        self.marked.setVisible(shown)
        self.editor.setVisible(not shown)
        self.action("show_marked").setChecked(shown)
        (self.marked if shown else self.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 walks through."""
        suggestions = self.suggestions.list if self.suggestions.list.isVisible() else self.suggestions.filter
        front = self.side.tabs.currentWidget()
        tab = suggestions if front is self.suggestions else getattr(front, "tree", self.findings.tree)
        candidates = (self.outline.tree, self.editor, tab, self.status.zoom)
        return tuple(widget for widget in candidates if widget.isVisible())

    def set_theme(self, theme: Theme) -> None:
        """Hand a theme to every part that paints by hand."""
        self.theme = theme
        for part in (self.outline, self.suggestions, self.findings, self.revisions, self.editor, self.marked):
            part.set_theme(theme)
        self.themed.emit(theme)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        for widget in (self.outline, self._middle(), self.side):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        for name, panel in (("outline", self.outline), ("side", self.side)):
            panel.setMinimumWidth(WIDTHS[name][0])
            panel.setMaximumWidth(WIDTHS[name][2])
        self.outline_rail = Rail("大纲", "outline", self.icons)
        self.side_rail = Rail("建议", "phrases", self.icons)
        self._workspace = QWidget()
        row = packed(QHBoxLayout(self._workspace))
        row.addWidget(self.outline_rail)
        row.addWidget(self._splitter, 1)
        row.addWidget(self.side_rail)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self._workspace)
        body = QWidget()
        whole = packed(QVBoxLayout(body))
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.status)
        self.setCentralWidget(body)
        pages = self.start_page, self.editor
        self._message_place = MessagePlace(self.messages, body, pages, lambda: pages[self.shows_text])
        self._splitter.splitterMoved.connect(self._splitter_dragged)

    def _middle(self) -> QWidget:
        """Return the page, or the text with its changes in its place, with what is searched above it."""
        middle = QWidget()
        column = packed(QVBoxLayout(middle))
        column.addWidget(self.find_bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.marked, 1)
        self.marked.hide()
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return middle

    def set_zoom(self, zoom: float) -> None:
        """Show the page at the zoom factor the user wants, as far as there is room for it."""
        self._wish = replace(self._wish, zoom=zoom)
        self.fit_panels()

    def fit_panels(self) -> None:
        """Share the width between the page and the panels beside it."""
        fit = share(self.width(), self.editor.page.width_at(1.0), self._wish, ZOOMS[0])
        for name, panel, rail in (
            ("outline", self.outline, self.outline_rail),
            ("side", self.side, self.side_rail),
        ):
            panel.setVisible(fit.panels[name] > 0)
            rail.setVisible(not fit.panels[name])
            self.action(f"show_{name}").setChecked(fit.panels[name] > 0)
        for page in (self.editor, self.marked):
            if page.page.zoom != fit.zoom:
                page.set_zoom(fit.zoom)
        self.status.show_zoom(round(fit.zoom * 100))
        self._splitter.setSizes([fit.panels["outline"], fit.middle, fit.panels["side"]])

    def _splitter_dragged(self) -> None:
        outline, _, side = self._splitter.sizes()
        liked = {"outline": outline or self._wish.widths["outline"], "side": side or self._wish.widths["side"]}
        self._wish = replace(self._wish, widths=liked)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Note the first paint; the turn after it, it is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_panels()
        self._message_place.place()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before closing."""
        self.closing.emit(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped file."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.file_dropped.emit(paths[0])
