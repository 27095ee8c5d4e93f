"""What the store of drafts knows of a file that was opened."""

from dataclasses import dataclass

from assistant.storage.draft import Draft, DraftInfo, Source
from assistant.storage.drafts import DraftStore
from assistant.ui.work import DraftSlot


@dataclass(frozen=True, slots=True)
class Earlier:
    """The drafts of a file.

    `unsaved` are drafts of it that were never saved to it, the newest first; `before` is the draft it was last worked
    on as, and `last` the same where that is still what the file holds.
    """

    unsaved: tuple[DraftInfo, ...] = ()
    before: Draft | None = None
    last: Draft | None = None


def earlier_of(store: DraftStore, source: Source, slot: DraftSlot) -> Earlier:
    """Look for drafts of a file; `slot` goes on with the one that its last saving left, history and all."""
    known = store.of_file(source.path or "")
    clean = next((info for info in known if info.clean), None)
    unsaved = tuple(info for info in known if not info.clean)
    if clean is None:
        return Earlier(unsaved)
    if slot.id is None:
        slot.id, slot.last = clean.id, clean.updated
    before = store.load(clean.id)
    return Earlier(unsaved, before, before if clean.source.sha256 == source.sha256 else None)
