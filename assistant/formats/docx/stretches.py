"""Share out the new paragraphs of a zone among the parents that its paragraphs stand in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.errors import EditRefused
from assistant.formats.docx.course import Piece, Target
from assistant.formats.docx.names import kind
from assistant.formats.docx.order import BLOCKS, LAST_ONE
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.revising import Stretch
from assistant.formats.docx.zones import Zone

if TYPE_CHECKING:
    from lxml.etree import _Element


def stretches(picture: Picture, zone: Zone, targets: Sequence[Target]) -> list[Stretch]:
    """Cut a zone where its paragraphs stand in different parents, such as a content control.

    Kept pieces of the targets rise through the zone. Raises EditRefused where a cell would not end in a paragraph.
    """
    paragraphs = picture.body.paragraphs
    groups = [list(numbers) for _, numbers in groupby(zone.old, lambda n: paragraphs[n].getparent())]
    if not groups:
        return [Stretch([], targets, zone.after, zone.before)]
    rank = {number: at for at, numbers in enumerate(groups) for number in numbers}
    members: list[list[Target]] = [[] for _ in groups]
    for target, group in zip(targets, _shared_out(targets, rank), strict=True):
        members[group].append(_within(target, group, rank))
    for numbers, new in zip(groups, members, strict=True):
        if not new and _ends_cell(numbers, paragraphs):
            raise EditRefused(LAST_ONE, "a cell would be emptied")
    return [Stretch(numbers, new) for numbers, new in zip(groups, members, strict=True)]


def _shared_out(targets: Sequence[Target], rank: Mapping[int, int]) -> list[int]:
    """Return the group of each target: that of most of its kept text, else of its home, else of the one before."""
    own = [_own_group(target, rank) for target in targets]
    highest = len(set(rank.values())) - 1
    limits = [highest] * (len(own) + 1)
    for at in range(len(own) - 1, -1, -1):
        known = own[at]
        limits[at] = limits[at + 1] if known is None else known
    result: list[int] = []
    current = next((group for group in own if group is not None), 0)
    for target, group, limit in zip(targets, own, limits, strict=False):
        if group is not None:
            current = group
        elif target.home is not None and current <= (home := rank.get(target.home, -1)) <= limit:
            current = home
        result.append(current)
    return result


def _own_group(target: Target, rank: Mapping[int, int]) -> int | None:
    kept = Counter(rank[piece.source] for piece in target.pieces if piece.source is not None)
    return kept.most_common(1)[0][0] if kept else None


def _within(target: Target, group: int, rank: Mapping[int, int]) -> Target:
    """Insert anew what a target would keep from another parent."""
    if all(piece.source is None or rank[piece.source] == group for piece in target.pieces):
        return target
    pieces = (p if p.source is not None and rank[p.source] == group else Piece(p.sign) for p in target.pieces)
    return Target(target.position, tuple(pieces), target.home)


def _ends_cell(group: Sequence[int], paragraphs: Sequence["_Element"]) -> bool:
    parent = paragraphs[group[-1]].getparent()
    if parent is None or kind(parent) != "tc":
        return False
    return all(kind(element) not in BLOCKS for element in paragraphs[group[-1]].itersiblings())
