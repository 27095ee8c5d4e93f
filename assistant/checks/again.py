"""A noun that stands both before its figure and behind it (台账12本台账), an item that a row has twice."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match

_MEASURES = (
    "个|名|位|项|次|场次|场(?!次)|件|篇|份|起|条|期|家|户|支|处|本|部|台|套|辆|座|间|人次|人(?!次)|[万亿]?余?元|亩|公里|米|堂|节|轮"
    "|批次|批(?!次)|册|块|张|盏|株|所|幅|只|面|对|班次"
)
_COUNTED = re.compile(
    f"(?P<noun>[一-鿿]{{2,6}}?)(?:共计|合计|共|约|达|近|有)?[0-9][0-9.]*[余多]?(?:{_MEASURES})(?P<again>的?(?P<name>[一-鿿]{{1,5}}?))"
    "(?=[，。；、！）和及]|$|用于|得到|开展|进行|均|全部|都|参加|参与)"
)
_ROW = re.compile("[、等]|以及|[和与][^，。；]{0,6}$")
"""Before the noun they tell that the figure sums up several things: 甲支部、乙支部2个支部."""
_CHANGED = re.compile("[到至为每各从由]")
"""Before the figure they part what is said twice: 7个工作日压缩至3个工作日."""
_COUNTED_ITEM = re.compile("[0-9][^、0-9]{1,6}、")
"""An item before, with a figure of its own: such a row is summed up by nothing."""
_COUNT = re.compile(f"(?:[0-9.]+|若干)(?:{_MEASURES})")
"""What may well stand in a row twice: 分别为3个、5个、3个."""
_PAIR, _FOUR = 2, 4
_NEAR = 8
"""Characters before the figure in which what stands behind it may begin alike: 停车泊位140个停车位."""
_WHOSE = frozenset("会处组室队区")
"""Ends of the name of those who have what is counted."""
_NAMED_SO = frozenset("员长站所组")
"""Ends of what is called after what it is for."""
_CLAUSE = "，。；：！\n"
_STOP = re.compile("[，。；：！？“”（）《》\n]")


def counted(text: str, /) -> Iterator[Match]:
    """Yield nouns behind a figure that stand before it as well."""
    for found in _COUNTED.finditer(text):
        noun, name = found["noun"], found["name"]
        start = max(text.rfind(mark, 0, found.start()) for mark in _CLAUSE) + 1
        before = _COUNTED_ITEM.split(text[start : found.end("noun")])[-1]
        if len(name) == 1:
            again = noun.endswith(name) and noun[-_PAIR:] != name * 2
        elif noun[-_PAIR:] == name[-_PAIR:]:
            again = not _ROW.search(before)
        else:
            near = _CHANGED.split(before)[-1][-_NEAR:]
            _, _, tail = near.rpartition(name[:_PAIR])
            whose = len(tail) > _PAIR or tail[-1:] in _WHOSE  # 管理处下设9个管理站, 理事会5名理事
            whose = whose or name[_PAIR:] in _NAMED_SO  # 每个网格配1名网格员
            again = name[:_PAIR] in near and len(name) <= _FOUR and not whose
            again = again and not _ROW.search(before)
        if again:
            yield Match(*found.span("again"), ("",))


_TENTHS = re.compile("[一二三四五六七八九半]成$")
"""A share, which several may have: 三成、三成."""


def listed(text: str, /) -> Iterator[Match]:
    """Yield items that stand in their row already; what leads to the first and follows the last is no part of them."""
    start = 0
    for stop in (*_STOP.finditer(text), None):
        end = len(text) if stop is None else stop.start()
        items = text[start:end].split("、")
        at = start + len(items[0])
        for number, item in enumerate(items[1:], 1):
            size = _again(item, items[:number], last=number == len(items) - 1)
            further = items[number + 1 : number + 2]
            climbs = bool(further) and further[0].startswith("再")  # 称重、称重、再称重
            if size and not climbs and not _COUNT.fullmatch(item) and not _TENTHS.search(item):
                yield Match(at, at + 1 + size, ("",))
            at += 1 + len(item)
        start = end + 1


def _again(item: str, before: list[str], *, last: bool) -> int:
    """Return how many characters of an item stand as one of those before it, 0 where it is another."""
    leads = len(item) > _PAIR and (before[0].endswith(item) or before[-1].endswith(item))
    if len(item) >= _PAIR and (item in before or leads):
        return len(item)
    return max((len(one) for one in before[1:] if last and len(one) >= _FOUR and item.startswith(one)), default=0)
