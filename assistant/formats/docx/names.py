"""Names of WordprocessingML elements, in both namespaces (transitional and Strict)."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
STRICT_MATH = "http://purl.oclc.org/ooxml/officeDocument/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_WORD_PREFIXES = (f"{{{TRANSITIONAL}}}", f"{{{STRICT}}}")
_MATH_PREFIXES = (f"{{{MATH}}}", f"{{{STRICT_MATH}}}")


_MOST_NAMES = 5000
"""Names remembered; a file made to have more unlike ones than the formats know starts the memory anew."""


class _Names(dict[object, str]):
    """The short name of every tag seen: looked up a million times for a long file, so there is no call around it."""

    def __missing__(self, tag: object) -> str:
        if len(self) >= _MOST_NAMES:
            self.clear()
        name = self[tag] = _local(tag) if isinstance(tag, str) else ""  # lxml gives a function as the tag of a comment
        return name


def _local(tag: str) -> str:
    for prefix in _WORD_PREFIXES:
        if tag.startswith(prefix):
            return tag[len(prefix) :]
    for prefix in _MATH_PREFIXES:
        if tag.startswith(prefix):
            return "m:" + tag[len(prefix) :]
    if tag.startswith(f"{{{COMPATIBILITY}}}"):
        return "mc:" + tag.rpartition("}")[2]
    return tag


_names = _Names()


def kind(element: "_Element") -> str:
    """Return `p` for w:p, `m:oMath`, `mc:AlternateContent`; `` for comments; the full tag for anything foreign."""
    return _names[element.tag]


@cache
def both(name: str) -> tuple[str, str]:
    """Return the tag of a w: element in both namespaces, as `iter` wants them."""
    return f"{{{TRANSITIONAL}}}{name}", f"{{{STRICT}}}{name}"


def sibling_tag(element: "_Element", name: str) -> str:
    """Return the tag of w:`name` in the namespace of the w: element given."""
    return f"{str(element.tag).partition('}')[0]}}}{name}"


def attribute(element: "_Element", name: str, default: str = "") -> str:
    """Return a w: attribute in either namespace."""
    value = element.get(_WORD_PREFIXES[0] + name)
    if value is None:
        value = element.get(_WORD_PREFIXES[1] + name)
    return default if value is None else value


def number(element: "_Element | None", name: str = "val") -> int | None:
    """Return a w: attribute as an integer; None where it is absent or no number."""
    if element is None:
        return None
    try:
        return int(attribute(element, name))
    except ValueError:
        return None


def child(element: "_Element | None", name: str) -> "_Element | None":
    """Return the first child of that kind."""
    if element is not None:
        for candidate in element:
            if _names[candidate.tag] == name:
                return candidate
    return None


def switched_on(element: "_Element") -> bool:
    """Tell whether an on/off element is on; `<w:b/>` is, and a value that means nothing counts as on (as in Word)."""
    return attribute(element, "val", "1").lower() not in ("0", "false", "off", "none")
