"""The fuzzy lexicon: fixed expressions that a text writes with one slip, told from other good Chinese.

Evidence for a slip: the character is alike in sound or shape to the right one, and cutting the text into words leaves
it alone or in a word of two. Evidence against: the place belongs to another expression of the list, to a longer word,
or to a wording listed as accepted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from assistant.checks.cut_runs import CutRun
from assistant.checks.echoes import PERHAPS, SURE
from assistant.checks.grading import POSSIBLE, PROBABLE
from assistant.checks.homophones import Homophones, homophones
from assistant.checks.lost_characters import FUNCTION, VERB, lacks
from assistant.checks.moved_words import MOVED
from assistant.checks.nearby import SHORTEST, EditKind, Near, NearbyIndex, covered, doubled_ends
from assistant.checks.reordered import Reordered, reordered
from assistant.checks.rule import Match
from assistant.checks.sentence_slips import Slip, Told
from assistant.checks.similar import Likeness, Similar
from assistant.checks.slips import PARTICLE, WordSlips
from assistant.checks.stray_particles import STRAY

CERTAIN, LIKELY = "certain", "likely"
GRADES = (CERTAIN, LIKELY, PROBABLE, PARTICLE, POSSIBLE, SURE, PERHAPS, STRAY, MOVED)
"""How sure a slip is: certain only where one character of six or more has the sound of the right one.

All but the first two are those of slips in ordinary words.
"""

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
SENTENCE = re.compile("[^。！？\n]+[。！？\n]?")
"""What is looked at as a whole."""
_REMEMBERED = 4096
"""Sentences whose slips are kept."""

Cutter = Callable[[str], tuple[tuple[str, float], ...]]
Finder = Callable[[str], Iterator[tuple[int, int, str]]]
"""What yields (from, to, right) for slips of a sentence."""


@dataclass(frozen=True)
class Lexicon:
    """The expressions with what is needed to judge a slip; `rules` maps a grade to the number of its rule.

    `short` finds slips in what is too short to be an expression: phrases of three characters, names of brands.
    """

    index: NearbyIndex
    accepted: frozenset[str]
    similar: Similar
    cut: Cutter
    rules: tuple[tuple[str, int], ...] = ()
    words: WordSlips | None = None
    idioms: frozenset[str] = frozenset()
    short: tuple[Finder, ...] = ()

    def find(self, text: str) -> Iterator[tuple[int, Match]]:
        """Yield (number of the rule, match) for every slip in the text whose grade has a rule."""
        numbers = dict(self.rules)
        if not numbers:
            return
        for piece in SENTENCE.finditer(text):
            shift = piece.start()
            for slip in self._remembered(piece.group()).slips:
                if slip.grade in numbers:
                    start, end = slip.start + shift, slip.end + shift
                    yield numbers[slip.grade], Match(start, end, slip.rights, text[start:end])

    def told(self, text: str) -> Iterator[tuple[int, Told]]:
        """Yield (where it begins, what it tells) for every sentence of a text."""
        return ((piece.start(), self._remembered(piece.group())) for piece in SENTENCE.finditer(text))

    @cached_property
    def _remembered(self) -> Callable[[str], Told]:
        """What is told by sentence: a sentence is typed in one paragraph, the others of it stay as they were."""
        return lru_cache(maxsize=_REMEMBERED)(self._in_sentence)

    def _in_sentence(self, sentence: str) -> Told:
        """Return the slips in expressions, and in ordinary words where no expression is at fault."""
        exact = self.index.exact(sentence)
        found = list(self.slips(sentence, exact))
        runs: tuple[CutRun, ...] = ()
        if self.words is not None:
            found += self._heard(sentence, found, exact)
            found += [Slip(start, end, (right,), LIKELY) for start, end, right in self._reordered.find(sentence)]
            short = (Slip(start, end, (right,), LIKELY) for find in self.short for start, end, right in find(sentence))
            runs = self.words.runs(sentence)
            words = (
                Slip(word.start, word.end, (word.right,), word.grade, word.odds)
                for word in self.words.find(sentence, runs)
            )
            for slip in (*short, *words):
                right = any(first <= slip.start and slip.end <= last for first, last in exact)
                right = right or sentence[slip.start : slip.end] in self.accepted
                if not right and not any(slip.start < other.end and other.start < slip.end for other in found):
                    found.append(slip)
        return Told(tuple(found), sum(run.cost for run in runs), sum(len(run.run) for run in runs))

    def _heard(self, sentence: str, found: Iterable[Slip], exact: Iterable[tuple[int, int]]) -> Iterator[Slip]:
        """Yield the expressions of which several characters are written by their sound."""
        for start, end, right in self._homophones.find(sentence):
            taken = any(start < other.end and other.start < end for other in found)
            known = any(first <= start and end <= last for first, last in exact)
            if not (taken or known or sentence[start:end] in self.accepted):
                yield Slip(start, end, (right,), LIKELY)

    @cached_property
    def _homophones(self) -> Homophones:
        longer = (text for text in self.index.expressions if len(text) > SHORTEST)
        return homophones((*self.idioms, *longer), self.similar, self.cut)

    @cached_property
    def _reordered(self) -> Reordered:
        """The wrong orders; a tenth of a second, so made at the first use, and none at first sight."""
        idioms = [text for text in self.idioms if len(text) == SHORTEST]
        return reordered(idioms, self.index.expressions | self.accepted, self.cut)

    def slips(self, text: str, exact: Iterable[tuple[int, int]]) -> Iterator[Slip]:
        """Yield the slips in a text, one per range; `exact` are the ranges of expressions that are written rightly."""
        found: dict[tuple[int, int], dict[str, str]] = {}
        for near in dict.fromkeys((*self.index.near(text), *doubled_ends(text, exact))):
            if covered(near, exact) or text[near.start : near.end] in self.accepted:
                continue
            grade = self._grade(near, text)
            if grade:
                found.setdefault((near.start, near.end), {})[near.expression] = grade
        for (start, end), rights in found.items():
            grades = set(rights.values())
            grade = grades.pop() if len(grades) == 1 and (len(rights) == 1 or CERTAIN not in grades) else LIKELY
            yield Slip(start, end, tuple(sorted(rights)), grade)

    def _grade(self, near: Near, text: str) -> str:
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
