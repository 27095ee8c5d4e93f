"""From rows, as an editor holds them, to the immutable document."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.document.block import Block, Cell, Document, Opaque, Run, Said, Table
from assistant.document.identity import identified
from assistant.document.splice import merged


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as the editor holds it.

    `phantom` marks a paragraph that only the editor needs (before, after and between tables): while empty it is no
    part of the text.
    """

    runs: tuple[Run, ...]
    origin: int | None = None
    container: Cell | None = None
    style_level: int | None = None
    label: str = ""
    said: Said | None = None
    opaque: Opaque | None = None
    fixed: bool = False
    phantom: bool = False


def project(
    rows: Iterable[Row], tables: tuple[Table, ...] = (), layout: str | None = None
) -> tuple[Document, tuple[int, ...]]:
    """Return the document the rows stand for, and for each of its blocks the position of its row.

    An automatic number belongs to the original of several rows with one origin; a copy made by Enter shows none until
    the file is opened again.
    """
    blocks: list[Block] = []
    positions: list[int] = []
    for position, row in enumerate(rows):
        runs = merged(list(row.runs))
        if row.phantom and not runs:
            continue
        origin = None if row.phantom else row.origin
        blocks.append(
            Block("", runs, origin, row.container, row.style_level, row.label, row.said, row.opaque, row.fixed)
        )
        positions.append(position)
    named = identified(blocks)
    first = {block.origin for block in named if block.id == str(block.origin)}
    named = tuple(
        _without_label(block) if block.label and block.origin in first and block.id != str(block.origin) else block
        for block in named
    )
    return Document(named, tables, layout), tuple(positions)


def _without_label(block: Block) -> Block:
    return Block(
        block.id,
        block.runs,
        block.origin,
        block.container,
        block.style_level,
        "",
        block.said,
        block.opaque,
        block.fixed,
    )
