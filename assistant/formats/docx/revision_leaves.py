"""Walk one paragraph leaf by leaf, deleted text included, telling which tracked changes cover each leaf."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.formats.docx.fields import fields_of
from assistant.formats.docx.inline import What, pieces, shown, text_of
from assistant.formats.docx.names import attribute, child, kind
from assistant.formats.docx.revision_marks import Role, is_revision, role_of
from assistant.formats.revision import PARAGRAPH_MARK

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_CLOSED = frozenset({"pPr", "rPr", "p", "drawing", "pict", "object", "txbxContent", "mc:AlternateContent"})
"""Not looked into: what is in them belongs to other paragraphs, or is no text."""
_OBJECTS = (_CLOSED - {"pPr", "rPr", "p", "txbxContent"}) | {"footnoteReference", "endnoteReference", "sym", "m:oMath"}
_ROOM = (What.TEXT, What.CHARACTER, What.TOKEN)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A smallest piece of a paragraph: `text` is empty where it takes no room; `marks` cover it, outermost first.

    `end` marks the end of the paragraph, whose text is `¶` where it was inserted or deleted.
    """

    element: "_Element"
    text: str
    marks: tuple["_Element", ...]
    end: bool = False


def leaves(paragraph: "_Element") -> Iterator[Leaf]:
    """Yield the leaves of a paragraph in reading order, its end last; text boxes in it are left out."""
    texts = {
        piece.element: piece.text if piece.what in _ROOM else "" for piece in pieces(paragraph, fields_of(paragraph))
    }
    yield from _walk(paragraph, (), texts)
    properties = child(child(paragraph, "pPr"), "rPr")
    marks = tuple(e for e in properties if is_revision(e)) if properties is not None else ()
    text = PARAGRAPH_MARK if any(role_of(mark) is Role.END for mark in marks) else ""
    yield Leaf(paragraph, text, marks, end=True)


def _walk(parent: "_Element", marks: tuple["_Element", ...], texts: Mapping["_Element", str]) -> Iterator[Leaf]:
    for element in parent:
        name = kind(element)
        if is_revision(element):
            inside = (*marks, element)
            yield Leaf(element, "", inside)  # so that a change around nothing is seen too
            if role_of(element) is Role.CONTENT:
                yield from _walk(element, inside, texts)
            continue
        inside = marks
        change = child(child(element, "rPr"), "rPrChange") if name in ("r", "m:r") else None
        if change is not None:
            inside = (*marks, change)
            yield Leaf(change, "", inside)
        text = texts.get(element)
        if text is None:
            text = _deleted_text(element, name, marks)
        if text or not len(element):
            yield Leaf(element, text, inside)
        if len(element) and name not in _CLOSED:
            yield from _walk(element, inside, texts)


def _deleted_text(element: "_Element", name: str, marks: tuple["_Element", ...]) -> str:
    """Return what a leaf in deleted text shows; elsewhere what the reader doesn't show has no text."""
    if not any(kind(mark) in ("del", "moveFrom") for mark in marks):
        return ""
    if name in ("delText", "t"):
        return shown(text_of(element))
    if name == "br":
        return "\n" if attribute(element, "type", "textWrapping") == "textWrapping" else "\ufffc"
    return "\ufffc" if name in _OBJECTS else _CHARACTERS.get(name, "")
