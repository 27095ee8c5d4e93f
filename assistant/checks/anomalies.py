"""Slips in ordinary words: where one edit turns characters left alone into words that fit their neighbours.

A run of Chinese characters is cut into its likeliest words. Where that costs much (characters left alone, words that
never meet), every edit that a slip of the keyboard may have made is undone on trial: an alike character, a word of the
same sound, a character too many, one missing, two swapped. A slip is what makes the text very much likelier.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.checks.cut_runs import CutRun
from assistant.checks.nearby import EditKind
from assistant.checks.places import Place, Trial, Words
from assistant.checks.similar import Similar
from assistant.checks.trials import Trials
from assistant.checks.vocabulary import Vocabulary
from assistant.checks.word_classes import WordClasses
from assistant.text.lattice import Lattice, Token
from assistant.text.usage import FIGURE, Usage

_REACH = 3
"""Words on either side that an edit is weighed with."""
_LEAST = 1.5
"""Gain below which nothing is yielded at all."""
_WHOLE = 2
"""Characters that a word must be longer than to tell by itself that it is meant."""
_LOOSE = frozenset("的了是在和与及或也都就又还并而有不为对以")
"""Words that stand beside any other and attest nothing."""
_SURE = 2
"""Attested pairs from which even a word that is listed may be a slip."""
_CONFUSED = 11.0
"""What a word that is often taken for another must cost with the one behind it."""
_ALONE, _BESIDE = 5.0, 12.5
"""What a single character must cost, and it and a neighbour together, for a slip to be looked for."""
_PARTNER = 2.5
"""What it must cost where the neighbour is single, too, and costs as much: either may be the wrong one (退|修)."""
_ALONE_WORD, _BESIDE_WORD, _EVERYDAY = 9.0, 15.5, 8.4
"""The same for a word of two, and what it must cost wherever it stands: it is hardly ever an everyday word.

Of 45,800 places looked at with lower bounds in our texts and 2,300 slips found these lose 4.
"""

_REMEMBERED = 16_384
"""Runs whose slips are remembered before the memory starts afresh; a report has about three hundred."""


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


@dataclass(frozen=True)
class Anomalies:
    """Finds what may be slips by usage and likeness."""

    usage: Usage
    similar: Similar
    vocabulary: Vocabulary
    classes: WordClasses | None = None

    @cached_property
    def _trials(self) -> Trials:
        return Trials(self.usage, self.similar, self.vocabulary)

    @cached_property
    def _listed(self) -> frozenset[str]:
        """The words that were listed because the dictionary lacks them: rare, and right."""
        return frozenset(self.usage.added)

    @cached_property
    def _known(self) -> dict[tuple[str, str, str], tuple[Anomaly, ...]]:
        """What was found in a run with what is before and behind it: while a sentence is typed, its others stay."""
        return {}

    def find(self, runs: Iterable[CutRun]) -> Iterator[Anomaly]:
        """Yield what may be slips in the runs of a text; several may mend the same place."""
        known = self._known
        for run in runs:
            key = run.run, run.before, run.behind
            found = known.get(key)
            if found is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                found = known[key] = tuple(self._in_run(run))
            shift = run.start
            for one in found:
                yield replace(one, start=one.start + shift, end=one.end + shift, begin=one.begin + shift)

    def _in_run(self, cut: CutRun) -> Iterator[Anomaly]:
        """Yield the slips of a run."""
        run, before, behind, ways, tokens = cut.run, cut.before, cut.behind, cut.ways, cut.tokens
        costs = [0.0, *(cost for _, cost in tokens), 0.0]
        weighed: set[Trial] = set()
        words = Words(run, tokens, before, behind)
        confused = self.vocabulary.confused
        last = before
        for number, (word, cost) in enumerate(tokens):
            if word == last and len(word) > 1:
                stop = words.ends[number]
                start = stop - len(word)
                yield Anomaly(start, stop, "", EditKind.EXTRA, cost, start - len(word), (word,))
                continue
            beside = cost + max(costs[number], costs[number + 2])
            single = len(word) == 1
            if word in confused and not single:
                weak = cost + (costs[number + 2] or self.usage.after(word, behind)) > _CONFUSED
            elif single:
                weak = beside > _BESIDE and (cost > _ALONE or (cost > _PARTNER and _partner(tokens, number) > _ALONE))
            else:
                weak = len(word) == 2 and cost > _ALONE_WORD and beside > _BESIDE_WORD and self._rare(word)
            alone = single and (word in confused or last == FIGURE)
            follow = tokens[number + 1][0] if number + 1 < len(tokens) else ""
            again = single and not weak and word in (last[-1:], follow[:1])
            last = word
            if weak or alone or again:
                place = Place(words, number)
                if alone:
                    yield from self._weigh(place, self._trials.alone(place), ways, weighed)
                if weak:
                    yield from self._weigh(place, self._trials.at(place), ways, weighed)
                elif again:
                    yield from self._weigh(place, self._trials.again(place), ways, weighed)

    def _rare(self, word: str) -> bool:
        cost = self.usage.alone(word)
        return cost is None or cost > _EVERYDAY

    def _weigh(self, place: Place, trials: Iterable[Trial], ways: Lattice, weighed: set[Trial]) -> Iterator[Anomaly]:
        """Yield the trials at a place that make the text likelier, but not what was `weighed` at a place before."""
        untried = [trial for trial in dict.fromkeys(trials) if trial not in weighed]
        if not untried:
            return
        weighed.update(untried)
        tokens, stops, number = place.words.tokens, place.words.ends, place.number
        first, last = max(0, number - _REACH), min(len(tokens), number + _REACH + 1)
        begin, end = stops[first] - len(tokens[first][0]), stops[last - 1]
        before = tokens[first - 1][0] if first else place.words.before
        whole = last == len(tokens)
        part = ways.part(begin, end, before) if begin or not whole else ways
        base, _ = part.likeliest(whole=whole)
        for at, to, right, kind, channel in untried:
            cost, cut = part.edited(at - begin, to - begin, right, whole=whole)
            gain = base - cost - channel
            if gain > _LEAST:
                window = tuple(word for word, _ in cut)
                attested = self._attested(window, at - begin, len(right))
                if attested < _SURE and not self._listed.isdisjoint((place.word, place.run[at:to])):
                    continue
                yield Anomaly(at, to, right, kind, gain, begin, window, attested)

    def _attested(self, window: tuple[str, ...], start: int, size: int) -> int:
        """Return how many pairs of words our texts have of those that touch a range of the window."""
        count = end = 0
        before, beside = "", False
        for word in window:
            begin, end = end, end + len(word)
            inside = begin < start + size and start < end if size else begin <= start <= end
            if before and (inside or beside):
                count += before not in _LOOSE and word not in _LOOSE and self.usage.seen(before, word)
            count += inside and len(word) > max(size, _WHOLE)
            before, beside = word, inside
        return count


def _partner(tokens: Sequence[Token], number: int) -> float:
    """Return what the dearer single character beside a word costs, nothing where there is none."""
    beside = tokens[max(0, number - 1) : number + 2]
    return max((cost for word, cost in beside if len(word) == 1 and (word, cost) != tokens[number]), default=0.0)
