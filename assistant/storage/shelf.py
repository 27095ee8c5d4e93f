"""All texts that are kept here, drafts and past reports, as one shelf to look through."""

from dataclasses import dataclass

from assistant.document.block import Document
from assistant.storage.drafts import DraftStore
from assistant.storage.passages import About, Owner

DRAFT, PAST = "draft", "past"


@dataclass(frozen=True, slots=True)
class Entry:
    """One text on the shelf: whose it is, what it is called, what was recognised in it, when it changed (ISO 8601 UTC).

    `path` is the file it belongs to or was read from, '' where there is none; `unsaved`: no file holds the text.
    """

    owner: Owner
    title: str
    about: About
    updated: str
    path: str = ""
    unsaved: bool = False


def entries(store: DraftStore) -> tuple[Entry, ...]:
    """Return what stands on the shelf, the text changed last first."""
    known = store.passages.about()
    found = []
    for draft in store.list():
        owner = Owner(DRAFT, draft.id)
        about = known.get(owner, About())
        found.append(Entry(owner, draft.title, about, draft.updated, draft.source.path or "", not draft.clean))
    for past in store.past.list():
        owner = Owner(PAST, past.id)
        about = About(past.kind, past.year, past.unit, known.get(owner, About()).characters)
        found.append(Entry(owner, past.name, about, past.added, past.path or ""))
    return tuple(sorted(found, key=lambda entry: entry.updated, reverse=True))


def stale(store: DraftStore) -> dict[Owner, str]:
    """Return the texts that have to be indexed, or indexed again, with the time they last changed."""
    stamps = {Owner(DRAFT, draft.id): draft.updated for draft in store.list()}
    stamps.update({Owner(PAST, past.id): past.added for past in store.past.list()})
    return store.passages.stale(stamps)


def text_of(store: DraftStore, owner: Owner) -> Document:
    """Return a text; raise StorageError where it is gone or damaged."""
    return store.load(owner.number).document if owner.kind == DRAFT else store.past.load(owner.number)
