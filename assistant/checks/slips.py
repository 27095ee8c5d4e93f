"""Slips in ordinary words: which anomalies are sure enough to be told, and what particles and echoes add to them.

Silent where the place is part of a name of a person or a place, or of a wording listed as accepted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter

from assistant.checks import doubled
from assistant.checks.anomalies import Anomalies, Anomaly
from assistant.checks.circumstances import in_row, parts_two, weighed
from assistant.checks.clipped import Clipped
from assistant.checks.coinages import Coinages
from assistant.checks.cut_runs import CutRun, cut_runs
from assistant.checks.echoes import echoes
from assistant.checks.evidence import CONFUSED, SINGLE, Weights, evidence
from assistant.checks.grading import POSSIBLE, PROBABLE, is_brand, is_short_name, kind_of
from assistant.checks.left_terms import is_left_of_term
from assistant.checks.misfits import Misfits
from assistant.checks.moved_words import MOVED, moved
from assistant.checks.name_places import NAMES, SURE_NAMES
from assistant.checks.particles import particles
from assistant.checks.standing import Standing, is_formal
from assistant.checks.standins import StandIns
from assistant.checks.stray_particles import STRAY, strays
from assistant.checks.twos import Twos
from assistant.checks.word_slip import WordSlip, as_word
from assistant.text.usage import LONGEST

PARTICLE = "particle"
"""Grade: 的, 地 or 得 for each other."""
_CONFUSED = 5.2
"""Gain from which a single word that is listed as often written for another may be one: phrases of ours reach 5.1."""
_FIELDWORK = frozenset("泡整耙犁翻浇种垦锄旋耕灌晒")
"""What is done to a field, with 地 for its object: 泡地整地."""
_OWN, _OWN_SOUND = 3, 20
"""How often our texts must have a word that stands in an expression for one like it; for one of the same sound."""
_NOT = "不"
"""Before any word it makes one: 记性不如忘性大."""
_OPENS = frozenset("（(“《")
"""Marks that begin what the words before them go on with."""


@dataclass(frozen=True)
class WordSlips:
    """Finds slips in ordinary words; the tables behind it are loaded at the first use."""

    load: Callable[[], Anomalies]
    accepted: frozenset[str]
    weights: Weights
    free: frozenset[str] = frozenset()
    """Characters that end a clause by themselves."""
    expressions: AbstractSet[str] = frozenset()
    idioms: AbstractSet[str] = frozenset()
    """Those of the expressions that are idioms."""
    stand_ins: StandIns | None = None
    coined: Coinages = field(default_factory=Coinages)
    terms: frozenset[str] = frozenset()
    """Words of two characters of which one may be written by its sound."""

    @cached_property
    def _anomalies(self) -> Anomalies:
        return self.load()

    @cached_property
    def _misfits(self) -> Misfits:
        return Misfits(self._anomalies.usage, self._anomalies.similar)

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self._anomalies, self.weights, self.coined, self.free)

    @cached_property
    def _clipped(self) -> Clipped:
        return Clipped(self._anomalies.usage, self.free, self.expressions, self.idioms)

    @cached_property
    def _twos(self) -> Twos:
        known = self._anomalies
        return Twos(self.terms, known.similar, known.usage, (*self.expressions, *self.accepted))

    def fits(self, text: str, at: int, *, beside: bool) -> bool:
        """Tell whether a character makes a word with those around it, or, with `beside`, goes with one next to it."""
        usage, said = self._anomalies.usage, text[at]
        before, behind = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        words = (before + said, *(text[at : at + size] for size in range(2, LONGEST + 1)))
        known = any(len(word) > 1 and usage.count(word) > 1 for word in words)
        known = known or any(usage.seen(said, text[at + 1 : at + size]) for size in range(3, LONGEST + 2))
        return known or (beside and (usage.seen(before, said) or usage.seen(said, behind)))

    def suspects(self, text: str) -> Iterator[tuple[Anomaly, dict[str, float]]]:
        """Yield what may be slips of a text, the surest first, none touching another, and what is known of each."""
        return self._suspects(text, cut_runs(self._anomalies.usage, text))

    def _suspects(self, text: str, runs: Iterable[CutRun]) -> Iterator[tuple[Anomaly, dict[str, float]]]:
        known = self._anomalies
        told: list[tuple[float, Anomaly, dict[str, float]]] = []
        for one in (weighed(each, text, known) for each in known.find(runs)):
            kind = kind_of(one, text, known.similar)
            if not kind or in_row(text, one) or parts_two(one, text, known):
                continue
            if _touches(SURE_NAMES, text, one.start, one.end) or self._is_right(text, one.start, one.end):
                continue
            facts = evidence(one, text, kind, known.usage, known.vocabulary)
            odds = self.weights.odds(facts)
            certain = odds >= self.weights.certain and not facts[SINGLE] and self._is_listed_word(one, text)
            if not certain and _touches(NAMES, text, one.start, one.end):
                continue  # a place or a person; what passes is a slip but once in 950,000 flawless characters
            if one.gain >= _CONFUSED or not facts[CONFUSED]:
                told.append((-odds, one, facts))
        taken: list[tuple[int, int]] = []
        for _, one, facts in sorted(told, key=itemgetter(0)):
            if not any(start <= one.end and one.start <= end for start, end in taken):
                taken.append((one.start, one.end))
                yield one, facts

    def _is_listed_word(self, one: Anomaly, text: str) -> bool:
        """Tell whether what is meant is a word of the dictionary, no name of our texts."""
        return self._anomalies.usage.words.probability(as_word(one, text, PROBABLE).right) is not None

    def runs(self, text: str) -> tuple[CutRun, ...]:
        """Return the runs of a text, cut into words."""
        return cut_runs(self._anomalies.usage, text)

    def find(self, text: str, runs: tuple[CutRun, ...]) -> Iterator[WordSlip]:
        """Yield the slips of a text, given its runs."""
        known = self._anomalies
        yield from self._weighed(text, runs)
        others = (self._misfitting, self._cut_short, self._standing_in, self._in_terms)
        for slip in (slip for find in others for slip in find(runs, text)):
            if not _touches(NAMES, text, slip.start, slip.end) and not self._is_right(text, slip.start, slip.end):
                yield slip
        yield from self._particles(runs, text)
        if known.classes is not None:
            for match, grade in echoes(known.usage, runs, known.classes):
                if not self._is_right(text, match.start, match.end):
                    yield WordSlip(match.start, match.end, match.replacements[0], grade)
            for match in strays(runs, text):
                if not _touches(NAMES, text, match.start - 1, match.end):  # 队长苏和|的手指
                    yield WordSlip(match.start, match.end, "", STRAY)
            for match in moved(known.usage, runs, text, known.classes):
                if not self._is_right(text, match.start, match.end):
                    yield WordSlip(match.start, match.end, match.replacements[0], MOVED)

    def _weighed(self, text: str, runs: tuple[CutRun, ...]) -> Iterator[WordSlip]:
        """Yield what the evidence says is a slip, and what is left of terms; names of brands are coined."""
        for one, told in self._suspects(text, runs):
            if is_brand(text, one.start, one.end):
                continue
            grade = self.weights.grade(told)
            if grade and self._standing.is_coined(one, text, told):
                continue
            odds = self.weights.odds(told)
            if grade and (odds >= self.weights.certain or not self._standing.may(one, text, told)):
                yield replace(as_word(one, text, grade), odds=odds)
            elif not grade and is_left_of_term(one, text, self._anomalies.usage, self.expressions):
                yield as_word(one, text, POSSIBLE)

    def _particles(self, runs: Iterable[CutRun], text: str) -> Iterator[WordSlip]:
        """Yield 的, 地 and 得 for each other."""
        known = self._anomalies
        for match in particles(known.usage, runs, text, known.classes):
            worked = text[match.start] == "地" and text[match.start - 1] in _FIELDWORK
            named = is_short_name(text, match.start, match.end)  # “深地先锋”
            if not (worked or named or self._is_right(text, match.start, match.end)):
                yield WordSlip(match.start, match.end, match.replacements[0], PARTICLE)

    def is_other(self, written: str, right: str, *, alike: bool) -> bool:
        """Tell whether a word is usual and not often written for another; more is asked where they sound `alike`."""
        known = self._anomalies
        if right in known.vocabulary.confused.get(written, ()):
            return False
        return written in self.accepted or known.usage.count(written) >= (_OWN_SOUND if alike else _OWN)

    def is_strange(self, written: str) -> bool:
        """Tell whether our texts never have what is written as a word."""
        return len(written) > 1 and not self._anomalies.usage.count(written)

    def _misfitting(self, runs: Iterable[CutRun], text: str) -> Iterator[WordSlip]:
        """Yield the words that stand where our texts have another one."""
        for start, right, likely in self._misfits.find(runs):
            if text[start] != _NOT and not self._standing.has_coined(text, start, start + len(right)):
                yield WordSlip(start, start + len(right), right, PROBABLE if likely else POSSIBLE)

    def _cut_short(self, runs: Iterable[CutRun], text: str) -> Iterator[WordSlip]:
        """Yield what lost its last character before a mark."""
        for start, end, right, sure in self._clipped.find(runs, text):
            if not is_short_name(text, start, end) and text[end : end + 1] not in _OPENS:
                yield WordSlip(start, end, right, PROBABLE if sure else POSSIBLE)

    def _standing_in(self, runs: Iterable[CutRun], text: str) -> Iterator[WordSlip]:
        """Yield the everyday characters that stand for others."""
        if self.stand_ins is None:
            return
        for at, right, sure in self.stand_ins.find(runs, text):
            if is_short_name(text, at, at + 1) or is_formal(text, at, at + 1):
                continue
            if sure or not (self._standing.has_coined(text, at, at + 1) or self._standing.goes_on(text, at)):
                yield WordSlip(at, at + 1, right, PROBABLE if sure else POSSIBLE)

    def _in_terms(self, runs: Iterable[CutRun], text: str) -> Iterator[WordSlip]:
        """Yield the terms of a trade that have one character of the same sound."""
        for start, right in self._twos.find(runs):
            end = start + len(right)
            if not is_short_name(text, start, end) and not self._standing.has_coined(text, start, end):
                yield WordSlip(start, end, right, POSSIBLE)

    def _is_right(self, text: str, start: int, end: int) -> bool:
        """Tell whether a range is part of an accepted wording, or of what is rightly said twice."""
        accepted = any(
            text[first : first + size] in self.accepted
            for size in (2, 3, 4, 5, 6)
            for first in range(max(0, end - size), start + 1)
        )
        return accepted or doubled.touches(text, start, end)


def _touches(names: re.Pattern[str], text: str, first: int, last: int) -> bool:
    """Tell whether a range touches a name; few sentences have anything to ask this of."""
    return any(found.start() < last and first < found.end() for found in names.finditer(text))
