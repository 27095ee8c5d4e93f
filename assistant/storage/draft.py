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
class Source:
    """The file a draft belongs to.

    `path` is None for a report never saved; `sha256` the fingerprint of the file as last read or written there;
    `format` (docx or txt) what the file is written as, which differs from the base's after saving as another format.
    """

    path: str | None = None
    sha256: str | None = None
    format: str = "docx"


@dataclass(frozen=True, slots=True)
class DraftInfo:
    """A draft without its text; `clean` says that its file holds the same, times are ISO 8601 in UTC."""

    id: int
    title: str
    source: Source
    clean: bool
    created: str
    updated: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with all that opens it again, also when its file is gone."""

    info: DraftInfo
    base: bytes
    base_format: str
    document: Document
    caret: Caret = field(default_factory=Caret)
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class RevisionInfo:
    """A past state of a draft; `reason` is `saved` (to the file) or `timed`."""

    id: int
    created: str
    reason: str
