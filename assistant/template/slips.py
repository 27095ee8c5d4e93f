"""Numbers that stand for others: points that are the sections themselves, and `5、` typed where 五、 was meant."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.document.block import Block
from assistant.template.shape import Shape
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

_LEAD = re.compile("\\s*(?P<lead>[^。，；：:！？]{2,14})[。，：:](?=.{10})")
_TELLING = frozenset({"rectification", "problems", "causes", "problems_causes", "problems_next_steps", "next_steps"})
_ROW = 2
"""Points that make a row."""
_SECTIONS = 2
"""Different sections that spoken points must name."""


def points_in_runs(found: list[Shape], blocks: Sequence[Block]) -> list[Shape]:
    """Return the shapes without points that are sentences (第一，抓学习。) and no row of headings.

    A row begins with one; where the paragraph behind it is a point and no heading, those of the row are none.
    """
    points = {style.name for style in Style if style.is_point}
    runs: list[list[Shape]] = []
    for one in found:
        if one.key in points and runs and runs[-1][-1].key == one.key and one.value > runs[-1][-1].value:
            runs[-1].append(one)
        elif one.key in points:
            runs.append([one])
    dropped = {
        one.index
        for run in runs
        if len(run) < _ROW or run[0].value != 1 or _goes_on(run[-1], blocks)
        for one in run
        if blocks[one.index].text.rstrip().endswith("。")
    }
    return [one for one in found if one.index not in dropped]


def _goes_on(last: Shape, blocks: Sequence[Block]) -> bool:
    """Tell whether the next paragraph is a point that comes behind this one."""
    after = blocks[last.index + 1].text if last.index + 1 < len(blocks) else ""
    following = leading(after)
    return following is not None and following.style.name == last.key and following.value > last.value


def points_on_top(found: list[Shape]) -> list[Shape]:
    """Return the shapes with points as the sections they are where no others are above: 一是…, then `1.`."""
    points = {style.name for style in Style if style.is_point}
    first = next((one for one in found if one.value), None)
    if first is None or first.key not in points or any(one.rank <= 1 for one in found):
        return found
    return [replace(one, rank=1.0) if one.key == first.key else one for one in found]


def spoken_points(
    found: list[Shape], blocks: Sequence[Block], where: Sequence[int], role: Callable[[str], str | None]
) -> list[Shape]:
    """Return the shapes with points that begin paragraphs and name sections where nothing else does: 首先，说成绩。….

    `role` tells what section a phrase names; two different ones must be told.
    """
    if any(one.rank <= 1 for one in found):
        return found
    points = [one for i in where if (one := _spoken(blocks[i], i)) is not None]
    told = {role(blocks[one.index].text[one.start : one.end]) for one in points}
    if len(told & _TELLING) < _SECTIONS:
        return found
    taken = {one.index for one in points}
    return sorted([*points, *(one for one in found if one.index not in taken)], key=lambda one: one.index)


def _spoken(block: Block, index: int) -> Shape | None:
    ordinal = leading(block.text)
    if ordinal is None or not ordinal.style.is_point or block.label or block.container or block.said:
        return None
    lead = _LEAD.match(block.text, ordinal.end)
    if lead is None:
        return None
    start, end = lead.span("lead")
    return Shape(index, "spoken", 1.0, ordinal.value, ordinal.typed, start, end, run_in=True, strong=True)


def slips_mended(found: list[Shape]) -> list[Shape]:
    """Return the shapes with `5、` read as 五、 where it counts the sections on and （一） begins below it."""
    result: list[Shape] = []
    tops: list[Shape] = []
    last: Shape | None = None  # of the sections' numbers and of `1.`
    for read, following in pairwise([*found, None]):
        if read is None:
            continue
        one = read
        opens = following is not None and following.key == Style.CHINESE_BRACKETS.name and following.value == 1
        slipped = one.key == Style.ARABIC.name and not one.run_in and opens and len(tops) > 1 and last is tops[-1]
        if slipped and one.value in {len(tops) + 1, tops[-1].value + 1}:
            one = replace(one, key=Style.CHINESE.name, rank=1.0, strong=True)
        if one.key == Style.CHINESE.name:
            tops.append(one)
        last = one if one.key in {Style.CHINESE.name, Style.ARABIC.name} else last
        result.append(one)
    return result
