"""A report's own names against each other: unit, Party body and person in title, byline, text and signature."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.checks.identity import Said, persons, said, unit_of
from assistant.checks.parts import every, lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.signers import other_signers
from assistant.checks.unit_kinds import kind_of
from assistant.text.keeping import keeping

_INNER = re.compile("^[一-鿿]{2,12}?(?:大学|学院|集团)(?=[一-鿿]{4,}(?:学院|公司|医院|中心|分局|支队)$)")
"""The larger unit that the name of one of its parts begins with."""
_HAN = re.compile("[一-鿿]+")
_CALLED = ("同志", "书记", "本人", "自己")
"""What stands behind the name where others speak of somebody, or a report of its own author."""
_THE_COMRADE = keeping(
    "(?:^|[，。；])(?P<who>该同志)(?=带头|主持|坚持|认真|亲自|多次|作为|以身作则|始终|率先|每[月周季年]|全年|主动|牵头|时刻|先后|严格)"
)
_SOMEBODY = re.compile(
    "同志|(?<![0-9])[1一]名|[有某]名|一位|老[一-鿿]|先进|典型|标兵|模范|师傅|书记|医生|老师|教师|护士|主任|队长|班长|[他她]|工程师|小[一-鿿]|叫|“"
)
"""Somebody whom 该同志 or 他 may stand for, told before it in the paragraph."""
_FIRST_PERSON = 2
"""Times a report must say 我 to be written in the first person."""
_AHEAD = keeping(
    "(?:把|将|推动|推进|建设|加快|实现|助力|促进|谱写|为)(?P<name>[一-鿿]{2,4}(?:镇|乡|街道|村|社区|局|院|校|公司|集团))"
    "(?=建设|打造|建成|高质量|经济|发展|更|贡献|作出|全面|各项)"
)
"""What a report wants to make of its own place."""
_DESCRIBED = re.compile(
    "平安|和美|和谐|美丽|清廉|智慧|数字|文明|示范|幸福|未来|完整|宜居|韧性|绿色|书香|特色|先进|品牌|一流|标杆|样板|强|新"
)
"""What a place or unit is to become, no name: 推进和美乡村建设."""
_BODIES = keeping("(?:我|本|局|镇|乡|院|校|委|厅|公司|集团|街道|我作为|担任)(?P<body>党委|党组|党工委)(?!成员会)")
_MOST = 4
"""Times the text must speak of one Party body before another one in title or signature is taken for a slip."""
_UNABRIDGED = ("学院", "大学", "中学", "小学", "林场", "农场")
"""Ends of names from inside of which nobody leaves out a word."""
_FUNCTION = frozenset("把将对与和在由向到从为让给以及同并")
"""What stands before a name, never in it."""
_SAME = 3
"""Characters at the end of two names of one unit: 柳溪镇枫林村, 枫林村."""
_WORD = 2
"""Characters of such a word at most."""
_CONFUSED_BODIES = ({"党总支", "党支部"}, {"党委", "党组"}, {"党委", "党总支"}, {"党委", "党工委"})
_LIES_IN = re.compile("[一-鿿]{2,3}?(?P<kind>县|市|旗|区|镇|乡|街道)(?![一-鿿]?(?:街道|区))")
_GOVERNED = re.compile("(?:党委|党工委|委(?!员)|纪委|政府|人民政府|人民|组织部|经济社会|高质量|各级|广大)")
"""What is said of the place that the unit lies in, and of no other one."""
_LEVELS = frozenset("省市县区州盟旗")
_SMALL = {"村", "社区"}
"""Places that speak of all the town they lie in, as the town does of all of them."""
_BELOW_AN_OFFICE = ("街道", *_SMALL)
_OF_A_COUNTY = re.compile("[县市区省]")
_OWN_PEOPLE = ("党员", "干部", "职工", "员工", "上下", "基层党建")
"""Behind 全镇 and the like, what says that a unit speaks of its own."""
_LEADS = ("带领", "率领")
_WHOLE = keeping("(?<![健安完齐保顾周])全(?P<kind>镇|乡|街道|校|院|村|社区|公司|集团)(?![级属务内外域])")


def slipped(survey: Survey, /) -> Iterator[Located]:
    """Yield names one character off the unit's own, and the other place that a report wants to make something of."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        own = _INNER.sub("", unit.short_name or unit.name)
        kind = kind_of(own)
        if kind is None or not own.endswith(kind.end) or len(own) <= len(kind.end) + 1:
            continue
        lines = list(lines_of(survey, report))
        whole = "\n".join(text for _, text in lines)
        for index, text in lines:
            for start, end in _off_by_one(text, own, len(kind.end)):
                name = text[start:end]
                if whole.count(name) <= whole.count(own):
                    yield Located(index, Match(start, end, (own,)), own, report=number)
                if whole.count(own) == 1:  # then it is the name at the beginning or the end that is wrong
                    at, line = next((at, line) for at, line in lines if own in line)
                    begin = line.index(own)
                    yield Located(at, Match(begin, begin + len(own), (name,)), name, report=number)
            for start, end in _places_off(text, unit.name):
                yield Located(index, Match(start, end), unit.name, report=number)
            for found in _AHEAD.finditer(text) if kind.is_place else ():
                name = found["name"]
                if (
                    name.endswith(kind.end)
                    and not own.endswith(name[-2 - len(kind.end) :])
                    and name[0] not in "全我各本"
                    and not _DESCRIBED.match(name)
                ):
                    yield Located(index, Match(*found.span("name"), (own,)), own, report=number)


