"""The features around what is kept on this machine: the library, the history of a text."""

from collections.abc import Callable

from assistant.ui.coordinator import Coordinator
from assistant.ui.history_commands import HistoryCommands
from assistant.ui.library import Library


class KeepingFeatures:
    """Builds and connects them; a part of `Features`."""

    def __init__(self, coordinator: Coordinator) -> None:
        """Build them; nothing runs before it is asked for."""
        c = self._coordinator = coordinator
        self.library = Library(
            c.window,
            c.background,
            c.storing,
            c.templates,
            files=c.files,
            panels=c.panels,
            load_draft=c.drafting.load,
        )

        self.history = HistoryCommands(
            c.window,
            c.background,
            c.storing,
            c.drafting,
            compare=c.correcting.compare_versions,
            look_again=c.analysing.look,
        )

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return {"library": self.library.show, **self.history.table()}

    def connect_parts(self) -> None:
        """Connect them, once."""
        c = self._coordinator
        for changed in (c.text_opened, c.desk_cleared):
            changed.connect(self.library.desk_changed)
