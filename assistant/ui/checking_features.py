"""What the user says about checking, and looks at before handing in: one part each, built and connected here."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.ui.balance_commands import BalanceCommands
from assistant.ui.checklist_commands import ChecklistCommands
from assistant.ui.coordinator import Coordinator
from assistant.ui.first_look import FirstLook
from assistant.ui.messages import CHECK
from assistant.ui.rule_books import RuleBooks
from assistant.ui.rule_commands import RuleCommands
from assistant.ui.unit_commands import CHANGED as UNIT_CHANGED
from assistant.ui.unit_commands import UnitCommands
from assistant.ui.word_commands import WordCommands
from assistant.ui.work import Work


class CheckingFeatures(QObject):
    """The parts around checking."""

    def __init__(self, coordinator: Coordinator, parent: QObject) -> None:
        """Build them; nothing runs before it is asked for."""
        super().__init__(parent)
        self._coordinator = c = coordinator
        window, preferences, look = c.window, c.preferences, c.analysing.look
        self.books = RuleBooks(c.background, window.messages.show_error, self)
        self.units = UnitCommands(window, preferences, self.books, work=self._work, look_again=look)
        self.rules = RuleCommands(
            window, preferences, self.books, work=self._work, look_again=look, look_anew=c.analysing.look_anew
        )
        self.words = WordCommands(window, c.background, preferences, work=self._work, look_again=look)
        self.first_look = FirstLook(window, work=self._work, apply=c.findings.apply_fixes)
        self.balance = BalanceCommands(
            window,
            c.background,
            preferences,
            work=self._work,
            show_place=c.panels.show_span,
            apply=c.findings.apply_fixes,
            look_again=look,
            keep=c.drafting.text_changed,
        )
        self.checklist = ChecklistCommands(
            window, c.background, preferences, work=self._work, checked=self.balance.checked
        )
        self._parts = (self.units, self.rules, self.words, self.balance, self.checklist)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {name: run for part in self._parts for name, run in part.table().items()}

    def connect_parts(self) -> None:
        """Connect them, once."""
        window = self._coordinator.window
        self.books.renewed.connect(self.rules.renewed)
        window.messages.chosen.connect(self._choose)
        window.messages.chosen.connect(self.words.choose)
        window.messages.chosen.connect(self.first_look.choose)
        window.action(CHECK.id).triggered.connect(lambda: window.messages.answered(CHECK))
        self._coordinator.text_opened.connect(self.first_look.text_opened)
        self._coordinator.analysing.analysed.connect(self.first_look.analysed)
        self._coordinator.text_opened.connect(self.balance.refresh)
        self._coordinator.desk_cleared.connect(self.balance.close)
        self._coordinator.analysing.analysed.connect(lambda *_: self.balance.refresh())
        window.outline.balance_wanted.connect(self.balance.open)
        window.findings.word_allowed.connect(self.words.allow)

    def _work(self) -> Work | None:
        return self._coordinator.work

    def _choose(self, name: str, choice: str) -> None:
        if name == UNIT_CHANGED and choice == CHECK.id:
            self._coordinator.full_check()
