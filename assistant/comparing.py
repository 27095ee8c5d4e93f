"""Compare and restore texts, for the worker: what differs between two versions, or between a draft and its file."""

from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import Document
from assistant.document.restoring import Restoration, restoration
from assistant.document.side_by_side import Row, side_by_side
from assistant.session import open_file
from assistant.text.counting import count_words


@dataclass(frozen=True, slots=True)
class Differ:
    """Job: show two texts side by side; the older one may be a file."""

    older: Document | Path
    newer: Document


@dataclass(frozen=True, slots=True)
class Restore:
    """Job: find the edits that lead from the text on the desk to another one."""

    current: Document
    wanted: Document


@dataclass(frozen=True, slots=True)
class Difference:
    """Answer: the rows, and the 字数 of both texts."""

    rows: tuple[Row, ...]
    words: tuple[int, int]


def compared(job: Differ) -> Difference:
    """Return what differs; raises CannotOpen where the file can't be read."""
    older = job.older if isinstance(job.older, Document) else open_file(job.older).opened.document
    return Difference(side_by_side(older, job.newer), (_words(older), _words(job.newer)))


def restoring(job: Restore) -> Restoration:
    """Return the edits."""
    return restoration(job.current, job.wanted)


def _words(document: Document) -> int:
    return sum(count_words(block.text) for block in document.blocks)
