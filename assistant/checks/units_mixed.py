"""One measure written in two ways in a report: 公里 and 千米, 立方米 and 方, 标准箱 and TEU.

The rule's table has a row for each measure; of those that a report uses the rarer one is told, where it stands once. A
figure before a row says how often the usual one must stand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import Keeping, keeping

_COUNT = r"[0-9]+(?:\.[0-9]+)?[万千百亿余多]{0,2}"

_WAYS = 2


def mixed(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the measure that stands once where the same is measured otherwise elsewhere."""
    rows = options.words["units"]
    patterns = _patterns(rows)
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        for row, pattern in zip(rows, patterns, strict=True):
            found = [(index, one) for index, text in lines for one in pattern.finditer(text)]
            written = [one["unit"] for _, one in found]
            if len(set(written)) != _WAYS:
                continue
            rare, usual = sorted(set(written), key=written.count)
            if written.count(rare) == 1 and written.count(usual) >= int(row[0] if row[0].isdigit() else 1):
                index, one = next((index, one) for index, one in found if one["unit"] == rare)
                yield Located(index, Match(*one.span("unit"), (usual,)), usual, report=number)


@lru_cache(maxsize=2)
def _patterns(rows: tuple[str, ...]) -> tuple[Keeping, ...]:
    """Return a pattern for each row, of figures with one of its units; the longer of two is tried first."""
    units = (
        "|".join(sorted(map(re.escape, row.split()), key=len, reverse=True))
        for row in (one.lstrip("123") for one in rows)
    )
    return tuple(keeping(f"{_COUNT}(?P<unit>{any_of})(?![一-鿿]?[米块便程方])") for any_of in units)
