"""学习往年报告: the user brings reports in, sees what was learned, and has it forgotten."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.learning import text_of
from assistant.storage.drafts import DraftStore
from assistant.template.report import ReportTemplate
from assistant.text.counting import count_words
from assistant.ui.dialogs.past_reports import PastReportsDialog
from assistant.ui.dialogs.past_table import PastRow
from assistant.ui.importing import Importing
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.preferences import Preferences
from assistant.ui.storing import Storing


class LearningCommands(QObject):
    """Shows the dialog and carries out what is chosen in it.

    Signals: `changed` the completer has to learn anew; `first_learned` it has something to learn from for the first
    time.
    """

    changed = Signal()
    first_learned = Signal()

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        storing: Storing,
        importing: Importing,
        templates: tuple[ReportTemplate, ...],
    ) -> None:
        """Belong to the importing and listen to it; `features` connects the rest."""
        super().__init__(importing)
        self._window = window
        self._preferences = preferences
        self._storing = storing
        self._importing = importing
        self._kinds = {template.id: template.title for template in templates}
        self._words: dict[int, int] = {}
        self._had = 0
        self._altered = False
        self._dialog: PastReportsDialog | None = None
        importing.finished.connect(self._imported)

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {"past_reports": self.show}

    def show(self) -> None:
        """Show what was learned and wait until the user is done; then the completer learns anew, if need be."""
        dialog = self._dialog = PastReportsDialog(
            self._window, traceless=self._preferences.settings.traceless, ghost=self._preferences.settings.ghost
        )
        dialog.files_chosen.connect(lambda names: self._importing.take([Path(name) for name in names]))
        dialog.learned_switched.connect(self._switch)
        dialog.forget_wanted.connect(self._forget)
        dialog.cancelled.connect(self._importing.cancel)
        connections = (
            self._importing.progressed.connect(dialog.show_progress),
            self._importing.refused.connect(dialog.show_refused),
        )
        self._altered, self._had = False, -1
        self._list()
        try:
            dialog.exec()
        finally:
            self._importing.cancel()
            for connection in connections:
                self.disconnect(connection)
            self._dialog = None
            dialog.deleteLater()
            if self._altered:
                self.changed.emit()

    def _list(self) -> None:
        self._storing.ask(self._rows, (), self._listed, self._window.messages.show_error)

    def _rows(self, store: DraftStore) -> tuple[PastRow, ...]:
        """Return the rows, in the I/O thread; each text is counted once."""
        rows = []
        for past in store.past.list():
            if past.id not in self._words:
                self._words[past.id] = count_words(text_of(store.past.load(past.id)))
            kind = self._kinds.get(past.kind, "")
            rows.append(PastRow(past.id, past.name, past.year, kind, self._words[past.id], past.learned))
        return tuple(rows)

    def _listed(self, rows: tuple[PastRow, ...]) -> None:
        learned = sum(row.learned for row in rows)
        if self._had == 0 and learned and not self._preferences.settings.ghost:
            self.first_learned.emit()
        self._had = learned
        if self._dialog is not None:
            self._dialog.show_rows(rows, ghost=self._preferences.settings.ghost)

    def _imported(self, taken: int) -> None:
        self._altered = self._altered or taken > 0
        if self._dialog is not None:
            self._dialog.show_done(taken)
        elif taken:
            self.changed.emit()
            self._window.messages.show_message(Message(f"学习了 {taken} 份报告。", "done", key="learned"))
        self._list()

    def _switch(self, report: int, learned: bool) -> None:  # noqa: FBT001 (a signal's value)
        self._altered = True
        self._store(lambda store: store.past.set_learned(report, learned=learned))

    def _forget(self, reports: tuple[int, ...]) -> None:
        self._altered = True

        def forget(store: DraftStore) -> None:
            for report in reports:
                store.past.remove(report)

        self._store(forget)

    def _store(self, task: Callable[[DraftStore], None]) -> None:
        self._storing.run(task, lambda _: self._list(), self._window.messages.show_error)
