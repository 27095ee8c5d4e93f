"""What opening a file gives: the document, the untouched bytes, and a line for every paragraph of the file."""

from dataclasses import dataclass

from assistant.document.block import Document


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One `w:p` of the main part (or line of a .txt), whether or not it can be edited.

    `number` counts all `w:p` in document order as `root.iter(w:p)` does, from 0, those in text boxes and both branches
    of AlternateContent included. `kind` says where it lives: body, cell, textbox, toc, locked... `label` is its
    computed automatic number.
    """

    number: int
    text: str
    label: str
    kind: str
    editable: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as opened. `base` is kept unchanged for the life of the window; origins in `document` point into it.

    `format` is `docx` or `txt`. `notes` are Chinese sentences worth showing on opening (revisions in the file...).
    `converted`: the file is of a format that is only read, and `base` is a .docx made of it.
    """

    document: Document
    base: bytes
    format: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    converted: bool = False
