"""我的素材 while the program runs: read once the worker has begun, told to it, changed through the file on the disk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.answers import Answer
from assistant.errors import AssistantError
from assistant.jobs import UsePast, UsePhrases
from assistant.phrases.material import OwnPhrases
from assistant.phrases.past import PastText
from assistant.phrases.pinyin import NO_READINGS
from assistant.phrases.topics import Vocabulary
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background
from assistant.ui.own_file import Loaded, change_own, load_own
from assistant.ui.storing import Storing

Change = Callable[[OwnPhrases], OwnPhrases]


class Phrasing(QObject):
    """Holds the user's own phrases and stars as they stand on the disk.

    Signals: `changed` they are others now; `told` the worker knows of it, so that it can be asked anew; `noticed` one
    sentence about the file; `failed` the error of a change that was not kept.
    """

    changed = Signal()
    told = Signal()
    noticed = Signal(str)
    failed = Signal(object)

    def __init__(
        self, background: Background, storing: Storing, folder: Path, resources: Path, learns: Callable[[], bool]
    ) -> None:
        """Read nothing yet; `learns` says whether past reports may be offered from."""
        super().__init__(background)
        self._background, self._storing = background, storing
        self._folder, self._resources, self._learns = folder, resources, learns
        self.own, self.vocabulary, self.readings = OwnPhrases(), Vocabulary(), NO_READINGS
        self._loaded = self._asked = False
        self._past: tuple[PastText, ...] = ()

    def begin(self) -> None:
        """Read what is kept, or tell a worker that has begun anew what is known."""
        if self._loaded:
            if self.own != OwnPhrases():
                self._tell()
            if self._past:
                self._tell_past()
            return
        self._background.run_io(lambda: load_own(self._folder, self._resources), self._take, self.failed.emit)

    def text_opened(self) -> None:
        """Read the past reports once there is a text to offer them for: opening it goes first."""
        if not self._asked:
            self.read_past()

    def read_anew(self) -> None:
        """Read again what is kept: the file and the past reports have been changed by others than this."""
        self._loaded = False
        self.begin()

    def change(self, change: Change, then: Callable[[], None] = lambda: None) -> None:
        """Change the phrases or stars on the disk; `then` once that is done."""

        def done(own: OwnPhrases) -> None:
            self._set(own)
            then()

        self._background.run_io(lambda: change_own(self._folder, change), done, self.failed.emit)

    def read_past(self) -> None:
        """Offer sentences of the past reports that may be learned from, as they are kept now."""
        self._asked = True
        if self._learns():
            self._storing.ask(_learned, (), self._take_past, self.failed.emit)
        else:
            self._take_past(())

    def _take(self, loaded: Loaded) -> None:
        self.vocabulary, self.readings, self._loaded = loaded.vocabulary, loaded.readings, True
        if loaded.notice:
            self.noticed.emit(loaded.notice)
        self._set(loaded.own)

    def _set(self, own: OwnPhrases) -> None:
        if own != self.own:
            self.own = own
            self.changed.emit()
            self._tell()

    def _take_past(self, texts: tuple[PastText, ...]) -> None:
        if texts != self._past:
            self._past = texts
            self._tell_past()

    def _tell(self) -> None:
        self._background.submit(UsePhrases(self.own), lambda _: self.told.emit(), self._not_told, key="phrases")

    def _tell_past(self, place: int = 0) -> None:
        """Tell the worker of one past report, and of the next one when it has read that, the latest year first."""
        texts = self._past
        last = place >= len(texts) - 1

        def read(_answer: Answer) -> None:
            if texts is not self._past:  # others have been begun with
                return
            if last:
                self.told.emit()
            else:
                self._tell_past(place + 1)

        job = UsePast(texts[place : place + 1], first=place == 0, last=last)
        self._background.submit(job, read, self._past_not_told, key="past")

    def _past_not_told(self, _error: AssistantError) -> None:
        """Do without past reports: one that the worker was lost over must not be what its successor begins with."""
        self._past = ()
        self.noticed.emit("往年报告没有读完，这次不从里面推荐句子，稿子和往年报告都没有动，重新打开程序再试。")

    def _not_told(self, _error: AssistantError) -> None:
        """Leave it: the worker that follows is told again when it begins."""


def _learned(store: DraftStore) -> tuple[PastText, ...]:
    texts = [PastText(info.name, info.year, store.past.load(info.id)) for info in store.past.learned()]
    return tuple(sorted(texts, key=lambda text: -text.year))
