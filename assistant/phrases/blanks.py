"""Blanks `【…】` in a text: where they stand, and which comes next."""

import re
from dataclasses import dataclass

_BLANK = re.compile(r"【([^【】\n]{1,20})】")
_BRACKET = re.compile(r"[【】]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of a text: `start` and `end` in code points, brackets included; `name` is what stands between them."""

    start: int
    end: int
    name: str


def find_blanks(text: str) -> tuple[Blank, ...]:
    """Return all blanks of `text` in reading order."""
    if "【" not in text:  # as most paragraphs are
        return ()
    return tuple(Blank(m.start(), m.end(), m.group(1)) for m in _BLANK.finditer(text))


def next_blank(text: str, position: int) -> Blank | None:
    """Return the first blank that starts at or after `position` (the end of the selection), None after the last."""
    match = _BLANK.search(text, position)
    return Blank(match.start(), match.end(), match.group(1)) if match else None


def previous_blank(text: str, position: int) -> Blank | None:
    """Return the last blank that ends at or before `position` (the start of the selection), None before the first."""
    before = [blank for blank in find_blanks(text) if blank.end <= position]
    return before[-1] if before else None


def stray_brackets(text: str) -> tuple[int, ...]:
    """Return the positions of brackets that belong to no well-formed blank."""
    inside = {place for blank in find_blanks(text) for place in (blank.start, blank.end - 1)}
    return tuple(m.start() for m in _BRACKET.finditer(text) if m.start() not in inside)


def fixed_parts(text: str) -> tuple[str, ...]:
    """Return what stands between the blanks, in order, without empty parts."""
    return tuple(part for part in _BLANK.sub("\n", text).split("\n") if part)
