"""Levels by nesting: how deep a heading stands follows from the patterns above it, not from its style.

`一、` → `1.` directly is commoner in real reports than `一、` → `（一）`; both are level 1 and 2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.template.restarts import with_restarts
from assistant.template.shape import Shape
from assistant.text.ordinal import Style


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape with its level (1 = 一、) and the position of its parent among the placed ones (-1: none)."""

    shape: Shape
    level: int
    parent: int


@dataclass(frozen=True, slots=True)
class _Later:
    """The shapes behind a place; a copy of them for each would take time that grows with the square of their number."""

    shapes: Sequence[Shape]
    first: int

    def __iter__(self) -> Iterator[Shape]:
        return (self.shapes[i] for i in range(self.first, len(self.shapes)))


_DEEPEST = 9
_LIST_RANK = 3
"""Rank of `1.`: where most of what counts so are mere sentences, run-in ones are items of the list, too."""


def placed(shapes: Sequence[Shape]) -> tuple[Placed, ...]:
    """Return the headings among the shapes with their levels, in order.

    Possible headings count only in the company of strong ones of the same pattern under the same parent; numbers that
    are not sure only where a neighbour continues them.
    """
    shapes = with_restarts(_continued(shapes))
    nested = _nest(shapes)
    kept = _in_company(nested)
    return _below_a_lost_first(nested if len(kept) == len(nested) else _nest([nested[i].shape for i in kept]))


def _below_a_lost_first(nested: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the headings with those one level deeper that stand before 二、 where 一、 was lost: （一）, （二）."""
    top = next((i for i, item in enumerate(nested) if item.shape.key == Style.CHINESE.name), 0)
    before = nested[:top]
    if not before or nested[top].shape.value != 2 or any(not _may_be_below(item.shape) for item in before):
        return nested
    return (*(replace(item, level=item.level + 1) for item in before), *nested[top:])


def _may_be_below(shape: Shape) -> bool:
    """Tell whether a heading counts, deeper than 一、, at no level that the user has named."""
    return shape.value > 0 and shape.rank > 1 and shape.level is None


def _continued(shapes: Sequence[Shape]) -> list[Shape]:
    """Drop numbers that are not sure and that no neighbour of the same pattern continues."""
    by_key: dict[str, list[Shape]] = {}
    for shape in shapes:
        by_key.setdefault(shape.key, []).append(shape)
    dropped = set()
    for group in by_key.values():
        for i, shape in enumerate(group):
            if shape.sure:
                continue
            near = [*group[max(0, i - 1) : i], *group[i + 1 : i + 2]]
            if not any(_follows(shape, other) or _follows(other, shape) or _beside(shape, other) for other in near):
                dropped.add(shape.index)
    return [shape for shape in shapes if shape.index not in dropped]


def _beside(one: Shape, other: Shape) -> bool:
    """Tell whether two numbers of several parts are of one section, though one was left out or said twice: 2.2, 2.4."""
    return len(one.parts) > 1 and one.parts[:-1] == other.parts[:-1]


def _follows(one: Shape, other: Shape) -> bool:
    return other.value == one.value + 1 and other.parts[:-1] == one.parts[:-1]


def _nest(shapes: Sequence[Shape]) -> tuple[Placed, ...]:
    result: list[Placed] = []
    pairs: set[tuple[str, str]] = set()  # which pattern stood under which
    path: list[int] = []  # positions in `result` of the headings above, one per level
    for i, shape in enumerate(shapes):
        depth = _depth([result[p].shape for p in path], shape, _Later(shapes, i + 1), pairs)
        del path[depth:]
        level = shape.level if shape.level is not None else min(depth + 1, _DEEPEST)
        result.append(Placed(shape, level, path[-1] if path else -1))
        if path:
            pairs.add((result[path[-1]].shape.key, shape.key))
        path.append(len(result) - 1)
    return tuple(result)


def _depth(above: list[Shape], shape: Shape, later: "_Later", pairs: set[tuple[str, str]]) -> int:
    """Return how many of the headings above stay above this one; `pairs` are the patterns nested so far."""
    if shape.level is not None:
        return min(shape.level - 1, len(above))
    for i, other in enumerate(above):
        if other.key == shape.key and other.level in {None, i + 1}:
            return i
    depth = len(above)
    while depth and not _is_child(above[depth - 1], shape, later):
        if shape.value == 1 and (above[depth - 1].key, shape.key) in pairs:
            break
        depth -= 1
    return depth


def _is_child(parent: Shape, shape: Shape, later: "_Later") -> bool:
    if parent.level is not None:
        return shape.rank > parent.rank or shape.key == "bold-run-in"
    if shape.rank > parent.rank:
        return True
    if parent.value == 0:
        return _restarts(parent, shape, later)
    return shape.value == 1 and _goes_on(parent, shape, later)


def _goes_on(parent: Shape, shape: Shape, later: "_Later") -> bool:
    """Tell whether the parent's numbers go on after this pattern: `1.` `（一）` `（二）` `2.`."""
    for other in later:
        if other.key == parent.key:
            return other.value == parent.value + 1
        if other.rank < min(parent.rank, shape.rank):
            return False
    return False


def _restarts(parent: Shape, shape: Shape, later: "_Later") -> bool:
    """Tell whether this pattern begins anew under the next heading like its parent: un-numbered, then `一、` again."""
    if shape.value != 1:
        return False
    seen_sibling = False
    for other in later:
        if other.key == parent.key:
            seen_sibling = True
        elif other.key == shape.key and seen_sibling:
            return other.value == 1
    return False


def _in_company(nested: Sequence[Placed]) -> list[int]:
    """Return the positions of headings that stand: the strong, and the possible where strong siblings outnumber them.

    Whatever hangs below a dropped one stays, if strong in itself.
    """
    groups: dict[tuple[int, str], list[int]] = {}
    for i, item in enumerate(nested):
        groups.setdefault((item.parent, item.shape.key), []).append(i)
    kept = []
    for members in groups.values():
        strong = [i for i in members if nested[i].shape.strong]
        whole = 2 * len(strong) >= len(members)
        listed = not whole and len(members) > 2 and nested[members[0]].shape.rank >= _LIST_RANK
        apart = [i for i in strong if nested[i].shape.level is not None or not nested[i].shape.run_in]
        kept += apart if listed else members if whole else strong
    return sorted(kept)
