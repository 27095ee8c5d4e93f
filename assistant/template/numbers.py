"""The number a paragraph begins with, and what only looks like one."""

import re
from collections.abc import Callable, Sequence

from assistant.document.block import Block
from assistant.text.numbering import counted_on, leading
from assistant.text.numerals import to_int
from assistant.text.ordinal import Ordinal, Style

BLANKS = " \t\n\u3000\u00a0\u200b\u2060\ufeff\ufffc"
_BARE = re.compile(
    "[\\s\u200b\ufeff]*(?P<typed>(?P<n>[一二三四五六七八九十](?!季度))"
    "|(?P<slide>(?:P(?:ART|art) ?)0?|0)(?P<m>[1-9])(?![0-9.．])[|｜/]?"
    "|(?P<glued>[1-9])(?=[\u4e00-\u9fff“])(?![1-9][个名次项条件年月日号家户人万千百亿元届场期天种类级大点分多余位岁亩里公处份栋座支篇套批轮倍本门所间斤吨度]))"
)
_SECTION = re.compile("[节讲]")
CELLS = re.compile("(?:[^\\s]+(?: {2,}|[\t\u3000]+)){2}[^\\s]")
"""Three pieces set off by blanks: a row of a table that became text."""
_OF_THESE = "其"
"""Begins a count below another one: 其一 below 第一."""
_FORMAL = re.compile("[壹贰叁肆伍陆柒捌玖拾]")
_LONGEST = 40
"""Code points of a paragraph whose numeral may stand without any mark."""
_SHORT = 24
"""Code points of a line that counts without any mark."""
_ENOUGH = {"n": 3, "slide": 2, "glued": 2}
"""Such lines that make a count."""
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

    Three of them make a count, whatever words follow; two where slides are counted: 01 主要工作, PART 02. Figures
    that stick to their words (1班子建设) begin anew in every section.
    """
    counts: dict[str, list[list[int]]] = {"n": [[]], "slide": [[]], "glued": [[]]}
    for i in where:
        text = blocks[i].text.rstrip(BLANKS)
        found = None if len(text) > _SHORT else _BARE.match(text)
        if found is None or blocks[i].label or text[-1] in _STOPS:
            continue
        sort = next(name for name in counts if found[name])
        runs, value = counts[sort], _value(found)
        if value == 1 and sort == "glued":
            runs.append([])
        if value == len(runs[-1]) + 1:
            runs[-1].append(i)
    return frozenset(i for sort, runs in counts.items() for run in runs if len(run) >= _ENOUGH[sort] for i in run)


def _value(found: re.Match[str]) -> int:
    return to_int(found["n"] or found["m"] or found["glued"]) or 0


def bare_number_of(block: Block, known: Callable[[str], bool]) -> tuple[Ordinal | None, int]:
    """Return the numeral that stands without any mark before a known heading: 一主要工作."""
    found = _BARE.match(block.text)
    if found is None or block.label or len(block.text) > _LONGEST:
        return None, 0
    value = _value(found)
    if not value or not known(block.text[found.end() :].rstrip("。：:" + BLANKS)):
        return None, 0
    style = Style.PART if found["slide"] else Style.ARABIC if found["glued"] else Style.CHINESE
    start, end = found.span("typed")
    parts = (value,)
    return Ordinal(style, value, start, end, found["typed"], standard=False, sure=False, parts=parts), end


def pattern(ordinal: Ordinal) -> tuple[str, float]:
    """Return the pattern that headings of one level share, and its depth: 第一节 below 第一章, 一、 below 壹、."""
    name, rank = ordinal.style.name, float(ordinal.style.rank)
    if ordinal.style is Style.DECIMAL:
        return f"{name}-{len(ordinal.parts)}", rank + 0.1 * len(ordinal.parts) - 0.2
    if _FORMAL.search(ordinal.typed):
        return "FORMAL", Style.CHINESE.rank - 0.3
    if ordinal.style is Style.NTH and ordinal.typed.lstrip(BLANKS).startswith(_OF_THESE):
        return f"{name}-其", rank + 0.5
    if ordinal.style is Style.PART and _SECTION.search(ordinal.typed):
        return f"{name}-节", rank + 0.5
    return name, rank


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the blanks and tokens at its ends."""
    while start < end and text[start] in BLANKS:
        start += 1
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return start, end
