"""Which rules can find anything in a paragraph at all, told by the characters and pairs it has: most need one more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.contrasts import Contrasts
from assistant.checks.grouped import Grouped
from assistant.checks.hypernyms import Hypernyms
from assistant.checks.kin import Kin
from assistant.checks.kinds import Pattern
from assistant.checks.last_words import LastWords
from assistant.checks.measures import Measures
from assistant.checks.narrow_measures import NarrowMeasures
from assistant.checks.objects import Objects
from assistant.checks.predicates import Predicates
from assistant.checks.rule import ParagraphFinder, Rule
from assistant.checks.same_sense import SameSense
from assistant.checks.shared_verbs import SharedVerbs
from assistant.text.needs import Needs, grams

_SCREENED = (
    Pattern,
    Objects,
    Predicates,
    Measures,
    LastWords,
    Contrasts,
    Kin,
    Hypernyms,
    SharedVerbs,
    SameSense,
    NarrowMeasures,
)
"""Finders that tell what a paragraph must have for them."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A finder with the number of its rule; `needs` is what it needs besides what it is known by."""

    number: int
    find: ParagraphFinder
    needs: Needs = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """The finders of all rules, those that look into every paragraph, and the others by what they need one of."""

    entries: tuple[_Entry, ...]
    always: tuple[int, ...]
    by_gram: Mapping[str, tuple[int, ...]]

    def finders_for(self, text: str) -> Iterator[tuple[int, ParagraphFinder]]:
        """Yield the finders that may find something in a text, each with the number of its rule, in order."""
        has = grams(text)
        found = set(self.always)
        for gram in has & self.by_gram.keys():
            found.update(self.by_gram[gram])
        for at in sorted(found):
            entry = self.entries[at]
            for clause in entry.needs:
                if clause.isdisjoint(has):
                    break
            else:
                yield entry.number, entry.find


def screen(rules: Iterable[Rule]) -> Screen:
    """Return the screen of rules about one paragraph; a rule is known by its number, its place among all of them."""
    entries: list[_Entry] = []
    always: list[int] = []
    by_gram: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for find in rule.find.patterns if isinstance(rule.find, Grouped) else (rule.find,):
            if find is None:
                continue
            needed = find.needs if isinstance(find, _SCREENED) else ()
            for gram in needed[0] if needed else ():
                by_gram.setdefault(gram, []).append(len(entries))
            if not needed:
                always.append(len(entries))
            entries.append(_Entry(number, find, needed[1:]))
    return Screen(tuple(entries), tuple(always), {gram: tuple(numbers) for gram, numbers in by_gram.items()})
