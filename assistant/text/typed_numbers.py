"""How typed numbers look at the beginning of a paragraph, and what each way of typing them means."""

import re
from collections.abc import Callable

from assistant.text.bullets import BEFORE_A_NUMBER
from assistant.text.numerals import to_int
from assistant.text.ordinal import FIRST_WORDS, Ordinal, Style, written

NOISE = "[\\s\ufffc\u00ad\u200b-\u200f\u2060\ufeff]*"
CHINESE = "[一二三四五六七八九十ニ]{1,3}"
_FORMAL = "[壹贰叁肆伍陆柒捌玖]|拾[壹贰叁肆伍]?"
_ARABIC = "[0-9０-９]{1,2}"
_OPEN = "[（(〔［\\[【﹙〈<「〖]"
_CLOSE = "[）)〕］\\]】﹚〉>」〗]"
_BAR = "|｜丨"
_LINE = "[—－─ー]"
"""一 as a slip of the hand, an input method or a scanner has it."""
_BLANK = "(?=[ \\t\u3000\u00a0])"

_BEGINNINGS = frozenset("一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾第其首再最丨")
"""Han characters that a number may begin with."""
_LEADING = re.compile(
    BEFORE_A_NUMBER
    + f"(?:[【〖「](?={CHINESE}[、.．][^】〗」\n]{{2,30}}[】〗」]))?"
    + NOISE
    + "(?:"
    + "|".join(
        (
            f"(?P<part>第{NOISE}(?P<n0>{CHINESE}|{_ARABIC}){NOISE}(?:个?部[分份]|篇章|章|节|编|篇|板块|单元){NOISE}[、，：:.．]?)",
            f"(?P<both>{_OPEN}{NOISE}(?:(?P<n1>{CHINESE}|{_FORMAL})|(?P<a1>{_ARABIC})|(?P<d1>{_LINE})){NOISE}{_CLOSE}(?:{NOISE}[、，,.．])?)",
            f"(?P<shut>(?:(?P<n2>{CHINESE})|(?P<a2>{_ARABIC})){NOISE}[）)](?:{NOISE}[、，,.．])?)",
            f"(?P<open>[（(]{NOISE}(?:(?P<n3>{CHINESE})|(?P<a3>{_ARABIC}))(?:{NOISE}[、，,.．]|(?=[^\\d、年月日]))"
            "(?![^（(]{0,12}[）)]))",
            f"(?P<points>(?P<n4>{CHINESE})(?P<verb>[是要]))",
            f"(?P<nth>(?:第|其)(?P<n5>{CHINESE})(?:个?方面|点|项)?{NOISE}[，,、：:])",
            f"(?P<first>(?P<word>首先|其次|再次|最后){NOISE}[，,、])",
            f"(?P<plain>(?P<n6>{CHINESE}){NOISE}(?P<mark>[、丶﹑､.．，,：:·。{_BAR}]|{_BLANK}))",
            f"(?P<formal>(?P<n7>{_FORMAL}){NOISE}(?:[、丶﹑､.．{_BAR}]|{_BLANK}))",
            f"(?P<dash>{_LINE}{NOISE}[、丶﹑､])",
            f"(?P<decimal>{_ARABIC}(?:[.．]{_ARABIC}){{1,3}}(?![0-9０-９]){NOISE}[.．、]?)",
            f"(?P<arabic>(?P<a6>{_ARABIC}){NOISE}(?P<dot>[.．、丶﹑､，,：:·。{_BAR}]|{_BLANK})(?!{NOISE}[0-9０-９])"
            f"|(?P<a7>{_ARABIC}){NOISE}(?P<dot2>[.．、丶﹑､])(?={NOISE}20[0-9]{{2}}年)"
            f"|(?P<a8>{_ARABIC})(?=[ \t\u3000\u00a0]+20[0-9]{{2}}年))",
            f"(?P<english>(?:Part|PART|part|Section){NOISE}[.．]?{NOISE}(?P<a9>{_ARABIC})(?![0-9]){NOISE}[、.．：:|｜]?)",
            f"(?P<roman>[Ⅰ-Ⅻ]{NOISE}(?:[、.．，,：:]|{_BLANK}))",
            f"(?P<letter>[A-HＡ-Ｈ]{NOISE}[.．、](?={NOISE}[\u4e00-\u9fff“]))",
            "(?P<keycap>[1-9]\ufe0f?\u20e3)",
            f"(?P<sign>[\u2460-\u249b\u2776-\u2793\u3220-\u3229\u3280-\u3289](?:{NOISE}[、.．])?)",
        )
    )
    + ")"
)


def first_number(text: str) -> Ordinal | None:
    """Return the number a text begins with as it is typed, None where it has none; it may still be a quantity."""
    first = text.lstrip()[:1]
    if "\u4e00" <= first <= "\u9fff" and first not in _BEGINNINGS:  # most paragraphs
        return None
    match = _LEADING.match(text)
    return None if match is None else _read(match)


def verb(word: str) -> Style:
    """Return the style of points with 是 or 要 behind the numeral."""
    return Style.IS if word == "是" else Style.MUST


_Match = re.Match[str]
_TAIL = re.compile(NOISE + "$")
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
    except ValueError:  # the style doesn't go that far
        standard = False
    return Ordinal(style, value, start, end, typed, standard, sure, (value,))


_Reading = tuple[Style, str, bool]
"""Style, numeral, and whether it is sure to be an ordinal."""


def _bracketed(match: _Match, number: str, *, sure: bool) -> _Reading:
    if number == "1" and match["d1"]:
        return Style.CHINESE_BRACKETS, "一", False
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
    (0x2776, 10, Style.CIRCLED),
    (0x2780, 10, Style.CIRCLED),
    (0x278A, 10, Style.CIRCLED),
    (0x3220, 10, Style.CHINESE_BRACKETS),
    (0x3280, 10, Style.CIRCLED),
)
"""Single characters that are a whole number: ① ⑴ ⒈ ㈠ ㊀."""


def _sign(match: _Match) -> _Reading:
    code = ord(match["sign"][0])
    base, _, style = next(row for row in _SIGNS if row[0] <= code < row[0] + row[1])
    return style, str(code - base + 1), True


_READERS: dict[str, Callable[[_Match], _Reading]] = {
    "part": lambda match: (Style.PART, match["n0"], True),
    "both": lambda match: _bracketed(match, "1", sure=True),
    "shut": lambda match: _bracketed(match, "2", sure=True),
    "open": lambda match: _bracketed(match, "3", sure=False),
    "points": lambda match: (verb(match["verb"]), match["n4"], True),
    "nth": lambda match: (Style.NTH, match["n5"], True),
    "first": lambda match: (Style.FIRSTLY, str(FIRST_WORDS.index(match["word"]) + 1), True),
    "plain": lambda match: (Style.CHINESE, match["n6"], match["mark"] in _SURE_MARKS),
    "formal": lambda match: (Style.CHINESE, match["n7"], False),
    "dash": lambda _: (Style.CHINESE, "一", False),  # a slip of the hand or of a scanner
    "arabic": _arabic,
    "english": lambda match: (Style.PART, match["a9"], True),
    "roman": lambda match: (Style.CHINESE, str(ord(match["roman"][0]) - ord("Ⅰ") + 1), False),
    "letter": lambda match: (Style.CIRCLED, str((ord(match["letter"][0]) - ord("A")) % 32 + 1), False),
    "keycap": lambda match: (Style.ARABIC, match["keycap"][0], True),
    "sign": _sign,
}
