"""One village, brand or person written in two ways: 上坪村 and 上平村, 刘晓燕 and 刘小燕, “润泽万家” and “润万家”."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple

from assistant.checks.identity import persons, unit_of
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.short_names import listed, offices, other_offices, people
from assistant.checks.similar import Likeness, Similar

_KINDS = (
    "社区|街道|水库|水厂|商圈|小区|园区|日报|工作室|大厦|广场|合作社|灌区|医院|小学|中学|公司|集团|驿站|讲堂|学堂|品牌|服务队|突击队"
    "|宣讲团|宣讲队|党支部|大道|隧道|电站|景区|农场|林场|村|镇|乡|县|市"
)
_TYPED = re.compile(
    f"(?<=[一-鿿]{{2}})(?<![农城全本各进驻帮入到在的个名股门超都会基层])(?<![年生员部师队医月周]下(?=村))(?:{_KINDS})(?!级|民(?!小组)|长(?!期))"
)
_PLACES_BY_KIND = tuple(
    re.compile(
        f"(?<=[一-鿿，。、；：“（\n])(?P<stem>[一-鿿](?![全我各本该下返城村建这市县乡园社景辖小到在与和])[一-鿿])(?P<kind>{kinds})(?![域位间块韵音情愁贤土])"
    )
    for kinds in ("镇|乡|街道", "县|市|区")
)
"""Places of one level: of each name one kind only."""
_WATERS = re.compile("(?<=[一-鿿])(?<![系到对在与和沿过跨往去经从为是有条名治护巡爱管一以亲现立母该两])[河江湖]")
_KIND = re.compile(_KINDS)
_STEMS = (2, 3, 4)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
    "詹邬宓卞霍鲍甄翟祝甘岳骆狄柯苗耿缪裴阮褚窦冉庾郁喻牟闵晏滕柏桂储费巩童柴娄闻鄢芦苟敖辛蓝芮匡桑靳"
)
_WORDS = (
    "安全|程序|方[便面向法式案针]|高[质度级校中效]|金[融额]|任[务何]|万[名元户人]|严[格肃]|文[明化体件]|施[工行策]|齐[抓心]|"
    "余[名人件]|周[边期末]|常[态年规]|温[暖度]|田间|石[油化]|甘[于为]|储[备粮存蓄]|费[用率]|闻[令风]|苗[木圃期]|童[工心]|祝[贺福愿]|桂[花圆]|蓝[天图色]|辛[苦勤]|桑[蚕园]|马上|何时|白[天色]|向[上群社]|易[地于]|林[场业木地区草]|安[检防置保]|龙头|江[河海]|雷锋"
)
"""Everyday words that begin like a surname: 党员|安全监督岗."""
_OUTSIDE = set("有由个各名实市全在把对与和及等为将从到向是施")
"""Characters before a name, or the ends of words before it (落实|中小学, 实施|小区党支部)."""
_PERSON = re.compile(
    f"(?:党员|书记|医生|医师|护士|教师|老师|委员|主任|标兵|模范|院长|校长|队员|队长|骨干|代表|站长|局长|镇长|所长|先进典型|带头人|工程师|教授|博士|叫|“)"
    f"(?!{_WORDS})(?P<one>[{_SURNAMES}][一-鿿]{{2}})(?=[一-鿿，。、“”等]|$)|(?!{_WORDS})(?P<other>[{_SURNAMES}][一-鿿]{{2}})(?=同志|本人|工作室|医生|教授|书记|主任|老师|等[0-9一二三四五]?[名位人]|荣获|获评|被评|(?:先进)?事迹)"
)
_LEVELS = frozenset("市县区镇乡街村社")
"""What stands behind the name of the unit's place where `own_names` tells it."""
_PLACE = re.compile("([一-鿿]{2})[市县区镇乡]")
_QUOTED = re.compile("“(?P<name>[一-鿿·]{3,9})”")
_LOOSE = set("的地得了在再做作以已有又等和及是说")
"""Characters behind a name of two that are none of it."""
_TURNED = re.compile("我要|要我")
"""What is turned round on purpose: “要我学”, “我要学”."""
_SERIES = set("一二三四五六七八九十上下前后东西南北中大小新老左右内外甲乙丙丁高低")


