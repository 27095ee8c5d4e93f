"""How sure a slip in an ordinary word is: by the edit, by how much likelier the text gets, by how much is attested."""

import re

from assistant.checks import doubled
from assistant.checks.anomalies import Anomaly
from assistant.checks.nearby import EditKind

PROBABLE, POSSIBLE = "probable", "possible"
"""Grades: very much likelier when mended, and much likelier."""
BY_USAGE = (PROBABLE, POSSIBLE)
"""Grades of words that nothing but usage speaks against."""

_DOUBLED, _TWICE, _PARTICLE, _OTHER = "doubled", "twice", "particle", "other"
_HOMOPHONE, _MEASURE = "homophone", "measure"
_LEAST: dict[EditKind | str, tuple[tuple[float, float], ...]] = {
    EditKind.WRONG: ((10.0, 7.6), (10.0, 5.5), (9.0, 3.5)),
    _HOMOPHONE: ((7.5, 5.6), (5.0, 4.1), (6.0, 3.0)),
    _MEASURE: ((9.0, 4.3),) * 3,
    EditKind.SWAPPED: ((5.0, 4.2), (6.0, 4.8), (5.0, 3.0)),
    EditKind.MISSING: ((7.0, 4.0), (7.5, 5.0), (7.0, 4.2)),
    _DOUBLED: ((5.5, 5.0), (4.5, 4.0), (4.0, 3.0)),
    _TWICE: ((13.5, 12.0), (13.5, 12.0), (13.5, 12.0)),
    _PARTICLE: ((7.0, 5.0), (9.0, 7.2), (9.0, 5.0)),
    _OTHER: ((11.5, 10.6), (11.5, 9.5), (13.0, 8.0)),
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
_VERBS = frozenset("抓织做管建用选育配压拧扎守盯学讲查办补扛站走")
_NAME = 9
"""Characters of a name in quotation marks at most, these included."""
_SINGLE = _VERBS | frozenset("写钻装谈督听看说问送帮领带访评议审改代稳念记教练治防控保护抢修种养卖买收")
"""Verbs that need no second character: 写心得."""
_RESULTS = frozenset("好实紧牢细严准稳强优足透深活住广多高新明清快近远低少小大硬软")
"""Characters that make a word of any of those verbs, or of 不 (抓实, 面不广): a style of reports, not a slip."""
_SURELY = 6.5
"""Gain from which a character is missing even where what is left may be whole: clean text gets there once in 90,000."""
ATTESTED = 2
"""Attested pairs from which more of them say nothing more."""
_BETWEEN = frozenset("了过着个")
"""Characters that stand between a verb and its object: 鼓了掌, 合个影."""
_PARTICLES = "的了是在和有为这我们"
_HAN = re.compile("[一-鿿]")


def grade_of(one: Anomaly, text: str) -> str:
    """Return the grade of a slip, empty where it may well be none."""
    kind: EditKind | str = one.kind
    if one.end - one.start > 1 and one.kind is EditKind.EXTRA:
        return "" if one.end - one.start > 2 or doubled.word(text, one.start, one.end) else PROBABLE
    if one.kind is EditKind.EXTRA:
        kind = _extra(one, text)
        if not kind:
            return ""
    elif one.kind is EditKind.SWAPPED and set(one.right) & _LOOSE:
        return ""
    elif len(one.right) == 2 and one.end - one.start == 2 and one.kind is EditKind.WRONG:
        kind = _HOMOPHONE
    elif kind is EditKind.WRONG and text[one.start - 1 : one.start].isdigit():
        kind = _MEASURE
    elif one.kind is EditKind.MISSING and one.gain < _SURELY and _needs_none(one, text):
        return ""
    attested = min(one.attested, ATTESTED)
    if kind is EditKind.WRONG and stands_alone(one, text):
        attested = max(0, attested - 1)
    probable, possible = _LEAST[kind][attested]
    return PROBABLE if one.gain >= probable else POSSIBLE if one.gain >= possible else ""


def is_coined(one: Anomaly, text: str) -> bool:
    """Tell whether the place is a verb with its result (抓实), or a result that 不 denies (不广)."""
    pairs = (text[at : at + 2] for at in range(max(0, one.start - 1), one.end))
    known = _VERBS | {"不"}
    return one.kind is EditKind.WRONG and any(pair[0] in known and pair[1:] in _RESULTS for pair in pairs)


def stands_alone(one: Anomaly, text: str) -> bool:
    """Tell whether the character that is written may well be a word, or end one, where it stands."""
    wrong = text[one.start]
    return wrong in _FREE or (wrong in _SUFFIXES and _follows_word(one, text))


def _needs_none(one: Anomaly, text: str) -> bool:
    """Tell whether what stands there may well be whole: a suffix behind its word, a verb, what a short name says."""
    alone = text[one.start]
    if alone in _SUFFIXES and _follows_word(one, text):
        return True
    return _is_named(one, text) or (one.attested < ATTESTED and alone in _SINGLE)


def _is_named(one: Anomaly, text: str) -> bool:
    """Tell whether the place is part of a short name in quotation marks, which says no more than it wants to."""
    start, end = text.rfind("“", 0, one.start), text.find("”", one.end)
    return start >= 0 and end >= 0 and end - start <= _NAME and "”" not in text[start : one.start]


def _extra(one: Anomaly, text: str) -> str:
    """Return what kind of character is too many, empty where it may well stand there."""
    extra = text[one.start]
    if extra in (text[one.start - 1 : one.start], text[one.end : one.end + 1]):
        if doubled.is_each(text, one.start):
            return ""
        rightly = doubled.character(extra, ends_word=_ends_word(one))
        return _TWICE if rightly else _DOUBLED
    if extra in text[max(0, one.start - 2) : one.start] and one.attested >= ATTESTED and extra not in _PARTICLES:
        return _OTHER  # 发展|发|党员: begun again
    if extra in _BETWEEN or not _splits_word(one, loose=extra in _LOOSE or extra not in _PARTICLES):
        return ""
    return _PARTICLE if extra in _PARTICLES else _OTHER


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
