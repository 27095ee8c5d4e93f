"""Take away the end of a paragraph: its content goes to the front of the next one."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import child, kind
from assistant.formats.docx.order import lift_marks

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({"p", "tbl", "sdt", "customXml", "altChunk"})
_NO_CONTENT = frozenset({"pPr", "proofErr", ""})


def join_with_next(paragraph: "_Element") -> None:
    """Join a paragraph whose end is gone with the one after it, whose format the whole then has (as in Word).

    Where a table or nothing follows, there is nothing to join with: an empty paragraph goes if its place can do
    without it, any other stays.
    """
    following = _neighbour(paragraph, forward=True)
    if following is not None and kind(following) == "p":
        _prepend(paragraph, following)
    elif not _has_content(paragraph) and _dispensable(paragraph, following):
        lift_marks(paragraph)


def _prepend(paragraph: "_Element", following: "_Element") -> None:
    content = [e for e in paragraph if kind(e) != "pPr"]
    between = paragraph.getnext()
    while between is not None and between is not following:
        content.append(between)
        between = between.getnext()
    properties = child(following, "pPr")
    if properties is not None:
        for element in reversed(content):
            properties.addnext(element)
    else:
        for element in reversed(content):
            following.insert(0, element)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _has_content(paragraph: "_Element") -> bool:
    return any(
        name not in _NO_CONTENT and ("}" in name or not name.endswith(("Start", "End")))
        for name in map(kind, paragraph)
    )


def _dispensable(paragraph: "_Element", following: "_Element | None") -> bool:
    """Tell whether an empty paragraph can go: it parts no tables, ends no cell after a table, ends no section."""
    before = _neighbour(paragraph, forward=False)
    if following is not None:
        return before is None or kind(before) != "tbl" or kind(following) != "tbl"
    section = child(child(paragraph, "pPr"), "sectPr")
    return section is None and before is not None and kind(before) == "p"


def _neighbour(element: "_Element", *, forward: bool) -> "_Element | None":
    """Return the next block of the same parent; ends of ranges between blocks are passed over."""
    found = element.getnext() if forward else element.getprevious()
    while found is not None and kind(found) not in _BLOCKS:
        found = found.getnext() if forward else found.getprevious()
    return found
