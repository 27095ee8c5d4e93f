"""From rows, as an editor holds them, to the immutable document."""

from collections.abc import Iterable, Iterator
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


@dataclass(frozen=True, slots=True)
class Projected:
    """What rows stand for: the document, and for each of its blocks the position of its row.

    The rest is for projecting again: the rows as they were given (None: not known), as they count (None: no part of
    the text), and their blocks.
    """

    document: Document
    positions: tuple[int, ...]
    rows: tuple[Row | None, ...] = ()
    counted: tuple[Row | None, ...] = ()
    blocks: tuple[Block | None, ...] = ()


NOTHING = Projected(Document(), ())


def project(
    rows: Iterable[Row], tables: tuple[Table, ...] = (), layout: str | None = None, before: Projected = NOTHING
) -> Projected:
    """Return what the rows stand for; what they stood for `before` spares work where a row is still the same object.

    An automatic number belongs to the original of several rows with one origin; a copy made by Enter shows none until
    the file is opened again.
    """
    rows = tuple(rows)
    known = tuple(_aligned(rows, before))
    counted = tuple(old[0] if old is not None else _counted(row) for row, old in zip(rows, known, strict=True))
    named = iter(names(row for row in counted if row is not None))
    blocks: list[Block | None] = []
    for row, old in zip(counted, known, strict=True):
        if row is None:
            blocks.append(None)
            continue
        name = next(named)
        label = row.label if row.label and name == str(row.origin) else ""
        block = old[1] if old is not None else None
        if block is None or block.id != name or block.label != label:
            block = Block(
                name, row.runs, row.origin, row.container, row.style_level, label, row.said, row.opaque, row.fixed
            )
        blocks.append(block)
    positions = tuple(position for position, block in enumerate(blocks) if block is not None)
    document = Document(tuple(block for block in blocks if block is not None), tables, layout)
    return Projected(document, positions, rows, counted, tuple(blocks))


def _aligned(rows: tuple[Row, ...], before: Projected) -> Iterator[tuple[Row | None, Block | None] | None]:
    """Yield for each row what is known of it from before, None where it is new: rows come and go at one place."""
    old = before.rows
    first = next((i for i, (a, b) in enumerate(zip(rows, old, strict=False)) if a is not b), min(len(rows), len(old)))
    more = len(rows) - len(old)
    for position, row in enumerate(rows):
        place = position if position < first else position - more
        same = 0 <= place < len(old) and old[place] is row
        yield (before.counted[place], before.blocks[place]) if same else None


def _counted(row: Row) -> Row | None:
    """Return the row as it counts, its runs merged; None where it is no part of the text."""
    runs = row.runs if len(row.runs) == 1 and row.runs[0].text else merged(row.runs)
    if row.phantom and not runs:
        return None
    if row.phantom or runs is not row.runs:
        return replace(row, runs=runs, origin=None if row.phantom else row.origin)
    return row
