"""The features around phrases: the user's own material, stars, remembered values for blanks."""

from collections.abc import Callable

from assistant.document.context import Unit
from assistant.paths import resources
from assistant.template.year import report_year
from assistant.ui.blank_values import BlankValues
from assistant.ui.coordinator import Coordinator
from assistant.ui.phrase_commands import PhraseCommands
from assistant.ui.phrasing import Phrasing
from assistant.ui.profile import unit_of


class PhraseFeatures:
    """Builds and connects them; a part of `Features`."""

    def __init__(self, coordinator: Coordinator) -> None:
        """Build them; nothing is read before the worker begins."""
        c = self._coordinator = coordinator
        self.phrasing = Phrasing(
            c.background, c.storing, c.storing.path.parent, resources(), lambda: not c.preferences.settings.traceless
        )
        self.values = BlankValues(c.window.editor, self._unit, self._year, c)
        self.commands = PhraseCommands(c.window, c.background, c.preferences, self.phrasing, lambda: c.work)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return self.commands.table()

    def connect_parts(self) -> None:
        """Connect them, once."""
        c, panel = self._coordinator, self._coordinator.window.suggestions
        c.background.started.connect(self.phrasing.begin)
        self.phrasing.told.connect(c.analysing.look_anew)
        self.phrasing.changed.connect(self.commands.follow)
        self.phrasing.failed.connect(self.commands.trouble)
        self.phrasing.noticed.connect(c.storing.noticed)
        panel.starred.connect(self.commands.star)
        panel.lessened.connect(self.commands.lessen)
        panel.edit_wanted.connect(self.commands.edit)
        panel.own_wanted.connect(self.commands.show)
        c.window.messages.chosen.connect(self.commands.choose)
        self.values.connect_parts()
        c.text_opened.connect(self.phrasing.text_opened)
        for other in (c.text_opened, c.desk_cleared):
            other.connect(self.values.forget)

    def _unit(self) -> Unit:
        """Return what is known of the unit: of the report, and where it says nothing, of the profile."""
        c = self._coordinator
        profile = unit_of(c.preferences.settings)
        return c.work.context.unit if c.work is not None and c.work.context.unit != Unit() else profile

    def _year(self) -> int | None:
        work = self._coordinator.work
        if work is None:
            return None
        return report_year(work.analysis.reports[0] if work.analysis.reports else None, work.context)
