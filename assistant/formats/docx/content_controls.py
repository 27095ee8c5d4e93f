"""Tell which content controls (w:sdt) must not be edited by hand."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import WORD_2012, attribute, child, kind

if TYPE_CHECKING:
    from lxml.etree import _Element

BOUND = frozenset({"dataBinding", f"{{{WORD_2012}}}dataBinding"})
_SPECIAL = frozenset({"picture", f"{{{WORD_2012}}}repeatingSection", f"{{{WORD_2012}}}repeatingSectionItem"})


def locks(control: "_Element") -> str:
    """Return why the content of a w:sdt can't be edited (`toc`, `bound`, `locked`, `special`), empty where it can."""
    properties = child(control, "sdtPr")
    for element in properties if properties is not None else ():
        name = kind(element)
        if name in BOUND:
            return "bound"
        if name in _SPECIAL:
            return "special"
        if name == "lock" and attribute(element, "val").lower() in ("contentlocked", "sdtcontentlocked"):
            return "locked"
        if name == "docPartObj":
            gallery = child(element, "docPartGallery")
            if gallery is not None and attribute(gallery, "val") == "Table of Contents":
                return "toc"
    return ""
