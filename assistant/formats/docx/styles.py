"""Follow the style sheet: heading levels, character marks and numbering that a style brings along."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.document.block import Marks
from assistant.formats.docx.names import attribute, child, kind, number, switched_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "标题"})
_TOGGLES = ((Marks.BOLD, "b"), (Marks.ITALIC, "i"))
_DEEPEST = 50
"""Styles looked through along basedOn; longer chains and circles end here."""


StyleNumbering = tuple[int | None, int | None, tuple[str, ...]]
"""What a style says of numbering: numId, level, and the ids a level of the list may be linked to."""


class Styles:
    """The style sheet of a file; without one, every question has the neutral answer."""

    def __init__(self, root: "_Element | None") -> None:
        self._by_id: dict[tuple[str, str], _Element] = {}
        self._default: str = ""
        self._levels: dict[str, int | None] = {}
        self._marks: dict[tuple[str, str], Marks] = {}
        self._numberings: dict[str, StyleNumbering] = {}
        self._defaults = Marks.NONE
        if root is None:
            return
        for style in root:
            if kind(style) == "style":
                type_, name = attribute(style, "type", "paragraph"), attribute(style, "styleId")
                self._by_id.setdefault((type_, name), style)
                if type_ == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                    self._default = name
            elif kind(style) == "docDefaults":
                properties = child(child(style, "rPrDefault"), "rPr")
                self._defaults = apply_marks(Marks.NONE, properties)

    def chain(self, name: str, type_: str = "paragraph") -> Iterator["_Element"]:
        """Yield the style and those it is based on, nearest first; an unknown id stands for the default style."""
        seen: set[str] = set()
        if type_ == "paragraph" and (type_, name) not in self._by_id:
            name = self._default
        while (type_, name) in self._by_id and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            style = self._by_id[type_, name]
            yield style
            based = child(style, "basedOn")
            name = "" if based is None else attribute(based, "val")

    def level(self, name: str) -> int | None:
        """Return the heading level of a paragraph style: 0 title, 1-9 heading, None body.

        Outline level or built-in name, along basedOn; the names are stable, ids are not (WPS and Word use numbers).
        """
        if name not in self._levels:
            self._levels[name] = self._find_level(name)
        return self._levels[name]

    def _find_level(self, name: str) -> int | None:
        for style in self.chain(name):
            outline = number(child(child(style, "pPr"), "outlineLvl"))
            if outline is not None:
                return outline + 1 if 0 <= outline <= 8 else None
            title = attribute(element, "val") if (element := child(style, "name")) is not None else ""
            if match := _HEADING.fullmatch(title.strip()):
                return int(match[1])
            if title.strip().lower() in _TITLES:
                return 0
        return None

    def marks(self, paragraph_style: str, run_style: str) -> Marks:
        """Return the marks that styles give a run; bold and italic of both kinds cancel each other out (as in Word)."""
        key = (paragraph_style, run_style)
        if key not in self._marks:
            paragraph = self._style_marks(paragraph_style, "paragraph")
            run = self._style_marks(run_style, "character") if run_style else Marks.NONE
            toggles = (paragraph ^ run) & (Marks.BOLD | Marks.ITALIC)
            self._marks[key] = toggles | ((paragraph | run) & Marks.UNDERLINE) | self._defaults
        return self._marks[key]

    def _style_marks(self, name: str, type_: str) -> Marks:
        marks = Marks.NONE
        for style in reversed(list(self.chain(name, type_))):
            marks = apply_marks(marks, child(style, "rPr"))
        return marks

    def numbering(self, name: str) -> StyleNumbering:
        """Return numId and level that a paragraph style brings, and the ids a level of the list may be linked to.

        A style may set its level only and inherit the list (w:numPr without w:numId); the ids, nearest first, end with
        the style that sets a level or the list, since what lies further back says less of this style's level.
        """
        if name not in self._numberings:
            self._numberings[name] = self._find_numbering(name)
        return self._numberings[name]

    def _find_numbering(self, name: str) -> StyleNumbering:
        num_id = level = None
        linkable: list[str] = []
        for style in self.chain(name):
            properties = child(child(style, "pPr"), "numPr")
            if level is None:
                linkable.append(attribute(style, "styleId"))
                level = number(child(properties, "ilvl"))
            num_id = number(child(properties, "numId"))
            if num_id is not None:
                break
        return num_id, level, tuple(linkable)


def apply_marks(marks: Marks, properties: "_Element | None") -> Marks:
    """Return the marks after the direct settings of a w:rPr."""
    if properties is None:
        return marks
    for element in properties:
        name = kind(element)
        for mark, tag in _TOGGLES:
            if name == tag:
                marks = marks | mark if switched_on(element) else marks & ~mark
        if name == "u":
            on = attribute(element, "val", "single") != "none"
            marks = marks | Marks.UNDERLINE if on else marks & ~Marks.UNDERLINE
    return marks


def style_id(properties: "_Element | None", name: str) -> str:
    """Return the style named in a w:pPr (`pStyle`) or w:rPr (`rStyle`), empty where there is none."""
    element = child(properties, name)
    return "" if element is None else attribute(element, "val")


def run_marks(styles: Styles, paragraph_style: str, properties: "_Element | None") -> Marks:
    """Return the marks a run shows: direct settings over those of its styles."""
    if properties is None:
        return styles.marks(paragraph_style, "")
    return apply_marks(styles.marks(paragraph_style, style_id(properties, "rStyle")), properties)
