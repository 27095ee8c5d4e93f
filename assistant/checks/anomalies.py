"""Slips in ordinary words: where one edit turns characters left alone into words that fit their neighbours.

A run of Chinese characters is cut into its likeliest words. Where that costs much (characters left alone, words that
never meet), every edit that a slip of the keyboard may have made is undone on trial: an alike character, a word of the
same sound, a character too many, one missing, two swapped. A slip is what makes the text very much likelier.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.checks.nearby import EditKind
from assistant.checks.similar import Likeness, Similar
from assistant.checks.vocabulary import Vocabulary
from assistant.text.usage import BEGIN, END, Token, Usage

_HAN = re.compile("[一-鿿]+")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
_SHORT = 2
"""Characters of a run that are too few to judge, such as those between two figures."""
_REACH = 3
"""Words on either side that an edit is weighed with."""
_LEAST, _TRIED = 1.5, 2.5
"""Gain below which nothing is yielded at all, and which a trial must be able to reach to be made."""

_CHANNEL = {Likeness.SOUND: 2.0, Likeness.NEAR: 3.0}
"""What it costs to write an alike character."""
_HOMOPHONE, _HOMOPHONES, _EXTRA, _DOUBLED, _MISSING, _SWAPPED = 4.0, 8.0, 5.0, 1.0, 4.0, 3.0
"""What the other slips cost."""
_BROKEN = 3.0
"""What it costs besides to break a word that is written rightly."""
_WORD = 1.5
"""What it costs besides where the word that is written is one, too (水务 for 税务)."""
_EVERYDAY = 9.5
"""What a word costs that people write every day."""
_ALONE, _WEAK, _WEAK_WORD = 4.5, 11.0, 7.0
"""What a single character must cost, it and a neighbour together, and a word of two, for a slip to be looked for."""
_FOLLOWS = 1.0
"""What the word behind a mended one costs at best."""


@dataclass(frozen=True, slots=True)
class Anomaly:
    """A slip: where it is, what should stand there, by what edit, how much likelier the text gets.

    `window` are the words around it as they then read, the first of them begins at `begin`; `attested` tells how many
    of the mended words follow each other in our texts.
    """

    start: int
    end: int
    right: str
    kind: EditKind
    gain: float
    begin: int
    window: tuple[str, ...]
    attested: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """A weak word in a run: its number, where it begins, and the words of the run with where each ends."""

    run: str
    tokens: list[Token]
    ends: list[int]
    number: int

    @property
    def word(self) -> str:
        return self.tokens[self.number][0]

    @property
    def start(self) -> int:
        return self.ends[self.number] - len(self.word)

    def neighbour(self, step: int) -> str:
        at = self.number + step
        if at < 0:
            return BEGIN
        return self.tokens[at][0] if at < len(self.tokens) else END

    def cost(self, start: int, end: int) -> float:
        """Return what the words that touch a range cost together, with the word behind them."""
        total = 0.0
        for (word, cost), stop in zip(self.tokens, self.ends, strict=True):
            if stop > start:
                total += cost
                if stop - len(word) >= end:
                    break
        return total


Trial = tuple[int, int, str, EditKind, float]
"""From, to, what should stand there, by what edit, and what the edit costs."""


@dataclass(frozen=True)
class Anomalies:
    """Finds slips by usage and likeness."""

    usage: Usage
    similar: Similar
    vocabulary: Vocabulary

    def find(self, text: str) -> Iterator[Anomaly]:
        """Yield the slips of a text, the surest first, none touching another."""
        taken: list[tuple[int, int]] = []
        for one in sorted(self._all(text), key=lambda one: -one.gain):
            if not any(start <= one.end and one.start <= end for start, end in taken):
                taken.append((one.start, one.end))
                yield one

    def _all(self, text: str) -> Iterator[Anomaly]:
        for found in _HAN.finditer(text):
            run, shift = found.group(), found.start()
            if len(run) > _SHORT or len(run) == len(text.strip("，。；：")):
                for one in self._in_run(run):
                    begin = one.begin + shift
                    yield replace(one, start=one.start + shift, end=one.end + shift, begin=begin)

    def _in_run(self, run: str) -> Iterator[Anomaly]:
        _, tokens = self.usage.cut(run)
        costs = [0.0, *(cost for _, cost in tokens), 0.0]
        ends: list[int] = []
        for word, _ in tokens:
            ends.append((ends[-1] if ends else 0) + len(word))
        for number, (word, cost) in enumerate(tokens):
            if number and len(word) > 1 and word == tokens[number - 1][0]:
                start = ends[number] - len(word)
                yield Anomaly(start, ends[number], "", EditKind.EXTRA, cost, start - len(word), (word,))
                continue
            beside = cost + max(costs[number], costs[number + 2])
            if len(word) > 2 or beside < _WEAK or cost < (_ALONE if len(word) == 1 else _WEAK_WORD):
                continue
            yield from self._weigh(_Place(run, tokens, ends, number))

    def _weigh(self, place: _Place) -> Iterator[Anomaly]:
        """Yield the trials at a place that make the text likelier."""
        tokens, ends, number = place.tokens, place.ends, place.number
        first, last = max(0, number - _REACH), min(len(tokens), number + _REACH + 1)
        begin, end = ends[first] - len(tokens[first][0]), ends[last - 1]
        before = tokens[first - 1][0] if first else BEGIN
        whole = last == len(tokens)
        base = None
        for at, to, right, kind, channel in dict.fromkeys(self._trials(place)):
            if base is None:
                base, _ = self.usage.cut(place.run[begin:end], before, whole=whole)
            tried = place.run[begin:at] + right + place.run[to:end]
            cost, cut = self.usage.cut(tried, before, whole=whole)
            gain = base - cost - channel
            if gain > _LEAST:
                window = tuple(word for word, _ in cut)
                attested = self._attested(window, at - begin, len(right))
                yield Anomaly(at, to, right, kind, gain, begin, window, attested)

    def _attested(self, window: tuple[str, ...], start: int, size: int) -> int:
        """Return how many pairs of words our texts have of those that touch a range of the window."""
        count = end = 0
        before, beside = "", False
        for word in window:
            begin, end = end, end + len(word)
            inside = begin < start + size and start < end if size else begin <= start <= end
            if before and (inside or beside):
                count += self.usage.seen(before, word)
            before, beside = word, inside
        return count

    def _trials(self, place: _Place) -> Iterator[Trial]:
        if place.word[0] in _NUMERALS:
            if len(place.word) > 1:
                yield from self._homophones(place, place.start)
            return
        for at in range(place.start, place.start + len(place.word)):
            yield from self._wrong(place, at)
        at = place.start
        yield from self._missing(place)
        if len(place.word) == 1:
            yield from self._extra(place, at)
            for first in (at - 1, at):
                yield from self._swapped(place, first)
        yield from self._homophones(place, at)

    def _homophones(self, place: _Place, at: int) -> Iterator[Trial]:
        """Yield words of the same sound, both characters other than written; for a word only what our texts attest."""
        behind = place.neighbour(1)
        if len(place.word) == 1:
            if len(behind) == 1 and behind != END:
                for other in self.vocabulary.homophones(place.word + behind):
                    if self._worth(place, at, at + 2, other, _HOMOPHONES):
                        yield at, at + 2, other, EditKind.WRONG, _HOMOPHONES
            return
        before = place.neighbour(-1)
        channel = _HOMOPHONE + self._usual(place.word)
        for other in self.vocabulary.homophones(place.word):
            attested = self.usage.seen(before, other) or self.usage.seen(other, behind)
            if attested and self._worth(place, at, at + 2, other, channel):
                yield at, at + 2, other, EditKind.WRONG, channel

    def _usual(self, word: str) -> float:
        """Return what it costs to take a word for a slip that people write every day, whatever stands beside it."""
        alone = self.usage.alone(word)
        return max(0.0, _EVERYDAY - alone) if alone is not None else 0.0

    def _worth(self, place: _Place, start: int, end: int, word: str, channel: float) -> bool:
        """Tell whether a word in place of a range can make the text likely enough at all."""
        chance = self.usage.cheapest(word)
        return place.cost(start, end) - chance - _FOLLOWS - channel > _TRIED

    def _wrong(self, place: _Place, at: int) -> Iterator[Trial]:
        run = place.run
        alike = self.similar.around(run[at])
        for start in range(max(0, at - 3), at + 1):
            for end in range(max(at + 1, start + 2), min(len(run), start + 4) + 1):
                for other in self.vocabulary.fills(run[start:at], run[at + 1 : end]):
                    likeness = alike.get(other)
                    if likeness is None:
                        continue
                    inside = start <= place.start and place.start + len(place.word) <= end
                    channel = _CHANNEL[likeness] + (0.0 if inside else _BROKEN)
                    if len(place.word) > 1 and inside:
                        channel += _WORD + self._usual(place.word)
                    if self._worth(place, start, end, run[start:at] + other + run[at + 1 : end], channel):
                        yield at, at + 1, other, EditKind.WRONG, channel

    def _extra(self, place: _Place, at: int) -> Iterator[Trial]:
        run = place.run
        first = at - 1 if at and run[at - 1] == run[at] else at
        if run[first : first + 1] == run[first + 1 : first + 2]:
            words = self.vocabulary.words
            if first and run[first - 1 : first + 1] in words and run[first + 1 : first + 3] in words:
                return  # 作风建设|设备, 耕地|地力
            yield at, at + 1, "", EditKind.EXTRA, _DOUBLED
            return
        for start in range(max(0, at - 3), at):
            for end in range(at + 2, min(len(run), start + 5) + 1):
                word = run[start:at] + run[at + 1 : end]
                if word in self.vocabulary.words and self._worth(place, start, end, word, _EXTRA):
                    yield at, at + 1, "", EditKind.EXTRA, _EXTRA

    def _swapped(self, place: _Place, at: int) -> Iterator[Trial]:
        run = place.run
        if at < 0 or at + 2 > len(run) or run[at] == run[at + 1]:
            return
        swapped = run[at + 1] + run[at]
        for start in range(max(0, at - 2), at + 1):
            for end in range(at + 2, min(len(run), start + 4) + 1):
                word = run[start:at] + swapped + run[at + 2 : end]
                if word in self.vocabulary.words and self._worth(place, start, end, word, _SWAPPED):
                    yield at, at + 2, swapped, EditKind.SWAPPED, _SWAPPED

    def _missing(self, place: _Place) -> Iterator[Trial]:
        """Yield what a character more makes of the place, or of the two ends of its word."""
        run, first = place.run, place.start
        cuts = (first, first + 1) if len(place.word) == 1 else (first + 1,)
        channel = _MISSING + (0.0 if len(place.word) == 1 else _WORD + self._usual(place.word))
        for cut in cuts:
            for start in range(max(0, cut - 3), cut):
                for end in range(cut + 1, min(len(run), start + 3) + 1):
                    for other in self.vocabulary.fills(run[start:cut], run[cut:end]):
                        word = run[start:cut] + other + run[cut:end]
                        if self._worth(place, start, end, word, channel):
                            yield start, end, word, EditKind.MISSING, channel
        before, behind = place.neighbour(-1), place.neighbour(1)
        for at in range(first, first + len(place.word)):
            for word in self.vocabulary.around(run[at]):
                follows = at == first and self.usage.seen(before, word)
                leads = at == first + len(place.word) - 1 and self.usage.seen(word, behind)
                if (follows or leads) and self._worth(place, at, at + 1, word, channel):
                    yield at, at + 1, word, EditKind.MISSING, channel
