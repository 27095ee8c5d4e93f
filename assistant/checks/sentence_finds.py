"""What patterns found in a sentence, remembered: while one is typed, the others of its paragraph stay as they were.

Of a pattern that stays within a sentence (`text.confined`) everything it says follows from the sentence and a few
characters before it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.checks.pairs import OPEN
from assistant.checks.pattern import Pattern
from assistant.checks.rule import Match

BEFORE = 16
"""Code points before a sentence that patterns may look back at; the longest one looks back 12."""


@dataclass(slots=True)
class SentenceFinds:
    """A sentence: what it has of all that patterns need, which of them have all they need, and what they found.

    Patterns are bits of numbers, as in the screen: `met`, `able`, `done` and `telling` those that found something.
    """

    met: int
    able: int
    done: int = 0
    telling: int = 0
    _found: dict[int, tuple[Match, ...]] = field(default_factory=dict)

    @property
    def pending(self) -> int:
        """The patterns that are still to be asked, or have something to say."""
        return self.able & ~self.done | self.telling

    def find(self, pattern: Pattern, bit: int, first: int, last: int, text: str) -> Iterator[Match]:
        """Yield what a pattern finds in the sentence, which goes from `first` to `last` in the text."""
        if not self.able >> bit & 1:
            return
        if not self.done >> bit & 1:
            found = tuple(pattern.within(((first, last),), text))
            if pattern.guard != OPEN:  # it may look behind the sentence
                yield from found
                return
            self.done |= 1 << bit
            if found:
                self.telling |= 1 << bit
                self._found[bit] = tuple(replace(one, start=one.start - first, end=one.end - first) for one in found)
        for one in self._found.get(bit, ()):
            yield replace(one, start=one.start + first, end=one.end + first)


def key_of(text: str, first: int, last: int) -> tuple[str, int]:
    """Return what the finds in a sentence depend on: it and what is before it, and how much of that there is."""
    begin = max(0, first - BEFORE)
    return text[begin:last], first - begin


def find_in(
    places: Sequence[tuple[SentenceFinds, tuple[int, int]]], pattern: Pattern, bit: int, text: str
) -> Iterator[Match]:
    """Yield what a pattern finds in the sentences of a text."""
    for one, (first, last) in places:
        yield from one.find(pattern, bit, first, last, text)
