"""Lines behind bullets: headings below numbered ones, or beside the known ones among them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from assistant.document.block import Block
from assistant.template.numbers import BLANKS
from assistant.template.shape import Shape
from assistant.text.bullets import BULLET


def with_bullets(blocks: Sequence[Block], found: list[Shape], leads: list[Shape]) -> list[Shape]:
    """Return the shapes with those behind bullets: below numbered ones, else beside the known ones among them."""
    known = [one for one in found if one.key == "named" and BULLET.match(blocks[one.index].text.lstrip(BLANKS))]
    bulleted = {one.index for one in known}
    rest = [one for one in found if one.index not in bulleted]
    below = any((one.value or one.key == "named") and one.rank <= 1 for one in rest)
    if len(known) + len(leads) < (2 if below else 1) or not (below or known):
        return found
    if below:
        rank = _bullet_rank(found, leads)
        leads = [replace(one, key="bullet", rank=rank) for one in (*leads, *known)]
        found = rest
    elif len(known) > 1:  # other signs stand for what is below: ◆ 存在不足, ● 学得不深
        above = {_sign(blocks, one) for one in known}
        own = [_sign(blocks, one) in above for one in leads]
        leads = [one if same else replace(one, key="bullet", rank=2.5) for one, same in zip(leads, own, strict=True)]
    return sorted([*found, *leads], key=lambda one: one.index)


def _sign(blocks: Sequence[Block], one: Shape) -> str:
    return blocks[one.index].text.lstrip(BLANKS)[:1]


def _bullet_rank(found: Sequence[Shape], leads: Sequence[Shape]) -> float:
    """Return how deep bullets stand: below （一）, and below `1.` where they follow one of those directly."""
    places = [one.index for one in found]
    above = [found[place - 1].rank for lead in leads if (place := bisect_left(places, lead.index))]
    return 6.5 if any(2.5 < rank < 6 for rank in above) else 2.5
