"""Changes told in words that the two figures before them don't give: 由18万元增加到24万元，增长了三分之二."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.quantities import RELATIVE, Quantity, sentences
from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_UP = "增长|增加|提高|提升|上升|扩大|增产|增收|上涨|涨"
_DOWN = "下降|减少|降低|压减|压缩|缩短|缩减|精简|降|减"
_BECAME = re.compile(f"(?:{_UP}|{_DOWN}|扩建|发展|变|升|降)[到至为成][^，、0-9]{{0,6}}$")
_WORDED = re.compile(
    "[^，。；0-9]{0,6}，(?:面积|规模|总[量数额值]|数量|收入|产值|产量|[一-鿿]{1,4}数)?"
    "(?:同比|[比较][去上]年(?:同期)?|实现|整整|足足|共|净|一年)?"
    f"(?:(?P<up>{_UP}|翻)|(?P<down>{_DOWN}))(?:幅度?)?了?(?P<about>近|接近|超过?|约|达到?|将近|不到)?"
    "(?P<said>(?P<whole>[二三四五六七八九十])分之(?P<part>[一二三四五六七八九])|(?P<tenths>[一二三四五六七八九])成(?P<half>半)?"
    "|(?P<times>[一二两三四五六])倍|(?P<doubled>[一两二三四])番|一半|半数)(?P<more>多|以上|左右)?(?![一-鿿]{0,2}[0-9])"
)
_ALL = 100.0
_NEAR = 6.0
"""Points by which a change told in words may be off what it says."""
_SAID = re.compile("成|半|分之|倍|番")
_THEN = re.compile("(?:[去上前]年|原来|过去|此前|20[0-9]{2}年|任职前|年初)[^，、]{0,6}$")
_NOW = re.compile("，(?:今年|现在|目前|如今|到?年底|20[0-9]{2}年)[^，、0-9]{0,6}$")


def wrong(text: str, /) -> Iterator[Match]:
    """Yield changes in words that two levels of one kind told right before them contradict."""
    if not _SAID.search(text):
        return
    for row in sentences(text):
        for old, new in pairwise(row):
            if _levels(old, new):
                yield from _told(text, old, new)


def _levels(old: Quantity, new: Quantity) -> bool:
    same = old.kind == new.kind and old.kind not in RELATIVE and old.worth > 0
    return (
        same
        and not old.rough
        and not new.rough
        and bool(_BECAME.search(new.lead) or (_THEN.search(old.lead) and _NOW.search(new.lead)))
    )


def _told(text: str, old: Quantity, new: Quantity) -> Iterator[Match]:
    change = _ALL * abs(new.worth - old.worth) / old.worth
    at = new.end + len(new.unit)
    found = _WORDED.match(text, at)
    if found is None:
        return
    low, high = _bounds(found)
    wrong_way = bool(found["up"]) != (new.worth > old.worth)
    if wrong_way or not low <= change <= high:
        yield Match(*found.span("said"))


def _bounds(found: re.Match[str]) -> tuple[float, float]:
    """Return from how many percent to how many a change in words may be."""
    if found["whole"]:
        share = _ALL * (to_int(found["part"]) or 0) / (to_int(found["whole"]) or 1)
    elif found["tenths"]:
        share = 10.0 * (to_int(found["tenths"]) or 0) + (5 if found["half"] else 0)
    elif found["doubled"]:
        share = _ALL * (2 ** ("一两三四".find(found["doubled"].replace("二", "两")) + 1) - 1)
    elif found["times"]:
        share = _ALL * (2 if found["times"] == "两" else to_int(found["times"]) or 1)
    else:
        share = _ALL / 2 if "半" in found["said"] else _ALL
    about, step = found["about"] or "", max(_NEAR, share / 8)
    if about[:1] == "超" or found["more"] in {"多", "以上"}:
        return share - 0.01, share + 3 * step
    if about in {"近", "接近", "将近", "不到"}:
        return share - 3 * step, share + 0.01
    return share - step, share + step
