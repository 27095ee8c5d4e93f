"""What can be done with a text beside writing it: each feature is one part with its commands, built and connected here.

A feature is an object that gets the few callables and widgets it needs, has a `table()` of its commands by id (see
`actions`), and touches the text only through `Coordinator.panels` and the bridge. One that is added adds lines here and
a file of its own; the coordinator does not grow.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from assistant.ui.checking_features import CheckingFeatures
from assistant.ui.completing_features import CompletingFeatures
from assistant.ui.coordinator import Coordinator
from assistant.ui.keeping_features import KeepingFeatures
from assistant.ui.phrase_features import PhraseFeatures
from assistant.ui.reuse_features import ReuseFeatures
from assistant.ui.version_features import VersionFeatures


class Features(QObject):
    """The features of one window; a child of its coordinator, `features_of` finds them."""

    def __init__(self, coordinator: Coordinator) -> None:
        """Build them; nothing runs and nothing is loaded before it is asked for."""
        super().__init__(coordinator)
        self.checking = CheckingFeatures(coordinator, self)
        self.keeping = KeepingFeatures(coordinator, self._read_anew)
        self.versions = VersionFeatures(coordinator)
        self.reuse = ReuseFeatures(coordinator)
        self.completing = CompletingFeatures(coordinator, self)
        self.phrases = PhraseFeatures(coordinator)
        self._parts = (
            self.checking,
            self.keeping,
            self.versions,
            self.reuse,
            self.completing,
            self.phrases,
        )

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each of their commands does, by the command's id."""
        return {name: run for part in self._parts for name, run in part.table().items()}

    def connect_parts(self) -> None:
        """Connect their widgets and what they wait for (`text_opened`, `desk_cleared`), once; `wiring` calls it."""
        for part in self._parts:
            part.connect_parts()
        self.completing.commands.changed.connect(self.phrases.phrasing.read_past)
        self.completing.commands.changed.connect(self.keeping.library.refresh)

    def _read_anew(self) -> None:
        """Have read again what came from another computer, or forgotten what was cleared."""
        self.phrases.phrasing.read_anew()
        self.completing.ghosting.forgotten()


def features_of(coordinator: Coordinator) -> Features:
    """Return the features of a window."""
    return coordinator.findChild(Features)
