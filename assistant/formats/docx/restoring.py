"""Undo a tracked change of properties: the properties before it stand in the change element."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, child, kind, sibling_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENDS = frozenset({"ins", "del", "moveFrom", "moveTo"})
_KEPT_FIRST = {"rPr": _ENDS, "sectPr": frozenset({"headerReference", "footerReference"})}
_KEPT_LAST = {
    "pPr": frozenset({"rPr", "sectPr"}),
    "trPr": frozenset({"ins", "del"}),
    "tcPr": frozenset({"cellIns", "cellDel", "cellMerge"}),
}
"""What the properties before don't hold (ECMA-376 part 1, 17.13.5), and on which side of them it stands."""
_BEFORE_MERGE = frozenset({"cnfStyle", "tcW", "gridSpan", "hMerge"})
_MERGE = {"rest": "restart", "cont": "continue"}


def restore(change: "_Element") -> None:
    """Put the properties of before in place of those that hold the change element."""
    owner = change.getparent()
    if owner is None:
        return
    name = kind(owner)
    old = next((element for element in change if kind(element) == name), None)
    first, last = _KEPT_FIRST.get(name, frozenset()), _KEPT_LAST.get(name, frozenset())
    kept = [e for e in owner if e is not change and kind(e) in first | last]
    before = [e for e in old if kind(e) not in first | last] if old is not None else []
    for element in list(owner):
        owner.remove(element)
    for element in [e for e in kept if kind(e) in first] + before + [e for e in kept if kind(e) in last]:
        owner.append(element)
    drop_empty(owner)


def drop(mark: "_Element") -> None:
    """Remove a mark from the properties it stands in, and those where nothing is left in them."""
    owner = mark.getparent()
    if owner is not None:
        owner.remove(mark)
        drop_empty(owner)


def drop_empty(properties: "_Element") -> None:
    """Remove w:rPr, w:pPr and the like without content; those that a table must have stay."""
    while not len(properties) and kind(properties) in ("rPr", "pPr", "trPr", "tblPrEx", "numPr"):
        parent = properties.getparent()
        if parent is None:
            return
        parent.remove(properties)
        properties = parent


def settle_merge(mark: "_Element", *, accept: bool) -> None:
    """Turn a tracked merge of cells (w:cellMerge) into the w:vMerge of after or before it."""
    cell = mark.getparent()
    if cell is None:
        return
    value = attribute(mark, "vMerge" if accept else "vMergeOrig")
    current = child(cell, "vMerge")
    if current is not None:
        cell.remove(current)
    if value in _MERGE:
        merge = cell.makeelement(sibling_tag(mark, "vMerge"), nsmap=None)
        merge.set(sibling_tag(mark, "val"), _MERGE[value])
        place = sum(1 for element in cell if kind(element) in _BEFORE_MERGE)
        cell.insert(place, merge)
    cell.remove(mark)
