"""Periods that the dates beside them contradict: 第三季度（4月至6月）, 5月动工，历时3个月，于4月建成."""

import re
from collections.abc import Callable, Iterator

from assistant.checks.rule import Match
from assistant.text.numerals import to_chinese, to_int

_M = "(?:1[0-2]|[1-9])"
_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_BEGUN = "动工|开工|启动|开建|破土|立项|开播|开班|开幕|进驻|签约"
_ENDED = "启用|竣工|完工|投用|建成|投产|验收|交付|结束|闭幕|结业|完成|撤离"
_QUARTER = re.compile(
    f"第?(?P<quarter>[一二三四1-4])季度(?:[，（(]即?|，?即)(?P<first>{_M})月?(?:[至到—~～-]{{1,2}})(?P<last>{_M})月"
)
_ORDER = re.compile(
    f"(?<![0-9])(?P<month>{_M})月(?P<day>[0-9]{{1,2}})日?[^。；，、0-9]{{0,10}}?(?:{_BEGUN})[，、](?!次年|翌年|第二年|今年)[^。；，、0-9]{{0,6}}"
    f"(?P<at>(?P<later>{_M})月(?P<on>[0-9]{{1,2}})日?)[^。；，、0-9]{{0,10}}?(?:{_ENDED})"
)
_TOOK = re.compile(
    f"(?<![0-9])(?P<month>{_M})月(?:[0-9]{{1,2}}日|份|初|底|中旬|上旬|下旬)?[^。；，、0-9]{{0,10}}?(?:{_BEGUN})，(?:前后)?历时(?P<size>{_NUMBER})个月，"
    f"(?:已|并)?[于在]?(?P<at>(?P<later>{_M})月)(?:[0-9]{{1,2}}日|份|初|底|中旬|上旬|下旬)?[^。；，、0-9]{{0,10}}?(?:{_ENDED})"
)
_FED_BACK = re.compile(
    f"[至到](?P<month>{_M})月(?P<day>[0-9]{{1,2}})日[^。；，]{{0,12}}(?:巡察|巡视|检查|审计|督导|考核|督查)[^。；，0-9]{{0,6}}，"
    f"(?P<at>(?P<later>{_M})月(?P<on>[0-9]{{1,2}})日)[^。；，]{{0,6}}(?:反馈|通报|移交|下发)"
)
_WHOLE = re.compile(
    f"(?P<year>20[0-9]{{2}})年(?P<month>{_M})月1日至(?P<then>20[0-9]{{2}}|次|翌)年(?P<later>{_M})月(?:30|31|28|29)日[^。；]{{0,24}}?这(?P<size>{_NUMBER})个月"
)
_SINCE = re.compile(
    f"(?P<year>(?:19|20)[0-9]{{2}})年(?P<month>{_M})月[^。；0-9]{{0,30}}?(?:到|至|截至)(?P<then>20[0-9]{{2}})年(?P<later>{_M})月[^。；0-9近约]{{0,8}}?"
    f"(?:已|满|共|整|达|有)+(?P<size>{_NUMBER})年(?!度)(?:零?(?P<months>{_NUMBER})个月)?"
)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_YEAR = 12


def _value(written: str) -> int:
    return int(written) if written.isdigit() else to_int(written) or 0


def _like(written: str, number: int) -> str:
    """Return a number in figures or in words, as another one is written."""
    return str(number) if written.isdigit() else to_chinese(number)


def _quarters(text: str) -> Iterator[Match]:
    for found in _QUARTER.finditer(text):
        quarter = _QUARTERS.get(found["quarter"]) or int(found["quarter"])
        first, last = int(found["first"]), int(found["last"])
        if last - first == 2 and first % 3 == 1 and (first + 2) // 3 != quarter:
            right = _like(found["quarter"], (first + 2) // 3)
            yield Match(*found.span("quarter"), (right,))
        elif first == quarter * 3 - 2 and last != quarter * 3:
            yield Match(*found.span("last"), (str(quarter * 3),))


def _orders(text: str) -> Iterator[Match]:
    for found in (*_ORDER.finditer(text), *_FED_BACK.finditer(text)):
        if (int(found["later"]), int(found["on"])) < (int(found["month"]), int(found["day"])):
            yield Match(*found.span("at"))


def _took(text: str) -> Iterator[Match]:
    for found in _TOOK.finditer(text):
        size = (int(found["later"]) - int(found["month"])) % _YEAR
        if not size - 1 <= _value(found["size"]) <= size + 1:
            yield Match(*found.span("at"))


def _wholes(text: str) -> Iterator[Match]:
    for found in _WHOLE.finditer(text):
        years = int(found["then"]) - int(found["year"]) if found["then"].isdigit() else 1
        size = years * _YEAR + int(found["later"]) - int(found["month"]) + 1
        if _value(found["size"]) != size:
            yield Match(*found.span("size"), (_like(found["size"], size),))


def _since(text: str) -> Iterator[Match]:
    for found in _SINCE.finditer(text):
        size = (int(found["then"]) - int(found["year"])) * _YEAR + int(found["later"]) - int(found["month"])
        said = _value(found["size"]) * _YEAR + (_value(found["months"]) if found["months"] else 0)
        least = size - 1 if found["months"] else size - _YEAR + 1
        if not least <= said <= size + 1:
            yield Match(*found.span("size"), (_like(found["size"], size // _YEAR),))


_CHECKS: tuple[tuple[str, Callable[[str], Iterator[Match]]], ...] = (
    ("季度", _quarters),
    ("日", _orders),
    ("历时", _took),
    ("个月", _wholes),
    ("年", _since),
)
"""What is looked for, and what a text must have for it."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield the quarters, months, lengths and dates of a paragraph that the dates beside them don't allow."""
    if "月" in text:
        for sign, check in _CHECKS:
            if sign in text:
                yield from check(text)
