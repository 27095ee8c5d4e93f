"""The wording that the completer works with, kept in step with the past reports the user lets it learn from."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.errors import AssistantError
from assistant.jobs import SortWording
from assistant.learning import WORDING, load_wording, text_of
from assistant.paths import resources
from assistant.phrases.wording import Wording, key_of
from assistant.storage.drafts import DraftStore
from assistant.storage.past_reports import PastInfo
from assistant.ui.background import Background
from assistant.ui.storing import Storing

SETTLE = 800
"""Milliseconds before sorting begins: a text that was just opened is looked at first, by the same worker."""
_PATIENCE = 60_000
"""Milliseconds that sorting may take: a million characters on a slow machine."""


class Learning(QObject):
    """Reads the wording from its file, off the UI thread, or has the worker sort it anew.

    Signals: `ready` a Wording; `failed` why there is none.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, background: Background, storing: Storing, parent: QObject | None = None) -> None:
        """Nothing is read before `refresh`."""
        super().__init__(parent)
        self._background = background
        self._storing = storing
        self._path = storing.path.parent / WORDING
        self._current: tuple[bytes, Wording] | None = None

    def refresh(self) -> None:
        """Have the wording of the reports that are learned now; `ready` follows."""
        self._storing.ask(lambda store: store.past.learned(), (), self._load, self.failed.emit)

    def discard(self) -> None:
        """Delete the file: something in it was forgotten, and nobody needs it now."""
        self._current = None
        self._background.run_io(lambda: self._path.unlink(missing_ok=True), lambda _: None, self.failed.emit)

    def _load(self, reports: tuple[PastInfo, ...]) -> None:
        current = self._current

        def load() -> tuple[bytes, Wording | None]:
            key = key_of(resources(), ((report.id, report.added) for report in reports))
            if current is not None and current[0] == key:
                return current
            return key, load_wording(self._path, key)

        self._background.run_io(load, lambda found: self._loaded(reports, *found), self.failed.emit)

    def _loaded(self, reports: tuple[PastInfo, ...], key: bytes, wording: Wording | None) -> None:
        if wording is not None:
            self._have(key, wording)
        elif reports:
            self._storing.run(texts_of(reports), lambda texts: self._sort(texts, key), self.failed.emit)
        else:
            self._sort((), key)

    def _sort(self, texts: tuple[str, ...], key: bytes) -> None:
        job = SortWording(texts, self._path, key)

        def begin() -> None:
            self._background.submit(
                job, lambda _: self._sorted(key), self.failed.emit, key="wording", patience=_PATIENCE
            )

        QTimer.singleShot(SETTLE, self, begin)

    def _sorted(self, key: bytes) -> None:
        self._background.run_io(
            lambda: load_wording(self._path, key), lambda found: self._reloaded(key, found), self.failed.emit
        )

    def _have(self, key: bytes, wording: Wording) -> None:
        self._current = key, wording
        self.ready.emit(wording)

    def _reloaded(self, key: bytes, wording: Wording | None) -> None:
        if wording is not None:
            self._have(key, wording)
        else:
            self.failed.emit(AssistantError("续写提示没有准备好，文字不受影响，请检查数据文件夹能不能写入。"))


def texts_of(reports: tuple[PastInfo, ...]) -> Callable[[DraftStore], tuple[str, ...]]:
    """Return the task that fetches the texts of reports."""
    return lambda store: tuple(text_of(store.past.load(report.id)) for report in reports)
