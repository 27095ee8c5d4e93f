"""Take content out of a paragraph or table, leaving behind what belongs to others: range ends, comment marks."""

from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, both, child, kind
from assistant.formats.docx.new_run import new_run
from assistant.formats.docx.order import lift_marks, range_marks

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHELLS = frozenset({"hyperlink", "smartTag", "customXml", "ins", "del", "moveFrom", "moveTo"})
_PROPERTIES = frozenset({"smartTagPr", "customXmlPr", ""})


def take_out(content: "_Element") -> None:
    """Remove run content; bookmarks and comments keep their place, shells left empty by it go too."""
    parent = content.getparent()
    if parent is None:
        return
    for element in list(content.iter(*both("commentReference"))):
        run = element.getparent()
        properties = child(run, "rPr") if run is not None else None
        content.addprevious(new_run(content, deepcopy(properties), [element]))
    for mark in range_marks(content):
        mark.tail = None
        content.addprevious(mark)
    parent.remove(content)
    drop_shell(parent)


def drop_shell(element: "_Element") -> None:
    """Remove a link, smart tag or revision mark around nothing, and those around it in turn."""
    while kind(element) in _SHELLS and all(kind(inner) in _PROPERTIES for inner in element):
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        element = parent


def unwrap(element: "_Element") -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    for inner in list(element):
        element.addprevious(inner)
    parent.remove(element)


def take_out_row(row: "_Element", root: "_Element") -> None:
    """Remove a w:tr or w:tc; bookmarks keep their place, comments on it go too (a comment mark can't stand there).

    A row without cells and a table without rows go with it.
    """
    lost = {attribute(element, "id") for element in row.iter(*both("commentReference"))}
    parent = row.getparent()
    lift_marks(row)
    if lost:
        for mark in [e for name in ("commentRangeStart", "commentRangeEnd") for e in root.iter(*both(name))]:
            above = mark.getparent()
            if above is not None and attribute(mark, "id") in lost:
                above.remove(mark)
    if parent is not None and not any(kind(inner) in ("tr", "tc", "sdt", "customXml", "ins") for inner in parent):
        if kind(parent) == "tr":
            take_out_row(parent, root)
        elif kind(parent) == "tbl":
            lift_marks(parent)
