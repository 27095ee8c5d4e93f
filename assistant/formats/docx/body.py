"""Walk the main part block by block: what can be edited, what is locked, and where each thing lives."""

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from assistant.document.block import Cell, Opaque, Table
from assistant.errors import CannotOpen
from assistant.formats.docx.content_controls import locks
from assistant.formats.docx.fields import NONE, Fields, fields_of
from assistant.formats.docx.names import both, child, kind
from assistant.formats.docx.tables import grid_of
from assistant.formats.docx.xml import DAMAGED

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_PARAGRAPHS = 50_000
"""Some two thousand pages: up to here every command takes seconds at most and stays below 300 MB."""
MOST_TAGS = 1_500_000
"""Tags of the main part; each element takes some 160 bytes once parsed, and a tiny zip can hold many millions."""
MOST_RUNS_IN_ALL = 500_000
MOST_INSIDE = 50_000
"""Runs and marks of one paragraph up to which it can be edited."""
_TOO_LONG = "文档超过五万段或内容过于庞杂，为了不拖垮电脑没有打开，请在 Word 里拆成几份再试。"
_BETWEEN = frozenset({"sectPr", "tcPr", "proofErr", "", "sdtPr", "sdtEndPr", "customXmlPr"})
_LABELS = {
    "toc": "目录",
    "field": "域",
    "bound": "绑定数据的内容控件",
    "locked": "锁定的内容控件",
    "special": "图片或重复内容控件",
    "math": "公式",
    "table": "表格",
    "chunk": "嵌入的文件",
    "complex": "过于复杂的段落",
    "other": "特殊内容",
}


@dataclass(slots=True)
class Item:
    """One block of the document: a paragraph, or a locked stretch of sibling `elements`.

    `origin` is the number of its first w:p; below zero where it holds none.
    """

    origin: int
    elements: list["_Element"]
    container: Cell | None = None
    opaque: Opaque | None = None


@dataclass(slots=True)
class Body:
    """The main part, walked: `numbers` counts all w:p and `runs` all w:r as `root.iter` does.

    `tables` pairs each editable table's grid with its w:tbl; `kinds` tells of paragraphs that aren't plain body where
    they live.
    """

    root: "_Element"
    body: "_Element"
    paragraphs: list["_Element"]
    numbers: dict["_Element", int]
    runs: dict["_Element", int]
    fields: dict["_Element", Fields]
    items: list[Item] = field(default_factory=list)
    tables: list[tuple[Table, "_Element"]] = field(default_factory=list)
    kinds: dict[int, str] = field(default_factory=dict)

    def fields_in(self, paragraph: "_Element") -> Fields:
        """Return the complex fields of a paragraph."""
        return self.fields.get(paragraph, NONE)


def check_length(data: bytes) -> None:
    """Refuse a main part with far too much in it before it is parsed: a small file can hold a million paragraphs.

    Raises CannotOpen. Paragraphs are counted from below (start and end tags look alike); `walk_body` counts exactly.
    """
    if data.count(b":p>") // 2 + data.count(b":p/>") > MOST_PARAGRAPHS or data.count(b"<") > MOST_TAGS:
        raise CannotOpen(_TOO_LONG, "counted before parsing")


def walk_body(root: "_Element") -> Body:
    """Return the blocks of a main part in reading order. Raises CannotOpen where it has no body or is too long."""
    body = child(root, "body")
    if kind(root) != "document" or body is None:
        raise CannotOpen(DAMAGED, "no w:document with a w:body")
    paragraphs = list(islice(root.iter(*both("p")), MOST_PARAGRAPHS + 1))
    if len(paragraphs) > MOST_PARAGRAPHS or len(body) > MOST_PARAGRAPHS:
        raise CannotOpen(_TOO_LONG, f"{len(paragraphs)} paragraphs")
    numbers = {paragraph: i for i, paragraph in enumerate(paragraphs)}
    runs = {run: i for i, run in enumerate(islice(root.iter(*both("r")), MOST_RUNS_IN_ALL + 1))}
    if len(runs) > MOST_RUNS_IN_ALL:
        raise CannotOpen(_TOO_LONG, "too many runs")
    fields: dict[_Element, Fields] = {}
    for mark in root.iter(*both("fldChar")):
        owner = next((e for e in mark.iterancestors() if kind(e) == "p"), None)
        if owner is not None and owner not in fields:
            fields[owner] = fields_of(owner)
    result = Body(root, body, paragraphs, numbers, runs, fields)
    _Walker(result).children(body, None)
    return result


