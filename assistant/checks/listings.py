"""Fixed formulations that list what they mean: 重实践、强党性 for 强党性、重实践, or one of them left out.

A listing is known by the marks 、 between its members. What leads into the first and what follows the last is no part
of it, and neither are quotation marks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.rule import Match
from assistant.checks.unquoted import without_quotes

_RUN = re.compile("[一-鿿“”‘’]+(?:、[一-鿿“”‘’]+)+")
_LEAST = 7
"""Characters that must stand in another order: of fewer, another order is as good."""
_LONGEST = 16
"""Characters of a member that something else stands beside."""
_LEAST_WHOLE = 4
"""Members of which one may be said to have been left out."""
_GOES_ON = ("、", "和", "与", "等", "以及", "及")


@dataclass(frozen=True, slots=True)
class Listing:
    """The members of a formulation in their order; `whole`: they are only named together."""

    members: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Listings:
    """Find the members of listings in another order, and listings that lack one."""

    listings: tuple[Listing, ...]

    def out_of_order(self, text: str, /) -> Iterator[Match]:
        """Yield each listing of all members with the members in their order."""
        for run in _runs(text):
            found = 0
            for said, span in run.windows(self._members, self._sizes):
                right = self._by_members.get(frozenset(said))
                if right is not None and said not in self._orders and span[0] >= found:
                    found = span[1]
                    yield run.match(span, right)

    def left_out(self, text: str, /) -> Iterator[Match]:
        """Yield each listing that stands alone and lacks one of the members which are only named together."""
        for run in _runs(text):
            size = len(run.words)
            for said, span in run.windows(self._members, (size,) if size + 1 in self._sizes else ()):
                right = self._lacking.get(said)
                if right is not None and not text.startswith(_GOES_ON, run.places(span)[1]):
                    yield run.match(span, right)

    @cached_property
    def _members(self) -> frozenset[str]:
        return frozenset(member for one in self.listings for member in one.members)

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        return tuple(sorted({len(one.members) for one in self.listings}, reverse=True))

    @cached_property
    def _orders(self) -> frozenset[tuple[str, ...]]:
        return frozenset(one.members for one in self.listings)

    @cached_property
    def _by_members(self) -> Mapping[frozenset[str], tuple[str, ...]]:
        return {frozenset(one.members): one.members for one in self.listings if sum(map(len, one.members)) >= _LEAST}

    @cached_property
    def _lacking(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The listings that lack a member, each with the whole one."""
        return {
            (*one.members[:i], *one.members[i + 1 :]): one.members
            for one in self.listings
            if one.whole and len(one.members) >= _LEAST_WHOLE
            for i in range(len(one.members))
            if (*one.members[:i], *one.members[i + 1 :]) not in self._orders
        }


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands between marks 、 one after the other: where it begins, how it is written, its words."""

    start: int
    text: str
    words: list[str]

    def windows(
        self, members: frozenset[str], sizes: Iterable[int]
    ) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
        """Yield as many members as one of the sizes with where they stand in the run without quotation marks."""
        named = _named(self.words, members)
        known = len(named) - named.count(None)
        for size in sizes if known else ():
            for i in range(len(named) - size + 1) if size <= known else ():
                window = [one for one in named[i : i + size] if one is not None]
                if len(window) == size:
                    starts = [sum(len(word) + 1 for word in self.words[:n]) for n in (i, i + size - 1)]
                    (_, shift), (last, further) = window[0], window[-1]
                    yield tuple(word for word, _ in window), (starts[0] + shift, starts[1] + further + len(last))

    def places(self, span: tuple[int, int]) -> tuple[int, int]:
        """Return where a stretch without quotation marks begins and ends in the text."""
        _, at = without_quotes(self.text)
        return self.start + at[span[0]], self.start + at[span[1] - 1] + 1

    def match(self, span: tuple[int, int], right: tuple[str, ...]) -> Match:
        """Return the match with the members as they should read, with no fix for what has quotation marks in it."""
        whole = "、".join(right)
        start, end = self.places(span)
        plain = end - start == span[1] - span[0]
        return Match(start, end, (whole,) if plain else (), whole)


def _runs(text: str) -> Iterator[_Run]:
    if "、" in text:
        for run in _RUN.finditer(text):
            yield _Run(run.start(), run.group(), without_quotes(run.group())[0].split("、"))


def _named(words: list[str], members: frozenset[str]) -> list[tuple[str, int] | None]:
    """Return the members that words are, and where each begins; the first may end, the last begin with one."""
    named = [(word, 0) if word in members else None for word in words]
    first, last = words[0], words[-1]
    if named[0] is None:
        sizes = range(min(len(first), _LONGEST), 1, -1)
        named[0] = next(((first[-size:], len(first) - size) for size in sizes if first[-size:] in members), None)
    if named[-1] is None:
        sizes = range(min(len(last), _LONGEST), 1, -1)
        named[-1] = next(((last[:size], 0) for size in sizes if last[:size] in members), None)
    return named


def listings(lines: Iterable[str], others: frozenset[frozenset[str]] = frozenset()) -> Listings:
    """Return the finder for the lines of fixed formulations that list members between 、 and have a fixed end.

    With a fixed beginning, too, the members are only named together. `others` are known elsewhere.
    """
    found = []
    for line in lines:
        members = tuple(re.sub("[ “”‘’^$]", "", line).split("、"))
        listed = line.endswith("$") and not re.search("[=，（]", line) and len(set(members)) == len(members) > 1
        if listed and frozenset(members) not in others:
            found.append(Listing(members, line.startswith("^")))
    return Listings(tuple(found))
