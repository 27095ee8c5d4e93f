"""The leader's corrections in a Word file, as use cases: list them, settle them, answer them, show what changed.

Everything works on the text as it is now: the document is written over its base first, and the result becomes the new
base. Paragraph numbers of revisions and comments therefore belong to the written file; `blocks` translates them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.checks.rule import Finding
from assistant.document.block import Document
from assistant.errors import CannotOpen
from assistant.formats.disk import read_file
from assistant.formats.opening import open_bytes
from assistant.formats.revision import Comment, MarkedParagraph, Note, Revision
from assistant.session import OpenedFile

if TYPE_CHECKING:
    from assistant.formats.layout import Layout

_WORD_ONLY = "只有 Word 文件里才有修订和批注，没有改动任何内容，请先另存为 .docx。"


@dataclass(frozen=True, slots=True)
class Corrections:
    """Revisions and comments of the text as it is now; `blocks` gives the block id of their paragraph numbers."""

    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()
    marked: tuple[MarkedParagraph, ...] = ()
    blocks: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Settle:
    """Accept or reject revisions; `numbers` None: all."""

    numbers: frozenset[int] | None
    accept: bool


@dataclass(frozen=True, slots=True)
class Respond:
    """Answer a comment."""

    comment: int
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Take comments out."""

    comments: frozenset[int]


@dataclass(frozen=True, slots=True)
class Annotate:
    """Write findings into the file as comments."""

    findings: tuple[Finding, ...]
    author: str


@dataclass(frozen=True, slots=True)
class CompareWith:
    """Show, as revisions, what leads from another file to this text (花脸稿)."""

    older: Path
    author: str


@dataclass(frozen=True, slots=True)
class CompareVersions:
    """Show, as revisions, what leads from one version of this text to another."""

    older: Document
    newer: Document
    author: str


@dataclass(frozen=True, slots=True)
class Clean:
    """Settle everything and take out names and traces (清稿)."""


Correction = Settle | Respond | Dismiss | Annotate | CompareWith | Clean


@dataclass(frozen=True, slots=True)
class Text:
    """The text on the desk: its file, what it says now, heading levels, and what new paragraphs look like."""

    file: OpenedFile
    document: Document
    levels: Mapping[str, int]
    layout: "Layout"
    blank: bytes

    def written(self) -> bytes:
        """Return the text as a Word file. Raises CannotOpen for a text that is none."""
        if self.file.opened.format != "docx":
            raise CannotOpen(_WORD_ONLY, self.file.opened.format)
        return self.as_word()

    def as_word(self) -> bytes:
        """Return the text as a Word file, whatever it was opened from."""
        from assistant.formats.saving import save_bytes

        opened = self.file.opened
        return save_bytes(
            opened.base,
            opened.format,
            self.document,
            self.levels,
            target_format="docx",
            blank=self.blank,
            layout=self.layout,
        )


def corrections_in(text: Text) -> Corrections:
    """Return revisions and comments of the text as it is now; none where it is no Word file."""
    if text.file.opened.format != "docx":
        return Corrections()
    from assistant.formats.docx.comments import comments
    from assistant.formats.docx.revisions import marked, revisions

    data = text.written()
    found, notes = revisions(data), comments(data)
    if not found and not notes:
        return Corrections()
    written = open_bytes(data, "written.docx").document.blocks
    pairs = zip(written, text.document.blocks, strict=True)
    blocks = {one.origin: block.id for one, block in pairs if one.origin is not None}
    return Corrections(found, notes, marked(data), blocks)


def versions_compared(older: Text, newer: Text, author: str) -> OpenedFile:
    """Return a new text with the revisions that lead from one version to the other; both lie over the same base."""
    from assistant.formats.docx.compare import compare

    data = compare(older.as_word(), newer.as_word(), author=author, date=_now())
    return OpenedFile(open_bytes(data, "versions.docx"))


def corrected(text: Text, correction: Correction) -> OpenedFile:
    """Carry out a correction and return the file with its new base; on disk nothing changes.

    A comparison or a clean copy is a new text without a file of its own.
    """
    from assistant.formats.docx import comments
    from assistant.formats.docx.cleaning import clean
    from assistant.formats.docx.compare import compare
    from assistant.formats.docx.revisions import resolve

    now = _now()
    match correction:
        case Settle(numbers, accept):
            data = resolve(text.written(), numbers, accept=accept)
        case Respond(number, words, author):
            data = comments.reply(text.written(), number, words, author, now)
        case Dismiss(numbers):
            data = comments.remove(text.written(), numbers)
        case Annotate(findings, author):
            data = _annotated(text, findings, author, now)
        case CompareWith(older, author):
            data = compare(_word_bytes(older, text), text.as_word(), author=author, date=now)
            return OpenedFile(open_bytes(data, "compared.docx"))
        case Clean():
            return OpenedFile(open_bytes(clean(text.as_word()), "clean.docx"))
    return replace(text.file, opened=open_bytes(data, "corrected.docx"))


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _annotated(text: Text, findings: tuple[Finding, ...], author: str, now: str) -> bytes:
    from assistant.formats.docx.comments import add

    data = text.written()
    written = open_bytes(data, "written.docx").document.blocks
    origins = {block.id: one.origin for one, block in zip(written, text.document.blocks, strict=True)}
    notes = []
    for finding in findings:
        span = finding.span
        origin = None if span is None else origins.get(span.block)
        if span is not None and origin is not None:
            notes.append(Note(origin, span.start, span.end, f"【{finding.level.label}】{finding.message}"))
    return add(data, tuple(notes), author, now)


def _word_bytes(path: Path, text: Text) -> bytes:
    opened = open_bytes(read_file(path), path.name)
    if opened.format == "docx":
        return opened.base
    return replace(text, file=OpenedFile(opened), document=opened.document, levels={}).as_word()
