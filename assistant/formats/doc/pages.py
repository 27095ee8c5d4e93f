"""Formatted disk pages: which properties apply to which bytes of the text ([MS-DOC] 2.9.4x, FKP)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_PAGE = 512
_PARAGRAPH_ENTRY = 13
"""Bytes for each paragraph in a page: an offset, and a line height that only Word itself uses."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches of bytes in order, and the raw properties of each."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    properties: tuple[bytes, ...]

    def at(self, byte: int) -> bytes:
        """Return the properties of a byte, empty where the file has none for it."""
        n = bisect_right(self.starts, byte) - 1
        return self.properties[n] if n >= 0 and byte < self.ends[n] else b""

    def has_end(self, byte: int) -> bool:
        """Tell whether a stretch ends right before a byte."""
        n = bisect_right(self.starts, byte - 1) - 1
        return n >= 0 and self.ends[n] == byte

    def between(self, first: int, last: int) -> Iterator[tuple[int, int, bytes]]:
        """Yield adjoining stretches that cover the bytes `first` to `last`, with empty properties in the gaps."""
        n = max(bisect_right(self.starts, first) - 1, 0)
        at = first
        while at < last:
            while n < len(self.starts) and self.ends[n] <= at:
                n += 1
            if n == len(self.starts) or self.starts[n] >= last:
                yield at, last, b""
                return
            if self.starts[n] > at:
                yield at, self.starts[n], b""
                at = self.starts[n]
            end = min(self.ends[n], last)
            yield at, end, self.properties[n]
            at = end


def character_stretches(table: bytes, main: bytes) -> Stretches:
    """Return the character properties (raw CHPX) of a file."""
    return _collected(table, main, 1)


def paragraph_stretches(table: bytes, main: bytes) -> Stretches:
    """Return the paragraph properties of a file: two bytes with the style's number, then the modifiers."""
    return _collected(table, main, _PARAGRAPH_ENTRY)


def _collected(table: bytes, main: bytes, width: int) -> Stretches:
    found: list[tuple[int, int, bytes]] = []
    named = max(0, (len(table) - 4) // 8)
    pages: set[int] = set()
    for n in range(min(named, len(main) // _PAGE + 1)):
        (number,) = struct.unpack_from("<I", table, 4 * (named + 1) + 4 * n)
        number &= 0x3FFFFF
        page = main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE and number not in pages:
            pages.add(number)
            found += _entries(page, width)
    found.sort(key=lambda item: item[0])
    return Stretches(tuple(s for s, _, _ in found), tuple(e for _, e, _ in found), tuple(p for _, _, p in found))


def _entries(page: bytes, width: int) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    if 4 * (count + 1) + count * width > _PAGE - 1:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
    for n in range(count):
        place = 2 * page[4 * (count + 1) + n * width]
        if bounds[n] < bounds[n + 1]:
            yield bounds[n], bounds[n + 1], _content(page, place, paragraph=width > 1) if place else b""


def _content(page: bytes, place: int, *, paragraph: bool) -> bytes:
    """Return the properties at a place of a page; a paragraph's length is in words, or in the second byte."""
    size = page[place]
    if not paragraph:
        return page[place + 1 : min(place + 1 + size, _PAGE - 1)]
    start, size = (place + 1, 2 * size - 1) if size else (place + 2, 2 * page[min(place + 1, _PAGE - 1)])
    return page[start : min(start + size, _PAGE - 1)]
