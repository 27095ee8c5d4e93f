"""Typed ordinals of Chinese official writing: `一、` `（一）` `1.` `（1）` `①` and the points `一是` `第一，` `首先，`.

The standard order of levels is that of GB/T 9704-2012, 7.3.3. What people type differs from it in every way: half
width, missing brackets, spaces or zero-width characters inside; all of that is read, and `standard` says what it isn't.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from assistant.text.numerals import to_chinese, to_int


class Style(Enum):
    """A pattern of numbers; the value is its standard form for 1."""

    PART = "第一部分"
    CHINESE = "一、"
    CHINESE_BRACKETS = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETS = "（1）"
    CIRCLED = "①"
    DECIMAL = "1.1"
    NTH = "第一，"
    FIRSTLY = "首先，"
    IS = "一是"
    MUST = "一要"

    @property
    def rank(self) -> int:
        """The usual depth, from 0 (`第一部分`) over 1 (`一、`) to 9 for points inside a paragraph."""
        return _RANKS.get(self, 9)

    @property
    def is_point(self) -> bool:
        """Whether the pattern counts points inside a paragraph rather than headings."""
        return self in {Style.NTH, Style.FIRSTLY, Style.IS, Style.MUST}


_RANKS = {
    Style.PART: 0,
    Style.CHINESE: 1,
    Style.CHINESE_BRACKETS: 2,
    Style.ARABIC: 3,
    Style.DECIMAL: 4,
    Style.ARABIC_BRACKETS: 4,
    Style.CIRCLED: 5,
}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number found in a text; `start` and `end` bound it as typed, in code points.

    `parts` are the numbers of a decimal (`1.2` gives 1, 2), else just the value. `standard` tells whether it is typed
    as the standard has it. An ordinal that isn't `sure` (a bracket or the mark after the number is missing) counts
    only where its neighbours continue it.
    """

    style: Style
    value: int
    start: int
    end: int
    typed: str
    standard: bool = True
    sure: bool = True
    parts: tuple[int, ...] = ()


_NOISE = "[\\s\ufffc\u00ad\u200b-\u200f\u2060\ufeff]*"
_CHINESE = "[一二三四五六七八九十]{1,3}"
_FORMAL = "[壹贰叁肆伍陆柒捌玖]|拾[壹贰叁肆伍]?"
_ARABIC = "[0-9０-９]{1,2}"
_OPEN = "[（(〔［\\[【]"
_CLOSE = "[）)〕］\\]】]"
_BAR = "|｜丨"
_BLANK = "(?=[ \\t\u3000\u00a0])"

_LEADING = re.compile(
    _NOISE
    + "(?:"
    + "|".join(
        (
            f"(?P<part>第{_NOISE}(?P<n0>{_CHINESE}|{_ARABIC}){_NOISE}(?:部分|章|节|编){_NOISE}[、，：:.．]?)",
            f"(?P<both>{_OPEN}{_NOISE}(?:(?P<n1>{_CHINESE}|{_FORMAL})|(?P<a1>{_ARABIC})){_NOISE}{_CLOSE}(?:{_NOISE}[、，,.．])?)",
            f"(?P<shut>(?:(?P<n2>{_CHINESE})|(?P<a2>{_ARABIC})){_NOISE}[）)](?:{_NOISE}[、，,.．])?)",
            f"(?P<open>[（(]{_NOISE}(?:(?P<n3>{_CHINESE})|(?P<a3>{_ARABIC}))(?:{_NOISE}[、，,.．]|(?=[^\\d、年月日]))"
            "(?![^（(]{0,12}[）)]))",
            f"(?P<points>(?P<n4>{_CHINESE})(?P<verb>[是要]))",
            f"(?P<nth>(?:第|其)(?P<n5>{_CHINESE}){_NOISE}[，,、：:])",
            f"(?P<first>(?P<word>首先|其次|再次|最后){_NOISE}[，,、])",
            f"(?P<plain>(?P<n6>{_CHINESE}){_NOISE}(?P<mark>[、丶﹑､.．，,：:·{_BAR}]|{_BLANK}))",
            f"(?P<formal>(?P<n7>{_FORMAL}){_NOISE}(?:[、丶﹑､.．{_BAR}]|{_BLANK}))",
            f"(?P<dash>[—－─ー]{_NOISE}[、丶﹑､])",
            f"(?P<decimal>{_ARABIC}(?:[.．]{_ARABIC}){{1,3}}(?![0-9０-９]){_NOISE}[.．、]?)",
            f"(?P<arabic>(?P<a6>{_ARABIC}){_NOISE}(?P<dot>[.．、丶﹑､，,{_BAR}]|{_BLANK})(?!{_NOISE}[0-9０-９])"
            f"|(?P<a7>{_ARABIC}){_NOISE}(?P<dot2>[.．、丶﹑､])(?={_NOISE}20[0-9]{{2}}年)"
            f"|(?P<a8>{_ARABIC})(?=[ \t\u3000\u00a0]+20[0-9]{{2}}年))",
            "(?P<sign>[\u2460-\u249b\u3220-\u3229\u3280-\u3289])",
        )
    )
    + ")"
)

_POINT = re.compile(
    f"(?:^|(?<=[。；;：:，,！？\\s])){_NOISE}(?P<typed>(?P<n>{_CHINESE})(?P<verb>[是要])(?!否)"
    f"|(?:第|其)(?P<m>{_CHINESE})[，,：:]|(?P<word>首先|其次|再次|最后)[，,])"
)

