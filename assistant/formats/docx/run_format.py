"""Make the properties (w:rPr) of a run that is split off or new."""

from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.document.block import Marks
from assistant.formats.docx.names import child, kind, sibling_tag
from assistant.formats.docx.styles import Styles, run_marks

if TYPE_CHECKING:
    from lxml.etree import _Element

_REVISION_MARKS = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange"})
_ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
    "oMath",
]
"""Order of the children of w:rPr (ECMA-376 part 1, 17.3.2.28)."""
_TAGS = ((Marks.BOLD, "b"), (Marks.ITALIC, "i"), (Marks.UNDERLINE, "u"))


def copied(properties: "_Element | None") -> "_Element | None":
    """Return a copy without revision marks, which belong to one place of the text only."""
    if properties is None:
        return None
    result = deepcopy(properties)
    result.tail = None
    for element in list(result):
        if kind(element) in _REVISION_MARKS:
            result.remove(element)
    return result


def with_marks(
    properties: "_Element | None", like: "_Element", styles: Styles, style: str, wanted: Marks
) -> "_Element | None":
    """Return a copy of a w:rPr that shows exactly the wanted marks in a paragraph of that style.

    `like` is any w: element of the part: it tells the namespace.
    """
    result = copied(properties)
    for mark, name in _TAGS:
        shown = run_marks(styles, style, result)
        if bool(shown & mark) == bool(wanted & mark):
            continue
        if result is None:
            result = like.makeelement(sibling_tag(like, "rPr"), nsmap=None)
        if (old := child(result, name)) is not None:
            result.remove(old)
        if bool(run_marks(styles, style, result) & mark) != bool(wanted & mark):
            _switch(result, name, on=bool(wanted & mark))
    return result


def _switch(properties: "_Element", name: str, *, on: bool) -> None:
    value = {True: "single", False: "none"}[on] if name == "u" else {True: None, False: "0"}[on]
    element = properties.makeelement(sibling_tag(properties, name), nsmap=None)
    if value is not None:
        element.set(sibling_tag(properties, "val"), value)
    rank = _ORDER.index(name)
    at = sum(kind(other) in _ORDER[:rank] for other in properties)
    properties.insert(at, element)
