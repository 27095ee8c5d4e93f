"""Use cases as values: open a file, save a document, take a draft up again."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from assistant.document.block import Document
from assistant.errors import CannotOpen, CannotSave, ConvertibleFormat
from assistant.formats.conversion import convert, find_office, suffix_of
from assistant.formats.disk import fingerprint, read_file, write_file
from assistant.formats.layout import Layout
from assistant.formats.opened import Opened
from assistant.formats.opening import is_word_name, open_bytes
from assistant.formats.saving import check_saved, check_tracked, save_bytes
from assistant.storage.draft import Draft, Source

OLD_SUFFIXES = frozenset({".doc", ".dot", ".wps", ".wpt"})
"""Names of formats that are read but never written."""

_OLD_FORMAT = "不能写成旧版的 .doc 或 .wps 文件，没有写出任何文件，请把文件名改成以 .docx 结尾再保存。"

ANONYMOUS = "述职助手"
"""Author of revisions where the user has given no name."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A document with the file it belongs to.

    `opened` and the base in it stay the same for the life of the window; `path`, `sha256` and `format` say where, as
    which bytes and in which format (docx or txt) it was last read or written. `path` is None for a new report, and for
    the text of an old Word file, which is never written to: `made_from` then is that file.
    """

    opened: Opened
    path: Path | None = None
    sha256: str | None = None
    format: str = "docx"
    made_from: Path | None = None

    @property
    def source(self) -> Source:
        """The file, as the draft store records it."""
        return Source(None if self.path is None else str(self.path), self.sha256, self.format)


def open_file(path: Path) -> OpenedFile:
    """Read and open a file; raise CannotOpen with one plain sentence where that can't be done.

    An old Word file (.doc, .wps) gives a new draft without a file of its own. Where LibreOffice may be able to read
    what we can't, the error is a ConvertibleFormat.
    """
    data = read_file(path)
    try:
        opened = open_bytes(data, path.name)
    except CannotOpen as error:
        if suffix_of(data) and "密码" not in error.message:
            raise ConvertibleFormat(error.message, error.detail) from error
        raise
    if opened.converted:
        return OpenedFile(opened, format=opened.format, made_from=path.absolute())
    return OpenedFile(opened, path.absolute(), fingerprint(data), opened.format)


def convert_file(path: Path, office: Path | None = None) -> OpenedFile:
    """Open a file by way of LibreOffice (`office`, else the one of this computer), as a new draft without a file.

    Raises CannotOpen with one plain sentence where that can't be done; the file itself is only read.
    """
    opened = convert(read_file(path), office or find_office())
    return OpenedFile(opened, format=opened.format, made_from=path.absolute())


def new_file(blank: bytes) -> OpenedFile:
    """Open the bytes of the bundled blank document as a report that has no file yet."""
    return OpenedFile(open_bytes(blank, "blank.docx"))


def save_file(
    file: OpenedFile,
    document: Document,
    levels: Mapping[str, int],
    path: Path,
    *,
    blank: bytes,
    layout: Layout | None = None,
    backup: Path | None = None,
    replace_changed: bool = False,
    replace_open: bool = False,
    author: str = "",
) -> OpenedFile:
    """Write the document to `path` and return the file with its new place and fingerprint.

    The file it was read from keeps its format, whatever its name; of any other the suffix decides. What was written is
    opened again before it takes the old file's place, and must read as the document does. `levels` are heading levels
    by block id, `blank` the bundled blank document, `layout` the look of new paragraphs that have no model in the file,
    `backup` where one copy of the replaced file is kept. With an `author`, a Word file gets the changes as revisions.

    Raises ChangedOnDisk or OpenElsewhere (formats.disk) for the user to decide: then the same call again with
    `replace_changed` or `replace_open`. Raises CannotSave or EditRefused otherwise; the file on disk is then untouched.
    """
    here = _same(file.path, path)
    if not here and path.suffix.lower() in OLD_SUFFIXES:
        raise CannotSave(_OLD_FORMAT, str(path))
    target = file.format if here else format_of(path, file.format)
    opened = file.opened
    if author and opened.format == target == "docx":
        from assistant.formats.docx.tracking import tracked

        date = _now()
        data = tracked(opened.base, document, levels, layout, author=author, date=date)
    else:
        date = ""
        data = save_bytes(
            opened.base, opened.format, document, levels, target_format=target, blank=blank, layout=layout
        )

    def verify(written: bytes) -> None:
        try:
            if date:
                check_tracked(written, document, author=author, date=date)
            else:
                check_saved(written, opened.format, document, target)
        except CannotOpen as error:
            message = "写出的文件打不开，没有改动磁盘上的文件，稿子还在，请另存为 .txt 文件并报告这个问题。"
            raise CannotSave(message, f"{error.message} {error.detail}") from error

    expected = file.sha256 if here and not replace_changed else None
    sha256 = write_file(path, data, opened_sha256=expected, verify=verify, backup=backup, replace_open=replace_open)
    return replace(file, path=path.absolute(), sha256=sha256, format=target)


def author_for(file: OpenedFile, writer: str) -> str:
    """Return whose revisions our changes are where a file tracks changes by itself; empty where it doesn't."""
    if file.opened.format != "docx":
        return ""
    from assistant.formats.docx.revisions import is_tracking

    return (writer or ANONYMOUS) if is_tracking(file.opened.base) else ""


def recover(draft: Draft) -> tuple[OpenedFile, Document]:
    """Return a draft as an opened file and the text as it was; the file itself need not exist any more.

    Raises CannotOpen only where the base can't be read, which it could when the draft was begun.
    """
    source = draft.info.source
    path = None if source.path is None else Path(source.path)
    opened = open_bytes(draft.base, f"base.{draft.base_format}")
    return OpenedFile(opened, path, source.sha256, source.format), draft.document


def format_of(path: Path, default: str) -> str:
    """Return the format that a file name asks for: docx, txt, or `default` where the suffix says neither."""
    if is_word_name(path.name):
        return "docx"
    return "txt" if path.suffix.lower() == ".txt" else default


def backup_place(data_folder: Path, path: Path) -> Path:
    """Return where the one backup of a file is kept: in the data folder, not beside the user's files."""
    name = hashlib.sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return data_folder / "backup" / f"{name}{path.suffix}"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _same(one: Path | None, other: Path) -> bool:
    return one is not None and os.path.realpath(one) == os.path.realpath(other)
