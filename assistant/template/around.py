"""What stands around a paragraph: whether body text follows it, a list goes on in it, a quotation holds it."""

import re
from collections.abc import Sequence

from assistant.document.block import Block
from assistant.template.shape import Shape
from assistant.text.bullets import BULLET
from assistant.text.numbering import leading
from assistant.text.ordinal import Style

_SHORT = 15
"""Code points from which an un-numbered paragraph under a heading is taken for its body."""
_LINE = 24
"""Code points up to which a line without a stop may be a heading below another one."""
_LONGEST_QUOTATION = 8
"""Paragraphs up to which a quotation may run; a quote left open by a slip of the pen mustn't swallow headings."""
_EARLY_COLON = re.compile("[^。；，：:]{2,14}(?:[、，][^。；，：:]{2,10})?[：:]")
_SEMICOLONS = ("；", ";")
_ANNOUNCES = re.compile("(?:[一二三四五六七八九十两几][^：:]{0,4}|如下|以下|下列[^：:]{0,4})[：:]$")
"""A line that a list follows is body text: 主要抓了三件事：."""
_ENDS = frozenset("。！")
_STOPS = frozenset("。！？：；…”）.!?:;)")


def body_follows(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether body text comes next."""
    if place + 1 >= len(where):
        return False
    following = blocks[where[place + 1]]
    ordinal = leading(following.label or following.text[:12])
    if ordinal is not None and not ordinal.style.is_point:
        return False
    text = following.text.strip()
    announces = _ANNOUNCES.search(text) is not None and count_follows(blocks, where, place + 1)
    return len(text) > _SHORT or text[-1:] in _ENDS or announces


def lead_follows(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether a short line without number or stop comes next, and body text below it: a heading below one.

    A point is no number: 一是压实责任，管好队伍.
    """
    if place + 2 >= len(where):
        return False
    text = blocks[where[place + 1]].text.strip().rstrip("？?")
    ordinal = leading(text)
    short = len(text) <= _LINE and text[-1:] not in _STOPS and (ordinal is None or ordinal.style.is_point)
    return short and body_follows(blocks, where, place + 1)


def line_follows(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether such a line comes next that doesn't count on: none with a number, or the first of another count."""
    if not lead_follows(blocks, where, place):
        return False
    own, other = (leading(blocks[i].text) for i in where[place : place + 2])
    return other is None or own is None or (other.value == 1 and other.style is not own.style)


def plain_follows(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether body text comes next that counts nothing."""
    if not body_follows(blocks, where, place):
        return False
    following = blocks[where[place + 1]]
    return leading(following.label or following.text[:12]) is None and BULLET.match(following.text.lstrip()) is None


def count_follows(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether the next paragraph is the first of a count: 1. or （1）."""
    if place + 1 >= len(where):
        return False
    following = blocks[where[place + 1]]
    ordinal = leading(following.label or following.text[:16])
    return ordinal is not None and ordinal.value == 1 and ordinal.style.rank >= Style.CHINESE_BRACKETS.rank


def after_a_stop(blocks: Sequence[Block], where: Sequence[int], place: int, found: Sequence[Shape]) -> bool:
    """Tell whether a line begins anew; in a text broken at the end of every line it goes on with the one before."""
    if not place:
        return False
    before = where[place - 1]
    if not found:
        return blocks[before].text.rstrip()[-1:] in _STOPS
    return (found[-1].index == before and not found[-1].run_in) or blocks[before].text.rstrip()[-1:] in _STOPS


def opens(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether the next paragraph begins to count in a deeper pattern: `1.` above `（1）`, `2.` above `2.1`."""
    if place + 1 >= len(where):
        return False
    own, following = (leading(blocks[i].label or blocks[i].text[:16]) for i in where[place : place + 2])
    if own is None or following is None or following.style.is_point:
        return False
    deeper = following.style.rank > own.style.rank or own.style.is_point
    return following.value == 1 and following.style is not own.style and deeper


def colons(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether the paragraph before or behind counts on in the same pattern and has a colon early, as this may."""
    own = leading(blocks[where[place]].label or blocks[where[place]].text)
    if own is None or own.style.is_point:
        return False
    for near, step in ((place - 1, -1), (place + 1, 1)):
        if 0 <= near < len(where):
            text = blocks[where[near]].text
            other = leading(blocks[where[near]].label or text)
            steps = (own.value + step, own.value + 2 * step)  # one may have been left out
            counts_on = other is not None and other.style is own.style and other.value in steps
            if counts_on and _EARLY_COLON.match(text):
                return True
    return False


def listed(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether a paragraph is an item of a list whose items end in semicolons, the last one in a full stop."""
    if blocks[where[place]].text.rstrip().endswith(_SEMICOLONS):
        return True
    if not place or not blocks[where[place - 1]].text.rstrip().endswith(_SEMICOLONS):
        return False
    before, own = (leading(blocks[i].label or blocks[i].text) for i in where[place - 1 : place + 1])
    return own is not None and before is not None and own.style is before.style and own.value == before.value + 1


def quoted(blocks: Sequence[Block], where: Sequence[int]) -> frozenset[int]:
    """Return the positions of paragraphs inside a quotation that a colon opens and that runs over several of them."""
    inside: set[int] = set()
    for place, i in enumerate(where):
        _, opened, rest = blocks[i].text.rpartition("：“")
        if not opened or "”" in rest or i in inside:
            continue
        following = where[place + 1 : place + 1 + _LONGEST_QUOTATION]
        last = next((k for k, j in enumerate(following) if "”" in blocks[j].text), -1)
        inside.update(following[: last + 1])
    return frozenset(inside)
