"""A character-bigram BM25 index over the library, and a sorted list for exact prefixes."""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.phrases.blanks import fixed_parts
from assistant.phrases.phrase import Phrase
from assistant.phrases.topics import Vocabulary

_K1, _B = 1.2, 0.75
# The usual BM25 constants (Robertson and Zaragoza 2009); phrases are of one length class, so they matter little.
_QUERY_BIGRAMS = 16
# The rarest bigrams decide; more of them only cost time on every key.
_LANDMARK = 5
# A fixed part of fewer characters (年度, 述职人) also stands in texts that never saw the phrase.
_GAP = "\x00"
_NUMBER = re.compile(
    r"\A[\s\u3000]*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])?"
)
_NOISE = re.compile(rf"[^\w{_GAP}]|_")
_BLANK = re.compile(r"【[^【】]*】")


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """What ranking needs of a library, built once; plain containers, so that it pickles.

    `postings` maps a bigram to (position, BM25 impact) pairs, `weights` a bigram to its idf; `prefixes` is the sorted
    list of (key, position); `hays` is what the filter searches (text, names of topics and fields); `landmarks` holds
    each phrase's longest fixed part, by which a used phrase is recognised; `restricted` are the positions bound to
    kinds or years, `roles` those of each section role, phrases for any field of work first.
    """

    phrases: tuple[Phrase, ...]
    vocabulary: Vocabulary
    keys: tuple[str, ...]
    hays: tuple[str, ...]
    landmarks: tuple[str, ...]
    postings: dict[str, tuple[tuple[int, float], ...]]
    weights: dict[str, float]
    prefixes: tuple[tuple[str, int], ...]
    restricted: tuple[int, ...]
    roles: dict[str, tuple[int, ...]]

    def search(self, bigrams: Sequence[str]) -> dict[int, float]:
        """Return the BM25 score of every phrase that shares a bigram."""
        scores: dict[int, float] = {}
        get = scores.get
        for bigram in bigrams:
            for position, impact in self.postings.get(bigram, ()):
                scores[position] = get(position, 0.0) + impact
        return scores

    def rarest(self, key: str) -> tuple[str, ...]:
        """Return the bigrams of a search key, the rarest first, at most as many as are worth their time."""
        known = [bigram for bigram in set(bigrams(key)) if bigram in self.weights]
        return tuple(sorted(known, key=lambda bigram: (-self.weights[bigram], bigram))[:_QUERY_BIGRAMS])

    def weight(self, key: str) -> float:
        """Return the summed idf of what `rarest` takes of a key, bigrams unknown to the library included."""
        pairs = set(bigrams(key))
        unknown = math.log(2 * len(self.keys) + 2)
        heaviest = sorted((self.weights.get(pair, unknown) for pair in pairs), reverse=True)
        return sum(heaviest[:_QUERY_BIGRAMS])

    def cover(self, position: int, bigrams: Sequence[str]) -> float:
        """Return the summed idf of those bigrams that the phrase holds."""
        key = self.keys[position]
        return sum(self.weights[bigram] for bigram in bigrams if bigram in key)

    def starting_with(self, key: str) -> tuple[int, ...]:
        """Return the positions of the phrases whose key starts with `key`."""
        found = []
        for place in range(bisect_left(self.prefixes, (key, -1)), len(self.prefixes)):
            candidate, position = self.prefixes[place]
            if not candidate.startswith(key):
                break
            found.append(position)
        return tuple(found)


def build_index(phrases: Sequence[Phrase], vocabulary: Vocabulary | None = None) -> PhraseIndex:
    """Index a library; `vocabulary` gives the names for reasons and the order of topics."""
    vocabulary = vocabulary or Vocabulary()
    names = {topic.key: topic.name for topic in vocabulary.topics} | dict(vocabulary.fields)
    keys = tuple(search_key(phrase.text) for phrase in phrases)
    counts = [Counter(bigrams(key)) for key in keys]
    lengths = [sum(count.values()) for count in counts]
    average = max(1.0, sum(lengths) / max(1, len(lengths)))
    frequency = Counter(bigram for count in counts for bigram in count)
    weights = {bigram: math.log(1 + (len(keys) - n + 0.5) / (n + 0.5)) for bigram, n in frequency.items()}
    postings: dict[str, list[tuple[int, float]]] = {bigram: [] for bigram in weights}
    for position, count in enumerate(counts):
        norm = _K1 * (1 - _B + _B * lengths[position] / average)
        for bigram, times in count.items():
            postings[bigram].append((position, weights[bigram] * times * (_K1 + 1) / (times + norm)))
    return PhraseIndex(
        phrases=tuple(phrases),
        vocabulary=vocabulary,
        keys=keys,
        hays=tuple(p.text + " ".join(names.get(key, "") for key in (*p.topics, *p.fields)) for p in phrases),
        landmarks=tuple(_landmark(phrase.text) for phrase in phrases),
        postings={bigram: tuple(entries) for bigram, entries in postings.items()},
        weights=weights,
        prefixes=tuple(sorted((key, position) for position, key in enumerate(keys))),
        restricted=tuple(n for n, phrase in enumerate(phrases) if _is_restricted(phrase)),
        roles=_positions(phrases),
    )


def _positions(phrases: Sequence[Phrase]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for position, phrase in sorted(enumerate(phrases), key=lambda item: bool(item[1].fields)):
        found.setdefault(phrase.role, []).append(position)
    return {role: tuple(positions) for role, positions in found.items()}


def _is_restricted(phrase: Phrase) -> bool:
    return bool(phrase.kinds or phrase.not_kinds) or phrase.since is not None or phrase.until is not None


def search_key(text: str) -> str:
    """Return letters, digits and Han characters only; a blank becomes a gap no bigram and no prefix crosses."""
    return _NOISE.sub("", _BLANK.sub(_GAP, text))


def without_number(text: str) -> str:
    """Return `text` without leading space and without a number such as `（一）` or `一是`."""
    return _NUMBER.sub("", text, count=1)


def bigrams(key: str) -> list[str]:
    """Return the overlapping pairs of characters of a search key."""
    return [pair for pair in map("".join, pairwise(key)) if _GAP not in pair]


def _landmark(text: str) -> str:
    """Return the longest fixed part; the whole text where no part is long enough to prove anything."""
    longest = max((part.strip("，。；：、") for part in fixed_parts(text)), key=len, default="")
    return longest if len(longest) >= _LANDMARK else text
