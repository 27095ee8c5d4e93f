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
    r"(?:点评|指出|反馈|提出|认领)(?:的|了|我[一-鿿]{1,3})?(?:存在)?[“‘]?(?P<items>(?:[^。；，：、！？“”0-9]{3,24}、){1,5}[^。；，：、！？“”0-9]{3,24}?)[”’]?(?P<open>等)?(?:这)?(?P<number>[两二三四五六七八九]|[2-9])(?:个|项|条)?(?:方面)?的?(?:突出|主要|具体)?问题"
)
_MADE_OF = re.compile(
    "由(?P<items>(?:[^。；，、：0-9]{2,9}、){1,8}[^。；，、：0-9]{2,9}?)(?:等)?(?P<number>[两二三四五六七八九]|[2-9])(?:人|名[一-鿿]{0,5}|个[一-鿿]{1,5})组成"
)
_SIDE_BY_SIDE = re.compile(
    "(?P<items>(?:“[^“”。]{3,30}”[、和]?){2,6})(?P<number>[两二三四五六七八九]|[2-9])(?:个|项|条)?(?:方面)?的?(?:突出|主要|具体)?问题"
)
_LETTERS = re.compile("“(?P<items>(?:[一-鿿]、){1,6}[一-鿿])”(?P<number>[两二三四五六七八九])字")
_NAMED = re.compile(
    "(?P<lead>[。；，：]|^|[在对到与向为的])(?P<items>(?:[一-鿿]{2,7}、){1,8}[一-鿿]{2,7}?)(?P<number>[0-9]{1,2}|[两三四五六七八九])(?:个|名|家|所)(?P<what>行政村|村|社区|小区|乡镇|镇|支部|党支部|部门|科室|企业|学校|站所|村（社区）)"
)
_SPELT = re.compile(
    "(?P<number>(?<![0-9])[0-9]{1,2}|[两二三四五六七八九])(?:个|项|名|条|家|处|所|大)(?P<what>[^。；，：、（）0-9]{0,8})(?:[：（]|，分别(?:是|为))(?P<items>[^。；，：、（）0-9“”]{2,10}(?:、[^。；，：、（）0-9]{2,10}){1,9})(?=[。；）]|$)"
)
_UNITED = re.compile(
    "(?:(?P<items>[^。；，：“”]{1,8}(?:[、+＋][^。；，：“”]{1,8}){1,7})[”’]?[“‘]?|“(?P<quoted>[^“”]{1,8}(?:[、+＋][^“”]{1,8}){1,7})”的?)(?P<number>[两二三四五六七八九])(?:位一体|级联动|级网格|方联动|方协同|方共建|治融合|治结合|线合一|网合一|化融合|联工作法|化同步)"
)
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


def spelt(text: str, /) -> Iterator[Match]:
    """Yield numbers before or behind a list of names that has another number of them, and names it has twice."""
    for pattern in (_NAMED, _SPELT, _UNITED):
        for found in pattern.finditer(text) if "、" in text or "+" in text or "＋" in text else ():
            groups = found.groupdict()
            items = re.split("[、+＋和与]" if pattern is _UNITED else "、", found["items"] or groups["quoted"])
            said = _number(found["number"])
            if pattern is _NAMED and _JOINED.search(items[-1][-1]):
                continue  # 供电所、小学和2家企业: those counted are others
            if pattern is _NAMED and _twice(items):
                yield Match(*found.span("items"))
                continue
            if said == len(items) or "等" in found.group() or re.search("以上|多个|其他", found.group()):
                continue
            if pattern is _UNITED and said == len(re.split("[、+＋]", found["items"] or groups["quoted"])):
                continue
            off, joined = abs(said - len(items)), re.search("[^、][和与及][^、]", found["items"] or "")
            if pattern is not _UNITED and (len(items) < 2 or off > 1 or joined):
                continue
            if pattern is _SPELT and len({item[-1] for item in items}) > 1 and len({len(item) for item in items}) > 2:
                continue
            right = str(len(items)) if found["number"].isdigit() else "一两三四五六七八九十"[min(len(items), 10) - 1]
            yield Match(*found.span("number"), (right,))


