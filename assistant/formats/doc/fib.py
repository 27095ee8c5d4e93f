"""The header of a Word 97-2003 file (FIB): what kind of file it is and where everything stands ([MS-DOC] 2.5)."""

import struct
from dataclasses import dataclass
from enum import IntEnum

from assistant.errors import CannotOpen
from assistant.formats.doc.container import Streams
from assistant.formats.doc.refusal import PASSWORD, TOO_OLD, damaged

_WORD_97 = 0xA5EC
_EARLIER = frozenset({0xA5DC, 0xA5DB, 0xA59C, 0xA59B, 0xA697, 0xA699})
"""First words of Word 1 to Word 95 and their Far Eastern forms."""
_FIRST_VERSION = 0xC0
"""nFib of the first Word 97 (the Japanese one); all before has another header."""

_COMPLEX, _ENCRYPTED, _TABLE_1 = 0x0004, 0x0100, 0x0200
_COUNTS = 0x4C
"""Offset of ccpText and the character counts of the other parts behind it."""
_PLACES = 0x9A
"""Offset of the pairs of offset and length."""


class Place(IntEnum):
    """Ordinals of the pairs of offset and length in the header ([MS-DOC] 2.5.6, FibRgFcLcb97)."""

    STYLES = 1
    SECTIONS = 6
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    LISTS = 73
    LIST_OVERRIDES = 74


@dataclass(frozen=True, slots=True)
class Counts:
    """How many characters each part has, in UTF-16 units: main text first, the others one after the other behind."""

    text: int
    footnotes: int
    headers: int
    comments: int
    endnotes: int
    text_boxes: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says; `fast_saved` texts are kept in pieces that later saves have added."""

    main: bytes
    table: bytes
    data: bytes
    counts: Counts
    fast_saved: bool
    places: tuple[tuple[int, int], ...]

    def stretch(self, place: Place) -> bytes:
        """Return the bytes of the table stream that a pair points to, empty where there are none."""
        if place >= len(self.places):
            return b""
        start, length = self.places[place]
        return self.table[start : start + length]


def read_header(streams: Streams) -> Header:
    """Return the header; raise CannotOpen for what is encrypted, older than Word 97 or cut off."""
    main = streams.main
    if len(main) < 0x200:
        raise damaged(f"WordDocument has {len(main)} bytes")
    magic, version = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if magic in _EARLIER or (magic == _WORD_97 and version < _FIRST_VERSION):
        raise CannotOpen(TOO_OLD, f"wIdent {magic:#x}, nFib {version:#x}")
    if magic != _WORD_97:
        raise damaged(f"wIdent {magic:#x}")
    if flags & _ENCRYPTED:
        raise CannotOpen(PASSWORD, "fEncrypted")
    first, second = streams.tables
    table = second if flags & _TABLE_1 else first
    if table is None:
        raise damaged("no table stream")
    text, footnotes, headers, _, comments, endnotes, boxes = struct.unpack_from("<7i", main, _COUNTS)
    counts = Counts(text, footnotes, headers, comments, endnotes, boxes)
    if not 0 < text <= len(main):
        raise damaged(f"ccpText {text}")
    return Header(main, table, streams.data, counts, bool(flags & _COMPLEX), _places(main))


def _places(main: bytes) -> tuple[tuple[int, int], ...]:
    (number,) = struct.unpack_from("<H", main, _PLACES - 2)
    room = (len(main) - _PLACES) // 8
    values = struct.iter_unpack("<II", main[_PLACES : _PLACES + 8 * min(number, room, 256)])
    return tuple((start, length) for start, length in values)
