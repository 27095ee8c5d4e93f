"""What was done every month or quarter comes to so much a year; what lasts from one day to another, so long."""

import re
from collections.abc import Iterator

from assistant.checks.quantities import slip
from assistant.checks.rule import Match
from assistant.text.numerals import to_int

_TIMES = {"月": 12, "季": 4, "季度": 4, "半年": 2, "两个月": 6, "周": 52, "星期": 52}
_APART = "(?:(?![每一]个?[月季周])[^。；0-9])"
_EVERY = re.compile(
    "(?:(?P<many>[0-9]+)个(?P<who>[一-鿿]{1,8}?)，?(?:均|都|分别|各)?)?(?:每个?|(?<!提前)(?<!近|前|后|满|用|了|过|隔|晚|早)一个(?=季度|月))(?P<every>月|季度?|半年|两个月|周|星期)"
    f"(?:(?P<day>[0-9]{{1,2}})[日号]|(?<=[周期])[一二三四五六日末](?![次期场]))?(?:(?P<words>{_APART}{{0,24}}?)(?P<each>[0-9一两二三四])(?P<unit>[次期场堂节回名户篇条件])(?!性)|(?P<bare>{_APART}{{0,24}}))"
    f"(?P<between>{_APART}{{0,20}}[，。、（])(?:(?P<later>[0-9]+)[名个支][^。；，0-9年]{{1,8}}?(?=全年|一年|年内|今年|共|累计))?(?P<lead>(?:(?![每一]个?[月季周])[^。；，0-9]|20[0-9]{{2}}(?=年)){{1,18}})(?P<times>[0-9]+)(?P<told>[次期场堂回名户篇条件])(?!次|以上)"
)
"""每季度召开一次例会，全年召开5次; 4个党小组每月各学习一次，全年累计46次."""
_COUNTED = re.compile("[名户篇条件]")
_YEAR = re.compile("全年|一年|年内|今年|年底|20[0-9]{2}年|累计|[共总合]计|总共|已|先后|共")
_DO = re.compile("召开|开展|组织|学习|听取|讲|举办|举行|参加|通报|检查|督查|调度|调研|研究|联学|进行|开放|到")
_AT_LEAST = re.compile("至少|不少于|不低于|以上|不得少|原则上|一般|[或至]")
_PLURAL = re.compile(
    "各|[0-9两三四五六七八九十]个|[所下]属|每个(?![月季])|[每全][村镇县市]|党小组|班组|党员(?!大会|活动|政治)"
)
"""Those who do it are many, so that all of them do it oftener."""
_EXTRA = 0.25
"""Part by which what was done oftener than it was due may be a slip."""
_BEFORE = 16
"""Characters before 每月 in which those who do it are named."""
_SAID = re.compile(
    "20[0-9]{2}年|全年|一年|年内|今年|年底|下来|[来共计总累合已了先后各也就]|以来|召开|开展|组织|举办|进行|活动$|工作$|会议$"
)
"""What is said of how often besides what was done."""
_MORE = re.compile("[0-9两二三四五六七八九十]个[^，。；]{1,8}$")
_FEW = 10
"""Days up to which both ends are counted."""
_MANY = 31
"""Days from which on they are counted roughly."""
_ROUGHLY = 2
_WHICH = (
    "(?P<which>(?:第?[一二三四](?:季度)?[、和]){1,3}第?[一二三四]季度|四个季度)"
    "各[一-鿿]{0,5}?(?P<each>[0-9一两])[次期场堂节]"
)
_QUARTERS = (
    re.compile(f"(?P<times>[0-9]+)[次期场堂节][^。；0-9]{{0,12}}[，（]{_WHICH}"),
    re.compile(f"{_WHICH}[^。；0-9]{{0,4}}[，、]?(?:共|累计|全年)[^。；，0-9]{{0,6}}(?P<times>[0-9]+)[次期场堂节]"),
)
_MONTHS = re.compile(
    "(?<![0-9])(?P<first>[0-9]{1,2})月(?:份|底|初)?[至到—－-](?P<last>[0-9]{1,2})月(?:份|底|初)?[^。；0-9]{0,8}?(?:用|历时|为期|利用|集中|，|干了|忙了)(?P<count>[0-9]{1,2}|[两二三四五六七八九十])个多?月"
)
_NOTED = re.compile(
    "(?P<times>[0-9]+)[次期场节]（(?P<many>[0-9]+)个[^（）0-9]{1,8}每个?(?P<every>月|季度|半年)各?[^（）0-9]{0,8}?(?P<each>[0-9一两])[次期场节]"
)
"""党小组会12次（2个党小组每月各开1次）."""
_BY_MONTH = re.compile(
    "一月一[一-鿿]{1,3}”?[^。；0-9]{0,16}[，、]?(?:全年|共|累计)[^。；，0-9]{0,8}(?P<times>[0-9]+)[次期场个项](?!次)"
)


