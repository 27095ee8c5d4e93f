"""Changes that two figures of a sentence contradict: 由520万元增加到480万元, 3200次，增加600次，增长33%."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from assistant.checks.quantities import Figure, Quantity, Row, comes_to, shown

_UP = "增加|增长|提高|提升|上升|扩大|增|升|涨|扩充|扩建|发展|壮大|延长"
_DOWN = "减少|下降|降低|压缩|压减|精简|缩短|缩减|降|减|缩|回落"
_FROM = re.compile("[由从][^，、]{0,14}$|(?:[去上]年|年初|原来|过去|此前|以前|往年)[^，、]{0,10}$")
_TO = re.compile(
    f"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|优化|调整|整合|合并)[^，、]{{0,4}}?[到至为成](?:20[0-9]{{2}}年(?:底|末)?的?|[^，、0-9]{{0,4}})$"
)
_NOW = re.compile("^，(?:今年|目前|现在?|到?[今去]?年底|到?年末|[12][0-9]{3}年)")
_BY = re.compile(
    "(?:^|[，、（(]|净|同比|环比)(?:净|同比|环比|整整|[一两三四五2-5]年(?:来|间)?(?:共|累计)?)?"
    f"(?:(?P<up>{_UP}|新增|净增|增幅|涨幅)|(?P<down>{_DOWN}|降幅|净减|撤并|撤销))率?(?:了|达到?|为)?$"
)
_AGO = "(?:[上去前今本]年|20[0-9]{2}年|同期|年初|任职前|原来|往年|以往|上[届季月])"
_THAN = re.compile(f"[比较]{_AGO}?(?:(?![增升提减降缩长])[^，。、0-9]){{0,8}}的?$")
_MORE = re.compile(f"[比较]{_AGO}[^，。、0-9]{{0,6}}(?:增加|增长|上升|多|(?P<down>减少|下降|压减|少))了?$")
_WAS = re.compile("，而?(?:[上去前]一?年|20[0-9]{2}年)(?:同期)?(?:[只仅才]?[是为]|[只仅]有)")
"""Behind what there is, what there was: 达到1286万元，而上一年是1120万元，同比增长…."""
_NO_CHANGE = re.compile("^，总[数量额]比|^降[雨水雪]|每[一-鿿]{1,3}$")
"""What isn't the new of something old: 3小时降雨量达到187毫米, 由每年2次增加到每月1次."""
_RANK = re.compile("第[0-9]*$|名次|位次|排名|倒数")


def changes(row: Row) -> Iterator[Figure]:
    """Yield rises that fall, falls that rise, and differences and growths that two figures contradict."""
    for at, (one, other) in enumerate(pairwise(row)):
        behind = row[at + 2] if at + 2 < len(row) and not row[at + 2].rough else None
        if one.rough or other.rough or _RANK.search(other.lead) or _NO_CHANGE.search(other.lead):
            continue
        if one.lead.endswith("比") or other.tail.startswith("比"):
            continue  # 由1比6提高到1比2.5
        if behind is not None and one.kind == other.kind != "%" and (more := _MORE.search(other.lead)):
            yield from _grown(one, other, behind, down=bool(more["down"]))
        if one.kind != other.kind and one.unit and other.unit:
            continue
        to = _TO.search(other.lead) if "，" not in _NOW.sub("", other.lead) else None
        if to is not None and (not to.start() or _FROM.search(one.lead)):
            if (to["up"] and other.worth < one.worth) or (to["down"] and other.worth > one.worth):
                yield one, replace(other, start=one.start), ""
            elif behind is not None:
                yield from _by(one, other, behind)
        elif (
            (_THAN.search(other.lead) or _WAS.fullmatch(other.lead))
            and behind is not None
            and "，" not in behind.lead[1:]
        ):
            yield from _by(other, one, behind)


def _grown(now: Quantity, more: Quantity, share: Quantity, *, down: bool) -> Iterator[Figure]:
    """Yield a growth that doesn't follow from what there is and how much more that is: 3200次，增加600次，增长33%."""
    before = now.worth + more.worth if down else now.worth - more.worth
    how = _BY.search(share.lead)
    if share.kind == "%" and before > 0 and how is not None and bool(how["down"]) == down:
        right = 100 * more.worth / before
        if not comes_to(share, right):
            yield now, share, shown(right, share.places)


def _by(old: Quantity, new: Quantity, by: Quantity) -> Iterator[Figure]:
    how = _BY.search(by.lead)
    named = re.split("[，、（(]", by.lead[: how.start()])[-1] if how and how.start() else ""
    if len(named) > 1 and named[-2:] not in old.lead + new.lead:
        return  # 报装时限由7天压减至3天，有效投诉同比下降32%
    if how is None or not old.worth or ("撤" in how.group() and re.match("[^。；]{0,6}[新设组]", by.tail)):
        return
    unit, difference = new.kind or old.kind, new.worth - old.worth
    if (how["up"] and difference < 0) or (how["down"] and difference > 0):
        first = replace(by, start=by.start - len(how.group().lstrip("，、（(")))
        yield first, first, ""
        return
    if unit == by.kind == "%" and abs(abs(new.value - old.value) - by.value) < 0.051:
        yield by, replace(by, end=by.end + 1), f"{by.written}个百分点"  # the difference of two shares is told in points
        return
    first = min(old, new, key=_place)
    for judge in (_growth, _times, _difference):
        for right in judge(old, new, by, unit):
            yield first, by, right


def _place(quantity: Quantity) -> int:
    return quantity.start


def _growth(old: Quantity, new: Quantity, by: Quantity, unit: str) -> Iterator[str]:
    right = 100 * abs(new.worth - old.worth) / old.worth
    if by.kind == "%" != unit and not comes_to(by, right):
        yield shown(right, by.places)


def _times(old: Quantity, new: Quantity, by: Quantity, unit: str) -> Iterator[str]:
    right = abs(new.worth - old.worth) / old.worth
    if by.kind == "倍" and unit != "%" and right < by.value - 0.15 and abs(right + 1 - by.value) < 0.1:
        yield shown(right, by.places)


def _difference(old: Quantity, new: Quantity, by: Quantity, unit: str) -> Iterator[str]:
    if not by.value or by.kind not in ({"个百分点"} if unit == "%" else {unit}):
        return
    places, one = max(old.places, new.places, by.places), by.worth / by.value
    right = abs(new.worth - old.worth) / one
    if abs(right - by.value) > 0.51 * 10**-places:
        yield shown(right, places)
