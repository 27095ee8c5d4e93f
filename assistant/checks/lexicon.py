"""The fuzzy lexicon: fixed expressions that a text writes with one slip; how sure each is, `near_grades` says.

Nothing is told where the place belongs to another expression of the list, or to a wording listed as accepted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.checks.cut_runs import CutRun
from assistant.checks.echoes import PERHAPS, SURE
from assistant.checks.grading import POSSIBLE, PROBABLE
from assistant.checks.homophones import Homophones, homophones
from assistant.checks.moved_words import MOVED
from assistant.checks.near_grades import CERTAIN, LIKELY, Cutter, NearGrades
from assistant.checks.nearby import SHORTEST, NearbyIndex, covered, doubled_ends
from assistant.checks.reordered import Reordered, reordered
from assistant.checks.rule import Match
from assistant.checks.sentence_slips import Slip, Told
from assistant.checks.similar import Similar
from assistant.checks.slips import PARTICLE, WordSlips
from assistant.checks.stray_particles import STRAY

GRADES = (CERTAIN, LIKELY, PROBABLE, PARTICLE, POSSIBLE, SURE, PERHAPS, STRAY, MOVED)
"""How sure a slip is: certain only where one character of six or more has the sound of the right one.

All but the first two are those of slips in ordinary words.
"""

SENTENCE = re.compile("[^。！？\n]+[。！？\n]?")
"""What is looked at as a whole."""
_REMEMBERED = 4096
"""Sentences whose slips are kept."""

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
    def _grades(self) -> NearGrades:
        return NearGrades(self.similar, self.cut, self.words, self.idioms)

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
            grade = self._grades.grade(near, text)
            if grade:
                found.setdefault((near.start, near.end), {})[near.expression] = grade
        for (start, end), rights in found.items():
            grades = set(rights.values())
            grade = grades.pop() if len(grades) == 1 and (len(rights) == 1 or CERTAIN not in grades) else LIKELY
            yield Slip(start, end, tuple(sorted(rights)), grade)
