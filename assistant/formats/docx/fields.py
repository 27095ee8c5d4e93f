"""Match the begin and end marks of complex fields (w:fldChar) within one paragraph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, kind

if TYPE_CHECKING:
    from lxml.etree import _Element

NOT_OURS = frozenset({"del", "moveFrom", "p", "txbxContent"})
"""What is looked into neither for text nor for fields: deleted text, and paragraphs of text boxes."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one paragraph.

    `whole` holds the begin marks whose end is in the paragraph too; `closes` and `opens` count the ends without a
    begin and the begins without an end: fields that span paragraphs. `toc` tells that an open one is a table of
    contents.
    """

    whole: frozenset["_Element"] = frozenset()
    closes: int = 0
    opens: int = 0
    toc: bool = False


NONE = Fields()


def fields_of(paragraph: "_Element") -> Fields:
    """Return the fields of a paragraph, those in its text boxes left out."""
    marks: list[_Element] = []
    codes: list[str] = []
    _collect(paragraph, marks, codes)
    if not marks:
        return NONE
    stack: list[_Element] = []
    whole: set[_Element] = set()
    closes = 0
    for mark in marks:
        type_ = attribute(mark, "fldCharType")
        if type_ == "begin":
            stack.append(mark)
        elif type_ == "end":
            if stack:
                whole.add(stack.pop())
            else:
                closes += 1
    toc = bool(stack) and any(code.strip().upper().startswith("TOC") for code in codes)
    return Fields(frozenset(whole), closes, len(stack), toc)


def _collect(parent: "_Element", marks: list["_Element"], codes: list[str]) -> None:
    for element in parent:
        what = kind(element)
        if what == "fldChar":
            marks.append(element)
        elif what == "instrText":
            codes.append(element.text or "")
        elif what not in NOT_OURS and len(element):
            _collect(element, marks, codes)
