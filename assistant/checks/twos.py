"""Terms of two characters, one of them written by its sound or its shape: 烈缝, 引片, 滑波.

The words of a trade are rare, and so are strings that are no words: where one looks or sounds like the other, hardly
anything else can be meant. What stands there must fall apart into two characters that go with nothing beside them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import add

from assistant.checks.cut_runs import CutRun
from assistant.checks.similar import Likeness, Similar
from assistant.text.usage import FIGURE, Usage

_SIZE = 2
_REMEMBERED = 4096
"""Pairs of characters whose terms are kept."""
_LOOSE = frozenset(
    "与和及的了是在也把被将由从向于又以等各每可要会能有没无已再很更最多少不一二三四五六七八九十两"
    "并时中上下里内后前且则即如地得之其或所而个这那只还就都也才又再仅曾正共全均总仍先便该此让使给用当做像比跟同能氏逐"
)
"""Characters that stand beside any other: what sounds like a term with one of them is none."""
_COMMON = -18.4
"""Sum of the log probabilities of two characters from which they are common words.

Of 16 that were no terms 13 have more, of 20 written for one 3.
"""


@dataclass(frozen=True)
class Twos:
    """The terms; `usage` and `known` (longer words and expressions) tell what is no term written wrong but right."""

    terms: frozenset[str]
    similar: Similar = field(repr=False)
    usage: Usage = field(repr=False)
    known: Iterable[str] = field(repr=False)

    def find(self, runs: Iterable[CutRun]) -> Iterator[tuple[int, str]]:
        """Yield (where it begins, term) for what is written for a term in the runs of a text."""
        for run in runs:
            at, counted = 0, run.before == FIGURE  # behind a figure the first character counts: 1点|为
            for one, other in pairwise(run.words):
                if len(one) == len(other) == 1 and not counted:
                    term = self._term(one + other)
                    if term and not self._belongs(run.run, at):
                        yield run.start + at, term
                at, counted = at + len(one), False

    def _belongs(self, text: str, at: int) -> bool:
        """Tell whether one of the characters makes a word with what is beside them."""
        return any(self._is_word(text[start : start + _SIZE]) for start in (at - 1, at + 1) if start >= 0)

    def _is_word(self, text: str) -> bool:
        return len(text) == _SIZE and bool(self.usage.count(text) or self.usage.words.probability(text) is not None)

    @cached_property
    def _term(self) -> Callable[[str], str]:
        """Return the term that two characters were to be, empty for none; a text has the same ones again and again."""
        return lru_cache(_REMEMBERED)(self._meant)

    def _meant(self, said: str) -> str:
        if self._is_free(said) or self._is_word(said) or said in self._right:
            return ""
        for place, kept in enumerate(said):
            for right in self._others.get((place, kept), ""):
                if self._stands_for(said[1 - place], right):
                    return right + kept if place else kept + right
        return ""

    def _stands_for(self, said: str, right: str) -> bool:
        """Tell whether a character may be written for another one: it sounds or looks like it."""
        if said in _LOOSE:
            return False
        return self.similar.likeness(said, right) is Likeness.SOUND or self.similar.by_shape(said, right)

    def _is_free(self, said: str) -> bool:
        """Tell whether both characters are words so common that they meet by chance: 写|清, 派|课."""
        logs = (self.usage.words.probability(character) for character in said)
        return sum(log for log in logs if log is not None) > _COMMON

    @cached_property
    def _others(self) -> Mapping[tuple[int, str], str]:
        """The other characters of the terms that have one at a place."""
        others: dict[tuple[int, str], str] = {}
        for term in sorted(self.terms):
            for place, kept in enumerate(term):
                others[place, kept] = others.get((place, kept), "") + term[1 - place]
        return others

    @cached_property
    def _right(self) -> frozenset[str]:
        """What stands in longer words and in expressions: 正风肃纪, 立行立改."""
        return frozenset(piece for word in (*self.known, *self.usage.often()) for piece in map(add, word, word[1:]))
