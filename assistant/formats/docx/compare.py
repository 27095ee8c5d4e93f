"""Write the difference of two files as one .docx: the old one with tracked changes that lead to the new one."""

from typing import TYPE_CHECKING

from assistant.document.block import Document
from assistant.formats.docx.alignment import signs
from assistant.formats.docx.archive import replace_member
from assistant.formats.docx.comparison import Comparison, compared
from assistant.formats.docx.fresh import Fresh
from assistant.formats.docx.names import child
from assistant.formats.docx.package import read_package
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.reader import read
from assistant.formats.docx.reviser import Reviser
from assistant.formats.docx.revising import Revising
from assistant.formats.docx.stretches import stretches
from assistant.formats.docx.tracked_tables import delete_emptied_controls, delete_table, inserted_table
from assistant.formats.docx.xml import serialise
from assistant.formats.docx.zones import zones

if TYPE_CHECKING:
    from lxml.etree import _Element


def compare(old: bytes, new: bytes, *, author: str, date: str) -> bytes:
    """Return `old`, a .docx, with revisions by `author` at `date` (ISO 8601, UTC) that lead to the text of `new`.

    These accepted, the text is that of `new`; these rejected, that of `old`. Formats, pictures, notes, fields and
    everything locked (a table of contents, text boxes, equations) are those of `old`; what `new` has of them besides
    is left out. Tables of one grid are compared cell by cell, others struck out and put in whole. Paragraphs that
    moved are struck out and put in. No difference in text: `old` itself is returned. Raises CannotOpen where one of
    the files isn't readable.
    """
    package = read_package(old)
    picture = Picture(package)
    before, after = read(old).document, read(new).document
    breaks = frozenset(n for n in picture.runs if child(child(picture.body.paragraphs[n], "pPr"), "sectPr") is not None)
    comparison = compared(before, after, breaks)
    document = Document(tuple(comparison.blocks), before.tables)
    reviser = Reviser(picture.body.root, author, date)
    atoms = {number: signs(runs) for number, runs in picture.runs.items()}
    fresh = Fresh(picture, document, comparison.levels, None)
    revising = Revising(picture, document, fresh, reviser, atoms)
    revising.carry_out(
        [
            stretch
            for zone in zones(picture, document, comparison.sections)
            for stretch in stretches(picture, zone, [comparison.targets[at] for at in zone.new])
        ]
    )
    _put_tables(picture, comparison, after, revising, reviser)
    gone = [picture.body.tables[number][1] for number in sorted(comparison.gone)]
    for table in gone:
        delete_table(table, reviser)
    delete_emptied_controls(gone, reviser)
    return replace_member(old, package.main, serialise(picture.body.root)) if reviser.busy else old


def _put_tables(
    picture: Picture, comparison: Comparison, after: Document, revising: Revising, reviser: Reviser
) -> None:
    for position, number in reversed(comparison.added):
        table = inserted_table(picture, after, number, reviser)
        anchor = _anchor(picture, comparison, revising, position)
        if anchor is None:
            picture.body.body.insert(0, table)
        else:
            anchor.addnext(table)


def _anchor(picture: Picture, comparison: Comparison, revising: Revising, position: int) -> "_Element | None":
    """Return the element after which something stands that follows the block at a position."""
    if position < 0:
        return None
    block = comparison.blocks[position]
    if block.container is not None:
        return picture.body.tables[block.container.table][1]
    if block.opaque is not None:
        return next(item.elements[-1] for item in picture.body.items if item.origin == block.origin)
    return revising.ends[position]
