"""Tracked changes and comments of a file, as values that a window can list and show."""

from dataclasses import dataclass

PARAGRAPH_MARK = "\u00b6"
"""Stands for an inserted or deleted end of a paragraph in the texts below."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: what one author did at one time in one stretch of one paragraph.

    `number` counts from 1 in the order of the text and names the change in the bytes it was read from. `kind` is
    `insert`, `delete`, `move_from`, `move_to` (both halves of a move are resolved together), `format` (of characters),
    `paragraph` (format, list number or section) or `table`. `date` is as in the file (`2024-01-02T03:04:05Z`), empty
    where unknown. `text` is what the change covers, `¶` in it an end of paragraph. `paragraph` counts all w:p as
    `Block.origin` does. `label` says in Chinese what was done.
    """

    number: int
    kind: str
    author: str
    date: str
    text: str
    paragraph: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment. `number` counts from 1 in the order of the text; answers follow what they answer.

    `paragraph` is where its mark stands, -1 where the text has none; `anchor` is the text it is about; `parent` the
    number of the comment it answers; `done` tells that it was settled.
    """

    number: int
    author: str
    initials: str
    date: str
    text: str
    paragraph: int
    anchor: str
    parent: int | None
    done: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A comment to be written: on the code points from `start` to `end` of the block that descends from `paragraph`."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A piece of a paragraph as the view of changes shows it.

    `kind` is `plain`, `insert` or `delete` (moved text is deleted here and inserted there). `revision` is the number
    of the innermost change, of a change of format where the kind is `plain`. `comments` are the numbers of the
    comments on it. An end of paragraph that was inserted or deleted is a last piece, `¶`.
    """

    text: str
    kind: str
    revision: int | None
    comments: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """One w:p with its changes; `paragraph` counts all w:p as `Block.origin` does.

    The plain and inserted pieces, the `¶` left out, are together the text that the reader gives.
    """

    paragraph: int
    pieces: tuple[MarkedPiece, ...]
