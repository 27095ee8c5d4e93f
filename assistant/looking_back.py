"""Work on earlier texts for the window: a draft begun from last year's report, what still waits in it, its overlap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.errors import AssistantError, CannotOpen
from assistant.session import OpenedFile, convert_file, open_file
from assistant.template.report import ReportTemplate

if TYPE_CHECKING:
    import re

    from assistant.reuse.compared_texts import Text
    from assistant.reuse.overlap import Overlap
    from assistant.reuse.pending import Pending
    from assistant.reuse.rollover import Knowledge

COMPARED = frozenset({".docx", ".txt"})
"""Suffixes of the files of a folder that a text is compared with."""

_MOST_TEXTS = 3000
"""Texts read for comparing that are remembered; a later check reads only what has changed."""


@dataclass(frozen=True, slots=True)
class BeginFrom:
    """Job: begin the report of a year from last year's file; `convert` has LibreOffice read it."""

    path: Path
    year: int
    context: Context
    convert: bool = False


@dataclass(frozen=True, slots=True)
class ListPending:
    """Job: list what of last year's report still stands in the text."""

    document: Document
    reports: tuple[Report, ...]
    context: Context
    year: int


@dataclass(frozen=True, slots=True)
class ReadTexts:
    """Job: read files that a text will be compared with."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class FindOverlap:
    """Job: compare a text with files (those read before are not read again) and with documents, each under a name."""

    name: str
    document: Document
    reports: tuple[Report, ...]
    paths: tuple[Path, ...]
    documents: tuple[tuple[str, Document], ...] = ()


@dataclass(frozen=True, slots=True)
class TextsRead:
    """Answer: how many files there are to compare with, and one sentence for each that can't be read."""

    count: int
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookedBack:
    """Answer: what waits, what is shared, or how much was read."""

    found: "Pending | Overlap | TextsRead"


Looking = ListPending | ReadTexts | FindOverlap


class LookingBack:
    """Does these jobs; holds the dated knowledge and the texts read."""

    def __init__(self, resources: Path) -> None:
        """Nothing is loaded before it is needed."""
        self._resources = resources
        self._texts: dict[tuple[str, int, int], Text] = {}

    def begin(self, job: BeginFrom, templates: Sequence[ReportTemplate]) -> tuple[OpenedFile, Document, Context]:
        """Return the new draft, which has no file, its text and its context; last year's file is only read.

        Raises CannotOpen where the file can't be read, CannotRollOver where it is about that year already.
        """
        from assistant.document.edit import apply
        from assistant.reuse.pending import remembered
        from assistant.reuse.rollover import roll_over
        from assistant.template.structure import recognise

        file = convert_file(job.path) if job.convert else open_file(job.path)
        document = file.opened.document
        reports = recognise(document, templates, Context())
        found = roll_over(document, reports, templates, self._knowledge, job.year, unit=job.context.unit)
        last = remembered(str(job.path.absolute()), document, found)
        context = replace(job.context, year=job.year, last_year=last)
        new = replace(file, path=None, sha256=None, made_from=None)
        return new, apply(document, found.edits), context

    def answer(self, job: Looking) -> LookedBack:
        """Do one job on a text that is there."""
        match job:
            case ListPending():
                return LookedBack(self._pending(job))
            case ReadTexts():
                return LookedBack(self._read(job))
            case FindOverlap():
                return LookedBack(self._overlap(job))

    def _pending(self, job: ListPending) -> "Pending":
        from assistant.reuse.pending import pending

        return pending(job.document, job.reports, self._knowledge, job.context, job.year)

    def _read(self, job: ReadTexts) -> TextsRead:
        complaints = []
        for path in job.paths:
            try:
                self._text(path)
            except AssistantError as error:
                complaints.append(f"{path.name}：{error.message}")
        return TextsRead(len(job.paths) - len(complaints), tuple(complaints))

    def _overlap(self, job: FindOverlap) -> "Overlap":
        from assistant.reuse.compared_texts import own_text, whole_text
        from assistant.reuse.overlap import compare

        texts = [whole_text(name, document) for name, document in job.documents]
        for path in job.paths:
            try:
                texts.append(self._text(path))
            except AssistantError:  # has been complained about when it was read
                continue
        return compare(own_text(job.name, numbered(job.document), job.reports), texts, self._exempt)

    def _text(self, path: Path) -> "Text":
        from assistant.formats.disk import read_file
        from assistant.formats.paragraph_texts import paragraph_texts
        from assistant.reuse.compared_texts import Text

        key = _stamp(path)
        if key not in self._texts:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            self._texts[key] = Text(str(path), paragraph_texts(read_file(path), path.name))
        return self._texts[key]

    @cached_property
    def _knowledge(self) -> "Knowledge":
        from assistant.reuse.rollover import load_knowledge

        return load_knowledge(self._resources / "reuse")

    @cached_property
    def _exempt(self) -> "re.Pattern[str]":
        from assistant.reuse.compared_texts import load_exempt

        return load_exempt(self._resources / "reuse" / "overlap.toml")


def files_in(folder: Path, suffixes: frozenset[str] = COMPARED) -> list[Path]:
    """Return the files of a folder that can be compared with, by name, Word's lock files left out.

    Raises CannotOpen where the folder can't be read.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in suffixes and path.is_file())
    except OSError as error:
        raise CannotOpen(f"打不开文件夹 {folder}，没有改动任何文件，请检查写得对不对。", str(error)) from error
    return [path for path in found if not path.name.startswith(("~$", "."))]


def numbered(document: Document) -> Document:
    """Return a document whose blocks have their position as origin: what is written has none, yet must be compared."""
    blocks = tuple(replace(block, origin=number) for number, block in enumerate(document.blocks))
    return replace(document, blocks=blocks)


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        status = path.stat()
    except OSError:  # reading the file says what is wrong with it
        return str(path), 0, 0
    return str(path), status.st_size, status.st_mtime_ns
