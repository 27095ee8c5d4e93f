"""Slips in ordinary words, graded: which anomalies are sure enough to be told, and how loudly.

Silent where the place is part of a name of a person or a place, or of a wording listed as accepted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.anomalies import Anomalies, Anomaly
from assistant.checks.nearby import EditKind
from assistant.checks.particles import particles
from assistant.checks.similar import Likeness

PROBABLE, POSSIBLE, PARTICLE = "probable", "possible", "particle"
"""Grades: very much likelier when mended, much likelier, and 的, 地 or 得 for each other."""
BY_USAGE = (PROBABLE, POSSIBLE)
"""Grades of words that nothing but usage speaks against."""

_DOUBLED, _TWICE, _PARTICLE, _OTHER, _HOMOPHONE = "doubled", "twice", "particle", "other", "homophone"
_LEAST: dict[EditKind | str, tuple[tuple[float, float], ...]] = {
    EditKind.WRONG: ((10.5, 6.5), (9.0, 4.0), (5.0, 2.5)),
    _HOMOPHONE: ((8.8, 8.0), (5.5, 3.5), (2.5, 1.5)),
    EditKind.SWAPPED: ((6.5, 5.5), (6.0, 2.5), (4.0, 1.5)),
    EditKind.MISSING: ((12.0, 10.0), (10.0, 8.0), (8.0, 4.0)),
    _DOUBLED: ((5.5, 5.0), (4.5, 4.0), (4.0, 3.0)),
    _TWICE: ((13.5, 12.0), (13.5, 12.0), (13.5, 12.0)),
    _PARTICLE: ((7.5, 6.5), (6.0, 5.0), (5.0, 4.0)),
    _OTHER: ((12.5, 11.5), (10.5, 9.5), (9.0, 8.0)),
}
"""Gains from which a slip is probable, and possible: where no pair, one, or two of the mended words are attested.

