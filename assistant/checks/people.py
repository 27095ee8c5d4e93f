"""People whom only other units have: 检察干警 in the report of a court, 各位业主 in that of a trade association.

The table stands in the rule: `signs=pattern`, a sign being what the name of a unit with such people holds. Where the
pattern has a group `who`, the people are told only if the report speaks of them nowhere else.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.identity import unit_of
from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import Keeping, keeping

_VISITED = re.compile(
    "校园|学校|进校|[中小]学|幼儿园|医院|卫生院|法院|检察院|银行|网点|车站|机场|监狱|小区|物业|协会|商会|企业|联合|会同|结对|共建|联建"
)
"""Units of that kind that a sentence is about, before what their people are called: 法治进校园42场, 覆盖师生1万人次."""
_WHO = "who"


def words(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield people that a unit of this name doesn't have, each at its first place."""
    tables = _tables(options.words["people"])
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        judging = [pattern for signs, pattern in tables if unit.name and not any(sign in unit.name for sign in signs)]
        lines = list(lines_of(survey, report)) if judging else []
        for pattern in judging:
            first = next(((index, text, found) for index, text in lines for found in pattern.finditer(text)), None)
            if first is None:
                continue
            index, text, found = first
            begin = max(text.rfind(mark, 0, found.start()) for mark in "。；") + 1
            if not (_VISITED.search(text, begin, found.start()) or _is_spoken_of(found, lines)):
                yield Located(index, Match(*found.span()), unit.short_name or unit.name, report=number)


def _is_spoken_of(found: re.Match[str], lines: list[tuple[int, str]]) -> bool:
    """Tell whether the report speaks of those people elsewhere, too."""
    who = found.groupdict().get(_WHO)
    return who is not None and sum(text.count(who) for _, text in lines) > 1


@lru_cache(maxsize=2)
def _tables(written: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], Keeping], ...]:
    """Return the signs and the pattern of each line."""
    return tuple(
        (tuple(signs.split()), keeping(pattern)) for signs, _, pattern in (one.partition("=") for one in written)
    )
