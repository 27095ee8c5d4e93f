"""Turn a look of a layout profile into paragraph and run properties."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import sibling_tag
from assistant.formats.layout import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_TWIPS = 20
"""Twentieths of a point, the unit of w:spacing and w:ind."""
_HALVES = 2
"""Half points, the unit of w:sz."""


def look_properties(like: "_Element", look: Look) -> tuple["_Element", "_Element"]:
    """Return w:pPr and w:rPr of a look; `like` tells the namespace."""
    paragraph = _new(like, "pPr")
    spacing = _add(paragraph, "spacing", line=round(look.line * _TWIPS), lineRule="exact")
    spacing.set(sibling_tag(like, "before"), "0")
    spacing.set(sibling_tag(like, "after"), "0")
    indent = round(look.indent * look.size * _TWIPS)  # stated even where zero: the default style may indent
    _add(paragraph, "ind", firstLineChars=round(look.indent * 100), firstLine=indent)
    _add(paragraph, "jc", val=look.align)
    run = _new(like, "rPr")
    _add(run, "rFonts", ascii=look.latin, hAnsi=look.latin, eastAsia=look.font, cs=look.latin)
    if look.bold:
        _add(run, "b")
    size = round(look.size * _HALVES)
    _add(run, "sz", val=size)
    _add(run, "szCs", val=size)
    return paragraph, run


def _new(like: "_Element", name: str) -> "_Element":
    return like.makeelement(sibling_tag(like, name), nsmap=None)


def _add(parent: "_Element", name: str, **attributes: str | int) -> "_Element":
    element = _new(parent, name)
    for key, value in attributes.items():
        element.set(sibling_tag(parent, key), str(value))
    parent.append(element)
    return element
