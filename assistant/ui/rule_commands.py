"""校对设置: which rules are heard, kept in the settings and laid over the text on the desk at once."""

from collections.abc import Callable
from dataclasses import replace

from assistant.ui.dialogs.rule_settings import RuleSettingsDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.preferences import Preferences
from assistant.ui.rule_books import RuleBooks
from assistant.ui.work import Work


class RuleCommands:
    """Lets the user switch rules; `work` gives the text on the desk or None, `look_again` has it checked anew."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        books: RuleBooks,
        *,
        work: Callable[[], Work | None],
        look_again: Callable[[], None],
    ) -> None:
        """Connect nothing; `features` does."""
        self._window = window
        self._preferences = preferences
        self._books = books
        self._work = work
        self._look_again = look_again

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"rules": self.ask}

    def ask(self) -> None:
        """Show the rules; every switch counts at once."""
        dialog = RuleSettingsDialog(self._preferences.settings.disabled_rules, self._window)
        dialog.changed.connect(self.switch)
        self._books.ask(dialog.show_book)
        dialog.exec()
        dialog.deleteLater()

    def switch(self, off: tuple[str, ...]) -> None:
        """Let these keys be what is off, in the open text and from now on."""
        self._preferences.change(disabled_rules=off)
        work = self._work()
        if work is not None:
            work.context = replace(work.context, disabled=frozenset(off))
            self._look_again()