class _Walker:
    """Fills a Body; only alive while walking."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._spanning = any(f.opens or f.closes for f in body.fields.values())
        self._unnumbered = 0

    def children(self, parent: "_Element", cell: Cell | None) -> None:
        siblings = list(parent)
        spans = _spans([self._balance(e) for e in siblings]) if self._spanning else {}
        at = 0
        while at < len(siblings):
            element, span = siblings[at], spans.get(at, 0)
            if span:
                self._lock(siblings[at : at + span], "toc" if self._is_toc(element) else "field", cell)
                at += span
                continue
            self._one(element, cell)
            at += 1

    def _one(self, element: "_Element", cell: Cell | None) -> None:
        name = kind(element)
        if name == "p":
            self._paragraph(element, cell)
        elif name == "tbl":
            self._table(element, cell)
        elif name == "sdt":
            reason = locks(element)
            content = child(element, "sdtContent")
            if reason or content is None:
                self._lock([element], reason or "other", cell)
            else:
                self.children(content, cell)
        elif not _between_blocks(element, name):
            self._lock([element], {"altChunk": "chunk", "m:oMathPara": "math"}.get(name, "other"), cell)

    def _paragraph(self, element: "_Element", cell: Cell | None) -> None:
        content = [e for e in element if not _between_blocks(e, name := kind(e)) and name != "pPr"]
        if len(element) > MOST_INSIDE:
            self._lock([element], "complex", cell)
        elif content and all(kind(e) == "m:oMathPara" for e in content):
            self._lock([element], "math", cell)
        else:
            self._body.items.append(Item(self._body.numbers[element], [element], cell))

    def _table(self, element: "_Element", cell: Cell | None) -> None:
        grid = grid_of(element) if cell is None else None
        if grid is None:
            self._lock([element], "table", cell)
            return
        table = len(self._body.tables)
        self._body.tables.append((grid.table, element))
        for hidden in grid.hidden:
            for paragraph in hidden.iter(*both("p")):
                self._body.kinds[self._body.numbers[paragraph]] = "cell"
        for place, content in zip(grid.table.cells, grid.cells, strict=True):
            self.children(content, Cell(table, place.row, place.column))

    def _lock(self, elements: list["_Element"], why: str, cell: Cell | None) -> None:
        inside = [self._body.numbers[p] for e in elements for p in e.iter(*both("p"))]
        if not inside:
            self._unnumbered -= 1
        for n in inside:
            self._body.kinds.setdefault(n, "toc" if why == "toc" else "locked")
        origin = inside[0] if inside else self._unnumbered
        preview = " ".join(" ".join(e.itertext(*both("t"))) for e in elements[:20])[:200]
        self._body.items.append(Item(origin, elements, cell, Opaque(why, _LABELS[why], preview)))

    def _is_toc(self, element: "_Element") -> bool:
        return any(self._body.fields_in(p).toc for p in element.iter(*both("p")))

    def _balance(self, element: "_Element") -> tuple[int, int]:
        closes = opens = 0
        for paragraph in element.iter(*both("p")):
            found = self._body.fields.get(paragraph)
            if found is None or _in_text_box(paragraph, element):
                continue
            closes += max(0, found.closes - opens)
            opens = max(0, opens - found.closes) + found.opens
        return closes, opens


def _spans(balances: list[tuple[int, int]]) -> dict[int, int]:
    """Return how many siblings a field that spans paragraphs covers, by the first; each gives (ends, begins) left over.

    A begin without any end, or an end alone, covers its own paragraph only.
    """
    open_: list[int] = []
    closed: dict[int, int] = {}  # where the first field left open in a sibling ends
    for at, (closes, opens) in enumerate(balances):
        for _ in range(min(closes, len(open_))):
            closed[open_.pop()] = at
        open_ += [at] * opens
    for at in open_:
        closed.pop(at, None)
    ends: dict[int, int] = {}
    for at in sorted(closed, reverse=True):
        end = closed[at]
        if not balances[end][1]:
            ends[at] = end
        elif end in ends:  # where one field ends, the next begins
            ends[at] = ends[end]
    return {at: ends.get(at, at) - at + 1 for at, balance in enumerate(balances) if any(balance)}


def _between_blocks(element: "_Element", name: str) -> bool:
    """Tell whether an element takes no room: properties, range marks, empty revision marks."""
    if name in _BETWEEN or ("}" not in name and name.endswith(("Start", "End"))):
        return True
    return name in ("ins", "del", "moveFrom", "moveTo") and not len(element)


def _in_text_box(paragraph: "_Element", top: "_Element") -> bool:
    for ancestor in paragraph.iterancestors():
        if ancestor is top:
            return False
        if kind(ancestor) == "txbxContent":
            return True
    return False
