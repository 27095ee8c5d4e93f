"""The draft behind the text: saved on this machine within a second and a half of every change."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import AssistantError
from assistant.storage.draft import Caret, Draft, Source
from assistant.storage.drafts import DraftStore
from assistant.ui.background import Background
from assistant.ui.editor.editor import Editor
from assistant.ui.storing import Storing
from assistant.ui.work import DraftSlot, Work

DELAY = 1000
"""Milliseconds from the first unsaved change to its saving; typing on does not put it off."""

RETRY = 5000
"""Milliseconds after which a failed saving is tried again."""


class Drafting(QObject):
    """Keeps the draft of the work on the desk.

    Signals: `saved` at what time; `failed` why not; `unreadable` a sentence about drafts that can't be listed or
    loaded; `listed` the unsaved drafts (a tuple of DraftInfo); `loaded` a Draft.
    """

    saved = Signal(object)
    failed = Signal(object)
    unreadable = Signal(str)
    listed = Signal(object)
    loaded = Signal(object)

    def __init__(self, editor: Editor, background: Background, storing: Storing, parent: QObject | None = None) -> None:
        """Keep drafts in the store that `storing` reaches."""
        super().__init__(parent)
        self._editor = editor
        self._background = background
        self._storing = storing
        self._work: Work | None = None
        self._kept: Document | None = None
        self._kept_context: Context | None = None
        self._in_file: Document | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.save)

    def begin(self, work: Work, *, kept: bool) -> None:
        """Watch another text; `kept`: the store, or a file, holds it as it is."""
        self._timer.stop()
        self._work = work
        self._kept_context = work.context
        self._kept = work.draft.safe = self._editor.bridge.picture().document if kept else None
        self._in_file = self._kept if work.draft.id is None and work.file.path is not None else None

    def text_changed(self) -> None:
        """Save soon."""
        if self._work is not None and not self._timer.isActive():
            self._timer.start(DELAY)

    def save(self) -> None:
        """Save now, if anything has changed."""
        work = self._work
        if work is None:
            return
        document = self._editor.bridge.picture().document
        work.context = replace(work.context, ignored=self._editor.bridge.ignored())
        if document == self._kept and work.context == self._kept_context:
            return
        if document == self._in_file and not self._editor.document().isModified():
            self.mark_saved(document, work.source)  # everything was undone: the file holds it
            return
        self._kept, self._kept_context = document, work.context
        caret, title, context, slot = self._caret(), work.title, work.context, work.draft
        opened, source = work.file.opened, work.source

        def task(store: DraftStore) -> datetime:
            if slot.id is None:
                slot.id = store.create(title, opened.base, opened.format, document, source=source, context=context)
            store.save_current(slot.id, document, caret=caret, title=title, context=context)
            slot.safe = document
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
        slot, opened, title, context = work.draft, work.file.opened, work.title, work.context

        if slot.id is None and untouched and slot.safe == document:
            return

        def task(store: DraftStore) -> None:
            if slot.id is None and untouched:
                return
            if slot.id is None:
                slot.id = store.create(title, opened.base, opened.format, document, source=source, context=context)
            store.mark_saved(slot.id, document, source)
            slot.safe = document

        self._storing.run(task, lambda _: None, self._on_failed)

    def replace(self, old: DraftSlot) -> None:
        """Begin a draft on the text's new base and let go of the one on its old base, in this order."""
        self._kept = None
        self.save()

        def forget(store: DraftStore) -> None:
            if old.id is not None:
                store.delete(old.id)

        self._storing.run(forget, lambda _: None, self._on_failed)

    def end(self) -> None:
        """Save what is unsaved and watch no more."""
        if self._timer.isActive():
            self.save()
        self._timer.stop()
        self._work = None

    def flush(self, seconds: float = 5.0) -> bool:
        """Save now and wait for the disk; tell whether it holds the text (for leaving, and for a crash)."""
        if self._work is None:
            return True
        self.save()
        in_time = self._background.flush_io(seconds)
        return in_time and self._work.draft.safe == self._editor.bridge.picture().document

    def ask_unsaved(self) -> None:
        """Have the unsaved drafts listed; `listed` follows."""
        self._storing.ask(DraftStore.unsaved, (), self.listed.emit, self._on_unreadable)

    def load(self, draft: int) -> None:
        """Have a draft loaded; `loaded` follows."""
        self._storing.run(lambda store: store.load(draft), self.loaded.emit, self._on_unreadable)

    def adopt(self, work: Work, draft: Draft) -> None:
        """Go on writing into a draft that was taken up again."""
        work.draft = DraftSlot(draft.info.id)

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
