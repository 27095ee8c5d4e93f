"""What may well stand as it is, although usage speaks against it: coinages, small words, what real writers say.

Our texts have a million words, and those who write reports have others: what was never met is hardly wrong for that.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.anomalies import Anomalies, Anomaly
from assistant.checks.coinages import Coinages
from assistant.checks.evidence import COUNTED, Weights
from assistant.checks.grading import JOINED, POSSIBLE, UNLIKE
from assistant.checks.word_classes import begins_with
from assistant.checks.word_slip import as_word

_LITTLE, _SINGLE = -1.3, -1.8
"""Odds up to which what is a word is left alone, and a single character.

In 33 marked reports of examiners every slip told below them was no word, and nearly every word that was told was right.
"""
_COINED = 2.0
"""Odds from which even a word that anybody may make is a slip for one that is everywhere (提生 for 提升)."""
_FORMAL = frozenset("及尚均亦皆且曾仍")
"""Small words of written language that nobody writes for another."""
_ONGOING = "着"
_AFTER = frozenset("中上下内着时后前")
"""Small words behind any other."""
_FIRST, _SECOND = frozenset("是中上下内时后前"), frozenset("用以对将把从由让在")
"""What ends one phrase and begins the next."""
_IS = "是"
"""Before and behind any word: 省下的|是|命."""
_DONE = frozenset("了到出着过好起来上下住完成")
"""Behind a verb of one character: 坐|到天亮."""
_AGAIN = frozenset("再更又还也")
"""Adverbs before any verb."""
_NEARLY, _EVERY = "近", "各"
_NUMBER = re.compile("[0-9一二三四五六七八九十百千万两半数]")
_MEASURES = frozenset("辑樘畦垄垛帧炷盏樽尊榀扇轴孔眼盘令羽尾峰挂摞沓捧捆缕束丛畈爿进厢幕")
"""Measures that our texts seldom have."""


@dataclass(frozen=True)
class Standing:
    """Tells it by the tables of words, by what anybody may coin, by characters that end a clause by themselves."""

    known: Anomalies
    weights: Weights
    coined: Coinages
    free: frozenset[str]

    def may(self, one: Anomaly, text: str, told: Mapping[str, float]) -> bool:
        """Tell whether what may be a slip is an everyday word, part of a listed one, or a measure behind its number."""
        if told[COUNTED] and text[one.start : one.end] in _MEASURES:
            return True
        if UNLIKE in told or (JOINED in told and text[one.start] == "第"):
            return True  # only usage says that another word was meant, and a real text has other words than ours
        if self._is_phrase(one, text) or self._is_row(text, one.start):
            return True
        if is_formal(text, one.start, one.end) or (one.end - one.start == 1 and self.goes_on(text, one.start)):
            return True
        spans = ((first, size) for size in (2, 3, 4) for first in range(max(0, one.end - size), one.start + 1))
        listed = any(text[first : first + size] in self._listed for first, size in spans)
        return listed or self._is_everyday(one, text, told)

    def is_coined(self, one: Anomaly, text: str, told: Mapping[str, float]) -> bool:
        """Tell whether what was never met is a word of two that anybody may make, and little else speaks against it."""
        slip = as_word(one, text, POSSIBLE)
        return self.weights.odds(told) < _COINED and self.has_coined(text, slip.start, slip.end)

    def has_coined(self, text: str, start: int, end: int) -> bool:
        """Tell whether a range is a word of two that our texts lack and anybody may make, or half of one."""
        firsts = (start,) if end - start > 1 else (start - 1, start)
        pairs = (text[first : first + 2] for first in firsts if first >= 0 and first + 2 >= end)
        return any(self.coined.has(pair) and not self.known.usage.count(pair) for pair in pairs)

    def _is_row(self, text: str, at: int) -> bool:
        """Tell whether two coinages meet at a place: 明规|立矩."""
        return self.coined.has(text[max(0, at - 2) : at]) and self.coined.has(text[at : at + 2])

    def _is_phrase(self, one: Anomaly, text: str) -> bool:
        """Tell whether what may be a slip is a word with a small one: 开放|中, 备|着, 招聘中|以, 将是|用, 筹|资金."""
        slip = as_word(one, text, POSSIBLE)
        written, known = text[slip.start : slip.end], self.known
        if (written[:1] in _FIRST and written[1:] in _SECOND) or _IS in written[:1] + written[-1:]:
            return True
        single = known.classes.single if known.classes is not None else frozenset()
        lead, last = written[:-1], written[-1:]
        if len(written) == len(slip.right):
            if len(lead) > 1:
                return last in _AFTER and last != slip.right[-1] and known.usage.count(lead) > 0
            return last == _ONGOING or (last in _AFTER and (lead in self.free or lead in single))
        return len(written) > len(slip.right) > 1 and written[1:] == slip.right and written[0] in single

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(self.known.usage.added)

    def _is_everyday(self, one: Anomaly, text: str, told: Mapping[str, float]) -> bool:
        """Tell whether a word that may be a slip is one that people write, and little speaks against it here."""
        slip = as_word(one, text, POSSIBLE)
        word, known = text[slip.start : slip.end], self.known
        if len(word) != len(slip.right) or known.usage.words.probability(word) is None:
            return False
        return self.weights.odds(told) < (_LITTLE if len(word) > 1 else _SINGLE)

    def goes_on(self, text: str, at: int) -> bool:
        """Tell whether a verb or an adverb of one character stands before what it goes with: 种|药材, 再|压减."""
        classes = self.known.classes
        if classes is None:
            return False
        if text[at] in _AGAIN:
            return self.known.usage.count(text[at + 1 : at + 3]) > 0
        if text[at] in classes.single and text[at + 1 : at + 2] in _DONE:
            return True
        named = begins_with(text, at + 1, classes.things) or begins_with(text, at + 1, classes.actions)
        return bool(named) and text[at] in classes.single


def is_formal(text: str, start: int, end: int) -> bool:
    """Tell whether a range is a small word of written language: 及, 近 before a number, 各 that stands behind none."""
    said = text[start:end]
    if said == _NEARLY:
        return _NUMBER.match(text, end) is not None
    return said in _FORMAL or (said == _EVERY and _NUMBER.match(text, start - 1) is None)
