"""The number a paragraph begins with, and what only looks like one."""

import re
from collections.abc import Callable, Sequence

from assistant.document.block import Block
from assistant.text.numbering import counted_on, leading
from assistant.text.numerals import to_int
from assistant.text.ordinal import Ordinal, Style

BLANKS = " \t\n\u3000\u00a0\u200b\u2060\ufeff\ufffc"
_BARE = re.compile("[\\s\u200b\ufeff]*(?P<n>[一二三四五六七八九十])")
_LONGEST = 40
"""Code points of a paragraph whose numeral may stand without any mark."""
_SHORT, _ENOUGH = 24, 3
"""Code points of a line, and lines, that count without any mark."""
_STOPS = "。！？；，：、.!?;,:"


def number_of(block: Block, *, said: bool) -> tuple[Ordinal | None, int]:
    """Return the ordinal of a block, from its label or typed, and where the text behind it begins.

    Lists in running text have none, unless the user has `said` that it is a heading.
    """
    ordinal = leading(block.label) if block.label else None
    if ordinal is not None:
        return ordinal, trimmed(block.text, 0, len(block.text))[0]
    if block.label:
        return None, 0
    ordinal = leading(block.text)
    if ordinal is None:
        return None, 0
    start = trimmed(block.text, ordinal.end, len(block.text))[0]
    listed = _counts_points(block.text, start, ordinal) or _counts_on(block.text, ordinal)
    return (None, 0) if listed and not said else (ordinal, start)


def _counts_points(text: str, start: int, ordinal: Ordinal) -> bool:
    """Tell whether points begin right behind an Arabic number: 3、一是… numbers no heading."""
    if ordinal.style is not Style.ARABIC:
        return False
    point = leading(text[start : start + 4])
    return point is not None and point.style in {Style.IS, Style.MUST}


def _counts_on(text: str, ordinal: Ordinal) -> bool:
    """Tell whether the same paragraph goes on counting: 1.学得浅。2.抓得散。 is a list in running text."""
    if ordinal.style.rank < Style.CHINESE_BRACKETS.rank or ordinal.style.is_point:
        return False
    return bool(counted_on(text, ordinal))


def bare_counts(blocks: Sequence[Block], where: Sequence[int]) -> frozenset[int]:
    """Return the positions of short lines whose numerals count on without any mark: 一去年的事办得怎样, 二今年….

    Three of them make a count, whatever words follow.
    """
    counted: list[int] = []
    for i in where:
        text = blocks[i].text.rstrip(BLANKS)
        found = None if len(text) > _SHORT else _BARE.match(text)
        if found and not blocks[i].label and to_int(found["n"]) == len(counted) + 1 and text[-1] not in _STOPS:
            counted.append(i)
    return frozenset(counted) if len(counted) >= _ENOUGH else frozenset()


def bare_number_of(block: Block, known: Callable[[str], bool]) -> tuple[Ordinal | None, int]:
    """Return the numeral that stands without any mark before a known heading: 一主要工作."""
    found = _BARE.match(block.text)
    if found is None or block.label or len(block.text) > _LONGEST:
        return None, 0
    value = to_int(found["n"])
    if value is None or not known(block.text[found.end() :].rstrip("。：:" + BLANKS)):
        return None, 0
    start, end = found.span("n")
    return Ordinal(Style.CHINESE, value, start, end, found["n"], standard=False, sure=False, parts=(value,)), end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks and tokens at its ends."""
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return start, end
