"""The features around the versions of a text: its history, what was there before, what leads from one to another."""

from collections.abc import Callable

from assistant.ui.coordinator import Coordinator
from assistant.ui.history_commands import HistoryCommands
from assistant.ui.last_edits import LastEdits
from assistant.ui.new_texts import NewTexts
from assistant.ui.recovering import Recovering
from assistant.ui.taking_up import TakingUp


class VersionFeatures:
    """Builds and connects them; a part of `Features`."""

    def __init__(self, coordinator: Coordinator) -> None:
        """Build them; nothing runs before it is asked for."""
        c = self._coordinator = coordinator
        self.new_texts = NewTexts(
            c.window,
            c.background,
            work=lambda: c.work,
            author=c.correcting.author,
            begin=lambda ready: c.files.leave(lambda: c.show(ready, None)),
        )
        self.history = HistoryCommands(
            c.window,
            c.background,
            c.storing,
            c.drafting,
            compare=self.new_texts.compare_versions,
            look_again=c.analysing.look,
        )
        self.recovering = Recovering(c.window, c.background, c.storing, c.drafting, open_path=c.files.open_path)
        self.last_edits = LastEdits(c.window)
        self.taking_up = TakingUp(
            c.window.editor,
            c.drafting,
            work=lambda: c.work,
            look_again=c.analysing.look,
            tell_demands=c.requirements.begin,
        )

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        parts = (self.new_texts, self.history, self.recovering, self.last_edits)
        return {name: run for part in parts for name, run in part.table().items()}

    def connect_parts(self) -> None:
        """Connect them, once."""
        c = self._coordinator
        for changed in (c.text_opened, c.desk_cleared):
            changed.connect(self.last_edits.clear)
        c.window.editor.text_edited.connect(self.last_edits.edited)
        for one in (self.taking_up.met, self.recovering.meet, self.last_edits.met):
            c.drafting.met.connect(one)
        for one in (self.recovering, self.last_edits):
            c.window.messages.chosen.connect(one.choose)
        start = c.window.start_page
        start.draft_compared.connect(lambda draft: self.recovering.compare(int(draft)))
        start.draft_discarded.connect(lambda draft: c.drafting.discard(int(draft)))
        start.bin_requested.connect(self.recovering.show_bin)
