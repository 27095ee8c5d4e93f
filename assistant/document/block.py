"""The picture of a text: blocks made of runs, with the origins that tie them to the opened file."""

from dataclasses import dataclass, field
from enum import IntFlag
from functools import cached_property


class Marks(IntFlag):
    """Character formats the editor shows; only bold can be set by hand."""

    NONE = 0
    BOLD = 1
    ITALIC = 2
    UNDERLINE = 4


@dataclass(frozen=True, slots=True)
class Token:
    """An inline object that is not text: a field, a note mark, a drawing, a page break.

    `number` is its ordinal among all tokens of the base, in reading order; `label` is what the user is shown (Chinese).
    """

    number: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one origin and one set of marks.

    `origin` is the ordinal of the `w:r` they descend from, as in `root.iter(w:r)` of the base's main part; None for
    text without one. A token is a run of its own whose text is exactly one U+FFFC.
    """

    text: str
    origin: int | None = None
    marks: Marks = Marks.NONE
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The table cell a block stands in: table number in `Document.tables`, row and grid column, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Opaque:
    """A whole block that is shown but can't be edited: a table of contents, an equation, a chart."""

    kind: str
    label: str
    preview: str = ""


TITLE_LEVEL = 0
BODY_LEVEL = -1
BYLINE_LEVEL = -2
SALUTATION_LEVEL = -3
SIGNATURE_LEVEL = -4
"""Levels below body say how a new paragraph is laid out; nobody is asked to say them."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the user said a block is: `level` 0 title, 1-4 heading, -1 body, None unsaid; `role` a section role."""

    level: int | None = None
    role: str | None = None


@dataclass(frozen=True)
class Block:
    """One paragraph, or one opaque block.

    `id` is unique in one picture only. `origin` is the ordinal of the `w:p` (or line of a .txt) it descends from; a
    block split off another shares its origin. `style_level` (0 title, 1-9 heading) is evidence from the file's styles,
    `label` the computed automatic number, never part of `text`. `fixed` blocks hold something that must stay, such as
    a section break: they may be emptied but not removed. Offsets into `text` are code points.
    """

    id: str
    runs: tuple[Run, ...] = ()
    origin: int | None = None
    container: Cell | None = None
    style_level: int | None = None
    label: str = ""
    said: Said | None = None
    opaque: Opaque | None = None
    fixed: bool = False

    @cached_property
    def text(self) -> str:
        """The characters of all runs; `\\n` is a soft line break, U+FFFC a token."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every visible character is bold: evidence for a heading."""
        shown = [run for run in self.runs if run.text.strip()]
        return bool(shown) and all(run.marks & Marks.BOLD for run in shown)


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table's grid with its spans (1 = not merged)."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """The locked grid of a table; `cells` lists the anchor cell of every merged region."""

    rows: int
    columns: int
    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole text at one moment, in reading order; blocks of one table stand together, cell by cell."""

    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    layout: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters in one block, in code points."""

    block: str
    start: int
    end: int


@dataclass(frozen=True)
class DocumentIndex:
    """Positions of a document's blocks by id."""

    document: Document
    positions: dict[str, int] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Fill the positions once."""
        self.positions.update((block.id, i) for i, block in enumerate(self.document.blocks))

    def block(self, block_id: str) -> Block | None:
        """Return the block of that id, or None where the picture has none."""
        i = self.positions.get(block_id)
        return None if i is None else self.document.blocks[i]
