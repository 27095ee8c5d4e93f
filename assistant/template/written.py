"""Texts whose look is written in signs: Markdown's # and **, HTML's &nbsp; and <p>, letters that were bullets.

What a block looks like is put where a file's styles would have it, and the signs become blanks or characters of no
width: every offset into the text stays.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.document.block import TITLE_LEVEL, Block, Marks, Run

_HASHES = re.compile("[\\s\u200b\ufeff]*(?P<signs>#{1,6})[ \u3000]*(?=\\S)")
_STRONG = re.compile("(?P<open>\\*\\*|__)(?P<words>[^*_\n]{1,60})(?P<close>\\*\\*|__)")
_HTML = re.compile("&(?:nbsp|ensp|emsp|ldquo|rdquo);|</?(?:p|br|strong|b|span|div|h[1-6])(?:\\s[^<>]{0,80})?/?>")
_MEANS = {"&ldquo;": "“", "&rdquo;": "”"}
_LETTER = re.compile("[ \u3000]*(?P<letter>[Ølnuvqü§w])[ \u3000\t]+(?=[\u4e00-\u9fff“])")
_NOTHING = "\u200b"
_ENOUGH = 2
_SEEN = 40
"""Code points of a paragraph's beginning in which its signs stand."""


def as_written(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with what their signs say; the same ones where there are no signs."""
    if any(_HTML.search(block.text) for block in blocks):
        blocks = [_without_html(block) for block in blocks]
    levels = _levels(blocks)
    letters = _letters(blocks)
    strong = sum(_STRONG.search(block.text) is not None for block in blocks if "*" in block.text or "_" in block.text)
    if not levels and not letters and strong < _ENOUGH:
        return blocks
    result = [*blocks]
    for i, block in enumerate(blocks):
        if block.opaque is None and block.text:
            lettered = letters and (found := _LETTER.match(block.text)) and found["letter"] in letters
            plain = _with_bullet(block) if lettered else block
            plain = _emphasised(plain) if levels or strong >= _ENOUGH else plain
            result[i] = _styled(plain, levels[i]) if i in levels else plain
    return result


def _levels(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the levels that signs # give by position; one alone on top of the others is the title's."""
    counts = {
        i: len(m["signs"]) for i, block in enumerate(blocks) if "#" in block.text and (m := _HASHES.match(block.text))
    }
    if len(counts) < _ENOUGH:
        return {}
    top = min(counts.values())
    titled = [i for i, count in counts.items() if count == top] == [min(counts)]
    return {i: count - top + (TITLE_LEVEL if titled else 1) for i, count in counts.items()}


def _letters(blocks: Sequence[Block]) -> frozenset[str]:
    found = Counter(m["letter"] for block in blocks if (m := _LETTER.match(block.text[:_SEEN])))
    return frozenset(letter for letter, count in found.items() if count >= _ENOUGH)


def _without_html(block: Block) -> Block:
    """Return a block with what its entities mean, and blanks for tags."""
    for found in _HTML.finditer(block.text):
        meant, width = _MEANS.get(found[0], ""), len(found[0])
        block = _replaced(block, found.span(), meant + _NOTHING * (width - 1) if meant else " " * width)
    return block


def _styled(block: Block, level: int) -> Block:
    signs = _HASHES.match(block.text)
    if signs is None:
        return block
    return replace(_replaced(block, signs.span("signs"), " " * len(signs["signs"])), style_level=level)


def _with_bullet(block: Block) -> Block:
    letter = _LETTER.match(block.text)
    return block if letter is None else _replaced(block, letter.span("letter"), "●")


def _emphasised(block: Block) -> Block:
    """Return a block with bold runs for what stands between ** and **."""
    found = [*_STRONG.finditer(block.text)]
    if not found:
        return block
    bounds = [0, *(place for one in found for place in one.span()), len(block.text)]
    runs: list[Run] = []
    for n, (start, end) in enumerate(pairwise(bounds)):
        text = block.text[start:end]
        bold = n % 2 == 1
        sign = _NOTHING if any(run.text.strip() for run in runs) else " "
        text = sign * 2 + text[2:-2] + _NOTHING * 2 if bold else text
        runs.append(Run(text, block.origin, Marks.BOLD if bold else Marks.NONE))
    return replace(block, runs=tuple(run for run in runs if run.text))


def _replaced(block: Block, span: tuple[int, int], by: str) -> Block:
    """Return a block with a range replaced by as many characters; its runs keep their marks."""
    runs = []
    place = 0
    for run in block.runs:
        start, end = max(span[0] - place, 0), min(span[1] - place, len(run.text))
        text = run.text
        if start < end:
            text = text[:start] + by[place + start - span[0] : place + end - span[0]] + text[end:]
        runs.append(replace(run, text=text))
        place += len(run.text)
    return replace(block, runs=tuple(runs))
