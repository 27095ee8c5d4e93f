"""Terms of two characters, one of them written by its sound or its shape: 烈缝, 引片, 滑波.

The words of a trade are rare, and so are strings that are no words: where one looks or sounds like the other, hardly
anything else can be meant. What stands there must fall apart into two characters that go with nothing beside them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assistant.checks.cut_runs import CutRun
from assistant.checks.similar import Likeness, Similar
from assistant.text.pieces import pairs, where
from assistant.text.usage import FIGURE, Usage

_SIZE = 2
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
            text = run.run
            places = where(pairs(text), self._written)
            bounds = _bounds(run) if places else frozenset()
            for at in places:
                if not at and run.before == FIGURE:
                    continue  # what counts: 1点|为
                if {at, at + 1, at + _SIZE} <= bounds and not self._belongs(text, at):
                    yield run.start + at, self._written[text[at : at + _SIZE]]

    def _belongs(self, text: str, at: int) -> bool:
        """Tell whether one of the characters makes a word with what is beside them."""
        return any(self._is_word(text[start : start + _SIZE]) for start in (at - 1, at + 1) if start >= 0)

    def _is_word(self, text: str) -> bool:
        return len(text) == _SIZE and bool(self.usage.count(text) or self.usage.words.probability(text) is not None)

    @cached_property
    def _written(self) -> dict[str, str]:
        """The terms by what they may have been written as; a tenth of a second, so made at the first use."""
        right = {piece for word in (*self.known, *self.usage.often()) for piece in pairs(word)}
        written: dict[str, str] = {}
        for term in sorted(self.terms):
            for place, character in enumerate(term):
                for other, likeness in self.similar.around(character).items():
                    said = term[:place] + other + term[place + 1 :]
                    alike = likeness is Likeness.SOUND or self.similar.by_shape(character, other)
                    if alike and other not in _LOOSE and said not in right:
                        written.setdefault(said, term)
        return {said: term for said, term in written.items() if not self._is_free(said) and not self._is_word(said)}

    def _is_free(self, said: str) -> bool:
        """Tell whether both characters are words so common that they meet by chance: 写|清, 派|课."""
        logs = (self.usage.words.probability(character) for character in said)
        return sum(log for log in logs if log is not None) > _COMMON


def _bounds(run: CutRun) -> frozenset[int]:
    """Return where the words of a run begin and end."""
    bounds, at = [0], 0
    for word in run.words:
        at += len(word)
        bounds.append(at)
    return frozenset(bounds)