@dataclass(frozen=True)
class NamesTwice:
    """Find names that a report writes in two ways; `load` reads which characters are taken for each other."""

    load: Callable[[], Similar]

    @cached_property
    def _similar(self) -> Similar:
        return self.load()

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the rarer way of writing, of equals each."""
        for number, report in enumerate(survey.reports):
            lines = list(lines_of(survey, report))
            named = [_names_in(text) for _, text in lines]
            whole = "\n".join(text for _, text in lines)
            own = {one.name for one in persons(survey, report)}
            found = (
                *self._typed(named, whole),
                *self._people(named, whole, own),
                *self._short(named, whole),
                *self._own_place(unit_of(survey, report).name, whole),
                *self._quoted_alike(named, whole),
                *_quoted(named, whole),
                *other_offices(tuple(one for line in named for one in line.offices), whole),
            )
            for wrong, right in dict.fromkeys((*found, *_other_kind(named))):
                for index, text in lines:
                    at = text.find(wrong)
                    while at >= 0:
                        yield Located(index, Match(at, at + len(wrong), (right,)), right, report=number)
                        at = text.find(wrong, at + len(wrong))

    def _typed(self, named: list["_Names"], whole: str) -> Iterator[tuple[str, str]]:
        """Yield (wrong, right) names that end in what they are, and differ before that."""
        names: dict[tuple[str, int], dict[str, None]] = {}
        for kind, name in (one for line in named for one in line.typed):
            names.setdefault((kind, len(name)), {})[name] = None
        for written in names.values():
            for one, other in combinations(written, 2):
                if self._one_off(one, other):
                    yield from _ordered(one, other, whole)

    def _people(self, lines: list["_Names"], whole: str, own: set[str]) -> Iterator[tuple[str, str]]:
        """Yield (wrong, right) names of people with one character written otherwise."""
        named = own.union(*(line.people for line in lines))
        for name in sorted(one for one in named if len(one) == 3):
            for at in _places(whole, name[0]):
                other = whole[at : at + 3]
                if len(other) == 3 and self._one_off(name, other, series=False):
                    known = other in named or whole[at + 3 : at + 5] in {"同志", "本人", "带领", "书记", "被评", "工作"}
                    if known or other[2] == name[2] or (other[1] == name[1] and other[2] not in _LOOSE):
                        yield from _ordered(name, other, whole)

    def _quoted_alike(self, lines: list["_Names"], whole: str) -> Iterator[tuple[str, str]]:
        """Yield (wrong, right) names in quotation marks with a character taken for the other: “邻里邦”, “邻里帮”."""
        for one, other in combinations(dict.fromkeys(name for line in lines for name in line.quoted), 2):
            sound = one[0] == other[0] or self._similar.likeness(one[0], other[0]) == Likeness.SOUND
            if sound and self._one_off(one, other):
                yield from ((f"“{wrong}”", f"“{right}”") for wrong, right in _ordered(one, other, whole))

    def _short(self, lines: list["_Names"], whole: str) -> Iterator[tuple[str, str]]:
        """Yield people with two characters, and villages of a list, that stand elsewhere with another character."""
        named = sorted({name for line in lines for name in line.short})
        for one, other in combinations(named, 2):
            if one[0] == other[0] and self._similar.likeness(one[1], other[1]) == Likeness.SOUND:
                yield from _ordered(one, other, whole)
        villages = sorted({name.removesuffix(kind) for line in lines for kind, name in line.typed if kind == "村"})
        for name in dict.fromkeys(name for line in lines for name in line.listed):
            yield from ((name, other) for other in villages if name not in villages and self._one_off(name, other))

    def _own_place(self, unit: str, whole: str) -> Iterator[tuple[str, str]]:
        """Yield the place that a unit is called after with a character of the same sound: 江洲公交 for 江州公交."""
        found = _PLACE.match(unit)
        own = found[1] if found else ""
        for at in _places(whole, own[0]) if own else ():
            name, behind = whole[at : at + 2], whole[at + 2 : at + 4]
            known = len(behind) > 1 and _all_han(name + behind) and own + behind in whole and behind[0] not in _LEVELS
            if known and name != own and self._similar.likeness(name[1], own[1]) == Likeness.SOUND:
                yield name + behind, own + behind

    def _one_off(self, one: str, other: str, *, series: bool = True) -> bool:
        """Tell whether two names differ in one character that is easily taken for the other.

        Names made in `series` differ in a numeral or a direction.
        """
        if len(one) != len(other) or ("到" in one and "到" in other):  # 月到边远村, 匀到边远村
            return False
        unlike = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(unlike) != 1 or (series and set(unlike[0]) <= _SERIES):
            return False
        if series and _SERIES & set(unlike[0]) and self._similar.likeness(*unlike[0]) != Likeness.SOUND:
            return False
        if one[0] != other[0] and (_OUTSIDE & set(unlike[0]) or _KIND.match(one, 1)):
            return False  # 推行|小区党支部, 示范|小区党支部
        return self._similar.likeness(*unlike[0]) > Likeness.NONE


class _Names(NamedTuple):
    """The names of a paragraph: (what they end in, name), people, what is quoted, places as (level, stem, kind).

    Then what `short_names` tells: people with two characters, listed villages, offices.
    """

    typed: tuple[tuple[str, str], ...]
    people: frozenset[str]
    quoted: tuple[str, ...]
    places: tuple[tuple[int, str, str], ...]
    short: frozenset[str]
    listed: tuple[str, ...]
    offices: tuple[tuple[str, str], ...]


@lru_cache(maxsize=2048)
def _names_in(text: str) -> _Names:
    typed = []
    for found in _TYPED.finditer(text):
        for size in _STEMS:
            stem = text[max(0, found.start() - size) : found.start()]
            if len(stem) == size and _all_han(stem):
                typed.append((found.group(), stem + found.group()))
    typed += [(found.group(), text[found.start() - 1 : found.end()]) for found in _WATERS.finditer(text)]
    line = f"\n{text}"
    return _Names(
        tuple(typed),
        frozenset(found["one"] or found["other"] for found in _PERSON.finditer(text)),
        tuple(found["name"] for found in _QUOTED.finditer(text)),
        tuple(
            (level, found["stem"], found["kind"])
            for level, pattern in enumerate(_PLACES_BY_KIND)
            for found in pattern.finditer(line)
        ),
        people(text),
        listed(text),
        offices(text),
    )


def _quoted(lines: list[_Names], whole: str) -> Iterator[tuple[str, str]]:
    """Yield (wrong, right) names in quotation marks with a character lacking or two exchanged."""
    names = dict.fromkeys(name for line in lines for name in line.quoted)
    for one, other in combinations(names, 2):
        short, long = sorted((one, other), key=len)
        lacking = len(long) - len(short) == 1 and len(short) > 2 and short[0] == long[0] and short[-1] == long[-1]
        turned = _TURNED.search(one) is not None
        swapped = len(short) == len(long) > 3 and one != other and sorted(one) == sorted(other) and not turned
        if swapped or (lacking and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))):
            for wrong, right in _ordered(one, other, whole):
                yield (f"“{wrong}”", f"“{right}”") if wrong in right else (wrong, right)


def _other_kind(lines: list[_Names]) -> Iterator[tuple[str, str]]:
    """Yield names of places with another kind of place than that with which they stand elsewhere: 桥头乡 for 桥头镇."""
    kinds: dict[tuple[int, str], Counter[str]] = {}
    for level, stem, kind in (place for line in lines for place in line.places):
        kinds.setdefault((level, stem), Counter())[kind] += 1
    for (_, stem), written in kinds.items():
        (usual, times), *others = written.most_common()
        yield from ((stem + kind, stem + usual) for kind, rare in others if rare == 1 and times > 1)


def _ordered(one: str, other: str, whole: str) -> Iterator[tuple[str, str]]:
    """Yield the way of writing that is taken for wrong with the other one: the rarer, and each where both are alike."""
    times = whole.count(one), whole.count(other)
    if times[0] >= times[1]:
        yield other, one
    if times[1] >= times[0]:
        yield one, other


def _places(whole: str, character: str) -> Iterator[int]:
    at = whole.find(character)
    while at >= 0:
        yield at
        at = whole.find(character, at + 1)


def _all_han(text: str) -> bool:
    return all("一" <= character <= "鿿" for character in text)
