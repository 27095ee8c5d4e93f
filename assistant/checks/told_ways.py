"""One sort of statement written in two ways: 8时30分 and 8点半, 9月12日 and 9.12, 培训32学时 and 培训56课时.

The rows of the rule are `usual ↔ odd`, two patterns, with what is told of the odd one in a group `at`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.keeping import Keeping, keeping

_MOST = 2
"""Times the odd way stands at most."""


def mixed(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield the odd way where the usual one stands at least as often."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        for usual, odd in _ways(options.words["ways"]):
            found = [(index, one) for index, text in lines for one in odd.finditer(text)]
            if not found or len(found) > _MOST:
                continue
            others = [one.group() for _, text in lines for one in usual.finditer(text)]
            if len(others) >= len(found):
                for index, one in found:
                    yield Located(index, Match(*one.span("at")), others[0], report=number)


@lru_cache(maxsize=2)
def _ways(rows: tuple[str, ...]) -> tuple[tuple[Keeping, Keeping], ...]:
    return tuple((keeping(usual), keeping(odd)) for usual, _, odd in (row.partition(" ↔ ") for row in rows))


_NUMBERED = keeping(
    "“?(?P<stem>[一-鿿]{2})(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})”?"
    "(?P<end>号|轮|艇|井|库|机组|线|仓|船|塔|炉|泵|闸|标段|平台)"
)
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


def numbered(survey: Survey, /) -> Iterator[Located]:
    """Yield a name whose number is written in the other numerals elsewhere: “远安3”轮, 远安三号."""
    for number, report in enumerate(survey.reports):
        found = [(index, one) for index, text in lines_of(survey, report) for one in _NUMBERED.finditer(text)]
        ways: dict[tuple[str, int], list[tuple[int, re.Match[str]]]] = {}
        for index, one in found:
            ways.setdefault((one["stem"], _value(one["number"])), []).append((index, one))
        for alike in ways.values():
            in_figures = [place for place in alike if place[1]["number"].isdigit()]
            in_words = [place for place in alike if not place[1]["number"].isdigit()]
            rare, usual = sorted((in_figures, in_words), key=len)
            for index, one in rare if len(rare) == 1 and usual else ():
                yield Located(index, Match(*one.span()), usual[0][1].group(), report=number)


def _value(numeral: str) -> int:
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
