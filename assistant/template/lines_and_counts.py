"""How deep lines without number stand where counts are about: above `1.` that begins anew, below `1.` that goes on."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.template.shape import Shape

_OVER = "roof"
"""The key of lines above counts."""


def above_counts(leads: Sequence[Shape], found: Sequence[Shape]) -> list[Shape]:
    """Return the lines above a count that begins anew below each of them, two or more above one pattern."""
    first = {one.index: one for one in found if one.value == 1}
    places = [one.index for one in found]
    taken = {*places}
    free = [lead for lead in leads if lead.index not in taken]
    pairs = [(lead, first[below]) for lead in free if (below := _next(places, lead)) in first]
    keys = Counter(one.key for _, one in pairs)
    return [replace(lead, key=_OVER, rank=one.rank - 0.5) for lead, one in pairs if keys[one.key] > 1]


def _next(places: Sequence[int], lead: Shape) -> int:
    after = bisect_right(places, lead.index)
    return places[after] if after < len(places) else -1


def below_numbers(found: Sequence[Shape]) -> list[Shape]:
    """Return the shapes with lines below `1.` where that counts the sections, on and on from one."""
    if any(one.rank <= 1 for one in found):
        return [*found]
    numbers = [one for one in found if one.value and one.strong]
    top = min(numbers, key=lambda one: one.rank, default=None)
    if top is None or [one.value for one in numbers if one.key == top.key].count(1) != 1 or found[0].key != top.key:
        return [*found]
    return [replace(one, rank=top.rank + 0.5) if _is_line(one) and one.rank <= top.rank else one for one in found]


def _is_line(one: Shape) -> bool:
    return not one.value and one.key != _OVER
