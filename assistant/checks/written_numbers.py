"""Counts written in words where the report writes its counts in figures: 开会12次，调研八次."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_UNITS = "人次|平方米|公里|万元|[次名人户场篇条项个件天期套份支家亩处座台间批轮起类节堂本辆部笔吨封幅]"
_FIGURES = re.compile(f"[0-9][余多]?(?P<unit>{_UNITS})")
_NO_COUNT = "[第前后头或、一二三四五六七八九十百千万零〇几数两0-9]|[一二三四五六七八九十百千两几][到至]"
_BEFORE = "".join(f"(?<!{one})" for one in _NO_COUNT.split("|"))
_WRITTEN = re.compile(
    f"{_BEFORE}(?P<number>[一二三四五六七八九]?[千百十][一二三四五六七八九千百十零]*|[三四五六七八九])(?P<rough>[余多]?)"
    f"(?P<unit>{_UNITS})(?![的之]?(?:全会|大|规定|纪律|基本|原则|方面|全面|基层))"
)
_ENDED = re.compile(
    f"(?P<noun>[一-鿿]{{2}})”?{_BEFORE}(?<![这那每各哪下上同])(?P<number>[一二三四五六七八九十])(?P<rough>)(?P<unit>{_UNITS})(?=[，。；、])"
)
"""A count behind what it counts (制度五项，): no formulation ends so."""
_NOUN = re.compile(f"(?P<noun>[一-鿿]{{2}})”?[0-9]+[余多]?(?:{_UNITS})")
_EVERY = re.compile("[每各][^，。；]{0,14}$|(?:少于|超过|不足|低于|只|仅|连续|至少|同一|唯一)[^，。；]{0,4}$")
"""How often or how much there must be, which is said in words: 每季度走访三次."""
_PERCENT = re.compile(
    "百分之(?P<number>[一二三四五六七八九]?十?[一二三四五六七八九]|[二三四五六七八九]?十)(?![点一二三四五六七八九十百])"
)
_MONTH = re.compile(
    "(?<![一二三四五六七八九十第“0-9])(?<![一二三四五六七八九十]、)(?P<number>十[一二]?|[一二三四五六七八九])(?P<rough>)(?P<unit>月)(?=[上中下]旬|份|底前?|初|[0-9]{1,2}日|以来|[二三]?十?[一二三四五六七八九十]日)"
)
_MONTHS = re.compile("[0-9](?P<unit>月)(?!份?工资)")
_DOING = (
    "建成|新建|打造|培育|创建|整顿|选派|成立|设立|组建|改造|开办|建立|签订|解决|化解|领办|新增|评选|表彰|发展|培养|办成|完成|召开|举办"
    "|提出|制定|出台|修订|查处|通报|受理|调处|印发|梳理|排查|整改"
)
_MADE = re.compile(f"(?:{_DOING})(?:了|各)?$")
"""Verbs of what was done: behind them even three to nine are a count, no formulation."""
_CLAUSE = re.compile(
    f"(?:^|[，。；、])(?:全年|共|先后|累计|已)?(?:{_DOING}|开展|组织|撰写|慰问|收到|确定)[^，。；、]*$"
)
"""A clause that tells what was done: a count at its end is one of the account."""
_NOUNS = frozenset(
    (
        "会议",
        "党课",
        "学习",
        "研讨",
        "调研",
        "培训",
        "活动",
        "党日",
        "大会",
        "党员",
        "分子",
        "对象",
        "问题",
        "制度",
        "措施",
        "论文",
        "报告",
        "文章",
        "隐患",
        "意见",
        "建议",
        "支部",
        "经费",
        "项目",
        "荣誉",
        "案件",
        "纠纷",
    )
)
"""What an account counts, whatever else this one does."""
_IN_ITEMS = frozenset(("横幅", "标语", "条幅", "短信", "线索", "消息", "建议", "意见"))
"""What is counted in 条 without being rules."""
_OFTEN = 3
"""Times a unit stands behind figures, or shares are written with %, from which on that is the way of the report."""
_PAIR = 2
_TOLD = frozenset(("天", "个", "公里", "条"))
"""Units of what is told rather than counted, where no noun of the account stands before: 守了五十一天, 纪律十条."""
_REACHED = frozenset("到至达")
"""Before a numeral they say that it is a result: 增加到四百余次."""
_ROUND = re.compile("[一二两三四五六七八九]?[十百千]")
"""Round numbers are told so, too: 跑了二十趟, 四百名师生."""
_TITLED = re.compile("[”》，。；、]")
"""What stands behind a name of rules: 《保洁员院感二十条》, 出台返乡十条，…."""
_MONTHLY = 2
"""Months in figures from which on a month in words is out of place."""
_FIGURED = 12
"""Counts in figures from which on a report writes its counts so, whatever the unit."""
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def mixed(survey: Survey, /) -> Iterator[Located]:
    """Yield counts in words where the report writes figures before the same unit, or all over, and shares in words."""
    for number, report in enumerate(survey.reports):
        lines = [(index, _counts_in(text)) for index, text in lines_of(survey, report)]
        figures = Counter(unit for _, counts in lines for unit in counts.units)
        nouns = _NOUNS.union(*(counts.nouns for _, counts in lines))
        shares = sum(counts.shares for _, counts in lines)
        months = sum(counts.dated for _, counts in lines)
        heads = {heading.index: heading.end for heading in report.headings}
        for index, counts in lines:
            for found in counts.written:
                if found.start() < heads.get(index, 0):
                    continue  # 把十九名年轻党员带进细活: a heading may tell it so
                if _is_usual(found["unit"], figures) and _is_count(found, nouns):
                    right = f"{value(found['number'])}{found['rough'].replace('多', '余')}"
                    match = Match(found.start("number"), found.end("rough"), (right,))
                    yield Located(index, match, right + found["unit"], report=number)
            for found in counts.months if months >= _MONTHLY else ():
                right = str(value(found["number"]))
                match = Match(*found.span("number"), (right,))
                yield Located(index, match, right + found["unit"], report=number)
            for found in counts.percents if shares >= _OFTEN else ():
                right = f"{value(found['number'])}%"
                yield Located(index, Match(*found.span(), (right,)), right, report=number)


class _Counts(NamedTuple):
    """What a paragraph counts: the units and nouns beside figures, shares with %, and what it writes in words."""

    units: tuple[str, ...]
    nouns: frozenset[str]
    shares: int
    written: tuple[re.Match[str], ...]
    percents: tuple[re.Match[str], ...]
    months: tuple[re.Match[str], ...]
    dated: int


@lru_cache(maxsize=2048)
def _counts_in(text: str) -> _Counts:
    return _Counts(
        tuple(found["unit"] for found in _FIGURES.finditer(text)),
        frozenset(found["noun"] for found in _NOUN.finditer(text)),
        text.count("%"),
        (*_WRITTEN.finditer(text), *_ENDED.finditer(text)),
        tuple(_PERCENT.finditer(text)),
        tuple(_MONTH.finditer(text)),
        len(_MONTHS.findall(text)),
    )


def _is_usual(unit: str, figures: Counter[str]) -> bool:
    """Tell whether the report writes counts of this unit, or nearly all of them, in figures."""
    return figures[unit] >= _OFTEN or (figures.total() >= _FIGURED and unit != "个")


def _is_count(found: re.Match[str], nouns: frozenset[str]) -> bool:
    """Tell whether a numeral is a figure of the account; below ten, where only what is counted there tells so."""
    text, start = found.string, found.start("number")
    about = found["rough"] == "多" and not _MADE.search(text, 0, start)  # 辗转四百多公里: as well said in words
    if about or found["unit"] == "天" or text.endswith("货比", 0, start):
        return False
    if len(found["number"]) > 1:
        if text[start - _PAIR : start] in nouns | _IN_ITEMS or text[start - 1 : start] in _REACHED:
            items = text[start - _PAIR : start] in _IN_ITEMS
            return items or found["unit"] != "条" or not _TITLED.match(text, found.end())
        return found["unit"] not in _TOLD and not found["rough"] and not _ROUND.fullmatch(found["number"])
    if _EVERY.search(text, 0, start) or (found["number"] == "一" and found["unit"] not in "名篇场期"):
        return False  # 党员一起, 问题一个, 学习一次
    if found.re is _ENDED:
        told = found["noun"] in nouns or (found["unit"] not in "期天" and bool(_CLAUSE.search(text, 0, start)))
        return told or (found["number"] != "一" and _beside(text, found))
    return bool(_MADE.search(text, 0, start)) and _beside(text, found)


def _beside(text: str, found: re.Match[str]) -> bool:
    """Tell whether a figure stands before the same unit in the same sentence."""
    start = text.rfind("。", 0, found.start()) + 1
    end = text.find("。", found.end())
    sentence = text[start : end if end > 0 else len(text)]
    return any(figure["unit"] == found["unit"] for figure in _FIGURES.finditer(sentence))


def value(numeral: str) -> int:
    """Return the value of a numeral below ten thousand."""
    total, digit = 0, 0
    for character in numeral:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit
