"""The features that reuse earlier reports: last year's as the start of this one, and what a text shares with others."""

from collections.abc import Callable

from assistant.ui.coordinator import Coordinator
from assistant.ui.last_year_commands import LastYearCommands
from assistant.ui.overlap_commands import OverlapCommands


class ReuseFeatures:
    """Builds and connects them; a part of `Features`."""

    def __init__(self, coordinator: Coordinator) -> None:
        """Build them; nothing runs before it is asked for."""
        c = self._coordinator = coordinator
        self.last_year = LastYearCommands(
            c.window,
            c.background,
            c.templates,
            c.files,
            work=lambda: c.work,
            look_again=c.analysing.look,
            keep=c.drafting.text_changed,
        )

        self.overlap = OverlapCommands(c.window, c.background, c.storing, work=lambda: c.work)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return {**self.last_year.table(), **self.overlap.table()}

    def connect_parts(self) -> None:
        """Connect them, once."""
        c = self._coordinator
        self.last_year.connect_parts()
        self.last_year.panel.section_wanted.connect(c.panels.add_section)
        c.analysing.analysed.connect(self.last_year.analysed)
        c.drafting.met.connect(self.last_year.met)
        for changed in (c.text_opened, c.desk_cleared):
            changed.connect(self.last_year.text_opened)
            changed.connect(self.overlap.desk_changed)
