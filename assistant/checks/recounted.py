"""Counts told again: lists that were counted wrongly, times a year, parts that are nearly their whole."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_ITEM = "[^。；，：、！？“”（）\n0-9]{1,10}"
_LISTED = re.compile(
    rf"(?P<items>(?:{_ITEM}、){{1,7}}{_ITEM}?)(?:等)?(?P<number>[两三四五六七八九]|[2-9])(?P<what>个方面|大方面|方面(?=[^一-鿿]|内容|工作|问题|开展|入手|发力|着手)|项(?:重点)?工作|项制度|项任务|个环节|类问题|大类|项机制|项行动|个维度|个层面)"
)
_PROBLEMS = re.compile(
    r"(?:点评|指出|反馈|提出|认领)(?:的|了|我[一-鿿]{1,3})?(?:存在)?[“‘]?(?P<items>(?:[^。；，：、！？0-9]{3,24}、){1,5}[^。；，：、！？0-9]{3,24}?)[”’]?(?P<open>等)?(?:这)?(?P<number>[两二三四五六七八九]|[2-9])(?:个|项|条)?(?:方面)?的?(?:突出|主要|具体)?问题"
)
_MADE_OF = re.compile(
    "由(?P<items>(?:[^。；，、：0-9]{2,9}、){1,8}[^。；，、：0-9]{2,9}?)(?:等)?(?P<number>[两二三四五六七八九]|[2-9])(?:人|名[一-鿿]{0,5}|个[一-鿿]{1,5})组成"
)
_SIDE_BY_SIDE = re.compile(
    "(?P<items>(?:“[^“”。]{3,30}”[、和]?){2,6})(?P<number>[两二三四五六七八九]|[2-9])(?:个|项|条)?(?:方面)?的?(?:突出|主要|具体)?问题"
)
_LETTERS = re.compile("“(?P<items>(?:[一-鿿]、){1,6}[一-鿿])”(?P<number>[两二三四五六七八九])字")
_JOINED = re.compile("[和与及]|以及")


def lists(text: str, /) -> Iterator[Match]:
    """Yield numbers behind a list that another number of items stands in: 学习、管理、服务、监督三项工作."""
    for pattern in (_LISTED, _LETTERS, _PROBLEMS, _MADE_OF, _SIDE_BY_SIDE):
        for found in pattern.finditer(text):
            items = found["items"].split("”" if pattern is _SIDE_BY_SIDE else "、")
            items = items[:-1] if pattern is _SIDE_BY_SIDE else items
            said = 2 if found["number"] == "两" else to_int(found["number"]) or int(found["number"])
            if pattern is _LISTED and (_JOINED.search(items[-1]) or _unlike(items)):
                continue  # A、B和C: whether 和 joins items or words of one item, nobody can tell
            if said > len(items) and text[found.start("number") - 1] == "等":
                continue  # A、B、C等6个维度: the others need no name
            if said != len(items):
                yield Match(*found.span("number"), ("两三四五六七八九"[len(items) - 2],))


def _unlike(items: list[str]) -> bool:
    """Tell whether the middle items differ in length, so that the list may be longer or shorter than it looks."""
    return len(items) < 3 or len({len(item) for item in items[1:-1]} | {len(items[-1])}) > 1


_TIMES = {"每月": 12, "每季度": 4, "每半年": 2, "每两个月": 6}
_EVERY = re.compile(
    "(?P<every>每月|每季度|每半年|每两个月)(?:至少)?(?:召开|开展|组织|举办|研究|听取|集中|讲授?|督查|督导|通报)[^。；，0-9]{0,10}(?P<each>[0-9])次"
    "[^。；0-9]{0,14}[，、](?:全年|年内)(?:共|累计)?[^。；，0-9]{0,8}(?P<times>[0-9]+)次"
)


def yearly(text: str, /) -> Iterator[Match]:
    """Yield times a year that are fewer than what was done every month or quarter comes to."""
    for found in _EVERY.finditer(text):
        due = _TIMES[found["every"]] * int(found["each"])
        if int(found["times"]) < due:
            yield Match(*found.span("times"), (str(due),))


_MEMBERS = re.compile(
    r"(?P<whole>[0-9]+)(?P<unit>[名人])，其中[^。]{0,40}?[；，](?P<name>[^。；，0-9]{2,12})(?P<part>[0-9]+)(?P=unit)，(?:仅?占)(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)


def parts_over(text: str, /) -> Iterator[Match]:
    """Yield parts told later in a sentence that are more than the whole although their share is below a hundred."""
    for found in _MEMBERS.finditer(text):
        if int(found["part"]) > int(found["whole"]) and float(found["share"]) < 100:
            right = round(int(found["whole"]) * float(found["share"]) / 100)
            yield Match(*found.span("part"), (str(right),))
