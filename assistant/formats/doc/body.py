"""Write the main text of an old Word file as the body of a .docx."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from assistant.errors import CannotOpen
from assistant.formats.doc.character_format import SYMBOL, is_deleted, run_content, run_style
from assistant.formats.doc.fields import HIDDEN
from assistant.formats.doc.markup import element, escaped, wrapped
from assistant.formats.doc.paragraph_format import paragraph_content
from assistant.formats.doc.paragraphs import BREAK, Paragraph
from assistant.formats.doc.pieces import joined
from assistant.formats.doc.refusal import TOO_BIG
from assistant.formats.doc.sprm import modifiers
from assistant.formats.doc.styles import CHARACTER, PARAGRAPH, StyleSheet
from assistant.formats.doc.tables import Cell, Table, column_of, columns

MOST_RUNS = 100_000
"""Stretches of one format in one text; a report of three hundred pages has some ten thousand."""

PICTURE, NOTE, COMMENT, DELETION = "picture", "note", "comment", "deletion"
"""What is left behind, as counted while writing."""

_LEFT_BEHIND = {"\x01": PICTURE, "\x08": PICTURE, "\x02": NOTE, "\x05": COMMENT}
_ELEMENTS = {
    "\t": element("tab"),
    "\x0b": element("br"),
    BREAK: element("br", type="page"),
    "\x0e": element("br", type="column"),
    "\x1e": element("noBreakHyphen"),
    "\x1f": element("softHyphen"),
}
_SPECIAL = re.compile("[\x00-\x1f]")
_HIDDEN_ONLY = str.maketrans("", "", HIDDEN)


class Body:
    """Writes paragraphs and tables; `lost` counts what can't be taken along."""

    def __init__(self, sheet: StyleSheet, fonts: Sequence[str], lists: int, sections: Mapping[int, str]) -> None:
        """Sections are contents of w:sectPr by the character behind their end, without the last one's."""
        self._sheet, self._fonts, self._lists, self._sections = sheet, fonts, lists, sections
        self._formats: dict[tuple[bytes, int], tuple[str, bool, int | None]] = {}
        self._runs = 0
        self.lost: Counter[str] = Counter()

    def write(self, items: "Sequence[Paragraph | Table]") -> str:
        """Return the paragraphs and tables as XML."""
        parts = [self._table(item) if isinstance(item, Table) else self._paragraph(item) for item in items]
        if not items or isinstance(items[-1], Table):
            parts.append(element("p"))
        return "".join(parts)

    def _paragraph(self, paragraph: Paragraph) -> str:
        style = self._sheet.id_of(paragraph.style, PARAGRAPH)
        shown = [(self._format(raw, paragraph.style), text) for text, raw in paragraph.stretches]
        runs = [
            self._run("".join(text for _, text in group), format_)
            for format_, group in itertools.groupby(shown, key=itemgetter(0))
        ]
        self._runs += len(runs)
        if self._runs > MOST_RUNS:
            raise CannotOpen(TOO_BIG, f"more than {MOST_RUNS} runs")
        content = paragraph_content(paragraph.properties, self._lists, style)
        content += wrapped("rPr", self._format(paragraph.mark_format, paragraph.style)[0])
        if paragraph.depth == 0 and (section := self._sections.get(paragraph.end)) is not None:
            content += element("sectPr", section)
        return element("p", wrapped("pPr", content) + "".join(runs))

    def _run(self, text: str, format_: tuple[str, bool, int | None]) -> str:
        properties, deleted, symbol = format_
        text = text.translate(_HIDDEN_ONLY)
        if not text:
            return ""
        if deleted:
            self.lost[DELETION] += 1
            return ""
        content = self._content(text) if symbol is None else self._symbols(text, symbol)
        return element("r", wrapped("rPr", properties) + content) if content else ""

    def _format(self, raw: bytes, style: int) -> tuple[str, bool, int | None]:
        """Return the content of a w:rPr, whether the text is deleted, and font and code of a symbol."""
        key = (raw, style)
        if key not in self._formats:
            found = modifiers(raw)
            own = self._sheet.id_of(run_style(found), CHARACTER)
            content = run_content(found, self._fonts, lambda opcode: self._sheet.has(style, opcode), own)
            symbol = found.get(SYMBOL)
            self._formats[key] = content, is_deleted(found), int.from_bytes(symbol, "little") if symbol else None
        return self._formats[key]

    def _symbols(self, text: str, symbol: int) -> str:
        font, code = symbol & 0xFFFF, symbol >> 16
        name = self._fonts[font] if font < len(self._fonts) else ""
        return element("sym", font=name or "Symbol", char=f"{code:04X}") * len(text)

    def _content(self, text: str) -> str:
        parts: list[str] = []
        done = 0
        for special in _SPECIAL.finditer(text):
            parts += (_text(text[done : special.start()]), _ELEMENTS.get(special[0], ""))
            if (what := _LEFT_BEHIND.get(special[0])) is not None:
                self.lost[what] += 1
            done = special.end()
        return "".join([*parts, _text(text[done:])])

    def _table(self, table: Table) -> str:
        edges = columns(table)
        widths = [right - left for left, right in itertools.pairwise(edges)]
        borders = "".join(
            element(side, val="single", sz=4, space=0, color="auto")
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        properties = element("tblPr", element("tblW", w=0, type="auto") + element("tblBorders", borders))
        grid = element("tblGrid", "".join(element("gridCol", w=width) for width in widths))
        return element("tbl", properties + grid + "".join(self._row(row, edges) for row in table.rows))

    def _row(self, row: list[Cell], edges: list[int]) -> str:
        before = column_of(edges, row[0].left) if edges else 0
        gap = wrapped("trPr", element("gridBefore", val=before) if before else "")
        return element("tr", gap + "".join(self._cell(cell, edges) for cell in row))

    def _cell(self, cell: Cell, edges: list[int]) -> str:
        properties = ""
        if edges:
            span = column_of(edges, cell.right) - column_of(edges, cell.left)
            properties = element("tcW", w=cell.right - cell.left, type="dxa")
            properties += element("gridSpan", val=span) if span > 1 else ""
        properties += element("vMerge", val=cell.down) if cell.down else ""
        return element("tc", wrapped("tcPr", properties) + self.write(cell.content))


def _text(text: str) -> str:
    kept = escaped(joined(text))
    return f'<w:t xml:space="preserve">{kept}</w:t>' if kept else ""
