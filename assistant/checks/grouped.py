"""Rules over groups of words: one frame, and for each group which words belong there and which do not.

What goes with what (力度 is 大, a 突击队 is counted in 支) is a table; the frame says where in a sentence it shows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.kinds import Pattern
from assistant.checks.pairs import Guard
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs, grams

HEADS, WRONG = "{heads}", "{wrong}"
"""Where the words of a group stand in the frame."""
_MATCHED = f"(?P<at>{WRONG})"
_WAY = re.compile(r"(?P<way>[一-鿿]+)(?P<loose>[?*{]?)")


@dataclass(frozen=True, slots=True)
class Group:
    """The pattern of a group, and beginnings of its words: of each list a text that it matches has one."""

    pattern: Pattern
    words: tuple[tuple[str, ...], ...]

    def may_match(self, text: str) -> bool:
        """Tell whether a text has what the group needs; looking for words is ten times quicker than the pattern."""
        needed = self.pattern.needs
        if needed is not None and needed.isdisjoint(grams(text)):
            return False
        for words in self.words:
            for word in words:
                if word in text:
                    break
            else:
                return False
        return True


@dataclass(frozen=True)
class Grouped:
    """The patterns of all groups, asked one after the other where a text has what they need."""

    groups: Sequence[Group]

    @property
    def needs(self) -> Needs | None:
        """Return what whatever any group matches has one of."""
        found: set[str] = set()
        for group in self.groups:
            if group.pattern.needs is None:
                return None
            found |= group.pattern.needs
        return frozenset(found)

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the matches of every group."""
        for group in self.groups:
            if group.may_match(text):
                yield from group.pattern(text)


def grouped(table: Table, guard: Guard, needs: Callable[[str], Needs | None]) -> Grouped:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    frame = table.text("pattern")
    groups = []
    for group in table.tables("groups"):
        group.refuse_unknown({"heads", "wrong", "right"})
        heads = group.text("heads")
        wrong = group.text("wrong") if group.has("wrong") else heads
        source = frame.replace(HEADS, heads).replace(WRONG, wrong)
        right = (group.text("right", empty=True),) if group.has("right") else ()
        placed = [heads, wrong] if _MATCHED in frame else [heads]  # {wrong} may also stand where it must not match
        words = tuple(found for found in map(_beginnings, placed) if found)
        groups.append(Group(Pattern(source, needs(source), right, guard), words))
    if not groups or HEADS not in frame:
        raise table.wrong("groups", "a frame with {heads} and a group or more is expected")
    return Grouped(tuple(groups))


def _beginnings(words: str) -> tuple[str, ...]:
    """Return the characters that each alternative begins with, none where one begins with anything else."""
    found, depth, start = [], 0, 0
    for end, character in enumerate(f"{words}|"):
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            way = _WAY.match(words, start, end)
            text = way["way"][: -1 if way["loose"] else None] if way else ""
            if not text:
                return ()
            found.append(text)
            start = end + 1
    return tuple(found)
