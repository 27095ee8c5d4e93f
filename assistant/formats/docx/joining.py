"""Take away the end of a paragraph: its content goes to the front of the next one."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import both, child, kind
from assistant.formats.docx.order import BLOCKS, lift_marks

if TYPE_CHECKING:
    from lxml.etree import _Element

_FRAMES = frozenset({"sdt", "sdtContent", "customXml"})
_NO_CONTENT = frozenset({"pPr", "proofErr", ""})


def join_with_next(paragraph: "_Element") -> None:
    """Join a paragraph whose end is gone with the one after it, whose format the whole then has (as in Word).

    Where a table or nothing follows, there is nothing to join with: a paragraph without text goes if its place can do
    without it (marks of comments in it go to another one), any other stays.
    """
    following = _neighbour(paragraph, forward=True)
    if following is not None and kind(following) == "p":
        _prepend(paragraph, following)
        return
    if _has_content(paragraph) or not _dispensable(paragraph, following):
        return
    _hand_on_comments(paragraph, following)
    lift_marks(paragraph)


def _hand_on_comments(paragraph: "_Element", following: "_Element | None") -> None:
    """Give the marks of comments to the paragraph before, else to the next one inside what follows."""
    marks = [element for element in paragraph if _is_comment_mark(element)]
    before = _neighbour(paragraph, forward=False)
    if before is not None and kind(before) == "p":
        before.extend(marks)
        return
    home = None if following is None else next(following.iter(*both("p")), None)
    if home is not None:
        at = int(child(home, "pPr") is not None)
        home[at:at] = marks


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
        for name in (kind(element) for element in paragraph if not _is_comment_mark(element))
    )


def _is_comment_mark(element: "_Element") -> bool:
    inner = [kind(e) for e in element] if kind(element) == "r" else []
    return "commentReference" in inner and set(inner) <= {"rPr", "commentReference"}


def _dispensable(paragraph: "_Element", following: "_Element | None") -> bool:
    """Tell whether an empty paragraph can go: it ends no section, and no cell or text box after a table or control."""
    before = _neighbour(paragraph, forward=False)
    if following is not None:
        return True
    section = child(child(paragraph, "pPr"), "sectPr")
    return section is None and before is not None and (kind(before) == "p" or not _ends_its_place(paragraph))


def _ends_its_place(element: "_Element") -> bool:
    """Tell whether a last block, in content controls or not, is that of a cell, text box or note.

    Those must end in a paragraph; the body and a content control in it needn't.
    """
    parent = element.getparent()
    while parent is not None and kind(parent) in _FRAMES:
        if kind(parent) != "sdtContent" and _neighbour(parent, forward=True) is not None:
            return False
        parent = parent.getparent()
    return parent is None or kind(parent) != "body"


def _neighbour(element: "_Element", *, forward: bool) -> "_Element | None":
    """Return the next block of the same parent; ends of ranges between blocks are passed over."""
    found = element.getnext() if forward else element.getprevious()
    while found is not None and kind(found) not in BLOCKS:
        found = found.getnext() if forward else found.getprevious()
    return found
