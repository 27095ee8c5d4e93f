"""Figures written in words beside figures in one paragraph: 优秀占92.3%，良好占百分之六点一.

What a report says in words throughout is its way, and a proportion or a number that is a manner of speaking
(百分之百的努力, 成千上万, 数百户) is none of its figures.
"""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.checks.written_numbers import value

_DIGITS = {character: str(place) for place, character in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
_ONE = "[一二三四五六七八九]"
_NUMERAL = f"[一二三]百零?{_ONE}?十?{_ONE}?|{_ONE}?十?{_ONE}|[二三四五六七八九]?十"
_POINT = "点(?P<part>[零〇一二三四五六七八九]+)"
_GOES_ON = "[一二三四五六七八九十百点几]"
_PERCENT = re.compile(f"百分之(?P<whole>{_NUMERAL}|零)(?:{_POINT})?(?!{_GOES_ON})")
_UNITS = (
    "人次|户次|场次|家次|件次|批次|车次|课时|学时|平方米|公里|[名人户场篇条项件期份家处座批堂册株盏宗封幅棵副枚桶袋箱]"
)
_NO_NUMERAL = "零〇一二三四五六七八九十百千万亿数几上成好近第两半初"
_COUNT = re.compile(
    f"(?<![{_NO_NUMERAL}0-9])(?P<number>[一二两三四五六七八九]?十?[一二两三四五六七八九十]万[一二三四五六七八九]千"
    "|[一二两三四五六七八九]千[一二三四五六七八九零]?(?:[百十]?[一二三四五六七八九]?[十]?[一二三四五六七八九]?)"
    "|[一二两三四五六七八九]百[一二三四五六七八九零]?十?[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九])"
    f"(?P<rough>余?)(?P<unit>{_UNITS}|个(?!百分点|小时|月)|[只次]|(?<=千)元)(?![一-鿿]?(?:精神|全会|规定|纪律|措施|”))"
)
_FIGURE = re.compile(f"[0-9][万千]?[余多]?(?:{_UNITS})")
_WORDED = re.compile(
    f"(?<![{_NO_NUMERAL}第])[一二两三四五六七八九]?十?[一二三四五六七八九]?[万十百千][一二三四五六七八九十百千零余多]*(?:{_UNITS}|[个天元岁米斤次]|小时)"
)
_NUMBER = re.compile("[0-9.]+")
_IN_WORDS = re.compile(f"[二三四五六七八九十](?:{_UNITS}|[个天元岁米斤次年角度]|小时)|[十百千]")
_MANY = 2
"""Figures from which on a paragraph writes its numbers so."""
_LEAST = 2
"""Digits of a number that may be told in words without 余: 三百户."""


def percents(text: str, /) -> Iterator[Match]:
    """Yield shares in words in a paragraph that writes others with %."""
    if "百分之" not in text or not any(character in text for character in "0123456789"):
        return
    plain = _PERCENT.sub("", text)
    signed = "%" in text
    figured = len(_NUMBER.findall(plain)) >= _MANY and not _IN_WORDS.search(plain)
    for found in _PERCENT.finditer(text):
        if not (signed or (found["part"] and figured)) or _quoted(found):
            continue
        whole = str(value(found["whole"]))
        part = "." + "".join(_DIGITS[one] for one in found["part"]) if found["part"] else ""
        yield Match(*found.span(), (f"{whole}{part}%",))


def counts(text: str, /) -> Iterator[Match]:
    """Yield the one count in words of a paragraph that writes the others in figures."""
    if "百" not in text and "千" not in text and "十" not in text:
        return
    worded = list(_WORDED.finditer(text))
    found = _COUNT.search(text)
    if len(worded) != 1 or found is None:
        return
    start = text.rfind("。", 0, found.start()) + 1
    sentence = text[start : text.find("。", found.end()) + 1 or len(text)]
    number = found["number"]
    if _quoted(found) or not _FIGURE.search(sentence) or (len(number) <= _LEAST and not found["rough"]):
        return
    yield Match(found.start("number"), found.end("rough"), (_figures(number) + found["rough"],))


def _quoted(found: re.Match[str]) -> bool:
    """Tell whether a number stands in quotation marks: it is part of a name."""
    before = found.string[: found.start()]
    return before.count("“") > before.count("”")


def _figures(number: str) -> str:
    """Return a number in figures, ten thousands as 万: 二千三百 is 2300, 一万二千 is 1.2万."""
    whole, of_ten_thousand, rest = number.partition("万")
    if of_ten_thousand:
        return f"{value(whole)}.{value(rest) // 1000}万"
    return str(value(number.replace("零", "")))
