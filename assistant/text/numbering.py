"""Where typed ordinals stand: at the beginning of a paragraph (`一、` `（一）` `1.`) or inside it (`一是` `第一，`)."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.text.numerals import to_int
from assistant.text.ordinal import FIRST_WORDS, Ordinal, Style
from assistant.text.typed_numbers import CHINESE, NOISE, first_number, verb

_POINT = re.compile(
    f"(?:^|(?<=[。；;：:，,！？\\s])|(?<=[。！？]”)){NOISE}(?P<typed>(?P<n>{CHINESE})(?P<verb>[是要])(?!否)"
    f"|(?:第|其)(?P<m>{CHINESE})[，,：:]|(?P<word>首先|其次|再次|最后)[，,])"
)

_STOP = re.compile("[。；;，,！？]\\s*")
_SHORTLY = 8
_BEGINNING = 200
"""Code points of a paragraph in which an ordinal stands, blanks before it included."""


def leading(text: str) -> Ordinal | None:
    """Return the ordinal a paragraph begins with, None where it has none.

    Decimals, dates and quantities at the start (`3.5%`, `2025.1.3`, `1,200人`, `一、二产业`) give none, or a decimal
    that is not `sure`.
    """
    return _leading(text[:_BEGINNING])


@lru_cache(maxsize=8192)
def _leading(text: str) -> Ordinal | None:
    """Return the ordinal of a beginning; every paragraph is asked for it many times."""
    found = first_number(text)
    if found is not None and found.style is Style.DECIMAL and len(found.parts) == 2:
        found = _counted(text, found)
    if found is None or found.value == 0 or _is_quantity(text, found):
        return None
    return found


_THINGS = re.compile("[个项条名件点大]")


def _counted(text: str, decimal: Ordinal) -> Ordinal:
    """Return the number of 3.3个方面的差距, which is a 3. before 3个方面: nothing that can be counted has decimals."""
    whole = re.match("[0-9０-９]+[.．]", decimal.typed)
    if whole is None or not _THINGS.match(text, decimal.end):
        return decimal
    value = decimal.parts[0]
    end = decimal.start + whole.end()
    return Ordinal(
        Style.ARABIC, value, decimal.start, end, whole[0], whole[0].endswith("."), sure=False, parts=(value,)
    )


@lru_cache(maxsize=1024)
def points(text: str) -> tuple[Ordinal, ...]:
    """Return the points counted inside a paragraph: `一是…；二是…`, `一要…`, `第一，…`, `首先，…`."""
    result = []
    for match in _POINT.finditer(text):
        start, end = match.span("typed")
        if match["word"]:
            style, value = Style.FIRSTLY, FIRST_WORDS.index(match["word"]) + 1
        else:
            number = to_int(match["n"] or match["m"])
            if number is None:
                continue
            style, value = (Style.NTH if match["m"] else verb(match["verb"])), number
        result.append(Ordinal(style, value, start, end, match["typed"], parts=(value,)))
    return tuple(result)


def counted_on(text: str, first: Ordinal) -> tuple[Ordinal, ...]:
    """Return the ordinals that go on counting from the first one inside a paragraph: 2. and 3. in `1.…。2.…。3.…。`."""
    result = [first]
    for stop in _STOP.finditer(text, first.end):
        found = leading(text[stop.end() : stop.end() + _SHORTLY])
        last = result[-1]
        if found is not None and found.style is last.style and found.value == last.value + 1:
            result.append(replace(found, start=stop.end() + found.start, end=stop.end() + found.end))
    return tuple(result[1:])


def is_sequence(values: list[int]) -> bool:
    """Tell whether numbers count up one by one from 1."""
    return values[:1] == [1] and all(b == a + 1 for a, b in pairwise(values))


_NEXT_NUMERAL = re.compile(f"(?P<n>{CHINESE})(?:[、年月级季产是线审期号把类楼组等档次]|$)")
_UNIT = re.compile("[%％‰万亿千百个名次元倍米人年月日点℃亩公]")


def _is_quantity(text: str, found: Ordinal) -> bool:
    """Tell whether what looks like an ordinal is an amount or an enumeration: `一、二产业`, `3.5%`, `1.5万人`."""
    rest = text[found.end :]
    if found.style is Style.DECIMAL:
        return bool(_UNIT.match(rest)) and not found.typed.endswith(("、", " ", "\u3000"))
    if found.style is Style.CHINESE and found.typed.endswith("、"):
        follower = _NEXT_NUMERAL.match(rest)
        return follower is not None and to_int(follower["n"]) == found.value + 1
    return False
