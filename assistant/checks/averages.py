"""So many a day or month where the sentence tells how many in all, and in how long: 全年8760艘次，日均26艘次."""

import re
from collections.abc import Iterator, Mapping

from assistant.checks.quantities import RELATIVE, Quantity, Row, sentences, shown
from assistant.checks.rule import Match

_MEAN = re.compile(
    "(?:(?P<short>[日天周月季])(?:平)?均|平均(?:每|一)个?(?P<long>[日天周月]|星期|季度?|工作日)|每个?(?P<each>[日天周月]|星期|季度?|工作日)(?:平均))"
    "[^，、；0-9]{0,10}$"
)
_UNITS = {"天": "日", "星期": "周", "季度": "季", "工作日": "日"}
_CHINESE = "一二三四五六七八九十"
_PERIOD = re.compile(
    "(?P<year>全年|一年来|这一年|[今本去上]年(?![初底末中])|一年(?:中|里|间|内|共|累计)?|年度|20[0-9]{2}年(?!底|初|末|来))|(?P<half>[上下]半年|半年[来间]|这半年)|前(?P<quarters>[两三23])个?季度|(?P<quarter>[一二三四]季度)"
    "|(?<![0-9])(?P<from>1?[0-9])月?[份初]?(?:至|到|—|－|-|～)(?P<to>1?[0-9])月|(?P<months>[0-9]{1,2}|[两二三四五六七八九十])个月|(?P<days>[0-9]{2,3})天"
)
_LENGTHS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "日": ((28.0, 31.0), (19.0, 23.0)),
    "周": ((4.0, 4.6),),
    "月": ((1.0, 1.0),),
    "季": ((1 / 3, 1 / 3),),
}
"""How many of each a month has, from the fewest to the most; of days also those on which offices are open."""
_YEAR: Mapping[str, tuple[tuple[float, float], ...]] = {
    "日": ((360.0, 366.0), (240.0, 262.0)),
    "周": ((50.0, 53.0),),
    "月": ((12.0, 12.0),),
    "季": ((4.0, 4.0),),
}
_EVERY_DAY = re.compile(
    "接处?警|运送|客流|旅客|乘客|游客|[艘班架]次|热线|发电|供[水气热电]|投递|快递|吞吐|急诊|住院|出警|监测|过车|车流|用水|用电|产[量奶煤气油]"
)
"""What goes on every day of the year, so that no mean is one of working days."""
_OTHER = re.compile("[比较同]|[由从]|[去上]年|任务|计划|目标|其中|占|每|均|增|减|下降|提高|以来累计|历年|自20")
"""What leads to a count that is none of the whole time."""
_ABOUT, _ROUNDED = 0.05, 0.56
"""What a mean may be off where it is only about so much; parts of its last digit by which it may be rounded."""
_OVER = 0.3
_FAR = 3.0
"""Times by which a mean may be wrong; what is more tells of another thing."""


def wrong(text: str, /) -> Iterator[Match]:
    """Yield what is told of each day, week, month or quarter that the number in all contradicts."""
    if "均" not in text:
        return
    for row in sentences(text):
        for at, one in enumerate(row):
            found = _MEAN.search(one.lead) if one.unit and one.kind not in RELATIVE and one.value else None
            if found is None:
                continue
            key = found["short"] or found["long"] or found["each"]
            total = _total(row, at)
            if total is None:
                continue
            before = text[_begin(text, total) : one.start]
            spans = list(_spans(before, _UNITS.get(key, key)))
            if _EVERY_DAY.search(before) and "工作日" not in before:
                spans = [span for span in spans if span != _YEAR["日"][1]]
            if spans and not any(_fits(total, one, few, many) for few, many in spans):
                few, many = spans[0]
                right = total.worth / ((few + many) / 2) / (one.worth / one.value)
                if max(right / one.value, one.value / right) < _FAR:
                    yield Match(one.start, one.end, (shown(right, one.places),))


def _begin(text: str, total: Quantity) -> int:
    """Return where the sentence begins in which a total stands."""
    return max(text.rfind(mark, 0, total.start) for mark in "。；\n") + 1


def _total(row: Row, at: int) -> Quantity | None:
    """Return what is told of the whole time before a mean of it: the nearest of its kind that is no other's."""
    one = row[at]
    for other in reversed(row[:at]):
        if other.kind != one.kind:
            continue
        if not _OTHER.search(re.split("[，；]", other.lead)[-1].replace("去年全年", "")):
            return None if other.rough else other
    return None


def _spans(before: str, key: str) -> Iterator[tuple[float, float]]:
    """Yield how many days, weeks, months or quarters, from the fewest to the most, the times that are told have."""
    for found in _PERIOD.finditer(before):
        if found["year"]:
            yield from _YEAR[key]
            continue
        if found["days"]:
            if key == "日":
                yield float(found["days"]), float(found["days"])
            continue
        months = _months(found)
        for few, many in _LENGTHS[key]:
            yield max(months * few, 1.0), max(months * many, 1.0)


def _months(found: re.Match[str]) -> int:
    if found["half"]:
        return 6
    if found["quarters"]:
        return 9 if found["quarters"] in "三3" else 6
    if found["quarter"]:
        return 3
    if found["from"]:
        return int(found["to"]) - int(found["from"]) + 1
    written = found["months"]
    return int(written) if written.isdigit() else 2 if written == "两" else _CHINESE.index(written) + 1


def _fits(total: Quantity, one: Quantity, few: float, many: float) -> bool:
    """Tell whether a mean of so many days comes to what is told of it, as roughly as that is told."""
    if few <= 0:
        return True
    unit = one.worth / one.value
    low, high = total.worth / many / unit, total.worth / few / unit
    step = 10.0**-one.places
    if one.rough:
        over = bool(re.search("[超逾破过多余]|以上|不少于", one.lead[-4:] + one.tail[:2]))
        under = bool(re.search("近|不到|不足", one.lead[-4:]))
        low, high = low * (1 - _ABOUT - (_OVER if over else 0)), high * (1 + _ABOUT + (_OVER if under else 0))
    return low - _ROUNDED * step <= one.value <= high + _ROUNDED * step
