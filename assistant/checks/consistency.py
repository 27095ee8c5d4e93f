"""One thing written one way throughout: rough counts, organs, short forms before their full form, sentences twice."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.text.numerals import to_int

_ROUGH = re.compile("[0-9]+[万千]?(?P<word>[余多])(?P<unit>[个次名人户件场篇项条元份家亩处万])")
_USUAL = 2
"""Times one way must be used before the other one is out of place."""
_WRITTEN = re.compile(
    "(?<![第前后头到至或、一二三四五六七八九十百千万零〇几数0-9])(?P<number>[一二三四五六七八九]?[百十][一二三四五六七八九百十]*|[三四五六七八九])"
    "(?P<unit>人次|平方米|公里|万元|[次名人户场篇条项个件天期套份支家亩处座台间批轮起类])(?![的之]?(?:全会|大|规定|纪律|基本|原则|方面|全面|基层))"
)
_FIGURES = re.compile(
    "[0-9](?:[余多]?)(?P<unit>人次|平方米|公里|万元|[次名人户场篇条项个件天期套份支家亩处座台间批轮起类])"
)
_ENDED = re.compile(
    "[一-鿿](?<![第前后头到至或、一二三四五六七八九十百千万零〇几数这那每各哪下上同])"
    "(?P<number>[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)"
    "(?P<unit>人次|[次名人户场篇条项件天期套份家亩处座台间批轮起类岁])(?=[，。；、])"
)
"""A count behind what it counts (制度五项，): no formulation ends so."""
_PERCENT = re.compile(
    "百分之(?P<number>[二三四五六七八九]?十?[一二三四五六七八九]|[二三四五六七八九]?十)(?![点一二三四五六七八九十百])"
)
_MADE = re.compile(
    "(?:建成|新建|打造|培育|创建|整顿|选派|成立|设立|组建|改造|开办|建立|签订|解决|化解|领办|新增|评选|表彰|发展|培养|办成|完成|召开|举办)(?:了|各)?$"
)
"""Verbs of what was done: behind them even three to nine 个 are a count, no formulation."""
_OFTEN = 3
_FEW = frozenset("次名人户场篇期处轮")
"""Units before which even three to nine are written in figures where the report does so elsewhere."""
_FIGURED = 12
"""Counts in figures from which on a report writes its counts so, whatever the unit."""

_ORGANS = (
    ("卫健局", "卫健委"),
    ("卫生健康局", "卫生健康委"),
    ("住建局", "住房和城乡建设局"),
    ("人社局", "人力资源和社会保障局"),
    ("文旅局", "文化和旅游局"),
    ("发改局", "发展和改革局"),
    ("发改委", "发展和改革委员会"),
    ("市监局", "市场监管局", "市场监督管理局"),
    ("应急局", "应急管理局"),
    ("农业局", "农业农村局"),
    ("工信局", "工业和信息化局"),
    ("退役军人局", "退役军人事务局"),
    ("医保局", "医疗保障局"),
    ("行政审批局", "行政审批服务局"),
    ("城管局", "城市管理局", "综合行政执法局"),
    ("环保局", "生态环境局"),
    ("直机关工委", "委直属机关工委", "直属机关工委", "直属机关工作委员会"),
    ("扶贫办", "扶贫局", "乡村振兴局"),
    ("组织部门", "组织人事部门"),
    ("编办", "编委办"),
)
"""Names of one organ that a report does not use side by side."""

_DEFINED = re.compile("（以下(?:统称|简称|称)[：:]?[“‘《]?(?P<short>[^”’》）]{2,12})[”’》]?）")
_SENTENCE = re.compile("[^。；！？\n]+")
_SAME = 18
"""Han characters of a sentence that nobody writes twice by chance."""
_HAN = re.compile("[一-鿿]")


def rough_counts(survey: Survey, /) -> Iterator[Located]:
    """Yield the rarer of 余 and 多 where a report uses both behind figures."""
    for number, report in enumerate(survey.reports):
        places = [(index, found) for index, text in lines_of(survey, report) for found in _ROUGH.finditer(text)]
        counts = Counter(found["word"] for _, found in places)
        if len(counts) < 2:
            continue
        usual, times = counts.most_common(1)[0]
        for index, found in places:
            if found["word"] != usual and times >= _USUAL and times > counts[found["word"]]:
                at = found.start("word")
                yield Located(index, Match(at, at + 1, (usual,)), usual, report=number)


def written_numbers(survey: Survey, /) -> Iterator[Located]:
    """Yield counts from ten on written in words where the report writes figures before the same unit."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        figures = Counter(found["unit"] for _, text in lines for found in _FIGURES.finditer(text))
        shares = sum(text.count("%") for _, text in lines)
        for index, text in lines:
            for found in _ENDED.finditer(text) if figures.total() >= _FIGURED else ():
                value = 2 if found["number"] == "两" else _value(found["number"])
                yield Located(
                    index, Match(*found.span("number"), (str(value),)), f"{value}{found['unit']}", report=number
                )
            for found in _PERCENT.finditer(text) if shares >= _OFTEN else ():
                value = _value(found["number"])
                yield Located(index, Match(*found.span(), (f"{value}%",)), f"{value}%", report=number)
            for found in _WRITTEN.finditer(text):
                value, unit = _value(found["number"]), found["unit"]
                few = len(found["number"]) == 1
                usual = figures[unit] >= _OFTEN or (figures.total() >= _FIGURED and unit != "个")
                counted = not few or unit in _FEW or (unit == "个" and _MADE.search(text, 0, found.start()))
                if value is not None and usual and counted:
                    start, end = found.span("number")
                    yield Located(index, Match(start, end, (str(value),)), f"{value}{unit}", report=number)


