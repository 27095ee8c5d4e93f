"""Numbered formulations: their members, in their order, and formulations that are named together in a fixed order."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import dated_reports
from assistant.text.needs import grams

_SEPARATORS = "、|和|与|及|以及"
_NUMERAL = re.compile("[一二三四五六七八九十两双]")
_NUMBERED = re.compile("[一二三四五六七八九十两][个大项种][一-鿿]{2}")
"""Names of which one character alone may be told to be wrong: a number, a measure word and what is counted."""
_BESIDE = 24
"""Characters between a name and its members."""
_LEAST_TOGETHER = 3
"""Formulations of a sequence that a report must name before it is asked for the first of them."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A formulation that counts its members, and the members in their order; `whole`: they are only named together."""

    name: str
    members: tuple[str, ...]
    whole: bool = False


Enumeration = tuple[Numbered, int, int, list[str]]
"""A formulation, from where to where a text enumerates members of it, and these."""


@dataclass(frozen=True)
class Enumerations:
    """Finds the members of numbered formulations, once for all that judge them."""

    all: tuple[Numbered, ...] = ()

    def find(self, text: str) -> tuple[Enumeration, ...]:
        """Return the runs of two or more members of a formulation, joined by 、 or 和."""
        return self._found(text)

    def named(self, text: str) -> Iterator[tuple[Numbered, int]]:
        """Yield the formulations of which a text may name members, with the most that it may name of each."""
        present = Counter(number for key in grams(text) & self._by_key.keys() for number in self._by_key[key])
        return ((self.all[number], count) for number, count in sorted(present.items()))

    @cached_property
    def _found(self) -> Callable[[str], tuple[Enumeration, ...]]:
        return lru_cache(maxsize=2)(lambda text: tuple(self._find(text)))

    @cached_property
    def _by_key(self) -> dict[str, list[int]]:
        """The formulations by the two characters that a member begins with, once for each such member."""
        by_key: dict[str, list[int]] = {}
        for number, one in enumerate(self.all):
            for member in one.members:
                by_key.setdefault(member[:2], []).append(number)
        return by_key

    def _find(self, text: str) -> Iterator[Enumeration]:
        for one, most in self.named(text):
            if most < 2 or sum(member in text for member in one.members) < 2:
                continue
            any_member = "|".join(map(re.escape, one.members))
            for run in re.finditer(f"(?:{any_member})(?:(?:{_SEPARATORS})(?:{any_member}))+", text):
                yield one, run.start(), run.end(), re.findall(any_member, run.group())


@dataclass(frozen=True, slots=True)
class Sequence:
    """Formulations named together, in their order; from the year `since` on the first is not left out."""

    members: tuple[str, ...]
    since: int | None


@dataclass(frozen=True, slots=True)
class MembersOutOfOrder:
    """Find enumerations of all members of a numbered formulation in another order."""

    numbered: Enumerations

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each enumeration with the members in their order."""
        for one, start, end, found in self.numbered.find(text):
            if sorted(found) == sorted(one.members) and tuple(found) != one.members:
                yield Match(start, end, ("、".join(one.members),), one.name)


@dataclass(frozen=True, slots=True)
class MemberMissing:
    """Find enumerations that call themselves by the number and lack one member."""

    numbered: Enumerations

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each enumeration beside the name of its formulation."""
        for one, start, end, found in self.numbered.find(text):
            beside = text[max(0, start - len(one.name) - 4) : start] + text[end : end + len(one.name) + 4]
            if one.name in beside and len(set(found)) == len(one.members) - 1:
                yield Match(start, end, (), one.name)


@dataclass(frozen=True, slots=True)
class PartOfWhole:
    """Find enumerations that leave out one of the members which are only ever named together."""

    numbered: Enumerations

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each such enumeration with all members in their order."""
        for one, start, end, found in self.numbered.find(text):
            goes_on = text.startswith(("、", "和", "与", "的"), end) or text.endswith(("、", "和"), 0, start)
            if one.whole and len(found) == len(set(found)) == len(one.members) - 1 and not goes_on:
                yield Match(start, end, ("、".join(one.members),), one.name)


@dataclass(frozen=True, slots=True)
class NameBesideMembers:
    """Find names beside all their members with one character wrong: 五大纪律：政治纪律、……、生活纪律."""

    numbered: Enumerations

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each such name with the right one; another measure word (六项纪律) is as good."""
        for one, start, end, found in self.numbered.find(text):
            first, last = max(0, start - len(one.name) - _BESIDE), end + len(one.name) + _BESIDE
            if set(found) != set(one.members) or one.name in text[first:last] or not _NUMBERED.match(one.name):
                continue
            for at in range(first, min(last, len(text)) - len(one.name) + 1):
                said = text[at : at + len(one.name)]
                apart = at + len(one.name) <= start or end <= at
                if apart and _NUMERAL.match(said) and _one_other(said, one.name):
                    yield Match(at, at + len(one.name), (one.name,), one.name)
                    break


@dataclass(frozen=True, slots=True)
class SequenceOutOfOrder:
    """Find formulations that are named one after the other in another than their fixed order."""

    sequences: tuple[Sequence, ...]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the first pair of neighbours in each sentence that stands the wrong way round."""
        for sequence in self.sequences:
            if sum(member in text for member in sequence.members) < 2:
                continue
            names = re.compile("|".join(map(re.escape, sequence.members)))
            for sentence in re.finditer("[^。；！？\n]+", text):
                places = [(found.start(), found.end(), found.group()) for found in names.finditer(sentence.group())]
                for (start, stop, one), (begin, end, other) in pairwise(places):
                    apart = sentence.group()[stop:begin]
                    wrong = sequence.members.index(one) > sequence.members.index(other)
                    if wrong and re.fullmatch("[”、，]{1,3}[一-鿿]{0,5}“?", apart):
                        yield Match(sentence.start() + start, sentence.start() + end)
                        break


@dataclass(frozen=True, slots=True)
class FirstOfSequenceMissing:
    """Find reports that name all formulations of a sequence but the first, which by then belongs to it."""

    sequences: tuple[Sequence, ...]

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the first place of the second formulation in each such report."""
        for number, report, year in dated_reports(survey):
            texts = [survey.document.blocks[index].text for index in range(report.first, report.last + 1)]
            whole = "\n".join(texts)
            for sequence in self.sequences:
                first, *others = sequence.members
                asked = sequence.since is not None and year >= sequence.since
                if not asked or first in whole or sum(name in whole for name in others) < _LEAST_TOGETHER:
                    continue
                at = next(i for i, text in enumerate(texts) if others[0] in text)
                start = texts[at].index(others[0])
                yield Located(report.first + at, Match(start, start + len(others[0])), first, report=number)


def _one_other(one: str, other: str) -> bool:
    """Tell whether two names differ in one character that is no measure word."""
    unlike = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(unlike) == 1 and unlike[0] != 1
