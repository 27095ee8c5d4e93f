"""Numbers that begin anew in the same pattern below a heading: 二、不足之处, 一、协作不畅。…, 二、…, 三、整改方略.

What tells them from numbers gone wrong: the headings around stand on lines of their own and go on counting behind
them, or are the last and stand right above, and those within all run into their paragraphs.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.template.shape import Shape

_LEAST = 2
"""Numbers that must begin anew."""
_DEEPER = 0.5
"""What is added to the rank of a pattern that stands below itself."""


def with_restarts(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes with a pattern of their own for those that begin anew below one of the same pattern."""
    result = [*shapes]
    for place, outer in enumerate(shapes):
        if outer.value and not outer.run_in and outer.level is None:
            for within in _within(shapes, place):
                inner = result[within]
                result[within] = replace(inner, key=f"{inner.key}-again", rank=inner.rank + _DEEPER)
    return result


def _within(shapes: Sequence[Shape], place: int) -> list[int]:
    """Return the positions of what counts from one behind a place, empty where the place does not go on after it."""
    outer = shapes[place]
    inner: list[int] = []
    for at in range(place + 1, len(shapes)):
        shape = shapes[at]
        if shape.key != outer.key or shape.level is not None:
            if shape.rank < outer.rank:
                return []
            continue
        if shape.run_in and shape.value == len(inner) + 1:
            inner.append(at)
            continue
        goes_on = not shape.run_in and shape.value == outer.value + 1
        return inner if goes_on and len(inner) >= _LEAST else []
    last = len(inner) >= _LEAST and outer.value > 1 and shapes[inner[0]].index == outer.index + 1
    return inner if last else []
