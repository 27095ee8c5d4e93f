"""Lines that a colon closes: `理论学习：` above its paragraph is a heading where several lines stand so.

One alone only introduces what comes next; where three do, they divide the text. What is counted right below one of them
(一、…。二、…。, a sentence each) are the items of its list, not the sections of the report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.document.block import Block, Run
from assistant.template.numbers import BLANKS
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

_LINE = re.compile("\\s*[\u4e00-\u9fff“”]{2,14}(?<!如下)(?<!以下)(?<!包括)(?<!例如)[：:]\\s*")
_LEAST, _ITEMS = 3, 2
"""Such lines that divide a text, and items that make a list."""
_SENTENCE = re.compile("[^。！？]*。\\s*")
_POINT = "是"
"""What stands behind the numeral of a point: 一是 is as long as 一、, so that everything keeps its place."""


def as_divided(blocks: Sequence[Block], where: Sequence[int]) -> Sequence[Block]:
    """Return the blocks as they would read if such lines had no colons, and the lists below them were of points.

    Nothing changes its place: a colon goes at the end of its line. Fewer than three such lines change nothing.
    """
    lines = [place for place, i in enumerate(where) if _divides(blocks[i])]
    if len(lines) < _LEAST:
        return blocks
    read = [*blocks]
    for place in lines:
        read[where[place]] = _cut(blocks[where[place]], len(blocks[where[place]].text.rstrip("：:" + BLANKS)))
        items = list(_items(blocks, where[place + 1 :]))
        for i, mark in items if len(items) >= _ITEMS else ():
            text = blocks[i].text
            read[i] = replace(blocks[i], runs=(Run(text[:mark] + _POINT + text[mark + 1 :]),))
    return read


def _divides(block: Block) -> bool:
    return _LINE.fullmatch(block.text) is not None and block.container is None and block.said is None


def _items(blocks: Sequence[Block], below: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the items counted from one, a sentence each: the position of the block, that of the mark in its text."""
    for count, i in enumerate(below, start=1):
        text = blocks[i].text
        ordinal = leading(text)
        if ordinal is None or ordinal.style is not Style.CHINESE or ordinal.value != count:
            return
        if not _SENTENCE.fullmatch(text):
            return
        yield i, ordinal.end - 1


def _cut(block: Block, size: int) -> Block:
    """Return a block with only its first characters, its runs as they are."""
    runs: list[Run] = []
    for run in block.runs:
        if size > 0:
            runs.append(replace(run, text=run.text[:size]))
        size -= len(run.text)
    return replace(block, runs=tuple(runs))
