"""Parts of a whole told in one sentence that come to more than it: 9个支部中先进3个、合格7个."""

import re
from collections.abc import Iterator

from assistant.checks.quantities import Figure, Quantity, Row, shown

_INSIDE = re.compile("中[，、]?[^，、。]{1,6}$")
_UP_TO = re.compile("以[上下]|及其他|其余")
_OF_MEN = re.compile("[男女族]|党员|退休")
_SLIP, _NEAR = 2, 0.12
"""By how much the parts may be off to be a slip; by what part of the whole where they are surely all there is."""
_SOME = 2


def parts(row: Row) -> Iterator[Figure]:
    """Yield the last of the parts that come to one or two more than the whole.

    Where the parts go up to an end (大专以上, 初中以下) they are all there is, and less is wrong, too.
    """
    for at, whole in enumerate(row[:-2]):
        if whole.rough or "，" in whole.tail.replace("中，", "中") or not _INSIDE.search(whole.tail):
            continue
        found: list[Quantity] = []
        for other in row[at + 1 :]:
            if other.kind != whole.kind or other.rough or (found and "，" in other.lead):
                break
            found.append(other)
        over = sum(part.worth for part in found) - whole.worth
        divided = len(found) > _SOME and _UP_TO.search(found[-1].lead)
        wrong = 0 < abs(over) <= max(_SLIP, _NEAR * whole.worth) if divided else 0 < over <= _SLIP
        if len(found) > 1 and wrong and _of_one_sort(found) and max(part.worth for part in found) < whole.worth:
            yield whole, found[-1], shown(found[-1].value - over, 0)


def _of_one_sort(found: list[Quantity]) -> bool:
    """Tell whether parts divide a whole by one thing: 大专以上, 女性, 35岁以下 do by three."""
    ages = {"岁" in part.lead for part in found}
    return len(ages) == 1 and not any(_OF_MEN.search(part.lead) for part in found)
