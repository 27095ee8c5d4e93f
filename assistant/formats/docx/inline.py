"""Walk one paragraph: every character, token and invisible mark in reading order.

Reader and writer walk with the same function, so that both count alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from assistant.formats.docx.fields import Fields
from assistant.formats.docx.names import attribute, kind
from assistant.text.characters import clean

if TYPE_CHECKING:
    from lxml.etree import _Element


class What(Enum):
    """What a piece of a paragraph is."""

    TEXT = auto()  # w:t
    CHARACTER = auto()  # w:tab, w:br, w:cr, w:noBreakHyphen, w:softHyphen
    TOKEN = auto()  # one inline object, or the begin mark of a whole field
    PART = auto()  # the rest of the field of the token before
    MARK = auto()  # takes no room: bookmark, comment range, deleted text...


@dataclass(frozen=True, slots=True)
class Piece:
    """One leaf of a paragraph: `run` is the w:r it stands in, None beside runs; `text` as in the text alphabet."""

    what: What
    run: "_Element | None"
    element: "_Element"
    text: str = ""


_THROUGH = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent"})
_PROPERTIES = frozenset({"pPr", "rPr", "smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr", "fldData", "tcPr", ""})
_MARKS = frozenset({"del", "moveFrom", "proofErr", "lastRenderedPageBreak", "delText", "delInstrText", "instrText"})
_ENDS = ("Start", "End")  # bookmarkStart, commentRangeEnd, permStart, moveToRangeStart, customXmlInsRangeEnd...
_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def pieces(paragraph: "_Element", fields: Fields) -> Iterator[Piece]:
    """Yield the leaves of a paragraph in reading order.

    A field that starts and ends in the paragraph is one TOKEN followed by PARTs; of one that spans paragraphs the code
    is passed over and the result is text (such paragraphs are locked).
    """
    depth = 0
    for run, element in _leaves(paragraph):
        name = kind(element)
        if name == "fldChar":
            type_ = attribute(element, "fldCharType")
            if type_ == "begin" and element in fields.whole:
                yield Piece(What.PART if depth else What.TOKEN, run, element, "" if depth else "\ufffc")
                depth += 1
            else:
                yield Piece(What.PART if depth else What.MARK, run, element)
                depth -= bool(depth and type_ == "end")
        elif depth:
            yield Piece(What.MARK if _is_mark(name) and name != "instrText" else What.PART, run, element)
        else:
            yield _piece(run, element, name)


def _leaves(parent: "_Element") -> Iterator[tuple["_Element | None", "_Element"]]:
    for element in parent:
        name = kind(element)
        if name == "r":
            for leaf in element:
                if kind(leaf) not in _PROPERTIES:
                    yield element, leaf
        elif name == "sdt" or name in _THROUGH:
            yield from _leaves(element)
        elif name not in _PROPERTIES:
            yield None, element


def _is_mark(name: str) -> bool:
    return name in _MARKS or (name.endswith(_ENDS) and "}" not in name)


def _piece(run: "_Element | None", element: "_Element", name: str) -> Piece:
    if run is None:
        return Piece(What.MARK, run, element) if _is_mark(name) else Piece(What.TOKEN, run, element, "\ufffc")
    if name == "t":
        return Piece(What.TEXT, run, element, shown(text_of(element)))
    if name in _CHARACTERS:
        return Piece(What.CHARACTER, run, element, _CHARACTERS[name])
    if name == "br" and attribute(element, "type", "textWrapping") == "textWrapping":
        return Piece(What.CHARACTER, run, element, "\n")
    if _is_mark(name):
        return Piece(What.MARK, run, element)
    return Piece(What.TOKEN, run, element, "\ufffc")


def text_of(element: "_Element") -> str:
    """Return the characters of a w:t, those behind an XML comment in it too."""
    text = element.text or ""
    return text if not len(element) else text + "".join(inner.tail or "" for inner in element)


def shown(text: str) -> str:
    """Return the characters of a w:t that a block holds; each stands for one of the file or for none.

    A carriage return and a line end after it are two characters here, so that offsets stay countable.
    """
    return clean(text) if "\r" not in text else "".join(map(clean, text))