def _value(numeral: str) -> int | None:
    """Return the value of a numeral below a thousand, None where it is none: 十五 in 十五五."""
    hundreds, hundred, rest = numeral.rpartition("百")
    if not hundred:
        return to_int(rest)
    high = to_int(hundreds) if hundreds else None
    low = to_int(rest) if rest else 0
    return None if high is None or low is None else 100 * high + low


def organ_names(survey: Survey, /) -> Iterator[Located]:
    """Yield the first place of each further name of an organ that the report calls otherwise before."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        defined = {found["short"] for _, text in lines for found in _DEFINED.finditer(text)}
        for names in _ORGANS:
            first: dict[str, tuple[int, int]] = {}
            pattern = re.compile("|".join(sorted(names, key=len, reverse=True)))
            for index, text in lines:
                for found in pattern.finditer(text):
                    if found.group() not in defined:
                        first.setdefault(found.group(), (index, found.start()))
            if len(first) > 1:
                usual, *others = sorted(first, key=lambda name: first[name])
                for name in others:
                    index, at = first[name]
                    yield Located(index, Match(at, at + len(name)), usual, report=number)


_BODY = re.compile("(?P<organ>[一-鿿]{2}(?:[委局院校]|集团|公司))(?P<body>党委|党组|党工委)(?![（会班])")
_NO_ORGAN = re.compile("^(?:[我本各级由在]|[县市区乡镇机关]{2})")


def organ_bodies(survey: Survey, /) -> Iterator[Located]:
    """Yield the rarer, of equals each, of two Party bodies that a report gives one organ: 国资委党委, 国资委党组."""
    for number, report in enumerate(survey.reports):
        places: dict[str, list[tuple[int, re.Match[str]]]] = {}
        for index, text in lines_of(survey, report):
            for found in _BODY.finditer(text):
                if not _NO_ORGAN.match(found["organ"]):
                    places.setdefault(found["organ"], []).append((index, found))
        for same in places.values():
            counts = Counter(found["body"] for _, found in same)
            (usual, _), *others = counts.most_common(2)
            for index, found in same if others else ():
                if found["body"] != usual or counts[usual] == others[0][1]:
                    right = usual if found["body"] != usual else others[0][0]
                    yield Located(index, Match(*found.span("body"), (right,)), found["organ"] + right, report=number)


_GROUP = re.compile("第(?P<number>[一二三四五六七八九十]{1,3})(?P<kind>巡[察视]组|纪检监察组|派驻纪检监察组)")


def numbered_groups(survey: Survey, /) -> Iterator[Located]:
    """Yield two numbers of the group that inspects the unit: 第三巡察组 in one place, 第二巡察组 in another."""
    for number, report in enumerate(survey.reports):
        places: dict[str, list[tuple[int, re.Match[str]]]] = {}
        for index, text in lines_of(survey, report):
            for found in _GROUP.finditer(text):
                places.setdefault(found["kind"], []).append((index, found))
        for same in places.values():
            names = list(dict.fromkeys(found.group() for _, found in same))
            for index, found in same if len(names) == 2 else ():
                other = names[1 - names.index(found.group())]
                if sum(found.group() == one.group() for _, one in same) <= len(same) / 2:
                    yield Located(index, Match(*found.span()), other, report=number)


def short_forms(survey: Survey, /) -> Iterator[Located]:
    """Yield short forms that are used before the place where they are explained."""
    for number, report in enumerate(survey.reports):
        lines = list(lines_of(survey, report))
        for index, text in lines:
            for found in _DEFINED.finditer(text):
                short = found["short"]
                for earlier, other in lines:
                    at = other.find(short, 0, found.start() if earlier == index else None)
                    if at >= 0 and (earlier, at) < (index, found.start()) and not _inside_full(text, found, other, at):
                        yield Located(earlier, Match(at, at + len(short)), short, report=number)
                        break


def _inside_full(text: str, found: re.Match[str], other: str, at: int) -> bool:
    """Tell whether the short form stands there only as a part of the full form that is being explained."""
    return other is text and found.start() - len(found["short"]) - 12 <= at


def sentences_twice(survey: Survey, /) -> Iterator[Located]:
    """Yield sentences that a report has word for word before."""
    for number, report in enumerate(survey.reports):
        seen: set[str] = set()
        for index, text in lines_of(survey, report):
            for found in _SENTENCE.finditer(text):
                sentence = found.group().strip()
                if len(_HAN.findall(sentence)) < _SAME:
                    continue
                if sentence in seen:
                    yield Located(index, Match(*found.span()), report=number)
                seen.add(sentence)
