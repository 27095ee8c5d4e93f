"""Automatic numbering of old Word files, and the numbering.xml made of it ([MS-DOC] 2.9.131-2.9.150)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.formats.doc.fib import Header, Place
from assistant.formats.doc.markup import element, wrapped
from assistant.formats.doc.paragraph_format import paragraph_content
from assistant.formats.doc.sprm import Modifiers, modifiers

FORMATS = (
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText",
    "hex", "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth",
    "decimalHalfWidth", "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2",
    "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop",
    "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional",
    "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
    "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified",
    "chineseCountingThousand",
)  # fmt: skip
"""Names of the number formats 0 to 39 ([MS-OSHARED] 2.2.1.3, MSONFC); 255 is none."""

_LIST, _LEVEL, _OVERRIDE = 28, 28, 16
_SIMPLE = 1
_LEGAL, _NO_RESTART = 0x04, 0x08
_STARTS, _FORMATTED = 0x10, 0x20
_MOST = 2000
"""Lists read from one file; Word itself makes one for every list that was ever begun, some hundreds."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; in `text` the characters U+0000 to U+0008 stand for the counters of the levels."""

    start: int
    format: int
    flags: int
    follow: int
    restart: int
    paragraph: Modifiers
    text: str


@dataclass(frozen=True, slots=True)
class Override:
    """One list as paragraphs name it: the list it is based on, and levels that begin or look otherwise."""

    list: int
    starts: tuple[tuple[int, int], ...]
    levels: tuple[tuple[int, Level], ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a file: levels by list, and what paragraphs name, numbered from 1."""

    levels: dict[int, tuple[Level, ...]]
    overrides: tuple[Override, ...]


def read_lists(header: Header) -> Lists:
    """Return the lists as far as they can be read; the levels stand in the file right behind the table of lists."""
    if len(header.places) <= Place.LIST_OVERRIDES or not header.stretch(Place.LISTS):
        return Lists({}, ())
    try:
        levels = _levels(header.table, header.places[Place.LISTS][0])
        return Lists(levels, _overrides(header.stretch(Place.LIST_OVERRIDES)))
    except (struct.error, IndexError):
        return Lists({}, ())


def _levels(table: bytes, at: int) -> dict[int, tuple[Level, ...]]:
    (count,) = struct.unpack_from("<H", table, at)
    count = min(count, _MOST)
    found: dict[int, tuple[Level, ...]] = {}
    place = at + 2 + _LIST * count
    for n in range(count):
        (number,) = struct.unpack_from("<I", table, at + 2 + _LIST * n)
        simple = table[at + 2 + _LIST * n + 26] & _SIMPLE
        levels = []
        for _ in range(1 if simple else 9):
            level, place = _level(table, place)
            levels.append(level)
        found[number] = tuple(levels)
    return found


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """Return the level that stands at a place, and the place behind it."""
    start, format_, flags = struct.unpack_from("<iBB", table, at)
    follow = table[at + 15]
    characters, paragraphs, restart = struct.unpack_from("<BBB", table, at + 24)
    at += _LEVEL
    properties = modifiers(table[at : at + paragraphs])
    at += paragraphs + characters
    (length,) = struct.unpack_from("<H", table, at)
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "ignore")
    return Level(start, format_, flags, follow, restart, properties, text), at + 2 + 2 * length


def _overrides(table: bytes) -> tuple[Override, ...]:
    (count,) = struct.unpack_from("<I", table, 0)
    count = min(count, _MOST)
    found: list[Override] = []
    at = 4 + _OVERRIDE * count
    for n in range(count):
        (list_,) = struct.unpack_from("<I", table, 4 + _OVERRIDE * n)
        changes = table[4 + _OVERRIDE * n + 12]
        starts: list[tuple[int, int]] = []
        levels: list[tuple[int, Level]] = []
        at += 4
        for _ in range(min(changes, 9)):
            start, flags = struct.unpack_from("<iI", table, at)
            at += 8
            if flags & _FORMATTED:
                level, at = _level(table, at)
                levels.append((flags & 0xF, level))
            elif flags & _STARTS:
                starts.append((flags & 0xF, start))
        found.append(Override(list_, tuple(starts), tuple(levels)))
    return tuple(found)


def numbering_xml(lists: Lists) -> str:
    """Return the content of numbering.xml, empty for a file without lists."""
    ids = {number: n for n, number in enumerate(lists.levels)}
    parts = [
        element(
            "abstractNum",
            element("multiLevelType", val="multilevel") + "".join(_level_xml(n, lv) for n, lv in enumerate(levels)),
            abstractNumId=ids[number],
        )
        for number, levels in lists.levels.items()
    ]
    for n, override in enumerate(lists.overrides, 1):
        if override.list in ids:
            content = element("abstractNumId", val=ids[override.list]) + _changes(override)
            parts.append(element("num", content, numId=n))
    return "".join(parts)


def _changes(override: Override) -> str:
    starts = [
        element("lvlOverride", element("startOverride", val=start), ilvl=n) for n, start in override.starts if n < 9
    ]
    levels = [element("lvlOverride", _level_xml(n, level), ilvl=n) for n, level in override.levels if n < 9]
    return "".join(starts + levels)


def _level_xml(n: int, level: Level) -> str:
    format_ = FORMATS[level.format] if level.format < len(FORMATS) else "none" if level.format == 255 else "decimal"
    text = "".join(f"%{ord(character) + 1}" if ord(character) < 9 else character for character in level.text)
    restart = level.restart if level.flags & _NO_RESTART and level.restart <= 9 else None
    content = (
        element("start", val=level.start if 0 <= level.start <= 32767 else 1),
        element("numFmt", val=format_),
        "" if restart is None else element("lvlRestart", val=restart),
        element("isLgl") if level.flags & _LEGAL else "",
        element("suff", val=_follow(level.follow)),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        wrapped("pPr", paragraph_content(_shape(level.paragraph), 0)),
    )
    return element("lvl", "".join(content), ilvl=n)


def _follow(value: int) -> str:
    names: Sequence[str] = ("tab", "space", "nothing")
    return names[value] if value < len(names) else "tab"


def _shape(found: Modifiers) -> Modifiers:
    """Leave the numbering itself out of a level's properties: a level can't stand in another list."""
    return {opcode: operand for opcode, operand in found.items() if opcode not in (0x460B, 0x260A, 0x2640)}
