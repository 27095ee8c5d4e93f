"""How sure it is that an edit of an expression is a slip, and no other good Chinese.

Evidence for a slip: the character is alike in sound or shape to the right one, and cutting the text into words leaves
it alone or in a word of two. Evidence against: the place belongs to a longer word, or is a word of our texts itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from assistant.checks.grading import POSSIBLE
from assistant.checks.lost_characters import FUNCTION, VERB, lacks
from assistant.checks.nearby import SHORTEST, EditKind, Near
from assistant.checks.similar import Likeness, Similar
from assistant.checks.slips import WordSlips

CERTAIN, LIKELY = "certain", "likely"
"""Grades: certain only where one character of six or more has the sound of the right one."""

_CERTAIN_LENGTH = 6
_UNLIKE_LENGTH = 6
"""Characters an expression needs before a character that is not alike may count as a slip."""
_EXTRA_LENGTH = 8
_COMMON = -7.0
"""Log probability from which a character is a word of its own (用, 会, 要): at an edge it is likely meant."""
_RARE = -13.0
"""Log probability up to which a word of two is hardly ever met but in its expression (融会, 虎头)."""
_GOES_ON = frozenset("起了络跃前后")
"""Behind a character written twice they make a word with the second one."""
_WHOSE = frozenset("全各本我该每")
"""Before a unit of one character they make a word of it, whatever the unit: 全街, 我站."""
_PARTICLES = frozenset("的地得")
_CAN, _CAN_BE = "得", frozenset("出进下起住上过来去动到好开")
"""Between a verb and one of these it says that something can be done."""
_AROUND = 3
"""Characters on either side that take part in cutting into words."""

_HAN = re.compile("[一-鿿]+")

Cutter = Callable[[str], tuple[tuple[str, float], ...]]


@dataclass(frozen=True)
class NearGrades:
    """Grades edits; `cut` cuts into words, `words` tell which ones our texts have, `idioms` are those of four."""

    similar: Similar
    cut: Cutter
    words: WordSlips | None = None
    idioms: frozenset[str] = frozenset()

    def grade(self, near: Near, text: str) -> str:
        """Return how sure it is that the text means the expression, empty where it may well not."""
        if near.kind is EditKind.WRONG:
            return "" if self._is_other(near, text) else self._grade_wrong(near, text)
        if near.kind is EditKind.SWAPPED:
            alone = self._alone(near, text, near.at) and self._alone(near, text, near.at + 1)
            return LIKELY if alone else ""
        if near.kind is EditKind.EXTRA:
            return self._grade_extra(near, text)
        words = partial(self._word, near, text)
        return LIKELY if lacks(near, text, words, idiom=self._is_idiom(near.expression)) else ""

    def _is_idiom(self, expression: str) -> bool:
        """Tell whether an expression is an idiom of four that the dictionary has."""
        known = expression in self.idioms and len(expression) == SHORTEST
        return known and self.cut(expression)[0][0] == expression

    def _grade_wrong(self, near: Near, text: str) -> str:
        wrong, right = text[near.at], near.expression[near.place]
        size = len(near.expression)
        inner = 0 < near.place < size - 1
        likeness = self.similar.likeness(wrong, right)
        if wrong in FUNCTION and near.place == 0 and likeness is Likeness.SOUND and self._known_by_tail(near):
            return LIKELY
        amid = self._word(near, text, near.start)[1] < near.start  # 教|师的考核 is no 师德考核
        if not _HAN.match(wrong) or (wrong in FUNCTION and (amid or not inner)):
            return ""
        word, start, log = self._word(near, text, near.at)
        last, begun, _ = self._word(near, text, near.end - 1)
        goes_on = begun + len(last) > near.end and near.at < begun  # 材料组支部|长期 is no 组织部长
        quoted = text[near.start - 1 : near.start] == "“" and text[near.end : near.end + 1] == "”"
        apart = not inner and len(word) == 1 and log > _COMMON and not quoted
        if size < _CERTAIN_LENGTH and (apart or goes_on):
            return ""
        if likeness is Likeness.NONE:
            before = near.at - 1
            torn = inner or (near.place and text[before] not in FUNCTION and self._alone(near, text, before))
            far = size >= _UNLIKE_LENGTH and torn and len(word) == 1 and wrong not in FUNCTION
            far = far and not self._fits(text, near.at, beside=True)  # 新设经营主体, 守好阵地
            return LIKELY if far else POSSIBLE if self._known_by_half(near, text) else ""
        if len(word) > 2 or (len(word) == 2 and not near.start <= start <= near.end - len(word)):
            return ""
        return CERTAIN if likeness is Likeness.SOUND and size >= _CERTAIN_LENGTH else LIKELY

    def _is_other(self, near: Near, text: str) -> bool:
        """Tell whether what stands for a word of an expression is as good a word itself, said of something else.

        Who all are (全办党员干部 is no 全体), or a word of ours that only looks or nearly sounds like the right one.
        """
        if text[near.at] == _CAN and text[near.at + 1 : near.at + 2] in _CAN_BE:
            return True  # 组织关系转得出去
        words = self.words
        if words is None or self._is_idiom(near.expression):
            return False
        start = near.start + near.place // 2 * 2
        written, right = text[start : start + 2], near.expression[start - near.start : start - near.start + 2]
        if written[0] in _WHOSE and near.at == start + 1 and words.coined.has(written):
            return True
        alike = self.similar.likeness(text[near.at], near.expression[near.place]) is Likeness.SOUND
        return len(near.expression) < _CERTAIN_LENGTH and words.is_other(written, right, alike=alike)

    def _known_by_tail(self, near: Near) -> bool:
        """Tell whether an idiom of four is known by its last three characters: they make no words (一|身作则)."""
        tail = near.expression[1:]
        return self._is_idiom(near.expression) and all(len(word) == 1 for word, _ in self.cut(tail))

    def _known_by_half(self, near: Near, text: str) -> bool:
        """Tell whether an expression of four is known by the half written rightly: one that is rare elsewhere."""
        if near.kind is not EditKind.WRONG or not self._is_idiom(near.expression):
            return False
        half = near.expression[2:] if near.place < 2 else near.expression[:2]
        written = text[near.start : near.end]
        words = self.cut(written)
        within = {len(word) for word, _ in words} <= {1, 2} and not FUNCTION & {*half, text[near.at]}
        (_, log), *others = self.cut(half)
        other = written[:2] if near.place < 2 else written[2:]
        if self.words is not None and self.words.coined.has(other):
            return False  # 走楼|入户
        return within and not others and log <= _RARE

    def _grade_extra(self, near: Near, text: str) -> str:
        extra = text[near.at]
        if extra == VERB and near.at == near.end - 1 and _HAN.match(text, near.end):
            return ""  # 抓党建工作|作如下述职
        if near.at == near.end - 1 and text[near.end : near.end + 1] in _GOES_ON:
            return ""  # 组织生活|活起来
        twice = (
            near.start < near.at and text[near.at - 1] == extra
        )  # of two that are equal, either may be the one left alone
        alone = self._alone(near, text, near.at) or (twice and self._alone(near, text, near.at - 1))
        if not _HAN.match(extra) or not alone:
            return ""
        beside = text[max(0, near.at - 1) : near.at] + text[near.at + 1 : near.at + 2]
        if extra not in beside and self._fits(text, near.at, beside=False):
            return ""  # 用好身边事教育身边人, 软弱涣散村党组织整顿
        doubled = any(self.similar.likeness(extra, other) is Likeness.SOUND for other in beside)
        long = len(near.expression) >= _EXTRA_LENGTH
        return LIKELY if (doubled or long) and extra not in FUNCTION else ""

    def _fits(self, text: str, at: int, *, beside: bool) -> bool:
        """Tell whether a character makes a word of our texts with those around it, or stands beside one in them."""
        return self.words is not None and text[at] not in _PARTICLES and self.words.fits(text, at, beside=beside)

    def _alone(self, near: Near, text: str, at: int) -> bool:
        """Tell whether the character is left alone when the text is cut into words."""
        return len(self._word(near, text, at)[0]) == 1

    def _word(self, near: Near, text: str, at: int) -> tuple[str, int, float]:
        """Return the word that the character at a position belongs to, where it starts, its log probability."""
        before = _HAN.match(text[max(0, near.start - _AROUND) : near.start][::-1])
        behind = _HAN.match(text[near.end : near.end + _AROUND])
        start = near.start - (before.end() if before else 0)
        end = near.end + (behind.end() if behind else 0)
        for word, log in self.cut(text[start:end]):
            if start <= at < start + len(word):
                return word, start, log
            start += len(word)
        return "", at, 0.0
