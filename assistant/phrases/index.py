"""A character-bigram BM25 index over the library, and a sorted list for exact prefixes."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from assistant.phrases.blanks import fixed_parts
from assistant.phrases.phrase import BUNDLED, OWN, Phrase
from assistant.phrases.pinyin import NO_READINGS, Readings
from assistant.phrases.topics import Vocabulary

_K1, _B = 1.2, 0.75
# The usual BM25 constants (Robertson and Zaragoza 2009); phrases are of one length class, so they matter little.
_QUERY_BIGRAMS = 16
# The rarest bigrams decide; more of them only cost time on every key.
_POSTINGS = 5_000
# Entries read for one query; once there are more, common bigrams only weigh what the rarer ones have found.
_CANDIDATES = 400
_LANDMARK = 5
# A fixed part of fewer characters (年度, 述职人) also stands in texts that never saw the phrase.
_GAP = "\x00"
_NUMBER = re.compile(
    r"\A[\s\u3000]*(?:[一二三四五六七八九十]+是|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])?"
)
_NOISE = re.compile(rf"[^\w{_GAP}]|_")
_LATIN = re.compile("[a-z]")
_BLANK = re.compile(r"【[^【】]*】")

Queues = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """What ranking needs of a library, built once; plain containers, so that it pickles.

    `postings` maps a bigram to the positions of the phrases that hold it, `weights` a bigram to its idf, `norms` gives
    every phrase's share of a bigram's weight; `prefixes` is the sorted list of (key, position); `hays` is what the
    filter searches, in lower case: text, names of topics and fields; `landmarks` holds each phrase's longest fixed
    part, by which a used phrase is recognised. `queues` are the positions of each section role by main topic, in the
    order of the topics, and in each topic those first that fit most narrowly (`closest`): for a report of a known kind,
    of none. `own`: some are the user's. `fields` are the positions by section role and field of work.

    For words of the filter that are pinyin: `pieces` maps what is searched beside a phrase's own words (blanks, names
    of topics and fields) to the positions that have it, `pieces_with` a bigram to pieces; `neighbours` maps a character
    to all that stand behind it anywhere; `latin` are the positions with Latin letters.
    """

    phrases: tuple[Phrase, ...]
    vocabulary: Vocabulary
    readings: Readings
    keys: tuple[str, ...]
    hays: tuple[str, ...]
    landmarks: tuple[str, ...]
    postings: dict[str, list[int]]
    weights: dict[str, float]
    norms: tuple[float, ...]
    prefixes: tuple[tuple[str, int], ...]
    queues: dict[str, tuple[Queues, Queues]]
    own: bool
    fields: dict[tuple[str, str], tuple[int, ...]]
    pieces: dict[str, list[int]]
    pieces_with: dict[str, list[str]]
    neighbours: dict[str, set[str]]
    latin: tuple[int, ...]

    def search(self, bigrams: Sequence[str]) -> dict[int, float]:
        """Return the BM25 score of the phrases that share a bigram; give the rarest first (`rarest`)."""
        scores: dict[int, float] = {}
        norms, spent = self.norms, 0
        for place, bigram in enumerate(bigrams):
            posting, weight = self.postings.get(bigram, ()), self.weights.get(bigram, 0.0)
            spent += len(posting)
            if spent > _POSTINGS and scores:
                return self._weighed(scores, bigrams[place:])
            get = scores.get
            for position in posting:
                scores[position] = get(position, 0.0) + weight * norms[position]
        return scores

    def _weighed(self, scores: dict[int, float], common: Sequence[str]) -> dict[int, float]:
        """Add what common bigrams say of the best phrases that rarer ones have found."""
        best = nlargest(_CANDIDATES, scores, key=scores.__getitem__)
        return {n: scores[n] + self.norms[n] * self.cover(n, common) for n in best}

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

    def starting_with(self, key: str) -> Iterator[int]:
        """Yield the positions of the phrases whose key starts with `key`."""
        for place in range(bisect_left(self.prefixes, (key, -1)), len(self.prefixes)):
            candidate, position = self.prefixes[place]
            if not candidate.startswith(key):
                return
            yield position


def build_index(
    phrases: Sequence[Phrase], vocabulary: Vocabulary | None = None, readings: Readings = NO_READINGS
) -> PhraseIndex:
    """Index a library; `vocabulary` gives names and the order of topics, `readings` lets the filter take pinyin."""
    vocabulary = vocabulary or Vocabulary()
    names = {topic.key: topic.name for topic in vocabulary.topics} | {
        field.key: field.name for field in vocabulary.fields
    }
    keys = tuple(search_key(phrase.text) for phrase in phrases)
    lengths = [max(1, len(key) - 1) for key in keys]
    average = sum(lengths) / max(1, len(lengths))
    postings: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        for bigram in set(bigrams(key)):
            postings.setdefault(bigram, []).append(position)
    pieces = _pieces(phrases, names)
    pieces_with: dict[str, list[str]] = {}
    for piece in pieces:
        for bigram in set(map("".join, pairwise(piece))):
            pieces_with.setdefault(bigram, []).append(piece)
    hays = tuple(" ".join((p.text, *(names.get(key, "") for key in (*p.topics, *p.fields)))).lower() for p in phrases)
    return PhraseIndex(
        phrases=tuple(phrases),
        vocabulary=vocabulary,
        readings=readings,
        keys=keys,
        hays=hays,
        landmarks=tuple(_landmark(phrase.text) for phrase in phrases),
        postings=postings,
        weights={bigram: math.log(1 + (len(keys) - len(n) + 0.5) / (len(n) + 0.5)) for bigram, n in postings.items()},
        norms=tuple((_K1 + 1) / (1 + _K1 * (1 - _B + _B * length / average)) for length in lengths),
        prefixes=tuple(sorted((key, position) for position, key in enumerate(keys))),
        queues=_queues(phrases, vocabulary),
        fields=_by_field(phrases),
        own=any(phrase.source == OWN for phrase in phrases),
        pieces=pieces,
        pieces_with=pieces_with,
        neighbours=_neighbours((*postings, *pieces_with)),
        latin=tuple(n for n, hay in enumerate(hays) if _LATIN.search(hay)),
    )


def _pieces(phrases: Sequence[Phrase], names: Mapping[str, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, phrase in enumerate(phrases):
        blanks = _BLANK.findall(phrase.text)
        for piece in {*blanks, *(names.get(key, "") for key in (*phrase.topics, *phrase.fields))}:
            found.setdefault(piece, []).append(position)
    return found


def _neighbours(pairs: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        found.setdefault(pair[0], set()).add(pair[1])
    return found


def _queues(phrases: Sequence[Phrase], vocabulary: Vocabulary) -> dict[str, tuple[Queues, Queues]]:
    places = {topic.key: place for place, topic in enumerate(vocabulary.topics, 1)}
    found: dict[str, dict[str, list[int]]] = {}
    for position, phrase in enumerate(phrases):
        main = phrase.topics[0] if phrase.topics else ""
        found.setdefault(phrase.role, {}).setdefault(main, []).append(position)
    result = {}
    for role, topics in found.items():
        mains = sorted(topics, key=lambda main: places.get(main, 0))
        known, unknown = (
            tuple(tuple(sorted(topics[main], key=lambda n: closest(phrases[n], kind_known=known))) for main in mains)
            for known in (True, False)
        )
        result[role] = (known, unknown)
    return result


def _by_field(phrases: Sequence[Phrase]) -> dict[tuple[str, str], tuple[int, ...]]:
    found: dict[tuple[str, str], list[int]] = {}
    for position, phrase in enumerate(phrases):
        for field in phrase.fields:
            found.setdefault((phrase.role, field), []).append(position)
    return {key: tuple(positions) for key, positions in found.items()}


def closest(phrase: Phrase, *, kind_known: bool) -> tuple[int, bool]:
    """Return a key that sorts the phrases of one section: those first that fit most narrowly, kind before year.

    The user's own material goes before everything bundled, sentences of past reports behind it: those are of another
    year. Where the kind is unknown, phrases for any kind go first. Reports are written before they are spoken, so a
    spoken form stands behind its written neighbours; phrases for any field of work stand before those for one.
    """
    for_kind = 0 if not phrase.kinds else -2 if kind_known else 2
    of_year = phrase.since is not None and phrase.until is not None
    whose = 0 if phrase.source == BUNDLED else -8 if phrase.source == OWN else 8
    return whose + for_kind - of_year + phrase.spoken, bool(phrase.fields)


def search_key(text: str) -> str:
    """Return letters, digits and Han characters only; a blank becomes a gap no bigram and no prefix crosses."""
    return _NOISE.sub("", _BLANK.sub(_GAP, text))


def without_number(text: str) -> str:
    """Return `text` without leading space and without a number such as `（一）` or `一是`."""
    return _NUMBER.sub("", text, count=1)


def bigrams(key: str) -> list[str]:
    """Return the overlapping pairs of characters of a search key."""
    pairs = list(map("".join, pairwise(key)))
    return [pair for pair in pairs if _GAP not in pair] if _GAP in key else pairs


def _landmark(text: str) -> str:
    """Return the longest fixed part; the whole text where no part is long enough to prove anything."""
    longest = max((part.strip("，。；：、") for part in fixed_parts(text)), key=len, default="")
    return longest if len(longest) >= _LANDMARK else text
