"""Learned text in little memory: the text itself and its positions in order of what stands there (a suffix array).

A table of n-grams in dictionaries takes 100 MB at 270,000 characters, this one about 2 MB: four bytes a position, and
the text.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from assistant.phrases.privacy import anonymous

EDGE = "\n"
"""Stands before and behind every paragraph."""
MOST = 32
"""Followers of a context that are worth looking at; the rest are too rare to be offered."""

_DEPTH = 6
# Characters that positions are sorted by: more than the longest context with its follower.
_COMMON = 24
# Contexts that occur more often are counted once and remembered.
_FREQUENT = 200
# Contexts that occur more often than this take a millisecond to count: that is done when the corpus is built.
_LONGEST = 4
_REMEMBERED = 4096
# Ranges of contexts that are remembered: a longer context stands within the range of its beginning.
_FORGOTTEN = 128


@dataclass(frozen=True, slots=True)
class Followers:
    """What has followed a context: times in all, how many different characters, and the commonest of them."""

    total: int
    kinds: int
    items: tuple[tuple[str, int], ...]


NONE = Followers(0, 0, ())


@dataclass(frozen=True, slots=True)
class Corpus:
    """Text with its sorted positions; `starts` maps a character to its range of them, `counted`, `ranges` remember.

    `sentences` is false for single expressions: nothing follows from where they begin and end.
    """

    text: str = ""
    order: "array[int]" = field(default_factory=lambda: array("I"))
    starts: dict[str, tuple[int, int]] = field(default_factory=dict)
    sentences: bool = True
    counted: dict[str, Followers] = field(default_factory=dict)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict, compare=False)

    def followers(self, context: str) -> Followers:
        """Return what has followed a context of 1 to 5 characters."""
        known = self.counted.get(context)
        if known is not None:
            return known
        low, high = self._range(context)
        if low >= high:
            return NONE
        text, length = self.text, len(context)
        counts = Counter([text[i + length] for i in self.order[low:high] if i + length < len(text)])
        if not self.sentences:
            del counts[EDGE]
        found = Followers(counts.total(), len(counts), tuple(counts.most_common(MOST)))
        if high - low > _COMMON:
            self.counted[context] = found
        return found

    def _range(self, context: str) -> tuple[int, int]:
        """Return where the positions of a context stand in the order."""
        if len(context) == 1:
            return self.starts.get(context, (0, 0))
        known = self.ranges.get(context)
        if known is not None:
            return known
        shorter, end = self.ranges.get(context[:-1]), self.ranges.get(context[1:], (0, 1))
        low, high = shorter or self.starts.get(context[0], (0, 0))
        if low < high and end[0] < end[1]:  # what stands nowhere stands behind nothing
            text, length = self.text, len(context)
            low = bisect_left(self.order, context, low, high, key=lambda i: text[i : i + length])
            high = bisect_right(self.order, context, low, high, key=lambda i: text[i : i + length])
        else:
            low = high = 0
        if len(self.ranges) > _REMEMBERED:
            forget_some(self.ranges)
        self.ranges[context] = (low, high)
        return low, high


def forget_some(remembered: dict[str, Any]) -> None:
    """Drop the oldest of what is remembered; to drop all at once would take the time of a key."""
    for key in list(islice(remembered, _FORGOTTEN)):
        del remembered[key]


def build_corpus(texts: Iterable[str], *, sentences: bool = True) -> Corpus:
    """Learn texts, each of one or more paragraphs, or expressions; figures and names are left out."""
    paragraphs = (line.strip() for text in texts for line in text.splitlines())
    text = EDGE + EDGE.join(anonymous(paragraph) for paragraph in paragraphs if paragraph) + EDGE
    places: dict[str, array[int]] = {}
    for i, character in enumerate(text):
        places.setdefault(character, array("I")).append(i)
    order = array("I")
    starts = {}
    for character in sorted(places):  # character by character: the keys of one are few enough to be in memory
        begin = len(order)
        order.extend(sorted(places.pop(character), key=lambda i: text[i : i + _DEPTH]))
        starts[character] = (begin, len(order))
    if not sentences:
        del starts[EDGE]
    corpus = Corpus(text, order, starts, sentences)
    for character, (low, high) in starts.items():
        if high - low > _FREQUENT:
            _count(corpus, character)
    return corpus


def _count(corpus: Corpus, context: str) -> None:
    """Count what follows a frequent context, and the frequent ones that begin with it."""
    for character, count in corpus.followers(context).items:
        if count > _FREQUENT and len(context) < _LONGEST:
            _count(corpus, context + character)
