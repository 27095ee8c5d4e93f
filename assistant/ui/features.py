"""What can be done with a text beside writing it: each feature is one part with its commands, built and connected here.

A feature is an object that gets the few callables and widgets it needs, has a `table()` of its commands by id (see
`actions`), and touches the text only through `Coordinator.panels` and the bridge. One that is added adds lines here and
a file of its own; the coordinator does not grow.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.ui.coordinator import Coordinator
from assistant.ui.rule_books import RuleBooks
from assistant.ui.unit_commands import CHANGED as UNIT_CHANGED
from assistant.ui.unit_commands import UnitCommands


class Features(QObject):
    """The features of one window; a child of its coordinator, `features_of` finds them."""

    def __init__(self, coordinator: Coordinator) -> None:
        """Build them; nothing runs and nothing is loaded before it is asked for."""
        super().__init__(coordinator)
        self._coordinator = c = coordinator
        self.books = RuleBooks(c.background, c.window.messages.show_error, self)
        self.units = UnitCommands(c.window, c.preferences, self.books, work=lambda: c.work, look_again=c.analysing.look)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return {**self.units.table()}

    def connect_parts(self) -> None:
        """Connect their widgets and what they wait for (`text_opened`, `desk_cleared`), once; `wiring` calls it."""
        self._coordinator.window.messages.chosen.connect(self._choose)

    def _choose(self, name: str, choice: str) -> None:
        if name == UNIT_CHANGED and choice == "check":
            self._coordinator.full_check()


def features_of(coordinator: Coordinator) -> Features:
    """Return the features of a window."""
    return coordinator.findChild(Features)
