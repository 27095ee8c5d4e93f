"""Which rules can find anything in a paragraph at all, told by the characters and pairs it has: most need one more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.checks.grouped import Grouped
from assistant.checks.kinds import Pattern
from assistant.checks.last_words import LastWords
from assistant.checks.measures import Measures
from assistant.checks.objects import Objects
from assistant.checks.rule import Rule
from assistant.text.needs import grams


@dataclass(frozen=True, slots=True)
class Screen:
    """The numbers of the rules that look into every paragraph, and of the others by what they need one of."""

    always: tuple[int, ...]
    by_gram: Mapping[str, tuple[int, ...]]

    def rules_for(self, text: str) -> list[int]:
        """Return the numbers of the rules that may find something in a text, in order."""
        found = set(self.always)
        for gram in grams(text) & self.by_gram.keys():
            found.update(self.by_gram[gram])
        return sorted(found)


def screen(rules: Iterable[Rule]) -> Screen:
    """Return the screen of rules about one paragraph; a rule is known by its number, its place among all of them."""
    always: list[int] = []
    by_gram: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        needed = rule.find.needs if isinstance(rule.find, Pattern | Grouped | Objects | Measures | LastWords) else None
        if needed is not None:
            for gram in needed:
                by_gram.setdefault(gram, []).append(number)
        elif rule.find is not None:
            always.append(number)
    return Screen(tuple(always), {gram: tuple(numbers) for gram, numbers in by_gram.items()})
