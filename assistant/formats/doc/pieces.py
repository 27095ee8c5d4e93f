"""The piece table: which bytes of the file are the text, in which order and in which of two encodings."""

import struct
from dataclasses import dataclass

from assistant.errors import CannotOpen
from assistant.formats.doc.fib import Header, Place
from assistant.formats.doc.refusal import FAST_SAVED, TOO_BIG, damaged

_PROPERTIES, _TABLE = 1, 2
"""Kinds of parts of a CLX ([MS-DOC] 2.9.38)."""
_COMPRESSED = 0x40000000
_MOST = 50_000
"""Pieces of one text; Word writes a file anew long before a fast save would need a thousand."""
_LONGEST = 4_000_000
"""Characters of one text: two hundred reports of twenty thousand characters."""
_LONGEST_PROPERTIES = 2048

_SIMPLE = {
    0x04: 0x2602, 0x05: 0x2403, 0x07: 0x2405, 0x08: 0x2406, 0x09: 0x2407, 0x0E: 0x260A, 0x18: 0x2416, 0x19: 0x2417,
    0x41: 0x0800, 0x42: 0x0801, 0x55: 0x0835, 0x56: 0x0836, 0x5C: 0x083C, 0x5E: 0x2A3E,
}  # fmt: skip
"""Short numbers of properties in a piece → opcodes (a part of [MS-DOC] 2.9.216, Prm0)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: characters `start` to `end` (UTF-16 units) stand at byte `offset` of the main stream.

    `width` is 1 (Windows-1252) or 2 (UTF-16); `grpprl` holds properties that a fast save has laid over the piece.
    """

    start: int
    end: int
    offset: int
    width: int
    grpprl: bytes = b""

    def byte_of(self, character: int) -> int:
        """Return where a character of the piece stands in the main stream."""
        return self.offset + (character - self.start) * self.width

    def character_at(self, byte: int) -> int:
        """Return the character that stands at or after a byte, within the piece."""
        return min(max(self.start, self.start - (self.offset - byte) // self.width), self.end)


def read_pieces(header: Header) -> tuple[Piece, ...]:
    """Return the pieces of the main text, in order; raise CannotOpen where they don't make up a text."""
    clx = header.stretch(Place.PIECES)
    prls, table = _parts(clx)
    count = (len(table) - 4) // 12
    if count > _MOST or header.counts.text > _LONGEST:
        raise CannotOpen(TOO_BIG, f"{count} pieces, {header.counts.text} characters")
    if count < 1:
        raise _broken(header, f"CLX of {len(clx)} bytes with a piece table of {len(table)}")
    bounds = struct.unpack_from(f"<{count + 1}I", table, 0)
    entries = 4 * (count + 1)
    pieces = []
    room = len(header.main)
    for n in range(count):
        if bounds[n] >= header.counts.text:
            break
        piece = _piece(table[entries + 8 * n : entries + 8 * n + 8], bounds[n], bounds[n + 1], prls)
        end = piece.byte_of(piece.end)
        room -= end - piece.offset
        if piece.end <= piece.start or end > len(header.main) or room < 0:
            raise _broken(header, f"piece {n}: {piece.start}-{piece.end} at {piece.offset} of {len(header.main)}")
        pieces.append(piece)
    if bounds[0] != 0 or not pieces or pieces[-1].end < header.counts.text:
        raise _broken(header, f"pieces end at {bounds[-1]}, text has {header.counts.text}")
    last = pieces[-1]
    pieces[-1] = Piece(last.start, header.counts.text, last.offset, last.width, last.grpprl)
    return tuple(pieces)


def text_of(pieces: tuple[Piece, ...], main: bytes) -> str:
    """Return the text in UTF-16 units: characters beyond the BMP are two, so that positions stay those of the file."""
    return "".join(_decoded(main[piece.offset : piece.byte_of(piece.end)], piece.width) for piece in pieces)


def joined(units: str) -> str:
    """Return a text with the two units of a character beyond the BMP made one; lone ones stay."""
    if units.isascii():
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _decoded(data: bytes, width: int) -> str:
    if width == 1:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:  # five bytes have no character there; Word shows them by their number
            return "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in data)
    text = data.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 == len(data):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def _broken(header: Header, detail: str) -> CannotOpen:
    return CannotOpen(FAST_SAVED, detail) if header.fast_saved else damaged(detail)


def _parts(clx: bytes) -> tuple[list[bytes], bytes]:
    """Return the property lists of a CLX and its piece table."""
    prls: list[bytes] = []
    at = 0
    while at + 5 <= len(clx):
        if clx[at] == _TABLE:
            (length,) = struct.unpack_from("<I", clx, at + 1)
            return prls, clx[at + 5 : at + 5 + length]
        if clx[at] != _PROPERTIES:
            break
        (length,) = struct.unpack_from("<H", clx, at + 1)
        prls.append(clx[at + 3 : at + 3 + min(length, _LONGEST_PROPERTIES)])
        at += 3 + length
    return prls, b""


def _piece(entry: bytes, start: int, end: int, prls: list[bytes]) -> Piece:
    _, place, prm = struct.unpack("<HIH", entry)
    width = 1 if place & _COMPRESSED else 2
    offset = (place & (_COMPRESSED - 1)) // (2 if width == 1 else 1)
    grpprl = b""
    if prm & 1:
        grpprl = prls[prm >> 1] if prm >> 1 < len(prls) else b""
    elif (opcode := _SIMPLE.get(prm >> 1 & 0x7F)) is not None:
        grpprl = struct.pack("<HB", opcode, prm >> 8)
    return Piece(start, end, offset, width, grpprl)