_ON_AVERAGE = re.compile(
    "(?<![0-9.])(?P<times>[0-9]+)(?P<unit>次|场|期)，平均每(?:个)?(?P<every>月|季度)(?P<each>[0-9]+(?:\\.[0-9])?)(?P=unit)"
)
_LASTED = re.compile(
    "(?<![0-9])(?P<month>[0-9]{1,2})月(?P<first>[0-9]{1,2})日[^。；，0-9]{0,6}，?(?:至|到|—|－|-)(?:(?P<until>[0-9]{1,2})月)?(?P<last>[0-9]{1,2})日"
    "[^。；0-9]{0,12}?(?:历时|为期|连续|共计?|用时?|奋战|值守|集中|封闭|苦干|，)[^。；，0-9]{0,8}(?P<days>[0-9]{1,3}|[两三四五六七八九十])(?P<unit>天|个昼夜|个工作日)"
)
_YEARS = re.compile(
    "(?<![0-9])(?P<from>(?:19|20)[0-9]{2})年[^。；0-9]{0,8}(?:[0-9]{1,2}月)?[^。；0-9]{0,20}[至到](?P<to>20[0-9]{2})年[^。；0-9]{0,12}?"
    "(?:已|满|走过|历时|整整|达)(?:经|有|满|达|走过)*(?P<years>[0-9]{1,2})(?:个年头|周?年)"
)
"""自2020年6月担任书记，至2024年底已满4年."""
_DAYS_OF = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _number(written: str | None) -> int:
    return 1 if not written else 2 if written == "两" else to_int(written) or int(written)


def yearly(text: str, /) -> Iterator[Match]:
    """Yield times a year that what was done every month or quarter doesn't come to, and what lasted otherwise."""
    for found in _EVERY.finditer(text) if "每" in text or "一个" in text else ():
        due = _due(found)
        if due and int(found["times"]) != due:
            yield Match(*found.span("times"), (str(due),))
    for found in _BY_MONTH.finditer(text) if "一月一" in text else ():
        if int(found["times"]) != _TIMES["月"]:
            yield Match(*found.span("times"), (str(_TIMES["月"]),))
    for pattern in _QUARTERS if "季度" in text else ():
        for found in pattern.finditer(text):
            quarters = 4 if found["which"] == "四个季度" else len(re.findall("[一二三四]", found["which"]))
            due = quarters * _number(found["each"])
            if int(found["times"]) != due:
                yield Match(*found.span("times"), (str(due),))
    for found in _NOTED.finditer(text) if "（" in text else ():
        due = int(found["many"]) * _TIMES[found["every"]] * _number(found["each"])
        if due != int(found["times"]):
            yield Match(*found.span("times"), (str(due),))
    for found in _ON_AVERAGE.finditer(text) if "平均每" in text else ():
        mean = int(found["times"]) / _TIMES[found["every"]]
        sentence = text[max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1 : found.start()]
        if abs(mean - float(found["each"])) >= 1 and not re.search("月[至到—－-]|个月|半年|季度", sentence):
            yield Match(*found.span("each"), (f"{mean:.0f}",))
    yield from _lasting(text)