def _off_by_one(text: str, own: str, kind: int) -> Iterator[tuple[int, int]]:
    """Yield the places of names with one other character before the end that says what the unit is."""
    tail, size = own[-kind:], len(own)
    at = text.find(tail)
    while at >= 0:
        start, end = at + kind - size, at + kind
        name = text[max(0, start) : end]
        alike = (
            len(name) == size
            and _HAN.fullmatch(name) is not None
            and len(unlike := [pair for pair in zip(name, own, strict=True) if pair[0] != pair[1]]) == 1
            and not (unlike[0][0] in _FUNCTION and name[0] != own[0])
            and not (unlike[0][1] in _LEVELS and name[0] != own[0])  # 省水利局 is above 县水利局, 由水利局 is a clause
        )
        # Of two characters the first must be right: 清河镇 is another town than 柳河镇.
        if alike and (size > kind + 2 or name[0] == own[0]):
            yield start, end
        at = text.find(tail, at + 1)


def _places_off(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield the places of names one off that of the county or town which the unit's name begins with: 柳西镇党委."""
    place = _LIES_IN.match(name)
    if place is not None and place.end() < len(name):
        own = place.group()
        for start, end in _off_by_one(text, own, len(place["kind"])):
            if text[start] == own[0] and _GOVERNED.match(text, end):
                yield start, end


def signed_otherwise(survey: Survey, /) -> Iterator[Located]:
    """Yield units and persons in the signature that are not those of title or byline, and bodies nobody else writes."""
    for number, report in enumerate(survey.reports):
        names = said(survey, report)
        people = persons(survey, report)
        yield from other_signers(survey, report, people, number)
        yield from _other_units(names, number)
        yield from _other_bodies(names, number)
        counts = Counter(found["body"] for _, text in lines_of(survey, report) for found in _BODIES.finditer(text))
        usual, times = counts.most_common(1)[0] if counts else ("", 0)
        for one in names:
            if one.body in {"党委", "党组", "党工委"} - {usual} and times >= _MOST and counts[one.body] <= 1:
                place = Match(one.end - len(one.body), one.end, (usual,))
                yield Located(one.index, place, usual, report=number)


def _other_units(names: tuple[Said, ...], number: int) -> Iterator[Located]:
    units = [one for one in names if one.kind]
    for one in units[1:]:
        first = units[0]
        if one.index != first.index and (not _alike(one.short, first.short) or _cut(one.short, first.short)):
            match = Match(one.start, one.start + len(one.unit), (first.unit,))
            yield Located(one.index, match, first.unit, report=number)


def _other_bodies(names: tuple[Said, ...], number: int) -> Iterator[Located]:
    """Yield the Party body of the same unit that was another one in the first line: 党总支, signed by its 党支部."""
    first = names[0] if names else None
    for one in names[1:]:
        same = first is not None and one.index != first.index and one.short.endswith(first.short[-_SAME:])
        if same and first is not None and {one.body, first.body} in _CONFUSED_BODIES:
            yield Located(one.index, Match(one.end - len(one.body), one.end, (first.body,)), first.body, report=number)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names may be of one unit: one of them a short form of the other."""
    short, long = sorted((one.lstrip("省市县区旗"), other.lstrip("省市县区旗")), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def _cut(one: str, other: str) -> bool:
    """Tell whether a name lacks a word inside that the other has, of units that nobody abbreviates so."""
    short, long = sorted((one, other), key=len)
    return (
        short.endswith(_UNABRIDGED)
        and 0 < len(long) - len(short) <= _WORD
        and short[:2] == long[:2]
        and long.endswith(short[-2:])
    )


def whole_units(survey: Survey, /) -> Iterator[Located]:
    """Yield 全校, 全镇 … in the report of a unit that is none."""
    for number, report in enumerate(survey.reports):
        unit = unit_of(survey, report)
        kind = kind_of(unit.name)
        if kind is None or kind.end in _SMALL:
            continue
        unclear = kind.wholes is None and not _OF_A_COUNTY.search(unit.name)
        for index, text in lines_of(survey, report):
            for found in _WHOLE.finditer(text):
                said_kind = found["kind"]
                below = kind.is_place and said_kind in _SMALL
                known = kind.wholes or _BELOW_AN_OFFICE
                if unclear and not text.endswith(_LEADS, 0, found.start()):
                    continue  # of a town, perhaps, but nobody leads people of another unit
                if said_kind in unit.name or (kind.wholes is None and not text.startswith(_OWN_PEOPLE, found.end())):
                    continue  # 乡卫生院 speaks of its 乡, a county's museum of schools
                if said_kind not in known and not below:
                    yield Located(index, Match(*found.span()), unit.name, report=number)


def third_person(survey: Survey, /) -> Iterator[Located]:
    """Yield places where a report that says 我 speaks of its own author by name."""
    for number, report in enumerate(survey.reports):
        person = unit_of(survey, report).person
        lines = list(lines_of(survey, report))
        if len(person) < 2 or sum(text.count("我") for _, text in lines) < _FIRST_PERSON:
            continue
        heads = {part.first for part in every(report.sections) if part.role in {"title", "byline", "signature"}}
        for index, text in lines:
            for found in _THE_COMRADE.finditer(text) if index not in heads else ():
                if not _SOMEBODY.search(text, 0, found.start("who")):
                    yield Located(index, Match(*found.span("who"), ("我",)), "我", report=number)
            at = text.find(person)
            if at >= 0 and index not in heads and text.startswith(_CALLED, at + len(person)):
                yield Located(index, Match(at, at + len(person) + 2, ("我",)), "我", report=number)
