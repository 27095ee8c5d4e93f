"""Make a second paragraph out of one: what must be unique in a file stays with the first."""

from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.formats.docx.names import WORD_2010, child, kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_REVISION_MARKS = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange"})
_IDENTITIES = (f"{{{WORD_2010}}}paraId", f"{{{WORD_2010}}}textId")


def copy_paragraph(paragraph: "_Element") -> "_Element":
    """Return a copy without identities: paragraph and content-control ids, revision marks of the paragraph end."""
    copy = deepcopy(paragraph)
    copy.tail = None
    forget_identity(copy)
    if (properties := child(copy, "pPr")) is not None:
        clean_properties(properties)
    for element in copy.iter():
        if kind(element) == "sdtPr" and (identity := child(element, "id")) is not None:
            element.remove(identity)
    return copy


def forget_identity(paragraph: "_Element") -> None:
    """Remove the attributes of a w:p that name it or tell in which session it was written."""
    for name in list(paragraph.attrib):
        if name in _IDENTITIES or str(name).rpartition("}")[2].startswith("rsid"):
            del paragraph.attrib[name]


def clean_properties(properties: "_Element") -> None:
    """Remove from a copied w:pPr what belongs to one paragraph only: section, tracked changes."""
    for element in list(properties):
        if kind(element) in ("pPrChange", "sectPr"):
            properties.remove(element)
        elif kind(element) == "rPr":
            for mark in list(element):
                if kind(mark) in _REVISION_MARKS:
                    element.remove(mark)
