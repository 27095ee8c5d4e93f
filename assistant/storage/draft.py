"""What the draft store holds, as values."""

from dataclasses import dataclass, field

from assistant.document.block import Document
from assistant.document.context import Context


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the caret stood: position of the block in `Document.blocks`, offset in it in code points."""

    block: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What the window showed around the text: the first visible block, folded headings by key, the tab beside."""

    top: int = 0
    folded: tuple[str, ...] = ()
    tab: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """The file a draft belongs to.

    `path` is None for a report never saved; `sha256` the fingerprint of the file as last read or written there;
    `format` (docx or txt) what the file is written as, which differs from the base's after saving as another format.
    """

    path: str | None = None
    sha256: str | None = None
    format: str = "docx"


@dataclass(frozen=True, slots=True)
class Base:
    """The bytes that were opened, which a draft's text is written over at a save, and their format (docx or txt)."""

    data: bytes
    format: str


@dataclass(frozen=True, slots=True)
class DraftInfo:
    """A draft without its text; `clean` says that its file holds the same, times are ISO 8601 in UTC.

    `deleted` is when it was put into the bin, None where it lies in none.
    """

    id: int
    title: str
    source: Source
    clean: bool
    created: str
    updated: str
    deleted: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with all that opens it again, also when its file is gone."""

    info: DraftInfo
    base: bytes
    base_format: str
    document: Document
    caret: Caret = field(default_factory=Caret)
    context: Context = field(default_factory=Context)
    view: View = field(default_factory=View)


TIMED, SAVED, NAMED, RESTORED = "timed", "saved", "named", "restored"
"""Why a revision is kept: time had passed, saved to the file, named by the user, about to be replaced by another."""


@dataclass(frozen=True, slots=True)
class RevisionInfo:
    """A past state of a draft; `words` is its 字数, -1 where it was not counted."""

    id: int
    created: str
    reason: str
    note: str = ""
    words: int = -1
