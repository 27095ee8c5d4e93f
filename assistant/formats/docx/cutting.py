"""Cut a paragraph in two at an element inside it, through links and content controls."""

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, child, kind, sibling_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = frozenset({"pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData"})
_REVISIONS = frozenset({"ins", "moveTo"})


def cut(paragraph: "_Element", place: "_Element", new_id: Callable[[], str]) -> "_Element":
    """Move all content before `place` into a new w:p before the paragraph and return it; `place` is taken out.

    What surrounds the place (a link, a revision, a content control) is there twice afterwards, unless one half of it
    would be empty. The first half of a revision gets a new id, that of a content control none; the new paragraph has no
    properties.
    """
    _climb(paragraph, place)
    moved: list[_Element] = []
    edge = place
    while edge is not paragraph:
        parent = edge.getparent()
        if parent is None:
            raise AssertionError("the place to cut stands outside the paragraph")
        preceding = [e for e in parent if kind(e) not in _PROPERTIES][: _position(parent, edge)]
        if edge is not place:
            half = edge.makeelement(edge.tag, dict(edge.attrib), nsmap=None)
            if kind(half) in _REVISIONS and attribute(half, "id"):
                half.set(sibling_tag(half, "id"), new_id())
            half.extend([_copied(e) for e in edge if kind(e) in _PROPERTIES])
            half.extend(moved)
            moved = [*preceding, half]
        else:
            moved = preceding
        edge = parent
    first = paragraph.makeelement(sibling_tag(paragraph, "p"), nsmap=None)
    first.extend(moved)
    paragraph.addprevious(first)
    _remove(place)
    return first


def _position(parent: "_Element", edge: "_Element") -> int:
    content = [e for e in parent if kind(e) not in _PROPERTIES]
    return content.index(edge)


def _climb(paragraph: "_Element", place: "_Element") -> None:
    """Bring the place out of whatever it stands at the very beginning or end of."""
    while (parent := place.getparent()) is not None and parent is not paragraph:
        content = [e for e in parent if kind(e) not in _PROPERTIES]
        outer = parent.getparent()
        if content[0] is place:
            parent.addprevious(place)
        elif content[-1] is place and outer is not None:
            parent.addnext(place)
        else:
            return


def _copied(properties: "_Element") -> "_Element":
    copy = deepcopy(properties)
    if (identity := child(copy, "id")) is not None:
        copy.remove(identity)
    return copy


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
