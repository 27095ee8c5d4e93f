"""The text on the desk at one moment, and how it gets into its draft."""

from contextlib import suppress
from dataclasses import dataclass

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.formats.opened import Opened
from assistant.storage.draft import Base, Caret, Source, View
from assistant.storage.draft_rows import DraftGone
from assistant.storage.drafts import DraftStore
from assistant.ui.work import DraftSlot


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a draft keeps; `history`: whether revisions are wanted."""

    document: Document
    title: str
    context: Context
    opened: Opened
    source: Source
    caret: Caret
    view: View
    history: bool = True


def keep(store: DraftStore, slot: DraftSlot, shot: Snapshot) -> None:
    """Write a snapshot into its draft as what no file holds; where the draft is gone, into a new one."""
    if slot.id is not None:
        with suppress(DraftGone):  # thrown away meanwhile: the text gets another one
            _overwrite(store, slot.id, slot, shot)
            return
    _begin(store, slot, shot)
    if slot.id is not None:
        _overwrite(store, slot.id, slot, shot)


def keep_saved(store: DraftStore, slot: DraftSlot, shot: Snapshot) -> None:
    """Write a snapshot into its draft as what its file holds."""
    if slot.id is None:
        _begin(store, slot, shot)
    try:
        _mark(store, slot, shot)
    except DraftGone:
        _begin(store, slot, shot)
        _mark(store, slot, shot)


def _overwrite(store: DraftStore, draft: int, slot: DraftSlot, shot: Snapshot) -> None:
    slot.last = store.save_current(
        draft,
        shot.document,
        caret=shot.caret,
        view=shot.view,
        title=shot.title,
        context=shot.context,
        base=_other_base(slot, shot),
        history=shot.history,
        last=slot.last,
    )
    _note(slot, shot)


def _mark(store: DraftStore, slot: DraftSlot, shot: Snapshot) -> None:
    if slot.id is not None:
        slot.last = store.mark_saved(
            slot.id,
            shot.document,
            shot.source,
            caret=shot.caret,
            view=shot.view,
            title=shot.title,
            context=shot.context,
            base=_other_base(slot, shot),
            history=shot.history,
        )
    _note(slot, shot)


def _begin(store: DraftStore, slot: DraftSlot, shot: Snapshot) -> None:
    opened = shot.opened
    slot.id = store.create(
        shot.title, opened.base, opened.format, shot.document, source=shot.source, context=shot.context
    )
    slot.base, slot.last = opened.base, None


def _other_base(slot: DraftSlot, shot: Snapshot) -> Base | None:
    return None if slot.base is shot.opened.base else Base(shot.opened.base, shot.opened.format)


def _note(slot: DraftSlot, shot: Snapshot) -> None:
    slot.safe, slot.base = shot.document, shot.opened.base
