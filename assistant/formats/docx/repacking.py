"""Write a package anew without some of its parts, and without the dates and remarks that zip files carry."""

import io
import zipfile
from collections.abc import Collection

from assistant.errors import CannotOpen
from assistant.formats.docx.parts import RELATIONSHIP, TYPES, TYPES_PART, Parts, relations_part
from assistant.formats.docx.xml import parse

_OFFICE = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold."""


def repacked(parts: Parts, gone: Collection[str]) -> bytes:
    """Return the package without the relationships whose type ends in one of these words.

    Those that the text refers to stay. Parts that no relationship leads to any more go too, as do old left-overs.
    """
    for name in [name for name in parts.names if name.lower().endswith(".rels")]:
        root = parse(parts.read(name) or b"", name)
        found = [e for e in root.iter(RELATIONSHIP) if e.get("Type", "").rpartition("/")[2] in gone]
        used = _used_identities(parts, name) if found else frozenset()
        found = [e for e in found if e.get("Id") not in used]
        for element in found:
            root.remove(element)
        if found:
            parts.put_tree(name, root)
    kept = {name.lower() for name in parts.reached("")}
    kept |= {relations_part(name).lower() for name in [*kept, ""]} | {TYPES_PART.lower()}
    types = parse(parts.read(TYPES_PART) or b"", TYPES_PART)
    lost = [e for e in types.iter(f"{TYPES}Override") if e.get("PartName", "").lstrip("/").lower() not in kept]
    for element in lost:
        types.remove(element)
    if lost:
        parts.put_tree(TYPES_PART, types)
    return _packed(parts, kept)


def _used_identities(parts: Parts, links: str) -> frozenset[str]:
    """Return the ids of relationships that the part they belong to speaks of: ink is stored as customXml, say."""
    folder, _, name = links.replace("\\", "/").rpartition("_rels/")
    data = parts.read(folder + name.removesuffix(".rels"))
    try:
        root = None if data is None else parse(data, links)
    except CannotOpen:
        root = None  # no XML, or damaged
    elements = root.iter("{*}*") if root is not None else ()
    return frozenset(str(v) for e in elements for k, v in e.attrib.items() if str(k).startswith(_OFFICE))


def _packed(parts: Parts, kept: Collection[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in parts.names:
            plain = name.replace("\\", "/").lstrip("/")
            if plain.lower() in kept:
                info = zipfile.ZipInfo(plain, _NO_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, parts.read(name) or b"")
    return out.getvalue()
