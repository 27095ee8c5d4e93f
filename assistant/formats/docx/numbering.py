"""Compute the automatic number Word shows before a paragraph: it is in no text of the file."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, child, kind, number, switched_on
from assistant.formats.docx.number_format import write_number
from assistant.formats.docx.styles import Styles, style_id

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_LONGEST_LINK = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its text with %1-%9 for counters, and how it counts."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""
    suffix: str = "tab"


@dataclass(frozen=True, slots=True)
class List:
    """One w:num: the abstract list whose counters it shares, its levels, and the starts it overrides."""

    abstract: int
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a file."""

    def __init__(self, root: "_Element | None", styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[int, _Element] = {}
        self._nums: dict[int, _Element] = {}
        self._lists: dict[int, List | None] = {}
        for element in root if root is not None else ():
            name = kind(element)
            if name == "abstractNum" and (key := number(element, "abstractNumId")) is not None:
                self._abstracts[key] = element
            elif name == "num" and (key := number(element, "numId")) is not None:
                self._nums.setdefault(key, element)

    def place(self, properties: "_Element | None") -> tuple[List, int] | None:
        """Return list and level of a paragraph from its w:pPr and style; None where it has no number."""
        direct = child(properties, "numPr")
        num_id, level = number(child(direct, "numId")), number(child(direct, "ilvl"))
        style = style_id(properties, "pStyle")
        styled: int | None = None
        linkable: tuple[str, ...] = ()
        if num_id is None:
            num_id, styled, linkable = self._styles.numbering(style)
        if not num_id:  # none, or 0, which switches numbering off
            return None
        found = self.list(num_id)
        if found is None:
            return None
        if level is None:
            linked = (at for one in linkable for at, data in found.levels.items() if data.style == one)
            level = next(linked, styled or 0)
        return (found, level) if level in found.levels else None

    def list(self, num_id: int) -> List | None:
        """Return the list of a numId, with overrides and links to list styles resolved."""
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def _read(self, num_id: int) -> List | None:
        num = self._nums.get(num_id)
        abstract_id = number(child(num, "abstractNumId"))
        if num is None or abstract_id is None:
            return None
        abstract_id, abstract = self._linked(abstract_id)
        if abstract is None:
            return None
        levels: dict[int, Level] = {}
        for element in abstract:
            if kind(element) == "lvl":
                # exports of online editors leave the required w:ilvl out where there is one level
                at = number(element, "ilvl") if attribute(element, "ilvl") else 0
                if at is not None:
                    levels.setdefault(at, _level(element))
        starts: dict[int, int] = {}
        for override in num:
            at = number(override, "ilvl")
            if kind(override) != "lvlOverride" or at is None:
                continue
            if (own := child(override, "lvl")) is not None:
                levels[at] = _level(own)
            if (start := number(child(override, "startOverride"))) is not None:
                starts[at] = start
        return List(abstract_id, levels, starts)

    def _linked(self, abstract_id: int) -> tuple[int, "_Element | None"]:
        """Follow numStyleLink to the abstract list that defines the list style."""
        for _ in range(_LONGEST_LINK):
            abstract = self._abstracts.get(abstract_id)
            link = child(abstract, "numStyleLink")
            if link is None:
                return abstract_id, abstract
            name = attribute(link, "val")
            target = next(
                (
                    key
                    for key, element in self._abstracts.items()
                    if (mark := child(element, "styleLink")) is not None and attribute(mark, "val") == name
                ),
                None,
            )
            if target is None or target == abstract_id:
                return abstract_id, abstract
            abstract_id = target
        return abstract_id, None


def _level(element: "_Element") -> Level:
    def text(name: str, default: str = "") -> str:
        found = child(element, name)
        return default if found is None else attribute(found, "val", default)

    legal = child(element, "isLgl")
    start = number(child(element, "start"))
    return Level(
        text("numFmt", "decimal"),
        text("lvlText"),
        0 if start is None else start,
        number(child(element, "lvlRestart")),
        legal is not None and switched_on(legal),
        text("pStyle"),
        text("suff", "tab"),
    )


class Counters:
    """The counters of a document while its paragraphs are read in order."""

    def __init__(self) -> None:
        self._values: dict[int, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, found: tuple[List, int]) -> str:
        """Count one paragraph and return its number as Word shows it."""
        list_, at = found
        level = list_.levels[at]
        values = self._values.setdefault(list_.abstract, {})
        override = (id(list_), at)
        if at in list_.starts and override not in self._started:
            values[at] = list_.starts[at]
            self._started.add(override)
        else:
            values[at] = values[at] + 1 if at in values else level.start
        for skipped in list_.levels.keys() & set(range(at)):  # Word counts a level that was left out as used once
            values.setdefault(skipped, list_.starts.get(skipped, list_.levels[skipped].start))
        for deeper in [d for d in values if d > at]:
            restart = list_.levels[deeper].restart if deeper in list_.levels else None
            if restart is None or (restart != 0 and at < restart):
                del values[deeper]
        if level.format == "bullet":
            return _bullet(level.text)
        return _PLACE.sub(lambda match: self._number(list_, level, values, int(match[1]) - 1), level.text).strip()

    def _number(self, list_: List, level: Level, values: dict[int, int], at: int) -> str:
        other = list_.levels.get(at)
        if other is None:
            return ""
        value = values.setdefault(at, other.start)
        return write_number(value, "decimal" if level.legal else other.format)


def _bullet(text: str) -> str:
    """Return the bullet; signs of the Symbol and Wingdings fonts live in the private area and show as a dot."""
    text = text.strip()
    return "".join(_BULLET if 0xE000 <= ord(c) <= 0xF8FF else c for c in text)
