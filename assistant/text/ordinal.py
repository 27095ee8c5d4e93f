"""Typed ordinals of Chinese official writing: `一、` `（一）` `1.` `（1）` `①` and the points `一是` `第一，` `首先，`.

The standard order of levels is that of GB/T 9704-2012, 7.3.3. What people type differs from it in every way: half
width, missing brackets, spaces or zero-width characters inside; all of that is read, and `standard` says what it isn't.
"""

from dataclasses import dataclass
from enum import Enum

from assistant.text.numerals import to_chinese

FIRST_WORDS = ("首先", "其次", "再次", "最后")


class Style(Enum):
    """A pattern of numbers; the value is its standard form for 1."""

    PART = "第一部分"
    CHINESE = "一、"
    CHINESE_BRACKETS = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETS = "（1）"
    CIRCLED = "①"
    DECIMAL = "1.1"
    NTH = "第一，"
    FIRSTLY = "首先，"
    IS = "一是"
    MUST = "一要"

    @property
    def rank(self) -> int:
        """The usual depth, from 0 (`第一部分`) over 1 (`一、`) to 9 for points inside a paragraph."""
        return _RANKS.get(self, 9)

    @property
    def is_point(self) -> bool:
        """Whether the pattern counts points inside a paragraph rather than headings."""
        return self in {Style.NTH, Style.FIRSTLY, Style.IS, Style.MUST}


_RANKS = {
    Style.PART: 0,
    Style.CHINESE: 1,
    Style.CHINESE_BRACKETS: 2,
    Style.ARABIC: 3,
    Style.DECIMAL: 4,
    Style.ARABIC_BRACKETS: 4,
    Style.CIRCLED: 5,
}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number found in a text; `start` and `end` bound it as typed, in code points.

    `parts` are the numbers of a decimal (`1.2` gives 1, 2), else just the value. `standard` tells whether it is typed
    as the standard has it. An ordinal that isn't `sure` (a bracket or the mark after the number is missing) counts
    only where its neighbours continue it.
    """

    style: Style
    value: int
    start: int
    end: int
    typed: str
    standard: bool = True
    sure: bool = True
    parts: tuple[int, ...] = ()


def written(style: Style, value: int) -> str:
    """Return the standard form of a number; raise ValueError where the style has none for it."""
    if style is Style.CIRCLED:
        if not 1 <= value <= 20:
            raise ValueError(value)
        return chr(0x2460 + value - 1)
    if style is Style.FIRSTLY:
        return FIRST_WORDS[min(value, 4) - 1] + "，"
    if style in {Style.ARABIC, Style.ARABIC_BRACKETS, Style.DECIMAL}:
        return str(style.value).replace("1", str(value))
    return str(style.value).replace("一", to_chinese(value))
