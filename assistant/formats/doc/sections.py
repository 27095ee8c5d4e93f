"""Page sizes, margins and columns of old Word files as section properties of a .docx ([MS-DOC] 2.6.4)."""

import struct

from assistant.formats.doc.markup import element
from assistant.formats.doc.sprm import Modifiers, byte, modifiers, word

_ENTRY = 12
_WIDTH, _HEIGHT, _LANDSCAPE = 0xB01F, 0xB020, 0x301D
_LEFT, _RIGHT, _TOP, _BOTTOM, _GUTTER, _HEADER, _FOOTER = 0xB021, 0xB022, 0x9023, 0x9024, 0xB025, 0xB017, 0xB018
_COLUMNS, _KIND, _GRID, _PITCH = 0x500B, 0x3009, 0x5032, 0x9031
_KINDS = ("continuous", "nextColumn", "nextPage", "evenPage", "oddPage")
_GRIDS = {1: "linesAndChars", 2: "lines", 3: "snapToChars"}
_MOST = 2000


def read_sections(table: bytes, main: bytes) -> tuple[tuple[int, str], ...]:
    """Return for each section the character behind its end, and the content of its w:sectPr."""
    count = min((len(table) - 4) // (4 + _ENTRY), _MOST)
    if count < 1:
        return ()
    full = (len(table) - 4) // (4 + _ENTRY)
    ends = struct.unpack_from(f"<{count}I", table, 4)
    found = []
    contents: dict[int, str] = {}
    for n, end in enumerate(ends):
        (place,) = struct.unpack_from("<I", table, 4 * (full + 1) + _ENTRY * n + 2)
        if place not in contents:
            contents[place] = section_content(modifiers(_properties(main, place)))
        found.append((end, contents[place]))
    return tuple(found)


def _properties(main: bytes, place: int) -> bytes:
    if place + 2 > len(main):
        return b""
    (size,) = struct.unpack_from("<H", main, place)
    return main[place + 2 : place + 2 + size]


def section_content(found: Modifiers) -> str:
    """Return what stands in a w:sectPr; what isn't said is as in Word: a letter sheet with 1.25-inch margins."""

    def value(opcode: int, default: int) -> int:
        number = word(found, opcode)
        return number if number is not None and number <= 31680 else default

    kind = byte(found, _KIND)
    columns = word(found, _COLUMNS) or 0
    grid, pitch = _GRIDS.get(word(found, _GRID) or 0), word(found, _PITCH)
    size = element(
        "pgSz",
        w=max(value(_WIDTH, 12240), 720),
        h=max(value(_HEIGHT, 15840), 720),
        orient="landscape" if byte(found, _LANDSCAPE) == 2 else None,
    )
    margins = element(
        "pgMar",
        top=value(_TOP, 1440),
        right=value(_RIGHT, 1800),
        bottom=value(_BOTTOM, 1440),
        left=value(_LEFT, 1800),
        header=value(_HEADER, 720),
        footer=value(_FOOTER, 720),
        gutter=value(_GUTTER, 0),
    )
    return (
        ("" if kind is None or kind >= len(_KINDS) else element("type", val=_KINDS[kind]))
        + size
        + margins
        + (element("cols", num=columns + 1, space=720) if 0 < columns < 45 else element("cols", space=720))
        + ("" if grid is None else element("docGrid", type=grid, linePitch=pitch))
    )
