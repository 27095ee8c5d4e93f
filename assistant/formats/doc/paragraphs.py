"""The paragraphs of an old Word file: their characters with raw formats, and the mark that ends them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assistant.errors import CannotOpen
from assistant.formats.doc.pages import Stretches
from assistant.formats.doc.pieces import Piece
from assistant.formats.doc.refusal import TOO_BIG
from assistant.formats.doc.sprm import Modifiers, byte, long, modifiers

MOST_PARAGRAPHS = 20_000
"""Paragraphs of one text; a report of three hundred pages has six thousand."""
CELL = "\x07"
BREAK = "\x0c"
"""A page break, or where a section ends the mark of its last paragraph."""
_PART = re.compile(f"[^\r{CELL}{BREAK}]+|[\r{CELL}{BREAK}]")

_ELSEWHERE = (0x6646, 0x6645)
"""Properties too long for a page, as those of wide table rows, stand in the stream of pictures."""
_IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_DEEPEST = 20
"""Nested tables beyond this are read as if they stood in the outermost ones; Word itself stops at eleven."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: stretches of characters with raw character properties, then its mark.

    `end` is the position behind the mark, `style` the number of its style, `depth` in how many tables it stands.
    """

    stretches: tuple[tuple[str, bytes], ...]
    mark: str
    mark_format: bytes
    end: int
    style: int
    properties: Modifiers

    @property
    def depth(self) -> int:
        """In how many tables, one in the other, the paragraph stands."""
        if not byte(self.properties, _IN_TABLE):
            return 0
        return min(max(long(self.properties, _DEPTH) or 1, 1), _DEEPEST)

    @property
    def ends_row(self) -> bool:
        """Whether this is no text but the mark at the end of a table row."""
        return bool(byte(self.properties, _INNER_ROW if self.depth > 1 else _ROW_END))

    @property
    def ends_cell(self) -> bool:
        """Whether this is the last paragraph of a cell."""
        return self.mark == CELL or (self.depth > 1 and bool(byte(self.properties, _INNER_CELL)))


def paragraphs(
    text: str,
    pieces: tuple[Piece, ...],
    characters: Stretches,
    formats: Stretches,
    *,
    data: bytes,
    section_ends: Collection[int],
) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text, which is given in UTF-16 units as the pieces count them.

    `data` is the stream that holds the properties of some paragraphs.
    """
    held: list[tuple[str, bytes]] = []
    known: dict[tuple[bytes, bytes], tuple[int, Modifiers]] = {}
    count = 0
    for part, start, format_, piece in _parts(text, pieces, characters):
        end = start + len(part)
        last = piece.byte_of(end) - piece.width
        if part == BREAK and end not in section_ends and not formats.has_end(last + piece.width):
            held.append((part, format_))
        elif part in ("\r", CELL, BREAK):
            key = formats.at(last), piece.grpprl
            if key not in known:
                known[key] = _properties(*key, data)
            yield Paragraph(tuple(held), part, format_, end, *known[key])
            held = []
            count += 1
            if count > MOST_PARAGRAPHS:
                raise CannotOpen(TOO_BIG, f"more than {MOST_PARAGRAPHS} paragraphs")
        elif held and held[-1][1] == format_:
            held[-1] = (held[-1][0] + part, format_)
        else:
            held.append((part, format_))
    if held:
        yield Paragraph(tuple(held), "\r", b"", len(text), 0, {})


def _parts(text: str, pieces: tuple[Piece, ...], characters: Stretches) -> Iterator[tuple[str, int, bytes, Piece]]:
    """Yield stretches of one format and the marks between them, each with its position."""
    known: dict[tuple[bytes, bytes], bytes] = {}
    for piece in pieces:
        for first, last, properties in characters.between(piece.offset, piece.byte_of(piece.end)):
            start, end = piece.character_at(first), piece.character_at(last)
            both = known.setdefault((properties, piece.grpprl), properties + piece.grpprl)
            for part in _PART.finditer(text, start, end):
                yield part[0], part.start(), both, piece


def _properties(papx: bytes, over: bytes, data: bytes) -> tuple[int, Modifiers]:
    """Return style and properties of a paragraph, with those laid over its piece."""
    if len(papx) < 2:
        return 0, modifiers(over)
    found = modifiers(papx[2:])
    for opcode in _ELSEWHERE:
        if (place := long(found, opcode)) is not None:
            size = int.from_bytes(data[place : place + 2], "little")
            found |= modifiers(data[place + 2 : place + 2 + size])
    return int.from_bytes(papx[:2], "little"), found | modifiers(over)
