"""Parse and write the XML of one part, safely: no entities, no network, no outside definitions."""

from typing import TYPE_CHECKING

from assistant.errors import CannotOpen

if TYPE_CHECKING:
    from lxml.etree import _Element

DAMAGED = "文件已损坏，没有改动它，请在 Word 或 WPS 里打开并另存一份再试。"

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'  # with the quotes Word writes


def parse(data: bytes, part: str) -> "_Element":
    """Return the root element of a part.

    Raises CannotOpen where the part declares a document type (the packaging standard forbids it, and entities hide
    text or explode), or isn't well-formed; `detail` tells part and line.
    """
    from lxml import etree

    if any("<!DOCTYPE".encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be")):
        raise CannotOpen(
            "文件里有不允许的内容声明，为安全起见没有打开，请在 Word 里另存一份再试。", f"DOCTYPE in {part}"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, strip_cdata=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CannotOpen(DAMAGED, f"{part}: {error}") from error


def serialise(root: "_Element") -> bytes:
    """Return the whole tree (comments and instructions before the root too) as a part, in UTF-8."""
    from lxml import etree

    return _DECLARATION + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