def _lasting(text: str) -> Iterator[Match]:
    """Yield days, months and years that are not those from the first day told to the last."""
    for found in _LASTED.finditer(text) if "日" in text else ():
        days = _days(found)
        if days > 0 and not _fits(_number(found["days"]), days, found["unit"]):
            yield Match(*found.span("days"), (str(days),))
    for found in _YEARS.finditer(text) if "年" in text else ():
        years = int(found["to"]) - int(found["from"])
        if abs(int(found["years"]) - years) > 1:
            yield Match(*found.span("years"), (str(years),))
    for found in _MONTHS.finditer(text) if "个月" in text or "个多月" in text else ():
        months = int(found["last"]) - int(found["first"])
        if months > 0 and _number(found["count"]) not in {months, months + 1}:
            yield Match(*found.span("count"), (str(months + 1),))


def _due(found: re.Match[str]) -> int:
    """Return how often a year comes to what is told of a month, 0 where another number may be right, too."""
    each = found["each"] or ("1" if found["day"] else "")
    told, done = int(found["times"]), found["words"] or found["bare"] or ""
    words = done + found["between"] + found["lead"]
    if _AT_LEAST.search(words) or not _YEAR.search(found["lead"]) or not (each or _DO.search(done + found["lead"])):
        return 0
    if found["told"] != found["unit"] and (_COUNTED.search(found["told"]) or _COUNTED.search(found["unit"] or "")):
        return 0
    what = _SAID.sub("", found["lead"])
    sentence = max(found.string.rfind(mark, 0, found.start()) for mark in "。；")
    before = found.string[sentence + 1 : found.end("between")]
    if len(what) > 1 and what[-2:] not in before:
        return 0  # 每月开展主题党日，全年开展志愿服务8次
    all_of_them = "1" if "各" in found["lead"] else found["many"] or found["later"] or "1"
    due = _TIMES[found["every"]] * _number(each) * int(all_of_them)
    if found["every"] in {"周", "星期"}:
        often = told > 2 * due or _MORE.search(found.string, 0, found.start())  # in several places
        return due if told > due + _number(each) and not often else 0
    if told < due:
        return due if not found["later"] or (each and told >= due * (1 - _EXTRA)) else 0
    near = told - due <= max(2, _EXTRA * due) or slip(found["times"], str(due))
    plural = _PLURAL.search(found.string, max(0, found.start() - _BEFORE), found.start("between"))
    return due if found["many"] or (near and (found["later"] or (each and not plural))) else 0


def _days(found: re.Match[str]) -> int:
    """Return how many days there are from one to another, both counted."""
    month, until = int(found["month"]), int(found["until"] or found["month"])
    if not 1 <= month <= until <= len(_DAYS_OF):
        return 0
    return int(found["last"]) - int(found["first"]) + sum(_DAYS_OF[month - 1 : until - 1]) + 1


def _fits(told: int, days: int, unit: str) -> bool:
    """Tell whether so many days may be meant: the first is not always counted, and some are no working days."""
    if unit == "个工作日":
        return told <= days
    return told == days or (told == days - 1 and days > _FEW) or (days > _MANY and abs(told - days) <= _ROUGHLY)


_RANGES = (
    re.compile("(?<![0-9])(?P<month>[0-9]{1,2})月(?P<first>[0-9]{1,2})日[至到—－-](?P=month)月(?P<last>[0-9]{1,2})日"),
    re.compile("(?<![0-9])[0-9]{1,2}月(?P<first>[0-9]{1,2})日?[至到—－-](?P<last>[0-9]{1,2})日"),
    re.compile("(?<![0-9])(?P<first>20[0-9]{2})年?[至到—－-](?P<last>20[0-9]{2})年(?!比|较)"),
    re.compile("(?<![0-9年])(?P<first>[2-9])月(?:份)?[至到—－-](?P<last>[1-8])月(?!底前)"),
)


def turned(text: str, /) -> Iterator[Match]:
    """Yield ranges of days, months and years that end before they begin."""
    for pattern in _RANGES if re.search("[至到—－-]", text) else ():
        for found in pattern.finditer(text):
            if int(found["first"]) > int(found["last"]):
                yield Match(*found.span())
