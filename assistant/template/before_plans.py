"""The section before causes or plans where no heading names problems: its points name what is wanting.

二、网上的破洞 says nothing by words one could list. A reader takes it for the problems because nearly all of its points
begin with what is wanting, the plans follow, and the work told before begins otherwise.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.document.block import Block
from assistant.template.nesting import Placed
from assistant.template.roles import Guess
from assistant.template.vocabulary import Vocabulary
from assistant.text.numbering import leading

_VAGUE = frozenset({None, "main_work", "other"})
"""What the heading may say."""
_BEHIND = frozenset({"causes", "next_steps"})
"""What follows problems."""
_NAMED = frozenset({"problems", "problems_causes", "problems_next_steps"})
_LEAST = 3
"""Points that must be there."""
_SHARE, _BEFORE = 0.7, 0.4
"""Share of its points that must name what is wanting, and share of those of the work before that may do so at most."""
_FIRST = re.compile("[^。！？；\n]+")
_POINT = re.compile("(?<=[。；：！？])(?=(?:[一二三四五六七八]是|第[一二三四五六][，、]|其[一二三四五六][，、]))")


def with_problems(
    guesses: Sequence[Guess], nested: Sequence[Placed], blocks: Sequence[Block], where: Sequence[int], words: Vocabulary
) -> list[Guess]:
    """Return the guesses with problems for the section before the first causes or plans, where it is told to be that.

    Where those are not named, either, for the only section of that sort with another behind it.
    """
    result = [*guesses]
    wanting = next((one.wanting for one in words.roles if one.role == "problems"), None)
    tops = [place for place, item in enumerate(nested) if item.parent < 0]
    named = any(guess.covers & {"problems"} or guess.role in _NAMED for guess in guesses)
    if wanting is None or named:
        return result
    shapes = [nested[place].shape for place in tops]
    lists = [
        _points(blocks, [i for i in where if shape.index <= i < after.index], shape.end)
        for shape, after in pairwise(shapes)
    ]  # of all but the last
    shares = [sum(wanting.search(point) is not None for point in points) / max(1, len(points)) for points in lists]
    follows = next((n for n, place in enumerate(tops) if guesses[place].covers & _BEHIND), 0)
    told = [
        n
        for n in ([follows - 1] if follows else range(len(lists)))
        if n > 0 and len(lists[n]) >= _LEAST and shares[n] >= _SHARE and max(shares[:n]) <= _BEFORE
    ]
    if len(told) == 1 and _says_nothing(guess := guesses[tops[told[0]]]):
        result[tops[told[0]]] = Guess("problems", covers=frozenset({"problems"}), part=guess.part)
    return result


def _says_nothing(guess: Guess) -> bool:
    return not guess.sure and not guess.last_year and guess.role in _VAGUE


def _points(blocks: Sequence[Block], inside: Sequence[int], end: int) -> list[str]:
    """Return the first sentences of the points of a section, a paragraph each or counted in it, without its heading."""
    texts = [blocks[i].text[end if n == 0 else 0 :] for n, i in enumerate(inside)]
    pieces = [piece.strip() for text in texts for piece in _POINT.split(text) if piece.strip()]
    pieces = [piece for piece in pieces if not piece.endswith("：")]
    counted = [piece for piece in pieces if leading(piece) is not None or _POINT.match(f"：{piece}", 1)]
    most = sum(map(len, counted)) * 2 > sum(map(len, pieces))  # else they are the end of something else
    kept = counted if len(counted) >= _LEAST and most else pieces
    return [found.group() for piece in kept if (found := _FIRST.match(piece))]
