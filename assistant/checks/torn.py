"""Wrong forms that are none: what stands there is the end of one word and the beginning of the next.

预防|犯罪 holds 防犯, 负责|入党 holds 负责入.
"""

import re
from collections.abc import Callable
from itertools import pairwise

_AROUND = 4
"""Characters on either side that take part in cutting into words: those of a long word."""
_PAIR, _THREE = 2, 3
"""Characters of a wrong form both of which must be in usual words, and of the longest that may lie in two words."""
_USUAL = -15.5
"""Log probability of a usual word: rarer ones of the dictionary are often misspelt themselves (唯物辨证)."""
_HAN = re.compile("[一-鿿]*")

Cutter = Callable[[str], tuple[tuple[str, float], ...]]


def is_torn(text: str, start: int, end: int, cut: Cutter) -> bool:
    """Tell whether a range belongs to two words, and to more than it holds.

    Of two characters each must be the end or the beginning of a usual word; of three, one of the two words that the
    text is cut into there must go on outside.
    """
    if end - start == _PAIR:
        return _meets(text, start + 1, cut)
    return end - start == _THREE and _goes_on(text, start, end, cut)


def _meets(text: str, middle: int, cut: Cutter) -> bool:
    """Tell whether usual words end and begin at a position."""
    before = (text[max(0, middle - size) : middle] for size in (2, 3, 4))
    behind = (text[middle : middle + size] for size in (2, 3, 4))
    return any(_is_usual(word, cut) for word in before) and any(_is_usual(word, cut) for word in behind)


def _is_usual(word: str, cut: Cutter) -> bool:
    (first, log), *others = cut(word)
    return len(first) > 1 and not others and log > _USUAL


def _goes_on(text: str, start: int, end: int, cut: Cutter) -> bool:
    begin = start - _reach(text[max(0, start - _AROUND) : start][::-1])
    words = cut(text[begin : end + _reach(text[end : end + _AROUND])])
    for (word, log), (follow, likely) in pairwise(words):
        middle = begin + len(word)
        if start < middle < end:
            whole = begin < start and log > _USUAL and len(follow) > 1
            return whole or (middle + len(follow) > end and likely > _USUAL)
        begin = middle
    return False


def _reach(side: str) -> int:
    found = _HAN.match(side)
    return found.end() if found else 0
