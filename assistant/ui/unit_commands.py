"""单位资料: asked in a dialog, kept in the settings, laid over the report on the desk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog

from assistant.ui import moment
from assistant.ui.dialogs.unit_profile import UnitProfileDialog
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import CHECK, Choice, Message
from assistant.ui.preferences import Preferences
from assistant.ui.profile import unit_of, with_unit
from assistant.ui.rule_books import RuleBooks
from assistant.ui.work import Work

CHANGED = "unit"
"""Key of the message about another profile."""


class UnitCommands:
    """Lets the user describe the unit; `work` gives the text on the desk or None, `look_again` has it checked anew."""

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
        return {"unit": self.ask}

    def ask(self) -> None:
        """Show the profile and take over what the user changes."""
        settings = self._preferences.settings
        known = unit_of(settings)
        dialog = UnitProfileDialog(known, settings.year, moment.report_year(date.today()), self._window)
        self._books.ask(dialog.show_book)
        try:
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            unit, year = dialog.value()
        finally:
            dialog.deleteLater()
        if (unit, year) == (known, settings.year):
            return
        self._preferences.replace(replace(with_unit(settings, unit), year=year))
        work = self._work()
        words = "单位资料记下了，以后的稿子都用它。"
        choices: tuple[Choice, ...] = ()
        if work is not None and not work.is_sample:
            work.context = replace(work.context, unit=unit)
            self._look_again()
            words, choices = "单位资料记下了，这份稿子已按它重新检查。", (CHECK,)
        self._window.messages.show_message(Message(words, "done", choices, key=CHANGED))
