"""The names of the fonts in an old Word file ([MS-DOC] 2.9.286, SttbfFfn)."""

import struct

from assistant.text.characters import clean

_NAME = 39
"""Bytes of a font's record before its name."""


def read_fonts(table: bytes) -> tuple[str, ...]:
    """Return the font names by their numbers, as far as the table holds them."""
    if len(table) < 4:
        return ()
    (count,) = struct.unpack_from("<H", table, 0)
    names: list[str] = []
    at = 4
    while len(names) < count and at < len(table):
        size = table[at]
        record = table[at + 1 + _NAME : at + 1 + size]
        name = record[: len(record) & ~1].decode("utf-16-le", "ignore").partition("\x00")[0]
        names.append(clean(name))
        at += 1 + size
    return tuple(names)
