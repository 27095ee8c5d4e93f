"""How long it took from one date of a sentence to another: 5月18日开幕，8月18日落幕，展期2个月.

A length is held against the two dates before it that are joined: by 至, or by what begins and what ends. Months may be
counted from the first to the last, both of them or only one; days, too, and usually both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.checks.rule import Match
from assistant.text.numerals import to_chinese, to_int

_DATE = (
    "(?:(?P<year{n}>20[0-9]{{2}}|今|当|次|翌|第二)年)?(?<![0-9])(?P<month{n}>1[0-2]|[1-9])月"
    "(?:(?P<day{n}>[1-3]?[0-9])日|份|(?P<part{n}>初|中旬|上旬|下旬|底|末))?"
)
_FIRST, _LAST = (_DATE.replace("{n}", n).replace("{{", "{").replace("}}", "}") for n in "12")
_BEGUN = (
    "动工|开工|启动|开建|破土|奠基|开播|开班|开幕|进驻|开展|开始|开秤|开赛|开馆|开学|开放|开讲|开营|开镰|开机|开栏|进场|上线|布展|入驻"
    "|实施|起|集中|封闭|部署|打响|出征|出发|接手|组建"
)
_ENDED = (
    "启用|竣工|完工|投用|建成|投产|验收|交付|结束|闭幕|结业|完成|撤离|收官|落幕|结营|收秤|闭馆|收尾|完结|截止|止|清零|销号|收兵|撤展|通车|封顶"
    "|返回|收镰|散会|退出"
)
_SIZE = (
    "(?P<size>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<half>个半)?"
    "(?P<unit>(?<=半)月|个月|天(?!气)|日(?![常均程])|周(?![年围边])|个星期|个昼夜)(?P<more>多|余|有余)?"
)
_LENGTH = (
    "(?:展期|历时|前后(?:持续|历时|共)?|为期|持续|用时|工期|连续[一-鿿]{0,4}|会期|时长|共用?|赛期|跨度|仅用了?|用了"
    "|周期|期限|整整|一连|共计|总共|苦干|大干|长达|奋战|攻坚|坚守|值守)"
    f"(?:了|达|共|为|整整|长达|仅|只|约)*{_SIZE}"
)
_RANGE = re.compile(
    f"(?:自|从)?{_FIRST}(?:起|开始|开工|启动|[一直延持]续?|，)*(?:至|到|—|－|-|～){_LAST}(?P<words>[^。；0-9]{{0,30}}?)[，、（](?:[^。；，0-9]{{0,4}}){_LENGTH}"
)
"""自2024年10月1日起至2025年4月30日止，前后8个月."""
_STAGES = re.compile(
    f"{_FIRST}(?P<begun>[^。；，0-9]{{0,16}}?(?:{_BEGUN})|，“?[^。；，0-9]{{1,16}}(?:{_BEGUN}))[^。；，0-9]{{0,6}}，(?:并|已|于|到|至|在|其后)*{_LAST}[^。；，0-9]{{0,16}}?(?:{_ENDED})(?P<words>[^。；，0-9]{{0,8}})，(?:[^。；，0-9]{{0,4}}){_LENGTH}"
)
"""5月18日开幕，8月18日落幕，展期3个月."""
_TERM = re.compile(
    "(?P<from>20[0-9]{2})年(?:[0-9]{1,2}月)?[^。；0-9]{0,20}?(?:任期|届期|聘期|合同期|服务期|有效期|租期)(?:为|是|共)?"
    "(?P<years>[0-9]|[一两二三四五六])年，[^。；0-9]{0,12}?(?P<to>20[0-9]{2})年(?:[0-9]{1,2}月)?[^。；，0-9]{0,4}(?:届满|期满|到期|满届|换届|终止)"
)
"""2021年7月换届，任期五年，将于2026年7月届满."""
_DAYS = {"天": 1, "日": 1, "周": 7, "个星期": 7, "个昼夜": 1}
_MONTH, _FEW = 30.44, 2
_COMMON_YEAR = 2025


@dataclass(frozen=True, slots=True)
class _Span:
    """From one date to another: whole months between them, and days where both are told."""

    months: int
    days: int | None
    whole: bool
    exact: bool


def wrong(text: str, /) -> Iterator[Match]:
    """Yield lengths that the dates before them don't give, and ends before their beginning that a length tells of."""
    if "月" not in text:
        return
    for found in _TERM.finditer(text) if "期" in text else ():
        due = int(found["from"]) + _number(found["years"])
        if int(found["to"]) != due:
            yield Match(*found.span("to"), (str(due),))
    for pattern in (_RANGE, _STAGES):
        for found in pattern.finditer(text):
            span = _span(found)
            if span is None:
                continue
            size = _number(found["size"])
            if span.months < 0 or (span.days is not None and span.days < 0):
                yield Match(found.start("month2"), found.end("day2") if found["day2"] else found.end("month2") + 1)
            elif not _fits(size, span, found):
                yield Match(*found.span("size"), _right(found, span))


def _number(written: str) -> int:
    return 2 if written == "两" else int(written) if written.isdigit() else to_int(written) or 0


def _span(found: re.Match[str]) -> _Span | None:
    """Return from when to when a match tells, None where a date is none."""
    month, later = int(found["month1"]), int(found["month2"])
    years = _years(found["year1"], found["year2"])
    if years is None:
        return None
    months = 12 * years + later - month
    if not found["day1"] or not found["day2"]:
        return _Span(months, None, whole=False, exact=False)
    first_year = int(found["year1"]) if (found["year1"] or "").isdigit() else _COMMON_YEAR
    try:
        first = date(first_year, month, int(found["day1"]))
        last = date(first_year + years, later, int(found["day2"]))
    except ValueError:
        return None
    ends_month = (date.fromordinal(last.toordinal() + 1)).day == 1
    days = (last - first).days
    return _Span(months, days, whole=first.day == 1 and ends_month, exact=abs(first.day - last.day) < _FEW)


def _years(first: str | None, last: str | None) -> int | None:
    """Return how many years lie between the years of two dates, None where nobody can tell."""
    if last in {"次", "翌", "第二"}:
        return 1
    if first and last and first.isdigit() and last.isdigit():
        return int(last) - int(first)
    return None if last in {"今", "当"} or (last and last.isdigit()) else 0


def _fits(size: int, span: _Span, found: re.Match[str]) -> bool:
    """Tell whether a length is the one of a span, counted in any way."""
    if "月" in found["unit"]:
        if found["half"]:
            size_days = (size + 0.5) * _MONTH
            return span.days is None or abs(size_days - span.days) < 12
        if span.whole:
            return size == span.months + 1
        if span.days is None or not span.exact:
            return size in {span.months, span.months + 1} or (span.days is not None and size == span.days // 30)
        return size == span.months
    if span.days is None:
        return True
    told = size * _DAYS[found["unit"]]
    near = _FEW if span.days > 31 else 1
    return abs(told - span.days) <= near + (6 if _DAYS[found["unit"]] > 1 else 0) or bool(found["more"])


def _right(found: re.Match[str], span: _Span) -> tuple[str, ...]:
    """Return what a length should read in its own numerals, nothing where the unit is another one."""
    if "月" in found["unit"]:
        due = span.months + (1 if span.whole or span.days is None else 0)
    else:
        due = span.days + 1 if span.days else 0
    if not due or found["half"] or found["unit"] in {"周", "个星期"}:
        return ()
    if found["size"].isdigit():
        return (str(due),)
    return ("两" if due == 2 and "月" in found["unit"] else to_chinese(due),)
