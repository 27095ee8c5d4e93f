"""Completing: the next words behind the caret, and what the program learns for them from past reports."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.ui.coordinator import Coordinator
from assistant.ui.ghosting import Ghosting
from assistant.ui.importing import Importing
from assistant.ui.learning import Learning
from assistant.ui.learning_commands import LearningCommands


class CompletingFeatures(QObject):
    """Ghosts, the list of offers, learning and forgetting."""

    def __init__(self, coordinator: Coordinator, parent: QObject) -> None:
        """Build them; nothing is loaded before a text is open."""
        super().__init__(parent)
        self._coordinator = c = coordinator
        self.learning = Learning(c.background, c.storing, self)
        self.ghosting = Ghosting(c.window, c.preferences, self.learning, self)
        self.importing = Importing(c.background, c.storing, self)
        self.commands = LearningCommands(c.window, c.preferences, c.storing, self.importing, c.templates)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {**self.ghosting.table(), **self.commands.table()}

    def connect_parts(self) -> None:
        """Connect them with each other and with the desk, once."""
        self.ghosting.connect_parts()
        self._coordinator.text_opened.connect(self.ghosting.text_opened)
        self._coordinator.desk_cleared.connect(self.ghosting.desk_cleared)
        self.commands.changed.connect(self.ghosting.forgotten)
        self.commands.first_learned.connect(lambda: self.ghosting.set_on(on=True))
