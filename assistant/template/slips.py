"""Numbers that stand for others: points that are the sections themselves, and `5、` typed where 五、 was meant."""

from dataclasses import replace
from itertools import pairwise

from assistant.template.shape import Shape
from assistant.text.ordinal import Style


def points_on_top(found: list[Shape]) -> list[Shape]:
    """Return the shapes with points as the sections they are where no others are above: 一是…, then `1.`."""
    points = {style.name for style in Style if style.is_point}
    first = next((one for one in found if one.value), None)
    if first is None or first.key not in points or any(one.rank <= 1 for one in found):
        return found
    return [replace(one, rank=1.0) if one.key == first.key else one for one in found]


def slips_mended(found: list[Shape]) -> list[Shape]:
    """Return the shapes with `5、` read as 五、 where it counts the sections on and （一） begins below it."""
    result: list[Shape] = []
    for one, following in pairwise([*found, None]):
        if one is None:
            continue
        tops = [other for other in result if other.key == Style.CHINESE.name]
        last = next((other for other in reversed(result) if other.key in {one.key, Style.CHINESE.name}), None)
        opens = following is not None and following.key == Style.CHINESE_BRACKETS.name and following.value == 1
        slipped = one.key == Style.ARABIC.name and not one.run_in and opens and len(tops) > 1 and last is tops[-1]
        if slipped and one.value in {len(tops) + 1, tops[-1].value + 1}:
            one = replace(one, key=Style.CHINESE.name, rank=1.0, strong=True)  # noqa: PLW2901
        result.append(one)
    return result
