"""Bring the blocks of one container into a new order: few are moved, marks between blocks keep their place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import EditRefused
from assistant.formats.docx.alignment import longest_rising
from assistant.formats.docx.names import attribute, child, kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK_ENDS = ("Start", "End")
BLOCKS = frozenset({"p", "tbl", "sdt", "customXml", "altChunk"})
"""What can stand in the body, a cell or a content control of blocks."""
LAST_ONE = "单元格、文本框和内容控件里至少要留一个段落，没有保存任何改动。"


@dataclass(slots=True)
class Unit:
    """What is placed as one: a paragraph, a whole table, a locked stretch.

    `place` is its position among the units of the base, None for a new one.
    """

    elements: list["_Element"]
    place: int | None


def arrange(container: "_Element", units: list[Unit]) -> None:
    """Put the units, which are all that stay, into the container in this order.

    Raises EditRefused where a content control would be left empty by a move.
    """
    placed = [i for i, unit in enumerate(units) if unit.place is not None]
    places = [place for unit in units if (place := unit.place) is not None]
    steady = {placed[i] for i in longest_rising(places)}
    for i, unit in enumerate(units):
        if i in steady:
            continue
        if unit.place is not None:
            _take_out(unit)
        if i > 0:
            _put_after(units[i - 1], unit, _next_steady(units, steady, i))
        else:
            _put_first(container, unit, _next_steady(units, steady, i))


def _next_steady(units: list[Unit], steady: set[int], i: int) -> Unit | None:
    return next((units[j] for j in range(i + 1, len(units)) if j in steady), None)


def _put_after(before: Unit, unit: Unit, after: Unit | None) -> None:
    """Put a unit after another; a moved one stays in its old parent where both sides allow it."""
    anchor = before.elements[-1]
    parent = anchor.getparent()
    shared = after is not None and parent is not None and after.elements[0].getparent() is parent
    if unit.place is not None and not shared:
        anchor = _outside_control(anchor)
    for element in unit.elements:
        anchor.addnext(element)
        anchor = element


def _outside_control(anchor: "_Element") -> "_Element":
    parent = anchor.getparent()
    while parent is not None and kind(parent) == "sdtContent" and (control := parent.getparent()) is not None:
        anchor, parent = control, control.getparent()
    return anchor


def _put_first(container: "_Element", unit: Unit, after: Unit | None) -> None:
    if after is not None:
        anchor = after.elements[0]
        while (parent := anchor.getparent()) is not None and parent is not container:
            anchor = parent
        for element in unit.elements:
            anchor.addprevious(element)
        return
    at = len(container)
    while at and kind(container[at - 1]) == "sectPr":
        at -= 1
    for offset, element in enumerate(unit.elements):
        container.insert(at + offset, element)


def _take_out(unit: Unit) -> None:
    """Prepare a move: range marks whose other end is elsewhere stay where they are."""
    for element in unit.elements:
        inside = range_marks(element)
        ends: dict[tuple[str, str], int] = {}
        for mark in inside:
            ends[_pair(mark)] = ends.get(_pair(mark), 0) + 1
        for mark in inside:
            if ends[_pair(mark)] != 2 and mark is not element:
                element.addprevious(mark)
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _pair(mark: "_Element") -> tuple[str, str]:
    name = kind(mark)
    return name.removesuffix("Start").removesuffix("End"), attribute(mark, "id")


def range_marks(element: "_Element") -> list["_Element"]:
    """Return the ends of ranges inside an element: bookmarks, comments, permissions, moves."""
    return [e for e in element.iter() if (name := kind(e)).endswith(_MARK_ENDS) and "}" not in name and ":" not in name]


def lift_marks(element: "_Element") -> None:
    """Take a paragraph out, leaving the ends of ranges in it at the same place."""
    for mark in range_marks(element):
        mark.tail = None
        element.addprevious(mark)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def block_count(parent: "_Element") -> int:
    """Return how many paragraphs, tables and the like stand right in an element."""
    return sum(kind(element) in BLOCKS for element in parent)


def last_block(parent: "_Element") -> str:
    """Return what the last block right in an element is, empty where there is none."""
    return next((kind(element) for element in reversed(parent) if kind(element) in BLOCKS), "")


def check_ends(before: Mapping["_Element", tuple[int, str]]) -> None:
    """Check cells and content controls after all moves; `before` tells how many blocks each held, and the last one.

    A content control whose paragraphs are all gone goes too; one that never had any stays. Raises EditRefused where a
    cell has lost the paragraph at its end, and where the only paragraph of a content control is gone or the control is
    locked against deletion.
    """
    for parent, (count, end) in before.items():
        name, last = kind(parent), last_block(parent)
        if name == "tc" and last not in ("p", "sdt", end):
            raise EditRefused(LAST_ONE, "a cell without a paragraph at its end")
        if name == "sdtContent" and count and not last:
            control = parent.getparent()
            if count == 1 or control is None or child(child(control, "sdtPr"), "lock") is not None:
                raise EditRefused(LAST_ONE, "a content control without a paragraph")
            lift_marks(control)
