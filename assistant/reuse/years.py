"""Years and dates of a text that move with the report year; history stays."""

import re
from collections.abc import Iterator

from assistant.reuse.found import PLANNING, Found, Scope

_DIGITS = "〇一二三四五六七八九"
_YEAR = re.compile(
    r"(?<![0-9A-Za-z.])(20[0-9]{2})(?:\s*年度|\s*年(?!代)|(?=\s*[—\-－~～至]\s*20[0-9]{2}\s*年))"
    r"|(二[〇零○O][〇零○一二三四五六七八九]{2})(?:年度|年)"
    r"|(?<![0-9.])(2[0-9])年度"
)
_RELATIVE = re.compile(
    r"(?<![0-9〇零一二三四五六七八九十每])(?:去年|前年|上年(?!度)|今年|本年(?!度)|明年|后年)(?:同期|以来|年初|年底|上半年|下半年)?"
    r"|(?<=[比较同与])上一?年度?"
    r"|本届(?=党|村|社区|班子|支部|领导|两委|“两委)"
)
_MEANT = {"去": -1, "前": -2, "上": -1, "今": 0, "本": 0, "明": 1, "后": 2}
_DATE = re.compile(
    r"(?:(20[0-9]{2})\s*年)?\s*(?:[0-9]{1,2}\s*[—\-－~～至到]{1,2}\s*)?(?:[0-9]{1,2}|[Xx×]{1,2})\s*月(?!份?活动)"
    r"(?:\s*[—\-－~～至]\s*[0-9]{1,2}\s*月)?(?:\s*(?:[0-9]{1,2}|[Xx×]{1,2})\s*日|份|[上中下]旬|[初中]|底前?|末)?"
    r"|(20[0-9]{2})[.．/][0-9]{1,2}(?:[.．/][0-9]{1,2})?(?![0-9])"
    r"|(二[〇零○][〇零○一二三四五六七八九]{2})年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
    r"|(?<!每)(?<![一二三四])第?[一二三四1-4]季度(?!一)|(?<!每)[上下]半年"
    r"|(?<![一二三四五六七八九十“个])(?:[一二三四五六七八九]|十[一二]?)月(?:份|底前?|初|[上中下]旬|[一二三四五六七八九十]{1,3}日)"
    r"|(?<![0-9])[0-9]{1,2}\s*日(?=上午|下午|晚|，|至|，|召开)"
)
_NUMBERED = re.compile(r"[〔\[（(【](20[0-9]{2})[〕\]）)】]\s*(?:第)?\s*[0-9X×]+\s*号")
_TITLE = re.compile("《[^《》]*》")
_PAST = re.compile(r"(?:以来|以后|之后|开始|起(?!草|步)|前(?!三|十)|印发|出台|制定|修订|建成|成立|至今)")
_BACK = re.compile(r"(?:述职|评议|点评|反馈|考核|整改|巡察|巡视|较|比|相比|同比|增长|上一?年)")


def years(text: str, scope: Scope) -> Iterator[Found]:
    """Yield the years that a reader of the new report would take for a slip: the report's own, plans, comparisons.

    Moved are the year last reported on, the one after it (plans), and the one before it where the text rectifies or
    compares. Earlier years are history, later ones targets, until the new year has passed them.
    """
    for match in _YEAR.finditer(text):
        written = _digits_of(match)
        year = _value(written)
        if _in_title(text, match.start()) and (year not in (scope.last, scope.last + 1) or _is_named(text, match)):
            continue
        message = _judgement(text, match, year, scope)
        if message is None:
            continue
        certain = year <= scope.last + 1 and not _is_past(text, match.end(), year, scope)
        moved = _written(year + scope.year - scope.last, written)
        suggestion = match[0].replace(written, moved) if certain else None
        yield Found(*match.span(), match[0], "year", suggestion, message)


def relative(text: str, scope: Scope) -> Iterator[Found]:
    """Yield 去年, 今年, 明年 and 本届: nothing is written wrong, but the facts around them were another year's."""
    for match in _RELATIVE.finditer(text):
        if _in_title(text, match.start()):
            continue
        if match[0] == "本届":
            message = "去年写的是“本届”，换届了没有请核对。"
        else:
            meant = scope.last + _MEANT[match[0][0]]
            message = f"去年的稿子里“{match[0]}”说的是{meant}年，今年这件事还成立吗，请核对。"
        yield Found(*match.span(), match[0], "year", None, message)


