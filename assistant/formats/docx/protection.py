"""Tell whether the author of a file allows it to be edited."""

from assistant.errors import CannotOpen
from assistant.formats.docx.names import attribute, child
from assistant.formats.docx.xml import parse

_FREE = frozenset({"", "none", "trackedChanges"})


def protected(settings: bytes | None) -> bool:
    """Tell whether w:documentProtection is switched on for editing (not merely remembered, not for formats only)."""
    if settings is None:
        return False
    try:
        element = child(parse(settings, "settings"), "documentProtection")
    except CannotOpen:
        return False  # nothing is read from damaged settings; the part is copied as it is
    if element is None or attribute(element, "edit") in _FREE:
        return False
    return attribute(element, "enforcement", "0").lower() in ("1", "true", "on")
