"""Which phrases a word of the filter may be in where it is pinyin: told by pairs of characters, without searching all.

A word that many phrases hold is found after a few of them. One that few hold would be looked for in every phrase of a
large library, and each takes some microseconds; so after a while only those are searched that have every pair of
neighbouring characters that the pinyin can stand for.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from assistant.phrases.pinyin import Way

if TYPE_CHECKING:
    from assistant.phrases.index import PhraseIndex

_PATIENCE = 10_000
"""Phrases searched in vain before it is asked which can hold the word."""
_FEW = 2_000
"""Phrases with a pair of characters up to which it is asked at once: then looking at all others is the longer way."""

Pair = tuple[frozenset[str], frozenset[str]]


def finder(index: "PhraseIndex", word: str) -> Callable[[int], bool]:
    """Return what tells whether the phrase at a position holds a word, as it stands or as pinyin."""
    ways, hays = index.readings.ways(word), index.hays
    patterns = [way.pattern for way in ways]
    missed = 0
    among: frozenset[int] | None = None

    def holds(n: int) -> bool:
        nonlocal missed, among
        if word in hays[n]:
            return True
        if among is not None and n not in among:
            return False
        if any(pattern.search(hays[n]) for pattern in patterns):
            return True
        missed += 1
        if missed == _PATIENCE and ways:
            among = candidates(index, ways)
        return False

    return holds


def among(index: "PhraseIndex", words: Iterable[str]) -> frozenset[int] | None:
    """Return the positions of the few phrases that can hold all the words, None where they may be many."""
    found: frozenset[int] | None = None
    for word in words:
        ways = index.readings.ways(word)
        rare = ways and all(any(_rare(index, pair) for pair in _pairs(way)) for way in ways)
        holders = candidates(index, ways) if rare else None
        if holders is not None:
            found = holders if found is None else found & holders
    return found


def candidates(index: "PhraseIndex", ways: Iterable[Way]) -> frozenset[int] | None:
    """Return the positions of all phrases that can hold a word in one of the ways to read it, None where any can.

    Phrases with Latin letters are among them: they may hold it as it stands.
    """
    found: set[int] = set(index.latin)
    for way in ways:
        pairs = _pairs(way)
        if not pairs:
            return None
        found |= _with_all(index, pairs)
    return frozenset(found)


def _pairs(way: Way) -> list[Pair]:
    return [(one, other) for one, other in pairwise(way.units) if one is not None and other is not None]


def _rare(index: "PhraseIndex", pair: Pair) -> bool:
    """Tell whether few phrases have a pair."""
    sizes = accumulate(len(index.postings.get(bigram, ())) for bigram in _bigrams(index, pair))
    return all(size <= _FEW for size in sizes)


def _with_all(index: "PhraseIndex", pairs: list[Pair]) -> set[int]:
    """Return the positions of the phrases that have each of the pairs."""
    known = sorted((list(_bigrams(index, pair)) for pair in pairs), key=lambda found: _size(index, found))
    result = _holders(index, known[0])
    for found in known[1:]:
        if not result:
            break
        result &= _holders(index, found)
    return result


def _bigrams(index: "PhraseIndex", pair: Pair) -> Iterator[str]:
    """Yield the pairs of characters that the library has and the pinyin can stand for."""
    firsts, seconds = pair
    for first in firsts & index.neighbours.keys():
        for second in seconds & index.neighbours[first]:
            yield first + second


def _size(index: "PhraseIndex", found: list[str]) -> int:
    return sum(len(index.postings.get(bigram, ())) for bigram in found)


def _holders(index: "PhraseIndex", found: list[str]) -> set[int]:
    """Return the positions of the phrases with one of these, in their own words or in what else the filter searches."""
    result = set(chain.from_iterable(index.postings.get(bigram, ()) for bigram in found))
    for piece in {piece for bigram in found for piece in index.pieces_with.get(bigram, ())}:
        result.update(index.pieces[piece])
    return result
