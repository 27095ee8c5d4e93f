"""How much of a text stands word for word in other texts, sentence by sentence, with its source."""

import itertools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from assistant.reuse.compared_texts import Text
from assistant.text.sentences import sentences

LENGTH = 13
"""Han characters in a row that count as the same words (issue of the drafts: 13-character shingles)."""

_PART = (LENGTH + 1) // 2
"""Length of the stretches that are looked up first; see `_shared_at`."""

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_NOT_HAN = re.compile(f"[^{HAN}\n]+")
_ONE_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence stands in another text: the text's name, the paragraph's number, the sentence there."""

    name: str
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Same:
    """A sentence found elsewhere.

    `share` (0 to 1) is the part of its Han characters that `source`, the text with the longest agreement, holds;
    `others` counts the further texts that hold some of it. `start` and `end` are code points of the paragraph.
    """

    paragraph: int
    start: int
    end: int
    text: str
    share: float
    source: Source
    others: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a text shares with others: `share` of its `characters`, in all and by each other text.

    Counted are the Han characters that could be shared: none of exempt passages, or of stretches shorter than 13.
    """

    name: str
    characters: int
    share: float
    sources: tuple[tuple[str, float], ...]
    sentences: tuple[Same, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of ours: `pieces` are its Han characters between exempt passages, where long enough to be compared."""

    paragraph: int
    start: int
    end: int
    text: str
    pieces: tuple[str, ...]

    @property
    def characters(self) -> int:
        return sum(map(len, self.pieces))


def compare(own: Text, others: Sequence[Text], exempt: re.Pattern[str]) -> Overlap:
    """Return which sentences of `own` share 13 Han characters in a row with any of `others`.

    Punctuation, digits and Latin letters don't count. A run ends at an exempt passage and at the end of our sentence,
    but may run over sentence ends of the other text, so that new punctuation hides nothing.
    """
    mine = _sentences(own, exempt)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, sentence in enumerate(mine):
        offset = 0
        for piece in sentence.pieces:
            for i in range(len(piece) - LENGTH + 1):
                places[piece[i : i + LENGTH]].append((number, offset + i))
            offset += len(piece)
    parts = {shingle[i : i + _PART] for shingle in places for i in range(LENGTH - _PART + 1)}
    hits = [_hits(other, places, parts) for other in others]
    return _result(own.name, mine, others, hits)


def shared(one: str, other: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a sentence that stand in another one: 13 Han characters or more in a row."""
    han, there = [(i, sign) for i, sign in enumerate(one) if _ONE_HAN.match(sign)], _han(other).replace("\n", "")
    line = "".join(sign for _, sign in han)
    held: set[int] = set()
    for i in range(len(line) - LENGTH + 1):
        if line[i : i + LENGTH] in there:
            held.update(range(i, i + LENGTH))
    stretches: list[tuple[int, int]] = []
    for i in sorted(held):
        start, end = han[i][0], han[i][0] + 1
        if stretches and i - 1 in held:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return tuple(stretches)


_Hits = Mapping[int, tuple[frozenset[int], int]]
"""Our sentence → positions of its shared characters, and where in the other text (Han characters) most begin."""


def _sentences(own: Text, exempt: re.Pattern[str]) -> list[_Sentence]:
    found = []
    for number, paragraph in enumerate(own.paragraphs):
        for one in sentences(paragraph or ""):
            parts = (_han(part).replace("\n", "") for part in exempt.split(one.text))
            pieces = tuple(part for part in parts if len(part) >= LENGTH)
            found.append(_Sentence(number, one.start, one.end, one.text, pieces))
    return found


def _han(text: str) -> str:
    return _NOT_HAN.sub("", text)


def _joined(other: Text) -> str:
    """Return the Han characters of a text, one line per paragraph; soft breaks don't part paragraphs."""
    return _NOT_HAN.sub("", "\n".join((paragraph or "").replace("\n", " ") for paragraph in other.paragraphs))


def _hits(other: Text, places: Mapping[str, Sequence[tuple[int, int]]], parts: Set[str]) -> _Hits:
    han = _joined(other)
    covered: dict[int, set[int]] = defaultdict(set)
    longest: dict[int, tuple[int, int]] = {}  # our sentence → length and start of the longest run there
    running: dict[int, tuple[int, int, int]] = {}  # our sentence → start, end and our offset of the run going on there
    for i in _shared_at(han, places, parts):
        for number, offset in places[han[i : i + LENGTH]]:
            start, end, before = running.get(number, (i, i, -1))
            if i == end + 1 and offset == before + 1:
                covered[number].add(offset + LENGTH - 1)
            else:
                covered[number].update(range(offset, offset + LENGTH))
            start = start if i <= end + 1 else i
            running[number] = (start, i, offset)
            if i + 1 - start > longest.get(number, (0, start))[0]:
                longest[number] = i + 1 - start, start
    return {number: (frozenset(positions), longest[number][1]) for number, positions in covered.items()}


def _shared_at(han: str, places: Mapping[str, object], parts: Set[str]) -> Iterator[int]:
    """Yield where words of ours begin in another text.

    13 characters hold seven stretches of seven, one of which begins at a multiple of seven: only these are looked up,
    and where one is ours, the 13 around it. Most of a text is passed over so at a seventh of the cost.
    """
    done = -1
    for at in range(0, len(han) - _PART + 1, _PART):
        if han[at : at + _PART] in parts:
            for i in range(max(done + 1, at - (LENGTH - _PART)), at + 1):
                if han[i : i + LENGTH] in places:
                    yield i
            done = at


def _result(name: str, mine: Sequence[_Sentence], others: Sequence[Text], hits: Sequence[_Hits]) -> Overlap:
    total = sum(sentence.characters for sentence in mine)
    by_text = [sum(len(positions) for positions, _ in found.values()) for found in hits]
    shared = 0
    same = []
    for number, sentence in enumerate(mine):
        found = [(k, *one[number]) for k, one in enumerate(hits) if number in one]
        if not found:
            continue
        shared += len(frozenset().union(*(positions for _, positions, _ in found)))
        best, positions, begin = max(found, key=lambda hit: (len(hit[1]), -hit[0]))
        share = len(positions) / sentence.characters
        source = _source(others[best], begin)
        place = (sentence.paragraph, sentence.start, sentence.end, sentence.text)
        same.append(Same(*place, share, source, len(found) - 1))
    ranked = sorted(((one.name, count) for one, count in zip(others, by_text, strict=True) if count), key=_most)
    shares = tuple((source_name, count / total) for source_name, count in ranked)
    return Overlap(name, total, shared / total if total else 0.0, shares, tuple(same))


def _most(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _source(other: Text, begin: int) -> Source:
    """Return the sentence of another text in which its Han character number `begin` (lines counted) stands."""
    sizes = (len(_han((paragraph or "").replace("\n", " "))) + 1 for paragraph in other.paragraphs)
    starts = list(itertools.accumulate(sizes, initial=0))
    line = bisect_right(starts, begin) - 1
    begin -= starts[line]
    text = other.paragraphs[line] or ""
    offsets = [match.start() for match in _ONE_HAN.finditer(text)]
    all_sentences = sentences(text)
    k = bisect_right([one.start for one in all_sentences], offsets[begin]) - 1
    return Source(other.name, line, all_sentences[max(k, 0)].text)
