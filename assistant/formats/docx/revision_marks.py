"""The elements that record tracked changes, and what each of them means at its place."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, both, kind

if TYPE_CHECKING:
    from lxml.etree import _Element


class Role(Enum):
    """What a revision element is about."""

    CONTENT = auto()  # w:ins, w:del, w:moveFrom, w:moveTo around runs
    END = auto()  # the same names in w:pPr/w:rPr: the end of the paragraph
    ROW = auto()  # w:ins and w:del in w:trPr
    CELL = auto()  # w:cellIns, w:cellDel, w:cellMerge
    NUMBERED = auto()  # w:ins in w:numPr: the paragraph was put into a list
    PROPERTIES = auto()  # w:rPrChange and its like hold the properties before
    IDLE = auto()  # says nothing that can be undone: in equations, in w:rPr of runs, w:numberingChange


MOVES = {"ins": "insert", "del": "delete", "moveFrom": "move_from", "moveTo": "move_to"}
_CELLS = ("cellIns", "cellDel", "cellMerge")
_CHANGES = {
    "rPrChange": ("format", "字符格式"),
    "pPrChange": ("paragraph", "段落格式"),
    "sectPrChange": ("paragraph", "分节格式"),
    "tblPrChange": ("table", "表格格式"),
    "tblPrExChange": ("table", "表格格式"),
    "tblGridChange": ("table", "表格列宽"),
    "trPrChange": ("table", "行格式"),
    "tcPrChange": ("table", "单元格格式"),
}
_LABELS = {
    "ins": "插入",
    "del": "删除",
    "moveFrom": "移走",
    "moveTo": "移来",
    "cellIns": "插入单元格",
    "cellDel": "删除单元格",
    "cellMerge": "合并单元格",
}
_ROWS = {"ins": "插入行", "del": "删除行"}

TAGS = tuple(tag for name in (*MOVES, *_CHANGES, *_CELLS, "numberingChange") for tag in both(name))
"""Every revision element, in both namespaces, as `iter` wants them."""
_CUSTOM = ("customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange")
RANGE_TAGS = tuple(
    tag for name in ("moveFromRange", "moveToRange", *_CUSTOM) for end in ("Start", "End") for tag in both(name + end)
)
"""Ends of ranges that exist for tracked changes only."""


def role_of(element: "_Element") -> Role:
    """Return what a revision element (one of TAGS) is about."""
    name = kind(element)
    if name in _CHANGES:
        return Role.PROPERTIES
    if name in _CELLS:
        return Role.CELL
    parent = element.getparent()
    where = "" if parent is None else kind(parent)
    if name == "numberingChange" or where == "m:ctrlPr":
        return Role.IDLE
    if where == "rPr":
        above = None if parent is None else parent.getparent()
        return Role.END if above is not None and kind(above) == "pPr" else Role.IDLE
    return {"trPr": Role.ROW, "numPr": Role.NUMBERED}.get(where, Role.CONTENT)


def is_revision(element: "_Element") -> bool:
    """Tell whether an element is one of TAGS."""
    return element.tag in _TAG_SET


def revision_kind(element: "_Element") -> str:
    """Return the kind of the Revision that a revision element belongs to."""
    name, role = kind(element), role_of(element)
    if role is Role.PROPERTIES:
        return _CHANGES[name][0]
    if role in (Role.ROW, Role.CELL):
        return "table"
    return "paragraph" if role is Role.NUMBERED or name == "numberingChange" else MOVES[name]


def label_of(element: "_Element") -> str:
    """Return in Chinese what was done."""
    name, role = kind(element), role_of(element)
    if role is Role.PROPERTIES:
        return _CHANGES[name][1]
    if role is Role.NUMBERED or name == "numberingChange":
        return "编号"
    return _ROWS.get(name, "行") if role is Role.ROW else _LABELS[name]


def removes(element: "_Element", *, accept: bool) -> bool:
    """Tell whether accepting or rejecting takes away what the element marks (else it takes away the mark only)."""
    return (kind(element) in ("del", "moveFrom", "cellDel")) == accept


def is_history(element: "_Element") -> bool:
    """Tell whether a revision element is part of the properties before another change."""
    return any(kind(above) in _CHANGES for above in element.iterancestors())


def author_and_date(element: "_Element") -> tuple[str, str]:
    """Return who made a change, and when, as the file says it."""
    return attribute(element, "author"), attribute(element, "date")


_TAG_SET = frozenset(TAGS)
