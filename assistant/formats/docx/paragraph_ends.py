"""Who inserted or struck out the end of a paragraph: that goes where the end itself goes when text is cut or joined."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import child, kind, sibling_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKS = frozenset({"ins", "del", "moveFrom", "moveTo"})


def end_marks(paragraph: "_Element") -> list["_Element"]:
    """Return the revision marks of a paragraph's end."""
    run_properties = child(child(paragraph, "pPr"), "rPr")
    return [] if run_properties is None else [e for e in run_properties if kind(e) in _MARKS]


def set_end_marks(paragraph: "_Element", marks: list["_Element"]) -> None:
    """Give a paragraph's end these marks, which are taken from where they stand, instead of its own."""
    for old in end_marks(paragraph):
        if old not in marks and (parent := old.getparent()) is not None:
            parent.remove(old)
    if not marks:
        return
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = paragraph.makeelement(sibling_tag(paragraph, "pPr"), nsmap=None)
        paragraph.insert(0, properties)
    run_properties = child(properties, "rPr")
    if run_properties is None:
        run_properties = properties.makeelement(sibling_tag(paragraph, "rPr"), nsmap=None)
        later = next((e for e in properties if kind(e) in ("sectPr", "pPrChange")), None)
        if later is None:
            properties.append(run_properties)
        else:
            later.addprevious(run_properties)
    run_properties[0:0] = marks
