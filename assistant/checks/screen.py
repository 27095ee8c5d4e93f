"""Which rules can find anything in a paragraph at all, told by the characters it has: most need one it lacks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.checks.grouped import Grouped
from assistant.checks.kinds import Pattern
from assistant.checks.objects import Objects
from assistant.checks.rule import Rule


@dataclass(frozen=True, slots=True)
class Screen:
    """The numbers of the rules that look into every paragraph, and of the others by the characters they need one of."""

    always: tuple[int, ...]
    by_character: Mapping[str, tuple[int, ...]]

    def rules_for(self, text: str) -> list[int]:
        """Return the numbers of the rules that may find something in a text, in order."""
        found = set(self.always)
        for character in set(text):
            if character in self.by_character:
                found.update(self.by_character[character])
        return sorted(found)


def screen(rules: Iterable[Rule]) -> Screen:
    """Return the screen of rules about one paragraph; a rule is known by its number, its place among all of them."""
    always: list[int] = []
    by_character: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        needed = rule.find.needs if isinstance(rule.find, Pattern | Grouped | Objects) else None
        if needed is not None:
            for character in needed:
                by_character.setdefault(character, []).append(number)
        elif rule.find is not None:
            always.append(number)
    return Screen(tuple(always), {character: tuple(numbers) for character, numbers in by_character.items()})
