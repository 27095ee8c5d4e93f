"""From what a text shares with others to the rows of 雷同检查: sentence by sentence, in the order of the text."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from assistant.document.block import Document, Span
from assistant.reuse.overlap import Overlap, Same
from assistant.ui.models.findings_rows import shortened, visible
from assistant.ui.models.tree_model import TreeModel
from assistant.ui.overriding import override

_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """One sentence found elsewhere: `words` of ours, `source` the name of where it stands, `span` its place here."""

    key: str
    words: str
    share: str
    source: str
    span: Span
    same: Same
    children: tuple["OverlapRow", ...] = ()


def overlap_rows(document: Document, found: Overlap) -> tuple[OverlapRow, ...]:
    """Return the rows; paragraphs of `found` are positions in the document."""
    rows = []
    for one in found.sentences:
        block = document.blocks[one.paragraph]
        more = f"，另有 {one.others} 份也有" if one.others else ""
        rows.append(
            OverlapRow(
                f"{block.id}/{one.start}",
                visible(one.text),
                f"{one.share:.0%}",
                f"{name_of(one.source.name)}{more}",
                Span(block.id, one.start, one.end),
                one,
            )
        )
    return tuple(rows)


def name_of(source: str) -> str:
    """Return how a source is called: a file by its name without folders."""
    return Path(source).name or source


def summary(found: Overlap, count: int) -> str:
    """Return in one sentence how much is shared with how many others."""
    if not found.sentences:
        return f"比对了 {count} 份，没有 13 个字以上连着相同的句子（规范提法和标题不算）。"
    return f"比对了 {count} 份：相同的文字占 {found.share:.0%}，{len(found.sentences)} 句（规范提法和标题不算）。"


def sources(found: Overlap, most: int = 3) -> str:
    """Return the texts that most is shared with."""
    shown = [f"{name_of(name)} {share:.0%}" for name, share in found.sources[:most]]
    rest = len(found.sources) - len(shown)
    return "；".join(shown) + (f"；另 {rest} 份" if rest > 0 else "")


class OverlapModel(TreeModel):
    """Sentences found elsewhere; `UserRole` gives the OverlapRow itself."""

    @override
    def shown(self, row: OverlapRow) -> str:
        return row.words

    @override
    def tip(self, row: OverlapRow) -> str:
        return f"{shortened(row.words, 200)}\n{row.source}"

    @override
    def spoken(self, row: OverlapRow) -> str:
        return f"{shortened(row.words, 200)}，{row.share} 相同，见 {row.source}"
