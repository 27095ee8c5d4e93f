"""What the completer is taught by the user's own reports: reading one, and the wording sorted of them all.

Reading and sorting are work for the worker process; the window only takes the flat file that comes of it.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.description import Description, describe
from assistant.document.block import Document
from assistant.errors import AssistantError, CannotOpen
from assistant.formats.disk import fingerprint, read_file, write_file
from assistant.phrases.wording import Wording, from_bytes, sorted_wording, to_bytes
from assistant.session import open_file
from assistant.template.report import ReportTemplate

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps", ".wpt", ".txt"})
"""Names of files that are looked for in a folder."""
MOST_FILES = 300
"""Files taken from one folder, with those below it."""
MOST_CHARACTERS = 100_000
"""字数 of a report; what is longer is a book, and would drown the others."""
WORDING = "wording.bin"
"""The flat file in the data folder."""

_MOST_VISITED = 20_000


@dataclass(frozen=True, slots=True)
class PastFile:
    """A report of an earlier year as it was read, `sha256` of the file's bytes."""

    path: Path
    document: Document
    sha256: str
    about: Description


def report_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files among the paths, and of every folder those that may be reports, below it too; each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(_below(path)) if path.is_dir() else [path]
        found.update(dict.fromkeys(inside[:MOST_FILES]))
    return tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    visited = 0
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visited += len(names)
        if visited > _MOST_VISITED:
            return
        for name in names:
            # ~$ and .~ are the owner files of Word and WPS.
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith(("~$", ".")):
                yield Path(place) / name


def read_past(path: Path, templates: tuple[ReportTemplate, ...]) -> PastFile:
    """Read a report to learn from; raise CannotOpen with one plain sentence where it can't be one."""
    document = open_file(path).opened.document
    about = describe(document, templates)
    if not about.characters:
        raise CannotOpen("里面没有文字，没有学习。", str(path))
    if about.characters > MOST_CHARACTERS:
        raise CannotOpen(f"超过 {MOST_CHARACTERS // 10_000} 万字，不像一份报告，没有学习。", str(path))
    return PastFile(path, document, fingerprint(read_file(path)), about)


def text_of(document: Document) -> str:
    """Return what is learned of a report: its paragraphs, one a line."""
    return "\n".join(block.text for block in document.blocks if block.opaque is None)


def write_wording(reports: Sequence[str], resources: Path, target: Path, key: bytes) -> None:
    """Sort reports (the oldest first) and the library, and keep them in a file; raise AssistantError where it can't."""
    from assistant.phrases.completion import library_texts
    from assistant.phrases.expressions import load_expressions
    from assistant.phrases.library import load_phrases

    library = library_texts(load_phrases(resources / "phrases"))
    wording = sorted_wording(reports, library, load_expressions(resources / "lexicon"))
    with suppress(FileExistsError):  # a file stands there: writing below says so
        target.parent.mkdir(parents=True, exist_ok=True)
    write_file(target, to_bytes(wording, key))


def load_wording(path: Path, key: bytes) -> Wording | None:
    """Return what a file keeps, None where there is none or it was made of other texts."""
    try:
        return from_bytes(read_file(path), key)
    except AssistantError:
        return None  # it will be made anew
