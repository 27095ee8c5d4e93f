"""Lines without number that name a section although nothing in them is known: by a hint, or by what stands below.

根子上的原因 names a section beside known ones. A line above another line that has body text below it is the roof of a
section, whatever it says: 这一年都忙了些啥, then 会开起来了.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from assistant.document.block import Block
from assistant.template.roles import RoleReader
from assistant.template.shape import Shape

_SECTION = 14
"""Code points up to which a line without number names a section by a word in it."""
_ROOF = 20
"""Code points up to which a line above others is the roof of a section."""
_TELLING = frozenset({"rectification", "problems", "causes", "problems_causes", "problems_next_steps", "next_steps"})


def sections_among(
    leads: Sequence[Shape], above: Sequence[Shape], found: Sequence[Shape], blocks: Sequence[Block], reader: RoleReader
) -> list[Shape]:
    """Return the lines that name a section, where no numbers count them.

    `leads` have body text below them, `above` a line that is a heading itself.
    """
    if any(one.value and one.rank <= 1 for one in found):
        return []
    named = [one for one in found if one.key == "named"]
    result = _hinting(leads, above, named, blocks, reader)
    if named or len({reader.read(_text(blocks, one)).role for one in result}) > 1:
        tops = sorted(one.index for one in (*named, *result))
        result += _roofs(leads, above, found, tops)
    elif not named:
        return []
    return [replace(one, key="named", rank=1.0) for one in result]


def _hinting(
    leads: Sequence[Shape], above: Sequence[Shape], named: Sequence[Shape], blocks: Sequence[Block], reader: RoleReader
) -> list[Shape]:
    """Return the lines with a word in them that names a section no known heading names."""
    told = frozenset[str]().union(*(reader.read(_text(blocks, one)).covers for one in named))
    result = []
    for one in (*leads, *above):
        text = _text(blocks, one)
        guess = reader.read(text)
        short = len(text) <= _SECTION and "，" not in text
        if short and not guess.faint and guess.role in _TELLING and not guess.covers <= told:
            result.append(one)
    return result


def _roofs(leads: Sequence[Shape], above: Sequence[Shape], found: Sequence[Shape], tops: Sequence[int]) -> list[Shape]:
    """Return the lines above two headings or more that stand before the next section."""
    below = sorted({one.index for one in (*leads, *found)} - {*tops})
    roofs = [one for one in above if one.index not in tops and one.end - one.start <= _ROOF]
    ends = sorted([*tops, *(one.index for one in roofs)])
    result = []
    for one in roofs:
        place = bisect_left(ends, one.index) + 1
        last = ends[place] if place < len(ends) else below[-1] + 1 if below else 0
        if bisect_left(below, last) - bisect_left(below, one.index) > 1:
            result.append(one)
    return result


def _text(blocks: Sequence[Block], one: Shape) -> str:
    return blocks[one.index].text[one.start : one.end]
