"""Numbered formulations in quotation marks with a character missing, too many or elsewhere: “三会一”, “两学做一”.

Characters that are taken for each other are the lexicon's; a number that is another one is told only where nobody
coins names of that pattern.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.near_titles import one_edit
from assistant.checks.options import Options
from assistant.checks.rule import Located, Match, Survey

_QUOTED = re.compile("“(?P<name>[一-鿿]{3,12})”")
_NUMBERS = frozenset("一二三四五六七八九十两双")


def slips(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield names that become one of `names` or of `counted` by one edit; of `counted` a number may be wrong, too."""
    names, counted, known = options.words["names"], options.words["counted"], options.words["known"]
    for number, report in enumerate(survey.reports):
        for index in range(report.first, report.last + 1):
            for found in _QUOTED.finditer(survey.document.blocks[index].text):
                right = _meant(found["name"], names, counted, known)
                if right is not None:
                    yield Located(index, Match(*found.span("name"), (right,)), right, report=number)


@lru_cache(maxsize=1024)
def _meant(name: str, names: tuple[str, ...], counted: tuple[str, ...], known: tuple[str, ...]) -> str | None:
    """Return the name that is meant, None where it is a known one or none is near."""
    if name in {*names, *counted, *known}:
        return None
    for right in (*counted, *names):
        if abs(len(name) - len(right)) > 1 or not one_edit(name, right):
            continue
        swapped = sorted(name) == sorted(right)
        miscounted = len(name) == len(right) and right in counted and _by_number(name, right)
        if len(name) != len(right) or swapped or miscounted:
            return right
    return None


def _by_number(one: str, other: str) -> bool:
    return all(a == b or {a, b} <= _NUMBERS for a, b in zip(one, other, strict=True))
