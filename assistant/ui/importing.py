"""Past reports brought in: read one by one by the worker, kept by the store; one that can't be read stops no other."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.answers import Answer
from assistant.errors import AssistantError
from assistant.jobs import ReadPast
from assistant.learning import PastFile, report_files
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background
from assistant.ui.storing import Storing


class Importing(QObject):
    """Reads files and folders.

    Signals: `progressed` how many are done, of how many, and the name of the one being read; `refused` a file's name
    and one sentence; `finished` how many reports were taken.
    """

    progressed = Signal(int, int, str)
    refused = Signal(str, str)
    finished = Signal(int)

    def __init__(self, background: Background, storing: Storing, parent: QObject | None = None) -> None:
        """Nothing is read before `take`."""
        super().__init__(parent)
        self._background = background
        self._storing = storing
        self._waiting: deque[Path] = deque()
        self._done = self._all = self._taken = 0
        self.running = False

    def take(self, paths: Sequence[Path]) -> None:
        """Read these files, and what may be a report in these folders; `finished` follows."""
        if not self.running:
            self.running = True
            self._done = self._all = self._taken = 0
            self._background.run_io(lambda: report_files(paths), self._found, self._lost)

    def cancel(self) -> None:
        """Leave out what has not been begun; what was taken stays."""
        self._waiting.clear()

    def _found(self, files: tuple[Path, ...]) -> None:
        self._waiting.extend(files)
        self._all = len(files)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.running = False
            self.finished.emit(self._taken)
            return
        path = self._waiting.popleft()
        self.progressed.emit(self._done, self._all, path.name)
        self._background.submit(
            ReadPast(path), lambda answer: self._read(path, answer), lambda error: self._refuse(path, error)
        )

    def _read(self, path: Path, answer: Answer) -> None:
        if not isinstance(answer, PastFile):
            raise TypeError(answer)

        def keep(store: DraftStore) -> int:
            about, place = answer.about, str(path.absolute())
            return store.past.add(
                path.name,
                answer.document,
                answer.sha256,
                path=place,
                kind=about.kind,
                year=about.year,
                unit=about.unit,
                learned=True,
            )

        self._storing.run(keep, lambda _: self._kept(), lambda error: self._refuse(path, error))

    def _kept(self) -> None:
        self._done += 1
        self._taken += 1
        self._next()

    def _refuse(self, path: Path, error: AssistantError) -> None:
        self._done += 1
        self.refused.emit(path.name, error.message)
        self._next()

    def _lost(self, error: AssistantError) -> None:
        self.refused.emit("文件夹", error.message)
        self._next()
