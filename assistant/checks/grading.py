"""What kind of slip in an ordinary word an anomaly is, and where what is written may well stand as it is."""

import re

from assistant.checks import doubled
from assistant.checks.anomalies import Anomaly
from assistant.checks.nearby import EditKind
from assistant.checks.opposites import OPPOSITE
from assistant.checks.similar import Likeness, Similar

PROBABLE, POSSIBLE = "probable", "possible"
"""Grades: more likely a slip than not, and worth a look."""
BY_USAGE = (PROBABLE, POSSIBLE)
"""Grades of words that nothing but usage speaks against."""

SOUND, NEAR, UNLIKE, HOMOPHONE, JOINED = "sound", "near", "unlike", "homophone", "joined"
SWAPPED, MISSING = "swapped", "missing"
DOUBLED, TWICE, PARTICLE, OTHER, AGAIN = "doubled", "twice", "particle", "other", "again"
KINDS = (SOUND, NEAR, UNLIKE, HOMOPHONE, JOINED, SWAPPED, MISSING, DOUBLED, TWICE, PARTICLE, OTHER, AGAIN)
"""What a slip is: a character for one of the same sound, a nearly alike one, another; a word for one of the same sound.

Or two words run into one another; two characters swapped; one missing; one too many: written twice, of those that may
be, a particle, another; a word again.
"""
_LIKENESS = {Likeness.SOUND: SOUND, Likeness.NEAR: NEAR, Likeness.NONE: UNLIKE}
_LOOSE = frozenset("的地得了着和与及")
"""Characters that stand between any words."""
_PARTED = frozenset("的地得")
"""Characters that are told apart elsewhere, by the words around them."""
_JOINING = frozenset("或与及和并")
"""Characters that join two things: which of them is meant, the words beside them don't tell."""
SUFFIXES = frozenset("制业部局员型卡委线率界度化性者们类级处组关园站点科厅省市县区镇村院校所队团会长师户家费金权法")
"""Characters that make a word of any word before them (管理制): none is missing there."""
_VERBS = frozenset("抓织做管建用选育配压拧扎守盯学讲查办补扛站走")
_NAME = 9
"""Characters of a name in quotation marks at most, these included."""
_BRAND = re.compile("”(?:[一-鿿]{2})?品牌")
_SINGLE = _VERBS | frozenset("写钻装谈督听看说问送帮领带访评议审改代稳念记教练治防控保护抢修种养卖买收")
"""Verbs that need no second character: 写心得."""
_RESULTS = frozenset("好实紧牢细严准稳强优足透深活住广多高新明清快近远低少小大硬软")
"""Characters that make a word of any of those verbs, or of 不 (抓实, 面不广): a style of reports, not a slip."""
_SURELY = 6.5
"""Gain from which a character is missing even where what is left may be whole: clean text gets there once in 90,000."""
_TWICE_LEAST = 8.2
"""The same for what may well stand twice (年年): errors in marked reports begin at 8.3."""
ATTESTED = 2
"""Attested pairs from which more of them say nothing more."""
_BETWEEN = frozenset("了过着个好住牢")
"""Characters that stand between a verb and its object: 鼓了掌, 合个影, 树好形象."""
_PARTICLES = "的了是在和有为这我们"
_DEGREES = frozenset("较很更太极颇稍略")
"""Characters that say how much, before any word that can be so: 底子|较|薄."""
_HAN = re.compile("[一-鿿]")


def kind_of(one: Anomaly, text: str, similar: Similar) -> str:
    """Return what kind of slip an anomaly would be, empty where what is written may well stand there."""
    if one.kind is EditKind.EXTRA:
        return _extra(one, text) if one.end - one.start == 1 else _again(one, text)
    if one.kind is EditKind.SWAPPED:
        return "" if set(one.right) & _LOOSE else SWAPPED
    if one.kind is EditKind.MISSING:
        return "" if one.gain < _SURELY and _needs_none(one, text) else MISSING
    if len(one.right) > 1:
        return HOMOPHONE if len(one.right) == one.end - one.start else JOINED
    pair = {one.right, text[one.start]}
    if any(pair <= words for words in (_PARTED, _JOINING)) or pair in OPPOSITE or _is_coined(one, text):
        return ""
    return _LIKENESS[similar.likeness(text[one.start], one.right)]


def _again(one: Anomaly, text: str) -> str:
    """Return the kind of a word that follows itself, empty where it may."""
    return "" if one.end - one.start > 2 or doubled.word(text, one.start, one.end) else AGAIN


def _is_coined(one: Anomaly, text: str) -> bool:
    """Tell whether the place is a verb with its result (抓实), or a result that 不 denies (不广)."""
    pairs = (text[at : at + 2] for at in range(max(0, one.start - 1), one.end))
    known = _VERBS | {"不"}
    return one.kind is EditKind.WRONG and any(pair[0] in known and pair[1:] in _RESULTS for pair in pairs)


def _needs_none(one: Anomaly, text: str) -> bool:
    """Tell whether what stands there may well be whole: a suffix behind its word, a verb, what a short name says."""
    alone = text[one.start]
    if alone in SUFFIXES and _follows_word(one, text):
        return True
    return is_short_name(text, one.start, one.end) or (one.attested < ATTESTED and alone in _SINGLE)


def is_short_name(text: str, first: int, last: int) -> bool:
    """Tell whether a range is part of a short name in quotation marks, which says no more than it wants to."""
    start, end = text.rfind("“", 0, first), text.find("”", last)
    return start >= 0 and end >= 0 and end - start <= _NAME and "”" not in text[start:first]


def is_brand(text: str, first: int, last: int) -> bool:
    """Tell whether a range is part of the name of a brand in quotation marks: “晓园清风”党建品牌."""
    return is_short_name(text, first, last) and _BRAND.match(text, text.find("”", last)) is not None


def _extra(one: Anomaly, text: str) -> str:
    """Return what kind of character is too many, empty where it may well stand there."""
    extra = text[one.start]
    if extra in (text[one.start - 1 : one.start], text[one.end : one.end + 1]):
        if doubled.is_each(text, one.start) or text.startswith(("不", f"{extra}不"), one.end):
            return ""  # 想搞|搞不起来
        if not doubled.character(extra, ends_word=_ends_word(one)):
            return DOUBLED
        return TWICE if one.gain >= _TWICE_LEAST else ""
    if extra in text[max(0, one.start - 2) : one.start] and one.attested >= ATTESTED and extra not in _PARTICLES:
        return OTHER  # 发展|发|党员: begun again
    if (
        extra in _BETWEEN
        or extra in _DEGREES
        or not _splits_word(one, loose=extra in _LOOSE or extra not in _PARTICLES)
    ):
        return ""
    return PARTICLE if extra in _PARTICLES else OTHER


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
