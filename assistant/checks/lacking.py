"""A word that asks for a verb, and none behind it: 进一步党员干部的宗旨意识, 组织党员革命纪念馆.

Told is a clause that goes on with a name behind such a word, and is nothing but names and what describes them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.clauses import masked
from assistant.checks.rule import Match
from assistant.text.needs import Needs, needs

_MARK = re.compile("[，。；：！\n]")
_FARTHEST = 40
"""Characters in which the end of what such a word asks for is looked for."""
_LONGEST, _PAIR = 4, 2
_PEOPLE = frozenset("员者们")
"""Ends of names that are never the object of a verb of one character before them."""


@dataclass(frozen=True)
class Lacking:
    """What the parts of such a clause are known by (see the table of that name), and the finder that looks for it."""

    begins: re.Pattern[str]
    of_names: re.Pattern[str]
    events: re.Pattern[str]
    of_clause: re.Pattern[str]
    ends: re.Pattern[str]
    until: re.Pattern[str]
    names: frozenset[str]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the words that no verb follows."""
        plain = ""
        for found in self._begun(text):
            plain = plain or masked(text)
            begin = found.end()
            stop = self.until.search(plain, begin, min(begin + _FARTHEST, len(plain)))
            said = plain[begin : stop.start()] if stop else ""
            if self._first(said) and self._verbless(said):
                yield Match(found.start(found.lastindex or 0), self._end(begin, said))

    def _end(self, begin: int, _said: str) -> int:
        """Return where what is told ends: with the word that asks for a verb."""
        return begin

    def _begun(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the words that ask for a verb, each at the beginning of a clause."""
        starts = (0, *(mark.end() for mark in _MARK.finditer(text)))
        return filter(None, (self.begins.match(text, at) for at in starts))

    def _first(self, said: str) -> bool:
        """Tell whether a clause goes on with a name; a blank, which is masked by zeros, may hold a verb."""
        if self.of_names.match(said) or said[1:_PAIR] in _PEOPLE:
            return not said.startswith("0")
        return not self.events.match(said) and any(said[:size] in self.names for size in range(_PAIR, _LONGEST + 1))

    def _verbless(self, said: str) -> bool:
        """Tell whether what stands there is one name with all that describes it."""
        return self._are_names(said) or any(
            self._are_names(said[at:]) and self.of_clause.fullmatch(said, 0, at) for at in range(_PAIR, len(said))
        )

    def _are_names(self, said: str) -> bool:
        """Tell whether a text is nothing but names, names of actions beside them, and what describes them."""
        reached = {0}
        for at in range(len(said)):
            if at not in reached:
                continue
            for size in range(_PAIR, _LONGEST + 1):
                if said[at : at + size] in self.names:
                    reached.add(at + size)
            for pattern in (self.of_names, self.ends, self.events):
                found = pattern.match(said, at)
                if found is not None and (pattern is not self.events or at):
                    reached.add(found.end())
        return bool(said) and len(said) in reached


class LackingInside(Lacking):
    """The same behind a word that stands anywhere in a clause: 组织党员轮流进山卡口."""

    def _begun(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the words that ask for a verb, wherever they stand."""
        return self.begins.finditer(text)


class LackingSomewhere(LackingInside):
    """The same where the verb may be missing anywhere in the names: all of them are told."""

    @cached_property
    def needs(self) -> Needs:
        """What a paragraph must have for it."""
        return needs(self.begins.pattern)

    def _end(self, begin: int, said: str) -> int:
        """Return where what is told ends: with the last of the names."""
        return begin + len(said)
