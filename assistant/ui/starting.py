"""What can be taken up again, on the start page and in the menu, and keeping it true: drafts, recent files, the bin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from assistant.storage.draft import DraftInfo
from assistant.ui.file_commands import FileCommands
from assistant.ui.main_window import MainWindow
from assistant.ui.panels.start_page import DraftCard, StartContent

_IN_MENU = 10
"""Recent files that the menu lists."""


class Starting(QObject):
    """Fills the start page and the menu of recent files; `idle` tells whether it is what the user sees."""

    def __init__(self, window: MainWindow, files: FileCommands, idle: Callable[[], bool]) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window, self._page = window, window.start_page
        self._files = files
        self._idle = idle
        self._shown: StartContent | None = None
        self._drafts: tuple[DraftCard, ...] = ()
        self._binned = 0
        files.recents.known.connect(self._refresh)

    def begin(self) -> None:
        """Show the page as far as it is known, and have the files on it looked up."""
        self._drafts = ()
        self._shown = None
        self._refresh()

    def look(self) -> None:
        """Look up the recent files; what is found out follows on the page."""
        self._files.recents.look(self._files.recent())

    def fill_menu(self) -> None:
        """List the recent files in the menu."""
        menu = self._window.recent_menu
        menu.clear()
        for name in self._files.recent(_IN_MENU):
            menu.addAction(Path(name).name, lambda chosen=name: self._files.open_path(chosen)).setToolTip(name)
        self._window.action("recent").setEnabled(not menu.isEmpty())

    def show_drafts(self, drafts: tuple[DraftInfo, ...], binned: int) -> None:
        """Put the unsaved drafts on the page, and how many lie in the bin."""
        self._drafts, self._binned = tuple(map(card_of, drafts)), binned
        self._refresh()

    def _refresh(self) -> None:
        if not self._idle():
            return
        content = replace(self._files.start_content(), drafts=self._drafts, binned=self._binned)
        if content != self._shown:
            self._shown = content
            self._page.show_content(content, date.today())
            self._page.start()


def card_of(info: DraftInfo) -> DraftCard:
    """Return a draft as the start page shows it."""
    moment = datetime.fromisoformat(info.updated).astimezone().replace(tzinfo=None)
    return DraftCard(str(info.id), info.title, moment, info.source.path or "")
