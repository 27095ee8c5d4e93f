"""A rule that is a regular expression, compiled when a text first has what it needs."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.pairs import OPEN, Guard
from assistant.checks.rule import Match
from assistant.text.needs import Needs

FLAGGED = "at"
"""The named group that narrows what a pattern flags; without it the whole match is flagged."""


@dataclass(frozen=True)
class Pattern:
    """A regular expression with the texts that may replace what it flags, as templates for `Match.expand`.

    It is compiled when a text has what it `needs`, or when there is nothing else to do: all of them take longer than
    opening a file may. Where `words` are given, its group `word` must be one of them. Where it `is_confined`, each
    sentence is searched without the others.
    """

    source: str
    needs: Needs = ()
    replacements: tuple[str, ...] = ()
    guard: Guard = OPEN
    words: Collection[str] = ()
    is_confined: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.source)

    def make_ready(self) -> None:
        """Compile the expression now, where that keeps nobody waiting."""
        _ = self.regex

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield every match whose neighbours the guard admits."""
        return self.within(((0, len(text)),), text)

    def within(self, ranges: Iterable[tuple[int, int]], text: str, /) -> Iterator[Match]:
        """Yield every such match in some of the sentences of a text."""
        search = self.regex.finditer
        for first, last in ranges:
            for found in search(text, first, last):
                start, end = found.span(FLAGGED if FLAGGED in self.regex.groupindex else 0)
                if self.words and found["word"] not in self.words:
                    continue
                if start < end and self.guard.admits(text, start, end):
                    yield Match(start, end, tuple(found.expand(template) for template in self.replacements))
