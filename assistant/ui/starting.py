"""What stands on the start page, and keeping it true: drafts, recent files, the bin."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject

from assistant.storage.draft import DraftInfo
from assistant.ui.file_commands import FileCommands
from assistant.ui.main_window import MainWindow
from assistant.ui.panels.start_page import DraftCard, StartContent


class Starting(QObject):
    """Fills the start page; `idle` tells whether it is what the user sees."""

    def __init__(self, window: MainWindow, files: FileCommands, idle: Callable[[], bool]) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._page = window.start_page
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