_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_STOP = re.compile("[。；;，,！？]\\s*")
_SHORTLY = 8
_BEGINNING = 200
"""Code points of a paragraph in which an ordinal stands, blanks before it included."""


def written(style: Style, value: int) -> str:
    """Return the standard form of a number; raise ValueError where the style has none for it."""
    if style is Style.CIRCLED:
        if not 1 <= value <= 20:
            raise ValueError(value)
        return chr(0x2460 + value - 1)
    if style is Style.FIRSTLY:
        return [*_WORDS][min(value, 4) - 1] + "，"
    if style in {Style.ARABIC, Style.ARABIC_BRACKETS, Style.DECIMAL}:
        return str(style.value).replace("1", str(value))
    return str(style.value).replace("一", to_chinese(value))


def leading(text: str) -> Ordinal | None:
    """Return the ordinal a paragraph begins with, None where it has none.

    Decimals, dates and quantities at the start (`3.5%`, `2025.1.3`, `1,200人`, `一、二产业`) give none, or a decimal
    that is not `sure`.
    """
    return _leading(text[:_BEGINNING])


@lru_cache(maxsize=8192)
def _leading(text: str) -> Ordinal | None:
    """Return the ordinal of a beginning; every paragraph is asked for it many times."""
    match = _LEADING.match(text)
    if match is None:
        return None
    found = _read(match)
    if found is None or found.value == 0 or _is_quantity(text, found):
        return None
    return found


def points(text: str) -> tuple[Ordinal, ...]:
    """Return the points counted inside a paragraph: `一是…；二是…`, `一要…`, `第一，…`, `首先，…`."""
    result = []
    for match in _POINT.finditer(text):
        start, end = match.span("typed")
        if match["word"]:
            style, value = Style.FIRSTLY, _WORDS[match["word"]]
        else:
            number = to_int(match["n"] or match["m"])
            if number is None:
                continue
            style, value = (Style.NTH if match["m"] else _verb(match["verb"])), number
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


def _verb(verb: str) -> Style:
    return Style.IS if verb == "是" else Style.MUST


_Match = re.Match[str]
_TAIL = re.compile(_NOISE + "$")
_SURE_MARKS = frozenset("、丶﹑､.．")


def _read(match: _Match) -> Ordinal | None:
    kind = match.lastgroup or ""  # the group that closes last is the whole number
    typed = _TAIL.sub("", match[kind])
    start = match.start(kind)
    end = start + len(typed)
    if kind == "decimal":
        parts = tuple(int(part) for part in re.findall("[0-9０-９]+", typed))
        return Ordinal(Style.DECIMAL, parts[-1], start, end, typed, sure=False, parts=parts)
    style, numeral, sure = _READERS[kind](match)
    value = to_int(numeral)
    if value is None:
        return None
    try:
        standard = typed == written(style, value)
    except ValueError:
        standard = False
    return Ordinal(style, value, start, end, typed, standard, sure, (value,))


_Reading = tuple[Style, str, bool]
"""Style, numeral, and whether it is sure to be an ordinal."""


def _bracketed(match: _Match, number: str, *, sure: bool) -> _Reading:
    chinese = match["n" + number]
    return (Style.CHINESE_BRACKETS, chinese, sure) if chinese else (Style.ARABIC_BRACKETS, match["a" + number], sure)


def _arabic(match: _Match) -> _Reading:
    if match["a7"]:  # a year follows: 1.2025年重点工作
        return Style.ARABIC, match["a7"], True
    if match["a8"]:
        return Style.ARABIC, match["a8"], False
    return Style.ARABIC, match["a6"], match["dot"] in _SURE_MARKS


_SIGNS = (
    (0x2460, 20, Style.CIRCLED),
    (0x2474, 20, Style.ARABIC_BRACKETS),
    (0x2488, 20, Style.ARABIC),
    (0x3220, 10, Style.CHINESE_BRACKETS),
    (0x3280, 10, Style.CIRCLED),
)
"""Single characters that are a whole number: ① ⑴ ⒈ ㈠ ㊀."""


def _sign(match: _Match) -> _Reading:
    code = ord(match["sign"])
    base, _, style = next(row for row in _SIGNS if row[0] <= code < row[0] + row[1])
    return style, str(code - base + 1), True


_READERS: dict[str, Callable[[_Match], _Reading]] = {
    "part": lambda match: (Style.PART, match["n0"], True),
    "both": lambda match: _bracketed(match, "1", sure=True),
    "shut": lambda match: _bracketed(match, "2", sure=True),
    "open": lambda match: _bracketed(match, "3", sure=False),
    "points": lambda match: (_verb(match["verb"]), match["n4"], True),
    "nth": lambda match: (Style.NTH, match["n5"], True),
    "first": lambda match: (Style.FIRSTLY, str(_WORDS[match["word"]]), True),
    "plain": lambda match: (Style.CHINESE, match["n6"], match["mark"] in _SURE_MARKS),
    "formal": lambda match: (Style.CHINESE, match["n7"], False),
    "dash": lambda _: (Style.CHINESE, "一", False),  # a slip of the hand or of a scanner
    "arabic": _arabic,
    "sign": _sign,
}

_NEXT_NUMERAL = re.compile(f"(?P<n>{_CHINESE})(?:[、年月级季产是线审期号把类楼组等档次]|$)")
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
