"""Fixed wrong→right pairs of all rules, matched in one pass over a text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assistant.checks.rule import Match
from assistant.text.pieces import pairs, where


@dataclass(frozen=True, slots=True)
class Guard:
    """What must and must not stand directly beside a match; empty means anything may.

    `after` and `before` list strings one of which must stand right before (`after` them comes the match) or right
    behind it; `not_after` and `not_before` list strings that must not.
    """

    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()

    def admits(self, text: str, start: int, end: int) -> bool:
        """Tell whether the neighbours of `text[start:end]` let the match stand."""
        if self.not_after and text.endswith(self.not_after, 0, start):
            return False
        if self.not_before and text.startswith(self.not_before, end):
            return False
        if self.after and not text.endswith(self.after, 0, start):
            return False
        return not self.before or text.startswith(self.before, end)


OPEN = Guard()
"""The guard that lets everything pass."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A wrong form of at least two characters, what it should read, and the number of its rule in the rule set."""

    wrong: str
    right: tuple[str, ...]
    rule: int
    guard: Guard = OPEN


@dataclass(frozen=True)
class PairTable:
    """All pairs, looked up by their first two characters: one dictionary access per character of the text."""

    pairs: tuple[Pair, ...]
    by_start: Mapping[str, tuple[Pair, ...]] = field(repr=False, compare=False)

    def find(self, text: str) -> Iterator[tuple[int, Match]]:
        """Yield (number of the rule, match) for every wrong form in the text; they may overlap.

        Where one wrong form contains another (a longer context), the engine keeps the longer.
        """
        begun = pairs(text)
        for start in where(begun, self.by_start):
            for pair in self.by_start[begun[start]]:
                if text.startswith(pair.wrong, start):
                    end = start + len(pair.wrong)
                    if pair.guard.admits(text, start, end):
                        yield pair.rule, Match(start, end, pair.right, pair.wrong)


def pair_table(listed: Iterable[Pair]) -> PairTable:
    """Return the table of these pairs."""
    listed = tuple(listed)
    by_start: dict[str, tuple[Pair, ...]] = {}
    for pair in listed:
        by_start[pair.wrong[:2]] = (*by_start.get(pair.wrong[:2], ()), pair)
    return PairTable(listed, by_start)
