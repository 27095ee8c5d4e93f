"""What a slip of the keyboard may have made of a word: edits to undo on trial at a weak place of a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from assistant.checks.fitting import Fitting
from assistant.checks.nearby import EditKind
from assistant.checks.places import MEASURES, NUMERALS, Place, Trial
from assistant.checks.run_together import run_together
from assistant.checks.similar import Likeness, Similar
from assistant.checks.vocabulary import Vocabulary
from assistant.text.usage import FIGURE, Usage

_CHANNEL: dict[Likeness | None, float] = {Likeness.SOUND: 2.0, Likeness.NEAR: 3.0}
"""What it costs to write an alike character."""
_HOMOPHONE, _HOMOPHONES, _EXTRA, _DOUBLED, _MISSING, _SWAPPED = 4.0, 8.0, 5.0, 1.0, 4.0, 3.0
"""What the other slips cost."""
_UNLIKE = 9.0
"""What it costs to write a character that is in no way like the right one."""
_CONFUSED, _HALF = 1.0, 2.0
"""What it costs to write a word listed as often taken for the right one, and besides where but one neighbour speaks."""
_BROKEN = 4.5
"""What it costs besides to break a word that is written rightly."""
_WORD, _EVERYDAY = 1.5, 9.5
"""What it costs besides where what is written is a word, too (水务 for 税务), more where it is cheaper than that."""
_BEGUN = frozenset(("在建", "在职", "在岗", "在册", "和平", "和谐", "和美", "和睦"))
"""Words that stand behind the small word that they begin with: 在|在建工地, 和|和平村; but 在在|建设."""
_PAIR, _WHOLE = 2, 4
"""Characters of a word that a slip leaves little of, and of one that is known again by the rest of it."""


@dataclass(frozen=True)
class Trials:
    """Thinks of edits: alike characters, words of the same sound, a character too many, one missing, two swapped."""

    usage: Usage
    similar: Similar
    vocabulary: Vocabulary

    def at(self, place: Place) -> Iterator[Trial]:
        """Yield the trials at a place."""
        if place.word[0] in NUMERALS:
            if len(place.word) > 1 and place.word[1] not in MEASURES:
                yield from self._homophones(place, place.start)
            elif place.is_counted_again():
                yield place.start, place.start + 1, "", EditKind.EXTRA, _DOUBLED
            return
        at = place.start
        within = range(at, at + len(place.word))
        breaking = self._breaking(place)
        yield from chain.from_iterable(self._wrong(place, each, breaking) for each in within)
        yield from self._missing(place, breaking)
        yield from chain.from_iterable(self._extra(place, each, breaking) for each in within)
        if len(place.word) == 1:
            yield from self._between(place)
            yield from run_together(place, self.usage)
            yield from self._single(place)
        if len(place.word) == 1 or not self.usage.count(place.word):
            yield from self._unlike(place)
        for first in range(at - 1, at + len(place.word)):
            yield from self._swapped(place, first, breaking)
        yield from self._homophones(place, at)

    def alone(self, place: Place) -> Iterator[Trial]:
        """Yield the single words that one is often written for (以, 已); behind a figure, what counts and is alike."""
        word, before, behind = place.word, place.neighbour(-1), place.neighbour(1)
        seen = self.usage.seen
        others: Iterable[str] = ()
        channel = _CONFUSED
        if before == FIGURE and not seen(FIGURE, word):
            others = [other for other in self.similar.around(word) if seen(FIGURE, other) and other not in NUMERALS]
            channel = _CHANNEL[Likeness.NEAR]
        elif word in self.vocabulary.confused:
            words = self.vocabulary.words
            others = [
                other
                for other in self.vocabulary.confused[word]
                if seen(before, other) or seen(other, behind) or other + behind in words
            ]
        for other in others:
            yield place.start, place.start + 1, other, EditKind.WRONG, channel

    def again(self, place: Place) -> Iterator[Trial]:
        """Yield a character that stands beside itself without it."""
        return self._extra(place, place.start, 0.0)

    def _homophones(self, place: Place, at: int) -> Iterator[Trial]:
        """Yield words of the same sound, both characters other than written; for a word only what our texts attest."""
        behind = place.neighbour(1)
        if len(place.word) == 1:
            if len(behind) == 1 and not place.last():
                fits = Fitting(self.usage, place, at, at + 2).fits
                for other in self.vocabulary.homophones(place.word + behind):
                    if fits(other, _HOMOPHONES):
                        yield at, at + 2, other, EditKind.WRONG, _HOMOPHONES
            return
        before = place.neighbour(-1)
        costs = dict.fromkeys(self.vocabulary.homophones(place.word), _HOMOPHONE + self._usual(place.word))
        costs.update(dict.fromkeys(self.vocabulary.confused.get(place.word, ()), _CONFUSED))
        fits = Fitting(self.usage, place, at, at + 2).fits
        for other, channel in costs.items():
            attested = self.usage.seen(before, other) or self.usage.seen(other, behind)
            if (attested or channel == _CONFUSED) and fits(other, channel):
                yield at, at + 2, other, EditKind.WRONG, channel

    def _breaking(self, place: Place) -> float:
        """Return what it costs besides to take the word at a place for a slip: nothing for a single one."""
        return _WORD + self._usual(place.word) if len(place.word) > 1 else 0.0

    def _usual(self, word: str) -> float:
        """Return what it costs to take a word for a slip that people write every day, whatever stands beside it."""
        alone = self.usage.alone(word)
        return max(0.0, _EVERYDAY - alone) if alone is not None else 0.0

    def _wrong(self, place: Place, at: int, breaking: float) -> Iterator[Trial]:
        run = place.run
        alike = self.similar.around(run[at])
        for start in range(max(0, at - 3), at + 1):
            tails = self.vocabulary.fills(run[start:at])
            if not tails:
                continue
            for end in range(max(at + 1, start + 2), min(len(run), start + 4) + 1):
                others: Iterable[str] = tails.get(run[at + 1 : end], "")
                if end - start < _WHOLE or len(place.word) > 1:
                    others = [other for other in others if other in alike]
                if not others:
                    continue
                inside = start <= place.start and place.start + len(place.word) <= end
                broken = breaking if inside else _BROKEN
                fits = Fitting(self.usage, place, start, end).fits
                for other in others:
                    if other in NUMERALS:
                        continue
                    channel = _CHANNEL.get(alike.get(other), _UNLIKE) + broken
                    if fits(run[start:at] + other + run[at + 1 : end], channel):
                        yield at, at + 1, other, EditKind.WRONG, channel

    def _extra(self, place: Place, at: int, breaking: float) -> Iterator[Trial]:
        run = place.run
        first = at - 1 if at and run[at - 1] == run[at] else at
        if run[first : first + 1] == run[first + 1 : first + 2]:
            words = self.vocabulary.words
            whole = first and run[first - 1 : first + 1] in words and run[first + 1 : first + 3] in words
            ends = run[first + 2 : first + 4] not in words or run[first + 3 : first + 5] in words  # 在建|工地
            if run[first + 1 : first + 3] in _BEGUN and ends:
                return
            if whole and len(place.word) > 1:
                return  # 作风建设|设备, 耕地|地力
            yield at, at + 1, "", EditKind.EXTRA, _DOUBLED + breaking
            return
        channel = _EXTRA + breaking
        for start in range(max(0, at - 3), at):
            for end in range(at + 2, min(len(run), start + 5) + 1):
                word = run[start:at] + run[at + 1 : end]
                if word in self.vocabulary.words and Fitting(self.usage, place, start, end).is_worth(word, channel):
                    yield at, at + 1, "", EditKind.EXTRA, channel

    def _between(self, place: Place) -> Iterator[Trial]:
        """Yield the common character behind the place that keeps it from the rest of its word (志|的|愿)."""
        run, at = place.run, place.start
        if len(place.neighbour(1)) == 1 and len(place.neighbour(2)) == 1 and at + _PAIR < len(run):
            word = run[at] + run[at + 2]
            if word in self.vocabulary.words and Fitting(self.usage, place, at, at + 3).is_worth(word, _EXTRA):
                yield at + 1, at + 2, "", EditKind.EXTRA, _EXTRA

    def _single(self, place: Place) -> Iterator[Trial]:
        """Yield alike characters that our texts have alone beside one of the neighbours (不深不偷)."""
        around = self.similar.around(place.word)
        follow = self.usage.behind(place.neighbour(-1)) & around.keys()
        lead = self.usage.ahead(place.neighbour(1)) & around.keys()
        start, end = place.start, place.start + 1
        fits = Fitting(self.usage, place, start, end).fits
        for other in sorted((follow | lead) - NUMERALS):
            channel = _CHANNEL[around[other]] + (_HALF if other not in follow or other not in lead else 0.0)
            if fits(other, channel):
                yield start, end, other, EditKind.WRONG, channel

    def _unlike(self, place: Place) -> Iterator[Trial]:
        """Yield a word for two characters, left alone or a word that our texts lack, one of them wrong (措把, 金难)."""
        at, single = place.start, len(place.word) == 1
        if len(place.word) > 2 or (single and (len(place.neighbour(1)) != 1 or place.last())):
            return
        follow, lead = self.usage.behind(place.neighbour(-1)), self.usage.ahead(place.neighbour(1 + single))
        fits = Fitting(self.usage, place, at, at + 2).fits
        for kept in (0, 1):
            around = self.vocabulary.around(place.run[at + kept])
            for word in sorted(around & follow & lead):
                if word[kept] == place.run[at + kept] and fits(word, _UNLIKE):
                    wrong = at + 1 - kept
                    yield wrong, wrong + 1, word[1 - kept], EditKind.WRONG, _UNLIKE

    def _swapped(self, place: Place, at: int, breaking: float) -> Iterator[Trial]:
        run = place.run
        if at < 0 or at + 2 > len(run) or run[at] == run[at + 1]:
            return
        swapped = run[at + 1] + run[at]
        words = self.vocabulary.words
        channel = _SWAPPED + breaking
        for start in range(max(0, at - 2), at + 1):
            for end in range(at + 2, min(len(run), start + 4) + 1):
                word = run[start:at] + swapped + run[at + 2 : end]
                if word not in words:
                    continue
                broken = _BROKEN if place.breaks(at, at + 2) else 0.0
                if Fitting(self.usage, place, start, end).fits(word, channel + broken):
                    yield at, at + 2, swapped, EditKind.SWAPPED, channel + broken

    def _missing(self, place: Place, breaking: float) -> Iterator[Trial]:
        """Yield what a character more makes of the place: within its word, or beside a single character."""
        run, first = place.run, place.start
        cuts = (first, first + 1) if len(place.word) == 1 else (first + 1,)
        channel = _MISSING + breaking
        for cut in cuts:
            for start in range(max(0, cut - 3), cut):
                tails = self.vocabulary.fills(run[start:cut])
                if not tails:
                    continue
                for end in range(cut + 1, min(len(run), start + 3) + 1):
                    fillings = tails.get(run[cut:end])
                    if not fillings:
                        continue
                    fits = Fitting(self.usage, place, start, end).fits
                    for other in fillings:
                        word = run[start:cut] + other + run[cut:end]
                        if fits(word, channel):
                            yield start, end, word, EditKind.MISSING, channel
        if len(place.word) == 1:
            follow, lead = self.usage.behind(place.neighbour(-1)), self.usage.ahead(place.neighbour(1))
            around = self.vocabulary.around(run[first])
            fits = Fitting(self.usage, place, first, first + 1).fits
            for word in sorted((around & follow) | (around & lead)):
                if fits(word, channel):
                    yield first, first + 1, word, EditKind.MISSING, channel
