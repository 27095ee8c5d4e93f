"""The features around what is kept on this machine: the library, what is carried elsewhere, what is left behind."""

from collections.abc import Callable

from assistant.learning import WORDING
from assistant.ui.backing_up import BackingUp
from assistant.ui.carrying import Carrying
from assistant.ui.coordinator import Coordinator
from assistant.ui.library import Library
from assistant.ui.messages import Message
from assistant.ui.own_file import FILE as OWN
from assistant.ui.own_file import join_own
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
        self.backing_up = BackingUp(c.storing, c)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return {
            "library": self.library.show,
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
        self.backing_up.failed.connect(lambda words: c.window.messages.show_message(Message(words, "warning")))
        c.window.after_first_paint(self.backing_up.begin)

    def _changed(self) -> None:
        """Show what came, and have it read."""
        self.library.refresh()
        self._read_anew()

    def _cleared(self) -> None:
        """Show and know no longer what has been thrown away."""
        self._changed()
        if self._coordinator.work is None:
            self._coordinator.show_start()
