"""Make the clean copy (清稿) of a file: changes accepted, comments and the traces of people and sessions out."""

import re
from typing import TYPE_CHECKING

from assistant.errors import CannotOpen
from assistant.formats.docx.comment_anchors import drop_anchors
from assistant.formats.docx.names import WORD_2010, WORD_2012, attribute, both
from assistant.formats.docx.parts import Parts
from assistant.formats.docx.repacking import repacked
from assistant.formats.docx.resolving import resolve_all
from assistant.formats.docx.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = frozenset(
    {
        *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
        *("customXml", "thumbnail", "attachedTemplate", "printerSettings"),
        *("mailMergeSource", "mailMergeHeaderSource", "recipientData"),
    }
)
"""Last words of the types of relationships that go, with the parts they lead to."""
_PROPERTIES = (
    *("core-properties", "extended-properties", "custom-properties"),
    *("extendedProperties", "customProperties"),  # Strict
)
_SESSIONS = ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidDel", "rsidTr", "rsidSect")
_PEOPLE = frozenset({"", "creator", "lastmodifiedby", "manager"})
_SETTINGS = (
    *("rsids", "rsid", "trackRevisions", "attachedTemplate", "mailMerge", "docVars"),
    *("printerSettings", "dataBinding"),
)
_ORIGINS = (f"{{{WORD_2010}}}docId", f"{{{WORD_2012}}}docId", f"{{{WORD_2012}}}dataBinding")
"""Elements that name the document, its template and data sources, or tie its text to outside data."""


def clean(data: bytes) -> bytes:
    """Return the clean copy of a file, for sending out.

    Out of it go: tracked changes (all accepted, in headers, footers and notes too), comments and the list of people,
    session marks (rsid), document properties (author, company, title, dates, statistics, custom ones; those that a
    field in the text shows stay, save for people), data of other programs (customXml; content controls bound to such
    data or to properties keep their text and lose the binding), document variables, attached template, mail merge
    source, printer settings, thumbnail, and the dates inside the zip. The tracking of changes is switched off. Not
    looked into: pictures and embedded files (which may hold data of their own, such as the place of a photo), macros,
    hidden text, links and the text itself. Raises CannotOpen.
    """
    parts = Parts(data)
    codes = ""
    for name in _word_parts(parts):
        tree = _tree(parts, name)
        if tree is not None and _cleaned(tree):
            parts.put_tree(name, tree)
        codes += "" if tree is None else _field_codes(tree)
    for name in _property_parts(parts):
        tree = _tree(parts, name)
        if tree is None:
            continue
        lost = [element for element in tree if not _shown_by(codes, element)]
        for element in lost:
            tree.remove(element)
        if lost:
            parts.put_tree(name, tree)
    return repacked(parts, _GONE)


def parts_changed(before: bytes, after: bytes) -> tuple[str, ...]:
    """Return the names of the parts that were changed, added or removed between two files. Raises CannotOpen."""
    old, new = Parts(before), Parts(after)
    names = dict.fromkeys([*old.names, *new.names])
    return tuple(name for name in names if old.read(name) != new.read(name))


def _word_parts(parts: Parts) -> list[str]:
    """Return the parts written in Word's own language: whatever the main part leads to, and it itself."""
    names = dict.fromkeys([parts.main, *parts.reached(parts.main)])
    return [name for name in names if name.lower().endswith(".xml")]


def _property_parts(parts: Parts) -> list[str]:
    return [name for type_ in _PROPERTIES for name in parts.related(type_, "")]


def _field_codes(root: "_Element") -> str:
    """Return the codes of all fields of a part, one after the other; a code may be cut into several pieces."""
    simple = " ".join(attribute(element, "instr") for element in root.iter(*both("fldSimple")))
    return f"{''.join(element.text or '' for element in root.iter(*both('instrText')))} {simple} ".lower()


def _shown_by(codes: str, element: "_Element") -> bool:
    """Tell whether a field shows a property: without it Word would put an error in its place."""
    if not isinstance(element.tag, str):
        return False
    plain = element.tag.rpartition("}")[2].lower()
    name = element.get("name", "").lower() if plain == "property" else plain
    return name not in _PEOPLE and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", codes) is not None


def _tree(parts: Parts, name: str) -> "_Element | None":
    try:
        return parse(parts.read(name) or b"", name)
    except CannotOpen:
        return None  # damaged, and copied as it is


def _cleaned(root: "_Element") -> bool:
    """Clean one part; tell whether anything was to be done."""
    changes = resolve_all(root, accept=True)
    comments = drop_anchors(root, None)
    return _without_traces(root) or comments or changes


def _without_traces(root: "_Element") -> bool:
    found = list(root.iter(*(tag for name in _SETTINGS for tag in both(name)), *_ORIGINS))
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    names = [tag for name in _SESSIONS for tag in both(name)]
    changed = bool(found)
    for element in root.iter("{*}*"):
        for name in names:
            if element.attrib.pop(name, None) is not None:
                changed = True
    return changed
