"""校对设置: which rules are heard, kept in the settings and laid over the text on the desk at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.checks.switches import RuleBook
from assistant.text.months import month_in_words
from assistant.ui.dialogs.rule_settings import RuleSettingsDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.preferences import Preferences
from assistant.ui.rule_books import RuleBooks
from assistant.ui.work import Work

_FILTER = "提法数据 (*.toml)"


class RuleCommands:
    """Lets the user switch rules; `work` gives the text on the desk or None, `look_again` has it checked again.

    `look_anew` the same, although neither text nor context has changed: what is known has.
    """

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        books: RuleBooks,
        *,
        work: Callable[[], Work | None],
        look_again: Callable[[], None],
        look_anew: Callable[[], None],
    ) -> None:
        """Connect nothing; `features` does."""
        self._window = window
        self._preferences = preferences
        self._books = books
        self._work = work
        self._look_again, self._look_anew = look_again, look_anew
        self._dialog: RuleSettingsDialog | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"rules": self.ask}

    def ask(self) -> None:
        """Show the rules; every switch counts at once."""
        dialog = RuleSettingsDialog(self._preferences.settings.disabled_rules, self._window)
        dialog.changed.connect(self.switch)
        dialog.newer_wanted.connect(lambda: self._choose_newer(dialog))
        self._dialog = dialog
        self._books.ask(dialog.show_book)
        dialog.exec()
        self._dialog = None
        dialog.deleteLater()

    def take_newer(self, path: str) -> None:
        """Use a newer file of dated formulations from now on, and say so where the user is."""
        self._books.take_newer(Path(path), lambda error: self._say(error.message, "error"))

    def renewed(self) -> None:
        """Show the new rule book, and have the text checked by it."""
        self._books.ask(self._tell_month)
        self._look_anew()

    def _tell_month(self, book: RuleBook) -> None:
        if self._dialog is not None:
            self._dialog.show_book(book)
        self._say(f"提法数据换好了，截至 {month_in_words(book.updated)}，马上按它检查。", "done")

    def _choose_newer(self, dialog: RuleSettingsDialog) -> None:
        name, _ = QFileDialog.getOpenFileName(dialog, "换新的提法数据", str(Path.home()), _FILTER)
        if name:
            self.take_newer(name)

    def _say(self, words: str, tone: str) -> None:
        if self._dialog is not None:
            self._dialog.say(words)
        else:
            self._window.messages.show_message(Message(words, tone, key="formulations"))

    def switch(self, off: tuple[str, ...]) -> None:
        """Let these keys be what is off, in the open text and from now on."""
        self._preferences.change(disabled_rules=off)
        work = self._work()
        if work is not None:
            work.context = replace(work.context, disabled=frozenset(off))
            self._look_again()
