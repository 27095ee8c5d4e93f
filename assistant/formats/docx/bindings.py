"""Content controls bound to data outside the text: an edit inside one has to cut the bond, else it is lost.

Word and LibreOffice put the bound value back when they open the file (seen with LibreOffice 7.4), so that text edited
in a bound control would vanish. Untouched controls keep their bond.
"""

from typing import TYPE_CHECKING

from assistant.formats.docx.content_controls import BOUND
from assistant.formats.docx.names import child, kind

if TYPE_CHECKING:
    from lxml.etree import _Element

Bonds = list[tuple["_Element", "_Element", str]]
"""The bond, the properties that hold it, and the text of the control."""


def bonds_in(paragraph: "_Element") -> Bonds:
    """Return the bound controls inside a paragraph with the text they have now."""
    bonds: Bonds = []
    for control in paragraph.iter("{*}sdt"):
        properties = child(control, "sdtPr")
        if properties is not None:
            bonds += [(bond, properties, _text(control)) for bond in properties if kind(bond) in BOUND]
    return bonds


def cut_changed(bonds: Bonds) -> None:
    """Cut the bonds of the controls whose text is not what it was."""
    for bond, properties, text in bonds:
        control = properties.getparent()
        if control is not None and _text(control) != text and bond.getparent() is properties:
            properties.remove(bond)


def _text(control: "_Element") -> str:
    return "".join(element.text or "" for element in control.iter("{*}t"))
