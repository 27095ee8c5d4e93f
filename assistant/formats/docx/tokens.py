"""What an inline object is called: its kind for programs, its label for people."""

from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, kind

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMES = {
    "footnoteReference": ("footnote", "脚注"),
    "endnoteReference": ("endnote", "尾注"),
    "commentReference": ("comment", "批注"),
    "drawing": ("drawing", "图形"),
    "pict": ("drawing", "图形"),
    "object": ("object", "嵌入对象"),
    "sym": ("symbol", "特殊符号"),
    "ptab": ("tab", "对齐制表位"),
    "ruby": ("ruby", "拼音文字"),
    "m:oMath": ("math", "公式"),
    "m:oMathPara": ("math", "公式"),
    "mc:AlternateContent": ("drawing", "图形"),
    "pgNum": ("field", "页码"),
}
NOTES = frozenset({"footnote", "endnote", "comment"})
"""Kinds whose paragraph can't be deleted: the note in another part would lose its mark."""


def describe(element: "_Element") -> tuple[str, str]:
    """Return kind and Chinese label of the token that starts with this element."""
    name = kind(element)
    if name == "br":
        column = attribute(element, "type") == "column"
        return ("column-break", "分栏符") if column else ("page-break", "分页符")
    if name == "fldChar":
        return "field", "域"
    return _NAMES.get(name, ("other", "特殊内容"))
