"""The features around what is kept on this machine: the library, the history of a text, what is carried elsewhere."""

from collections.abc import Callable

from assistant.learning import WORDING
from assistant.ui.backing_up import BackingUp
from assistant.ui.carrying import Carrying
from assistant.ui.coordinator import Coordinator
from assistant.ui.history_commands import HistoryCommands
from assistant.ui.last_edits import LastEdits
from assistant.ui.library import Library
from assistant.ui.messages import Message
from assistant.ui.own_file import FILE as OWN
from assistant.ui.own_file import join_own
from assistant.ui.recovering import Recovering
from assistant.ui.taking_up import TakingUp
from assistant.ui.traces import Traces


class KeepingFeatures:
    """Builds and connects them; a part of `Features`."""

    def __init__(self, coordinator: Coordinator, read_anew: Callable[[], None]) -> None:
        """Build them; `read_anew` is called when what is kept was changed at large."""
        self._read_anew = read_anew
        c = self._coordinator = coordinator
        self.library = Library(
            c.window,
            c.background,
            c.storing,
            c.templates,
            files=c.files,
            panels=c.panels,
            load_draft=c.drafting.load,
            import_past=c.window.action("past_reports").trigger,
            past_changed=read_anew,
        )
        self.carrying = Carrying(
            c.window,
            c.background,
            c.storing,
            c.preferences,
            c.data_folder,
            work=lambda: c.work,
            keep=c.drafting.flush,
            changed=self._changed,
            join_own=lambda theirs: join_own(c.data_folder, theirs),
        )
        self.traces = Traces(
            c.window,
            c.background,
            c.storing,
            c.preferences,
            c.data_folder,
            work=lambda: c.work,
            own_files=(OWN,),
            past_files=(WORDING,),
            changed=self._cleared,
        )
        self.history = HistoryCommands(
            c.window,
            c.background,
            c.storing,
            c.drafting,
            compare=c.correcting.compare_versions,
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
        self.backing_up = BackingUp(c.storing, c)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return {
            "library": self.library.show,
            **self.history.table(),
            **self.recovering.table(),
            **self.last_edits.table(),
            "take_along": self.carrying.take,
            "bring_back": self.carrying.bring,
            "traceless": self.traces.toggle,
            "clear_traces": self.traces.clear,
        }

    def connect_parts(self) -> None:
        """Connect them, once."""
        c = self._coordinator
        c.window.start_page.library_requested.connect(self.library.show)
        for changed in (c.text_opened, c.desk_cleared):
            changed.connect(self.library.desk_changed)
            changed.connect(self.traces.desk_changed)
            changed.connect(self.last_edits.clear)
        c.window.editor.text_edited.connect(self.last_edits.edited)
        for one in (self.taking_up.met, self.recovering.meet, self.last_edits.met):
            c.drafting.met.connect(one)
        for one in (self.recovering, self.last_edits):
            c.window.messages.chosen.connect(one.choose)
        self.backing_up.failed.connect(lambda words: c.window.messages.show_message(Message(words, "warning")))
        c.window.after_first_paint(self.backing_up.begin)
        start = c.window.start_page
        start.draft_compared.connect(lambda draft: self.recovering.compare(int(draft)))
        start.draft_discarded.connect(lambda draft: c.drafting.discard(int(draft)))
        start.bin_requested.connect(self.recovering.show_bin)

    def _changed(self) -> None:
        """Show what came, and have it read."""
        self.library.refresh()
        self._read_anew()

    def _cleared(self) -> None:
        """Show and know no longer what has been thrown away."""
        self._changed()
        if self._coordinator.work is None:
            self._coordinator.show_start()
