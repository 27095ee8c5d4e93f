"""From rows, as an editor holds them, to the immutable document."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.document.block import Block, Cell, Document, Opaque, Run, Said, Table
from assistant.document.identity import names
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
    kept: list[Row] = []
    positions: list[int] = []
    for position, row in enumerate(rows):
        runs = row.runs if len(row.runs) == 1 and row.runs[0].text else merged(row.runs)
        if row.phantom and not runs:
            continue
        if row.phantom or runs is not row.runs:
            row = replace(row, runs=runs, origin=None if row.phantom else row.origin)  # noqa: PLW2901
        kept.append(row)
        positions.append(position)
    blocks = tuple(
        Block(
            name,
            row.runs,
            row.origin,
            row.container,
            row.style_level,
            row.label if row.label and name == str(row.origin) else "",
            row.said,
            row.opaque,
            row.fixed,
        )
        for row, name in zip(kept, names(kept), strict=True)
    )
    return Document(blocks, tables, layout), tuple(positions)
