"""Read the rows of a text document, as they are at this moment."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument

from assistant.document.block import Run
from assistant.document.projection import Row
from assistant.ui.editor import properties as prop


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the text blocks in reading order, table cells included."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def read(document: QTextDocument) -> list[Row]:
    """Return one row per text block; a composition in progress (preedit) is no part of it."""
    return [row_of(block) for block in blocks(document)]


def row_of(block: QTextBlock) -> Row:
    """Return the row of one text block."""
    fmt = block.blockFormat()
    opaque = prop.decode_opaque(fmt.property(prop.BLOCK_OPAQUE))
    return Row(
        runs=() if opaque is not None else tuple(runs(block)),
        origin=fmt.property(prop.BLOCK_ORIGIN),
        container=prop.decode_cell(fmt.property(prop.BLOCK_CELL)),
        style_level=fmt.property(prop.BLOCK_STYLE_LEVEL),
        label=fmt.property(prop.BLOCK_LABEL) or "",
        said=prop.decode_said(fmt.property(prop.BLOCK_SAID)),
        opaque=opaque,
        fixed=bool(fmt.property(prop.BLOCK_FIXED)),
        phantom=bool(fmt.property(prop.BLOCK_PHANTOM)),
    )


def runs(block: QTextBlock) -> list[Run]:
    """Return the runs of one text block; Qt's line separator (U+2028) becomes a soft break."""
    result: list[Run] = []
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        result += prop.runs_of(fragment.text().replace("\u2028", "\n"), fragment.charFormat())
        it += 1
    return result
