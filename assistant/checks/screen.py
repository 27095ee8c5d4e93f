"""Which rules can find anything in a paragraph at all, told by the characters and pairs it has: most need one more.

A set of finders is a number, each of them a bit: what a text has of all that thousands need is told by a few hundred
operations on such numbers. A pattern that stays within a sentence must find all that it needs in one, and looks there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial, reduce
from operator import and_, or_

from assistant.checks.contrasts import Contrasts
from assistant.checks.grouped import Grouped
from assistant.checks.hypernyms import Hypernyms
from assistant.checks.joint import Joint
from assistant.checks.kin import Kin
from assistant.checks.lacking import LackingSomewhere
from assistant.checks.last_words import LastWords
from assistant.checks.lost_heads import LostHeads
from assistant.checks.measures import Measures
from assistant.checks.narrow_measures import NarrowMeasures
from assistant.checks.objects import Objects
from assistant.checks.pattern import Pattern
from assistant.checks.predicates import Predicates
from assistant.checks.rule import ParagraphFinder, Rule
from assistant.checks.same_sense import SameSense
from assistant.checks.sentence_finds import SentenceFinds, find_in, key_of
from assistant.checks.shared_verbs import SharedVerbs
from assistant.text.confined import sentences
from assistant.text.needs import grams

_SCREENED = (
    *(Pattern, Objects, Predicates, Joint, Measures, LastWords, LostHeads, Contrasts, Kin, Hypernyms, SharedVerbs),
    *(SameSense, LackingSomewhere, NarrowMeasures),
)
"""Finders that tell what a paragraph must have for them."""
_REMEMBERED = 2048
"""Sentences whose finds are remembered before the memory starts afresh; a report has about two hundred."""
_MET = "1"
"""Says of a finder that all it needs is there."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The finders of all rules, each with the number of its rule, and what they need.

    A finder has a bit for each of the `steps` things that it may need: `none` holds those that it doesn't, `by_gram`
    for a gram those of the finders that need it; `confined` are the patterns that stay within a sentence.
    """

    entries: tuple[tuple[int, ParagraphFinder], ...]
    steps: int
    none: int
    by_gram: Mapping[str, int]
    confined: int
    _known: dict[tuple[str, int], SentenceFinds] = field(default_factory=dict, compare=False, repr=False)

    def finders_for(self, text: str) -> Iterator[tuple[int, ParagraphFinder]]:
        """Yield the finders that may find something in a text, each with the number of its rule, in order."""
        ranges = sentences(text)
        known = [self._sentence(text, *place) for place in ranges]
        met = reduce(or_, (one.met for one in known), self.none)
        pending = reduce(or_, (one.pending for one in known), 0) & self.confined
        flags = self._flags(self._whole(met) & ~self.confined | pending)
        places = tuple(zip(known, ranges, strict=True))
        at = flags.find(_MET)
        while at >= 0:
            number, find = self.entries[at]
            if isinstance(find, Pattern) and find.is_confined:
                yield number, partial(find_in, places, find, at)
            else:
                yield number, find
            at = flags.find(_MET, at + 1)

    def _sentence(self, text: str, first: int, last: int) -> SentenceFinds:
        """Return what is known of a sentence."""
        key = key_of(text, first, last)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            # The mark before a sentence belongs to what a pattern may look back at.
            met = self._met(text[max(0, first - 1) : last])
            found = self._known[key] = SentenceFinds(met, self._whole(met))
        return found

    def made_ready(self) -> Iterator[None]:
        """Compile one pattern after the other; all take seconds, which a later text need not wait for."""
        for _, find in self.entries:
            if isinstance(find, Pattern):
                find.make_ready()
                yield

    def _met(self, text: str) -> int:
        """Return the things needed that a text has."""
        return reduce(or_, filter(None, map(self.by_gram.get, grams(text))), self.none)

    def _whole(self, met: int) -> int:
        """Return the finders that have all they need."""
        size = len(self.entries)
        return reduce(and_, (met >> step * size for step in range(self.steps)), (1 << size) - 1)

    def _flags(self, finders: int) -> str:
        """Return one character for each finder."""
        return f"{finders:0{len(self.entries)}b}"[::-1]


def screen(rules: Iterable[Rule]) -> Screen:
    """Return the screen of rules about one paragraph; a rule is known by its number, its place among all of them."""
    entries = tuple(
        (number, find)
        for number, rule in enumerate(rules)
        for find in (rule.find.patterns if isinstance(rule.find, Grouped) else (rule.find,))
        if find is not None
    )
    needs = [find.needs if isinstance(find, _SCREENED) else () for _, find in entries]
    steps = max(map(len, needs), default=0)
    none = 0
    by_gram: dict[str, int] = {}
    for at, needed in enumerate(needs):
        for step in range(steps):
            bit = 1 << step * len(entries) + at
            if step >= len(needed):
                none |= bit
            for gram in needed[step] if step < len(needed) else ():
                by_gram[gram] = by_gram.get(gram, 0) | bit
    confined = sum(1 << at for at, (_, find) in enumerate(entries) if isinstance(find, Pattern) and find.is_confined)
    return Screen(entries, steps, none, by_gram, confined)