What is one character too many is told apart by what that is.
"""
_LOOSE = frozenset("的地得了着和与及")
"""Characters that stand between any words."""
_SUFFIXES = frozenset("制业部局员型卡委线率界度化性者们类级处组关园站点科厅省市县区镇村院校所队团会长师户家费金权法")
"""Characters that make a word of any word before them (管理制): none is missing there."""
_FREE = frozenset("还也都就又不要对为以从向把被将让使给同与和及或等在是的了经")
"""Characters that stand alone in good Chinese: to take one for another asks for more."""
_FIXED = frozenset("还也较该之已并此其所")
"""Characters that may well stand alone where nothing attests the word that sounds like them."""
_VERBS = frozenset("抓织做管建用选育配压拧扎守盯学讲查办补扛站走")
_RESULTS = frozenset("好实紧牢细严准稳强优足透深活住广多高新明清快")
"""Characters that make a word of any of those verbs, or of 不 (抓实, 面不广): a style of reports, not a slip."""
_ATTESTED = 2
_SAME_SOUND = 4.8
"""Gain from which a character is possibly written for one of the same sound although no pair attests the word."""
_HAN = re.compile("[一-鿿]")
_PARTICLES = "的了是在和有为这我们"
_RIGHTLY_TWICE = frozenset(
    "人天年月日会次件条个家户处层事样种项步代点滴字句声阵笔份村镇县班块件桩期批组队科所社区校店组级周季岁"
    "开评说看想听谈试讲读写走坐问查算帮聊抓改比赛练学理管晒亮议数把跑散跳摸探敲翻拉劝"
    "常往渐仅纷频屡默悄偷匆刚恰单稍略大小好多少高低清明深浅平慢快早迟远近轻厚满圆紧严实热红绿白蒸欣星呦妈爸爷奶哥姐弟妹"
)
"""Characters that are rightly written twice (人人, 说说, 常常)."""
_EVERY = frozenset("有都皆")
"""Behind a noun said twice they tell that it is so with each of them: 车车有党员."""
_DONE = frozenset(
    [
        "把脉",
        "跑腿",
        "聊天",
        "谈心",
        "说话",
        "帮忙",
        "敲门",
        "打气",
        "鼓劲",
        "通气",
        "碰头",
        "查岗",
        "摸底",
        "探路",
        "问诊",
        "散步",
        "把关",
        "串门",
        "理事",
        "讲理",
    ]
)
"""Verbs with their object, the verb of which is said twice for a little of it: 把把脉."""
_EACH = frozenset("人天年月日事处层样件个次")
"""Those that stand twice behind any word (考核年年有)."""
_TRIED = frozenset(
    [
        "研究",
        "讨论",
        "考虑",
        "商量",
        "了解",
        "锻炼",
        "休息",
        "交流",
        "比较",
        "检查",
        "调查",
        "打听",
        "学习",
        "清理",
        "整理",
        "收拾",
        "琢磨",
        "表扬",
        "体验",
        "感受",
        "说道",
        "掂量",
        "合计",
        "活动",
        "走动",
        "过问",
        "指点",
    ]
)
"""Verbs that are rightly said twice (研究研究)."""

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤"
)
_POSTS = (
    "书记|主任|局长|院长|校长|支书|科长|所长|站长|部长|镇长|乡长|县长|市长|队长|园长|行长|经理|主席|委员|党员|干部|同志"
    "|员"
)
_PERSONS = "大户|户主|居民|村民|老人|同学|学生|师傅|护士|医生|教师|老师|民警|法官|检察官|战士|侄女|儿子|女儿|妻子|丈夫"
_NAMES = re.compile(
    f"(?:{_POSTS})[{_SURNAMES}][一-鿿]{{1,2}}"
    f"|(?:{_PERSONS})[小老阿{_SURNAMES}][一-鿿]{{1,2}}"
    "|(?:述职人|经理|书记|主任|长)[：: \u3000]+[一-鿿]{2,4}(?![一-鿿])"
    "|(?<![一-鿿])[一-鿿]{2}[市县旗州]|(?:位于|地处|坐落在?)[一-鿿]{2,4}|[一-鿿]{2}(?:商圈|大厦|广场|大道|花园|家园|雅苑)"
    f"|(?<![一-鿿])[{_SURNAMES}][一-鿿]{{1,2}}(?=同志|{_POSTS}|[^一-鿿]|$)"
    "|(?<![一-鿿])[一-鿿]{2,6}?(?:村|镇|乡|街道|社区|路|公司|小区|集团|中学|小学|医院)(?![一-鿿]?(?:级|民|民|振兴|治理|党))"
    "|[一-鿿]{2}(?=[村镇乡屯寨沟湾庄]|街道|油田|气田|水库)"
)
"""Stretches that may well be names; 。 before the two characters in front of 村 no more is asked."""


@dataclass(frozen=True, slots=True)
class WordSlip:
    """A word written wrong: where, what it should be, how sure."""

    start: int
    end: int
    right: str
    grade: str


@dataclass(frozen=True)
class WordSlips:
    """Finds slips in ordinary words; the tables behind it are loaded at the first use."""

    load: Callable[[], Anomalies]
    accepted: frozenset[str]

    @cached_property
    def _anomalies(self) -> Anomalies:
        return self.load()

    def find(self, text: str) -> Iterator[WordSlip]:
        """Yield the slips of a text."""
        names = [found.span() for found in _NAMES.finditer(text)]
        for one in self._anomalies.find(text):
            grade = "" if _coined(one, text) else _grade(one, text) or self._sounding(one, text)
            if grade and not _touches(names, one) and not self._is_accepted(text, one):
                yield _as_word(one, text, grade)
        for match in particles(self._anomalies.usage, self._anomalies.lattice, text):
            yield WordSlip(match.start, match.end, match.replacements[0], PARTICLE)

    def _sounding(self, one: Anomaly, text: str) -> str:
        """Return the grade of one character that has the sound of the right one, where nothing else is sure."""
        if one.kind is not EditKind.WRONG or len(one.right) != 1 or one.gain < _SAME_SOUND:
            return ""
        wrong = text[one.start]
        same = self._anomalies.similar.likeness(wrong, one.right) is Likeness.SOUND
        return POSSIBLE if same and wrong not in _FIXED and not _stands_alone(one, text) else ""

    def _is_accepted(self, text: str, one: Anomaly) -> bool:
        return any(
            text[start : start + size] in self.accepted
            for size in (2, 3, 4, 5, 6)
            for start in range(max(0, one.end - size), one.start + 1)
        )


def _grade(one: Anomaly, text: str) -> str:
    kind: EditKind | str = one.kind
    if one.end - one.start > 1 and one.kind is EditKind.EXTRA:
        word = text[one.start : one.end]
        before = text[one.start - len(word) - 1 : one.start - len(word)]
        usual = word in _TRIED or word[0] == "一" or (before.isascii() and before.isalnum())
        return "" if usual or len(word) > 2 else PROBABLE
    if one.kind is EditKind.EXTRA:
        kind = _extra(one, text)
        if not kind:
            return ""
    elif one.kind is EditKind.SWAPPED and set(one.right) & _LOOSE:
        return ""
    elif len(one.right) == 2 and one.end - one.start == 2 and one.kind is EditKind.WRONG:
        kind = _HOMOPHONE
    elif one.kind is EditKind.MISSING and text[one.start] in _SUFFIXES and _follows_word(one, text):
        return ""
    attested = min(one.attested, _ATTESTED)
    if kind is EditKind.WRONG and _stands_alone(one, text):
        attested = max(0, attested - 1)
    probable, possible = _LEAST[kind][attested]
    return PROBABLE if one.gain >= probable else POSSIBLE if one.gain >= possible else ""


def _extra(one: Anomaly, text: str) -> str:
    """Return what kind of character is too many, empty where it may well stand there."""
    extra = text[one.start]
    if extra in (text[one.start - 1 : one.start], text[one.end : one.end + 1]):
        behind = one.end if extra == text[one.start - 1 : one.start] else one.end + 1
        every = text[behind : behind + 1] in _EVERY
        done = extra + text[behind : behind + 1] in _DONE
        if every or done or (extra != "一" and "一" in text[max(0, one.start - 2) : one.start]):  # 一剂剂良药
            return ""
        rightly = extra in _EACH or (extra in _RIGHTLY_TWICE and not _ends_word(one))
        return _TWICE if rightly else _DOUBLED
    if not _splits_word(one, loose=extra in _LOOSE or extra not in _PARTICLES):
        return ""
    return _PARTICLE if extra in _PARTICLES else _OTHER


def _coined(one: Anomaly, text: str) -> bool:
    """Tell whether the place is a verb with its result (抓实), or a result that 不 denies (不广)."""
    pairs = (text[at : at + 2] for at in range(max(0, one.start - 1), one.end))
    known = _VERBS | {"不"}
    return one.kind is EditKind.WRONG and any(pair[0] in known and pair[1:] in _RESULTS for pair in pairs)


def _stands_alone(one: Anomaly, text: str) -> bool:
    """Tell whether the character that is written may well be a word, or end one, where it stands."""
    wrong = text[one.start]
    return wrong in _FREE or (wrong in _SUFFIXES and _follows_word(one, text))


def _follows_word(one: Anomaly, text: str) -> bool:
    return one.start > 0 and _HAN.match(text, one.start - 1) is not None


def _ends_word(one: Anomaly) -> bool:
    """Tell whether the character too many stands behind a word that ends with it (监测户|户)."""
    end = one.begin
    for word in one.window:
        end += len(word)
        if end == one.start:
            return len(word) > 1
    return False


def _splits_word(one: Anomaly, *, loose: bool) -> bool:
    """Tell whether a character too many stands in the middle of a word.

    A `loose` one does not between the two halves of a word of four: 法律和法规 is as good as 法律法规.
    """
    start = one.begin
    for word in one.window:
        if start < one.start < start + len(word):
            return not (loose and len(word) == 4 and one.start == start + 2)
        start += len(word)
    return False


def _touches(ranges: Iterable[tuple[int, int]], one: Anomaly) -> bool:
    return any(start < one.end and one.start < end for start, end in ranges)


def _as_word(one: Anomaly, text: str, grade: str) -> WordSlip:
    """Return the slip with the whole word around it, as it stands and as it should."""
    start = one.begin
    for word in one.window:
        end = start + len(word)
        if start <= one.start and one.start + len(one.right) <= end and (one.right or start < one.start < end):
            stop = end - len(one.right) + (one.end - one.start)
            return WordSlip(start, stop, word, grade)
        start = end
    size = one.end - one.start
    if not one.right and text[one.start - size : one.start] == text[one.start : one.end]:
        return WordSlip(one.start - size, one.end, text[one.start : one.end], grade)
    if not one.right and one.start and text[one.start - 1] == text[one.start]:
        return WordSlip(one.start - 1, one.end, text[one.start], grade)
    return WordSlip(one.start, one.end, one.right, grade)