def _judgement(text: str, match: re.Match[str], year: int, scope: Scope) -> str | None:
    """Return why a year must be looked at, None where it may stay."""
    if year == scope.last:
        if _is_past(text, match.end(), year, scope):
            return f"{year}年是去年述职的年度，这里像是回顾，请核对是否还成立。"
        return f"{year}年是去年述职的年度，今年述的是{scope.year}年。"
    if year == scope.last + 1:
        return f"{year}年在去年的稿子里是下一年，今年请核对。"
    if year == scope.last - 1:
        around = text[max(0, match.start() - 4) : match.end() + 16]
        back = scope.role == "rectification" or _BACK.search(around)
        return f"{year}年在去年的稿子里是上一年度，今年请核对。" if back else None
    if scope.last + 1 < year <= scope.year:
        return f"到{scope.year}年，{year}年这个期限已经到了，请核对。"
    return None


def _is_past(text: str, end: int, year: int, scope: Scope) -> bool:
    return year <= scope.last and scope.role not in PLANNING and _PAST.match(text, end) is not None


def dates(text: str, scope: Scope) -> Iterator[Found]:
    """Yield last year's dates and document numbers; none is suggested, only the writer knows this year's."""
    for match in _DATE.finditer(text):
        year = match[1] or match[2] or match[3]
        told = _value(year) if year else scope.last
        if (
            told < scope.last - (scope.role == "rectification")
            or told > scope.year
            or _in_title(text, match.start())
            or _is_span(text, match)
        ):
            continue
        if match[0].strip() and not _is_every(text, match.start()):
            start = match.end() - len(match[0].lstrip())
            message = f"去年写的是“{match[0].strip()}”，请核对，或者换成今年的日期。"
            yield Found(start, match.end(), match[0].lstrip(), "date", None, message)
    for match in _NUMBERED.finditer(text):
        if scope.last - 1 <= int(match[1]) <= scope.year:
            message = "这是去年引用的文号，请核对今年依据的文件。"
            yield Found(*match.span(), match[0], "date", None, message)


def _is_span(text: str, match: re.Match[str]) -> bool:
    """Tell whether 12月 is part of a length of time: 12个月 never matches, but 历时3月 might."""
    return text[max(0, match.start() - 2) : match.start()].endswith(("历时", "为期"))


def _is_every(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in {"每", "逐"}


def _in_title(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in _TITLE.finditer(text))


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Tell whether a year in a title is one end of a span of years: 《2024—2028年规划》 keeps its name."""
    around = text[max(0, match.start() - 6) : match.end() + 6]
    return re.search(r"20[0-9]{2}\s*年?\s*[—\-－~～至]", around) is not None


def _digits_of(match: re.Match[str]) -> str:
    return match[1] or match[2] or match[3]


def _value(written: str) -> int:
    if written.isascii():
        return int(written) if len(written) == 4 else 2000 + int(written)
    plain = written.replace("零", "〇").replace("○", "〇").replace("O", "〇")
    return int("".join(str(_DIGITS.index(sign)) for sign in plain))


def _written(year: int, like: str) -> str:
    """Return a year in the digits of the one it replaces."""
    if like.isascii():
        return str(year)[-len(like) :]
    zero = next((sign for sign in like if sign in "零○O"), "〇")
    return "".join(_DIGITS[int(sign)] for sign in str(year)).replace("〇", zero)


def moved_year(text: str, scope: Scope) -> Found | None:
    """Return the first year of a title or opening that is the year last reported on, None where there is none."""
    return next((one for one in years(text, scope) if one.suggestion and _year_in(one.text) == scope.last), None)


def first_year(text: str) -> int | None:
    """Return the first year written in a text, None where there is none."""
    match = _YEAR.search(text)
    return None if match is None else _value(_digits_of(match))


def _year_in(text: str) -> int | None:
    match = re.search("20[0-9]{2}|二[〇零○O一二三四五六七八九]{3}|2[0-9]", text)
    return None if match is None else _value(match[0])


def written_years(text: str) -> Iterator[int]:
    """Yield every year written in a text."""
    for match in _YEAR.finditer(text):
        yield _value(_digits_of(match))
