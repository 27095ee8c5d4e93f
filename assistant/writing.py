"""Write a document to the file named on the command line, in the format that its suffix asks for."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import CannotSave

if TYPE_CHECKING:
    from assistant.document.block import Document
    from assistant.session import OpenedFile


def write(file: "OpenedFile", document: "Document", output: str) -> None:
    """Write the document to a file whose suffix decides the format; what is unedited is copied as it is.

    Raises CannotSave where the suffix is of no format that is written, or the file can't be.
    """
    from assistant.analysis import heading_levels
    from assistant.document.context import Context
    from assistant.formats.disk import read_file
    from assistant.formats.layout import load_layouts
    from assistant.paths import resources
    from assistant.session import format_of, save_file
    from assistant.template.report import load_templates
    from assistant.template.structure import recognise

    path = Path(output)
    own = "" if file.path is None else file.path.suffix.lower()
    if path.suffix.lower() not in {"", own} and not format_of(path, ""):
        raise CannotSave(f"不能写成 {path.suffix} 文件，没有写出任何文件，请让 OUT 以 .docx 或 .txt 结尾。")
    fresh = file.format == "txt" and format_of(path, "txt") == "docx"
    if document == file.opened.document and not fresh:
        save_file(file, document, {}, path, blank=b"")
        return
    levels: dict[str, int] = {}
    if fresh or any(block.origin is None for block in document.blocks):  # only new paragraphs ask what they are
        reports = recognise(document, load_templates(resources() / "templates"), Context())
        levels = heading_levels(document, reports)
    save_file(
        file,
        document,
        levels,
        path,
        blank=read_file(resources() / "blank.docx") if fresh else b"",
        layout=next(iter(load_layouts(resources() / "layouts")), None),
    )