def _twice(items: list[str]) -> bool:
    return len(set(items)) < len(items) or any(items[0].endswith(item) for item in items[1:])


def _unlike(items: list[str]) -> bool:
    """Tell whether the middle items differ in length, so that the list may be longer or shorter than it looks."""
    return len(items) < 3 or len({len(item) for item in items[1:-1]} | {len(items[-1])}) > 1


_TIMES = {"月": 12, "季度": 4, "半年": 2, "两个月": 6, "周": 52}
_EVERY = re.compile(
    "每(?:个)?(?P<every>月|季度|半年|两个月|周)(?:[^。；，0-9]{0,16}?(?:(?P<each>[0-9一两二三四])[次期场]|(?=，))|[^。；，]{0,16})"
    "[^。；0-9]{0,20}[，、](?:一年来|今年)?(?:全年|年内|一年|已|共)(?:共|累计|总共|已|先后)*(?:[召开展组织举办研究学习集中听取通报督查导讲授专题]{0,8})了?(?P<times>[0-9]+)[次期场](?!以上)"
)
_WHICH = (
    "(?P<which>(?:第?[一二三四](?:季度)?[、和]){1,3}第?[一二三四]季度|四个季度)"
    "各[一-鿿]{0,5}?(?P<each>[0-9一两])[次期场堂节]"
)
_QUARTERS = (
    re.compile(f"(?P<times>[0-9]+)[次期场堂节][^。；0-9]{{0,12}}[，（]{_WHICH}"),
    re.compile(f"{_WHICH}[^。；0-9]{{0,4}}[，、]?(?:共|累计|全年)[^。；，0-9]{{0,6}}(?P<times>[0-9]+)[次期场堂节]"),
)
_MONTHS = re.compile(
    "(?<![0-9])(?P<first>[0-9]{1,2})月(?:份|底|初)?[至到—－-](?P<last>[0-9]{1,2})月(?:份|底|初)?[^。；0-9]{0,8}?(?:用|历时|为期|利用|集中|，)(?P<count>[0-9]{1,2}|[两二三四五六七八九十])个多?月"
)
_BY_MONTH = re.compile(
    "一月一[一-鿿]{1,3}”?[^。；0-9]{0,16}[，、]?(?:全年|共|累计)[^。；，0-9]{0,8}(?P<times>[0-9]+)[次期场](?!次)"
)


def _number(written: str | None) -> int:
    return 1 if not written else 2 if written == "两" else to_int(written) or int(written)


def yearly(text: str, /) -> Iterator[Match]:
    """Yield times a year that what was done every month or quarter doesn't come to, months that are counted wrongly."""
    for found in _EVERY.finditer(text) if "每" in text else ():
        due, told = _TIMES[found["every"]] * _number(found["each"]), int(found["times"])
        if told < due if found["every"] != "周" else told > due + _number(found["each"]):
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
    for found in _MONTHS.finditer(text) if "个月" in text or "个多月" in text else ():
        months = int(found["last"]) - int(found["first"])
        if months > 0 and _number(found["count"]) not in {months, months + 1}:
            yield Match(*found.span("count"), (str(months + 1),))


_MEMBERS = re.compile(
    r"(?P<whole>[0-9]+)(?P<unit>[名人])，其中[^。]{0,40}?[；，](?P<name>[^。；，0-9]{2,12})(?P<part>[0-9]+)(?P=unit)，(?:仅?占)(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)


def parts_over(text: str, /) -> Iterator[Match]:
    """Yield parts told later in a sentence that are more than the whole although their share is below a hundred."""
    for found in _MEMBERS.finditer(text):
        if int(found["part"]) > int(found["whole"]) and float(found["share"]) < 100:
            right = round(int(found["whole"]) * float(found["share"]) / 100)
            yield Match(*found.span("part"), (str(right),))


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
