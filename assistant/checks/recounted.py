"""Counts told again: wholes that another number was given for, lists that were counted wrongly, times a year."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Located, Match, Survey
from assistant.text.numerals import to_int

_NOUN = "党支部|党总支|党组织|行政村|村（社区）|社区|科室|子公司|党员"
_TOTAL = re.compile(
    rf"(?:现有|共有|现共有|下设|下辖|辖|设有|所属|带领[^。；，0-9]{{0,8}}?)(?:(?P<noun>{_NOUN})(?:总数)?(?P<count>[0-9]+)[名个家]|(?P<first>[0-9]+)[名个家](?:基层)?(?P<other>{_NOUN}))"
    rf"|(?<=[、，])(?P<more>[0-9]+)名(?P<people>党员)(?=[，。])"
)
_AGAIN = re.compile(
    r"(?:(?P<whole>全(?:集团|公司|社区|街道|系统|[镇乡县市局院校村厅])|所有)的?|(?<![一-鿿0-9.]))"
    rf"(?P<count>[0-9]+)[名个家](?:基层)?(?P<noun>{_NOUN})(?P<all>全部|均已|均[能按达完实]|都[能按已达]|全覆盖|中，有?)?"
)
"""所有 there are, by a word before the count or behind it, not some that something else counts: 培训38名党员."""
_ROW = re.compile(rf"(?:[0-9]+[名个家](?:基层)?(?:{_NOUN})[、和，]){{1,4}}[0-9]+[名个家](?:{_NOUN})")
_IN_ROW = re.compile(rf"(?P<count>[0-9]+)[名个家](?:基层)?(?P<noun>{_NOUN})")
_OPENING = 5
"""Paragraphs at the beginning in which a row of counts tells how large the unit is."""
_SLIP = 3
"""How far a count of few things may be off for the two to mean one whole."""


def wholes(survey: Survey, /) -> Iterator[Located]:
    """Yield counts said of all there are (36个党支部全部) that are nearly the number the report begins with."""
    for number, report in enumerate(survey.reports):
        lines = [(i, survey.document.blocks[i].text) for i in range(report.first, report.last + 1)]
        totals = _totals([text for _, text in lines])
        for index, text in lines:
            for found in _AGAIN.finditer(text):
                known = totals.get(found["noun"], set())
                if len(known) != 1 or not (found["whole"] or found["all"]):
                    continue
                (right,) = known
                if found["count"] != right and _slipped(found["count"], right):
                    yield Located(index, Match(*found.span("count"), (right,)), right, report=number)


def _totals(texts: list[str]) -> dict[str, set[str]]:
    """Return all numbers that a report gives for how many there are of a noun."""
    totals: dict[str, set[str]] = {}
    for number, text in enumerate(texts):
        for found in _TOTAL.finditer(text):
            noun = found["noun"] or found["other"] or found["people"]
            totals.setdefault(noun, set()).add(found["count"] or found["first"] or found["more"])
        for row in _ROW.finditer(text) if number < _OPENING else ():
            for found in _IN_ROW.finditer(row.group()):
                totals.setdefault(found["noun"], set()).add(found["count"])
    return totals


def _slipped(count: str, right: str) -> bool:
    """Tell whether one number was meant to be the other: as long, and near it or with its digits."""
    if len(count) != len(right) or len(right) < 2:
        return False
    unlike = sum(one != other for one, other in zip(count, right, strict=True))
    return sorted(count) == sorted(right) or (unlike == 1 and (len(right) > 2 or abs(int(count) - int(right)) <= _SLIP))


_ITEM = "[^。；，：、！？“”（）\n0-9]{1,10}"
_LISTED = re.compile(
    rf"(?P<items>(?:{_ITEM}、){{1,7}}{_ITEM}?)(?:等)?(?P<number>[两三四五六七八九]|[2-9])(?P<what>个方面|大方面|方面(?=[^一-鿿]|内容|工作|问题|开展|入手|发力|着手)|项(?:重点)?工作|项制度|项任务|个环节|类问题|大类|项机制|项行动|个维度|个层面)"
)
_LETTERS = re.compile("“(?P<items>(?:[一-鿿]、){1,6}[一-鿿])”(?P<number>[两二三四五六七八九])字")
_JOINED = re.compile("[和与及]|以及")


def lists(text: str, /) -> Iterator[Match]:
    """Yield numbers behind a list that another number of items stands in: 学习、管理、服务、监督三项工作."""
    for pattern in (_LISTED, _LETTERS):
        for found in pattern.finditer(text):
            items = found["items"].split("、")
            said = 2 if found["number"] == "两" else to_int(found["number"]) or int(found["number"])
            if pattern is _LISTED and (_JOINED.search(items[-1]) or _unlike(items)):
                continue  # A、B和C: whether 和 joins items or words of one item, nobody can tell
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


_DIVIDED = re.compile(
    r"(?P<whole>[0-9]+)(?P<unit>名|人|个|家|支|所|处)[^。；，、0-9]{0,4}[，（：](?:其中)[:：，]?"
    r"(?P<parts>(?:[^0-9。；，、（）]{1,14}[0-9]+(?P=unit)[、和]){1,7}[^0-9。；，、（）]{1,14}[0-9]+(?P=unit))(?=[，。；）])"
)
_PART = re.compile(r"(?P<name>[^0-9、和]+)(?P<count>[0-9]+)")
_CLASSES = re.compile("岁|学历|以[上下]|女|少数民族|预备|新|优秀|先进|示范|标准|星级|市级|省级|国家级|[党镇村]干部")
"""Marks of parts that overlap or are only some of the whole."""


def nearly_whole(text: str, /) -> Iterator[Match]:
    """Yield parts after 其中 that are one short of their whole: 8名，其中医师5名、护士2名."""
    for found in _DIVIDED.finditer(text):
        parts = [int(part["count"]) for part in _PART.finditer(found["parts"])]
        whole = int(found["whole"])
        short = whole > _SLIP and sum(parts) == whole - 1
        over = len(parts) > _SLIP and whole < sum(parts) <= whole + 2
        if (short or over) and not _CLASSES.search(found["parts"]):
            yield Match(*found.span("parts"))


_MEMBERS = re.compile(
    r"(?P<whole>[0-9]+)(?P<unit>[名人])，其中[^。]{0,40}?[；，](?P<name>[^。；，0-9]{2,12})(?P<part>[0-9]+)(?P=unit)，(?:仅?占)(?P<share>[0-9]+(?:\.[0-9]+)?)[%％]"
)


def parts_over(text: str, /) -> Iterator[Match]:
    """Yield parts told later in a sentence that are more than the whole although their share is below a hundred."""
    for found in _MEMBERS.finditer(text):
        if int(found["part"]) > int(found["whole"]) and float(found["share"]) < 100:
            right = round(int(found["whole"]) * float(found["share"]) / 100)
            yield Match(*found.span("part"), (str(right),))
