"""The draft behind the text: saved on this machine within a second and a half of every change."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import AssistantError
from assistant.storage.draft import Caret, Draft, DraftInfo, Source, View
from assistant.storage.drafts import DraftStore
from assistant.ui.earlier import Earlier, earlier_of
from assistant.ui.editor.editor import Editor
from assistant.ui.snapshot import Snapshot, keep, keep_saved
from assistant.ui.storing import Storing
from assistant.ui.work import DraftSlot, Work

_T = TypeVar("_T")

DELAY = 1000
"""Milliseconds from the first unsaved change to its saving."""

REST = 30
"""Milliseconds after a key when a draft is saved: its paint is over, and the next key is not yet there."""

LATEST = 1400
"""Milliseconds from the first unsaved change to its saving at the latest, even if no key rests."""

RETRY = 5000
"""Milliseconds after which a failed saving is tried again."""


class Drafting(QObject):
    """Keeps the draft of the work on the desk.

    Signals: `saved` at what time; `failed` why not; `unreadable` a sentence about drafts that can't be listed or
    loaded; `listed` the unsaved drafts (a tuple of DraftInfo) and how many lie in the bin; `loaded` a Draft; `met` what
    is known of the file on the desk (Earlier).
    """

    saved = Signal(object)
    failed = Signal(object)
    unreadable = Signal(str)
    listed = Signal(object, int)
    loaded = Signal(object)
    met = Signal(object)

    def __init__(
        self,
        editor: Editor,
        storing: Storing,
        view: Callable[[], View],
        history: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Keep drafts in the store that `storing` reaches; `view` gives what the window shows around the text."""
        super().__init__(parent)
        self._editor = editor
        self._storing = storing
        self._view = view
        self._history = history
        self._work: Work | None = None
        self._kept: Document | None = None
        self._kept_context: Context | None = None
        self._in_file: Document | None = None
        self._latest = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save)

    def begin(self, work: Work, *, kept: bool) -> None:
        """Watch another text; `kept`: the store, or a file, holds it as it is."""
        self._timer.stop()
        self._work = work
        self._kept_context = work.context
        self._kept = work.draft.safe = self._editor.bridge.picture().document if kept else None
        self._in_file = self._kept if work.draft.id is None and work.file.path is not None else None
        if work.draft.id is None and work.file.path is not None:
            self._meet(work)

    def text_changed(self) -> None:
        """Save soon, between two keys if there is room."""
        if self._work is None:
            return
        now = time.monotonic()
        if not self._timer.isActive():
            self._latest = now + LATEST / 1000
            self._timer.start(DELAY)
        elif self._timer.remainingTime() < REST:
            self._timer.start(max(0, min(REST, round((self._latest - now) * 1000))))

    def save(self) -> None:
        """Save now, if anything has changed."""
        work = self._work
        if work is None:
            return
        self._timer.stop()
        document = self._editor.bridge.picture().document
        work.context = replace(work.context, ignored=self._editor.bridge.ignored())
        if document == self._kept and work.context == self._kept_context:
            return
        if document == self._in_file and not self._editor.document().isModified():
            self.mark_saved(document, work.source)  # everything was undone: the file holds it
            return
        self._kept, self._kept_context = document, work.context
        shot, slot = self._snapshot(work, document), work.draft

        def task(store: DraftStore) -> datetime:
            keep(store, slot, shot)
            return datetime.now().astimezone()

        self._storing.run(task, self.saved.emit, self._on_failed)

    def mark_saved(self, document: Document, source: Source) -> None:
        """Note that a file holds the text now."""
        work = self._work
        if work is None:
            return
        self._timer.stop()
        untouched = document == self._kept and work.context == self._kept_context
        self._kept, self._kept_context, self._in_file = document, work.context, document
        shot, slot = replace(self._snapshot(work, document), source=source), work.draft
        # What was decided about last year's report is in no file: such a text always has its record.
        needless = untouched and not work.context.last_year.begun

        def task(store: DraftStore) -> None:
            if slot.id is not None or not needless:
                keep_saved(store, slot, shot)

        self._storing.run(task, lambda _: None, self._on_failed)

    def agree(self) -> None:
        """Note that the file holds the text as it is now: what was said of it before has been said again."""
        work = self._work
        if work is not None:
            self._kept = self._in_file = work.draft.safe = self._editor.bridge.picture().document
            self._kept_context = work.context

    def end(self) -> None:
        """Save what is unsaved, note where the user was, and watch no more."""
        work = self._work
        if work is None:
            return
        self.save()
        slot, caret, view = work.draft, self._caret(), self._view()

        def task(store: DraftStore) -> None:
            if slot.id is not None:
                store.keep_view(slot.id, caret, view)

        self._storing.ask(task, None, lambda _: None, self._on_failed)
        self._work = None

    def flush(self, seconds: float = 5.0) -> bool:
        """Save now and wait for the disk; tell whether it holds the text (for leaving, and for a crash)."""
        if self._work is None:
            return True
        self.save()
        in_time = self._storing.flush(seconds)
        return in_time and self._work.draft.safe == self._editor.bridge.picture().document

    def with_draft(
        self,
        task: Callable[[DraftStore, int], _T],
        done: Callable[[_T], None],
        failed: Callable[[AssistantError], None],
    ) -> None:
        """Run a task on the draft of the text on the desk, which is begun for it where there is none yet."""
        work = self._work
        if work is None:
            return
        self.save()
        shot, slot = self._snapshot(work, self._editor.bridge.picture().document), work.draft
        in_file = work.file.path is not None and not self._editor.document().isModified()

        def run(store: DraftStore) -> _T:
            if slot.id is None:
                (keep_saved if in_file else keep)(store, slot, shot)
            if slot.id is None:
                raise TypeError(slot)
            return task(store, slot.id)

        self._storing.run(run, done, failed)

    def ask_unsaved(self) -> None:
        """Have the unsaved drafts listed; `listed` follows."""

        def task(store: DraftStore) -> tuple[tuple[DraftInfo, ...], int]:
            return store.unsaved(), len(store.deleted())

        self._storing.ask(task, ((), 0), lambda found: self.listed.emit(*found), self._on_unreadable)

    def discard(self, draft: int) -> None:
        """Put a draft into the bin; `listed` follows."""
        self._storing.run(lambda store: store.bin.put(draft), lambda _: self.ask_unsaved(), self._on_unreadable)

    def load(self, draft: int) -> None:
        """Have a draft loaded; `loaded` follows."""
        self._storing.run(lambda store: store.load(draft), self.loaded.emit, self._on_unreadable)

    def adopt(self, work: Work, draft: Draft) -> None:
        """Go on writing into a draft that was taken up again."""
        work.draft = DraftSlot(draft.info.id, base=work.file.opened.base, last=draft.info.updated)

    def _meet(self, work: Work) -> None:
        """Look for drafts of the file on the desk, and go on with the one that its last saving left, history and all.

        Queued before anything can be typed, so that the first saving finds the draft. Unsaved drafts of the file are
        only told of: what they hold must not be written over.
        """
        slot, source = work.draft, work.source

        def done(earlier: Earlier) -> None:
            if self._work is work:
                self.met.emit(earlier)

        self._storing.ask(lambda store: earlier_of(store, source, slot), Earlier(), done, self._on_unreadable)

    def _snapshot(self, work: Work, document: Document) -> Snapshot:
        return Snapshot(
            document,
            work.title,
            work.context,
            work.file.opened,
            work.source,
            self._caret(),
            self._view(),
            self._history(),
        )

    def _caret(self) -> Caret:
        block, offset = self._editor.bridge.place(self._editor.textCursor().position())
        index = self._editor.bridge.picture().by_id.get(block.id, 0) if block is not None else 0
        return Caret(index, offset)

    def _on_unreadable(self, error: AssistantError) -> None:
        self.unreadable.emit(error.message)

    def _on_failed(self, error: AssistantError) -> None:
        """Say so, and try again: the disk may have room, or be back, in a while."""
        self._kept = None
        if self._work is not None:
            self._timer.start(RETRY)
        self.failed.emit(error)
