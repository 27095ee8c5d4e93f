"""Fixed formulations with one word exchanged or left out: 脱贫攻坚成果和乡村振兴, 支部党员会, 坚持“两个维护”.

The list says where the words are. A formulation is known by all of its other words; its first and its last word are
told to be wrong only where it is marked to be fixed there, too. Quotation marks don't count. What is written is left
alone where it belongs to another formulation of the list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from assistant.checks.free_words import FREE_WORDS
from assistant.checks.rule import Match
from assistant.checks.unquoted import without_quotes
from assistant.text.pieces import pairs, where

_LEAST = 4
"""Characters that must agree."""
_LEFT_OUT = 7
"""Characters that must agree where a word is left out: less may be another good expression."""
_PLAIN = (2, 3)
"""Characters of a last word that isn't fixed, but told where all but one of them stand there before a mark."""
_OPEN = 5
"""Characters that must agree before such a word."""
_SHORTER = 3
"""How many times as long a formulation is as a wording that is no excuse for another word in it."""
_VERBS = frozenset(("增强", "坚定", "坚持", "做到", "拥护", "维护", "提高", "提升", "落实", "保持", "推进", "捍卫"))
"""Verbs that are written for each other before a formulation."""
_KEY, _LONG_KEY = 2, 4
"""Characters by which a place is looked up."""
_PAIR, _WORD = 2, 4
"""Characters of an exchanged word at most."""
_LOOSE = re.compile("[的了和与及等在是将把被为以从向到对各其并而且就都也还要有年月日第]|[^一-鿿]")
"""What no single word holds."""
_MARK = re.compile("[，。；、：]|$")
_WHOLE = frozenset(("对接", "对照", "对待", "方向", "对象", "日常"))
"""Words that hold a character of those."""
_LEFT_OUT_WORDS = re.compile("[一-鿿]{2,}")

_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Slot:
    """A word of a formulation with what stands before it and behind it, which begins with the `next` characters.

    `open`: as the last word it isn't fixed.
    """

    before: str
    word: str
    behind: str
    open: bool = False
    next: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Cut off the characters that a text must have for the slot to be looked at."""
        object.__setattr__(self, "next", self.behind[:_KEY])


_Before = tuple[str, tuple[Slot, ...]]
"""What stands before a word, with the words it stands before."""


@dataclass(frozen=True)
class ExchangedWord:
    """Find formulations with one word exchanged or left out; `accepted` are other right wordings."""

    formulations: tuple[tuple[tuple[str, ...], bool, bool, frozenset[int]], ...]
    accepted: frozenset[str] = frozenset()

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each with what it should read."""
        bare, places = without_quotes(text)
        exact: list[tuple[int, int]] | None = None
        seen: set[tuple[int, int]] = set()
        for start, end, slot in self._exchanged(bare):
            exact = self._exact(bare) if exact is None else exact
            span = (start - len(slot.before), end + len(slot.behind))
            moved = slot.word in bare[span[1] : span[1] + len(slot.word) + 1]  # 稳妥有序开展不合格党员处置
            if span not in seen and not moved and not _covered(start, end, exact, span):
                seen.add(span)
                yield self._match(text, places, span, slot)

    def _exchanged(self, bare: str) -> Iterator[tuple[int, int, Slot]]:
        """Yield (from, to, slot) for what may stand for the word of a slot."""
        by_end, first = self._by_end, self._first
        for at, key in enumerate(pairs(bare)):
            if key in by_end:
                start = at + _KEY
                short, long = by_end[key]
                for before, slots in (*short, *long.get(bare[max(0, start - _LONG_KEY) : start], ())):
                    if bare.endswith(before, 0, start):
                        for slot in slots:
                            near = not slot.next or bare.find(slot.next, start, start + _WORD + _KEY) >= 0
                            found = _after(bare, start, slot) if near else None
                            if found is not None:
                                yield start, start + found, slot
            if key in first:
                for slot in first[key]:
                    start = max(0, at - len(slot.word))
                    if bare.startswith(slot.behind, at) and _instead(bare[start:at], slot.word):
                        yield start, at, slot

    def _match(self, text: str, places: Sequence[int], span: tuple[int, int], slot: Slot) -> Match:
        """Return the match; only the word changes, so that quotation marks stay where they are."""
        start, end = places[span[0]], places[span[1] - 1] + 1
        first, last = span[0] + len(slot.before), span[1] - len(slot.behind)
        at = places[first] if first < len(places) else end
        stop = places[last - 1] + 1 if last > first else at
        right = text[start:at] + slot.word + text[stop:end]
        return Match(start, end, (right,), slot.before + slot.word + slot.behind)

    @cached_property
    def _slots(self) -> tuple[Slot, ...]:
        return tuple(
            Slot("".join(words[:i]), word, "".join(words[i + 1 :]), i == len(words) - 1 and not ends)
            for words, begins, ends, loose in self.formulations
            for i, word in enumerate(words)
            if word not in "、，（）"
            and i not in loose
            and (i or begins)
            and (i < len(words) - 1 or ends or (len(word) in _PLAIN and len("".join(words[:i])) >= _OPEN))
            and sum(map(len, words)) - len(word) >= _LEAST
        )

    @cached_property
    def _by_end(self) -> Mapping[str, tuple[tuple[_Before, ...], Mapping[str, tuple[_Before, ...]]]]:
        """What stands before words, by its last characters: the short, and the long by some more of them."""
        by_all = _grouped((slot.before, slot) for slot in self._slots if slot.before)
        by_key = _grouped((before[-_KEY:], (before, slots)) for before, slots in by_all.items() if len(before) >= _KEY)
        return {
            key: (
                tuple(one for one in befores if len(one[0]) < _LONG_KEY),
                _grouped((one[0][-_LONG_KEY:], one) for one in befores if len(one[0]) >= _LONG_KEY),
            )
            for key, befores in by_key.items()
        }

    @cached_property
    def _first(self) -> Mapping[str, tuple[Slot, ...]]:
        """The words that begin a formulation, by the characters behind them."""
        return _grouped((slot.behind[:_KEY], slot) for slot in self._slots if not slot.before)

    @cached_property
    def _right(self) -> Mapping[str, tuple[str, ...]]:
        """All right wordings by their first characters."""
        wordings = {"".join(words) for words, *_ in self.formulations} | self.accepted
        return _grouped((wording[:_KEY], wording) for wording in sorted(wordings))

    def _exact(self, bare: str) -> list[tuple[int, int]]:
        return [
            (at, at + len(wording))
            for at in where(pairs(bare), self._right)
            for wording in self._right[bare[at : at + _KEY]]
            if bare.startswith(wording, at)
        ]


def _after(bare: str, at: int, slot: Slot) -> int | None:
    """Return the characters that stand for the word of a slot at a place, None where the word itself stands there."""
    if bare.startswith(slot.word, at) or (slot.behind and slot.word in FREE_WORDS and bare[at : at + 2] in FREE_WORDS):
        return None
    if not slot.behind:
        return _last(bare, at, slot)
    if bare.startswith(slot.behind, at):
        agreed = len(slot.before) + len(slot.behind)
        return 0 if agreed >= _LEFT_OUT and _LEFT_OUT_WORDS.fullmatch(slot.word) else None
    shared = len(slot.before) + len(slot.behind) < _LEFT_OUT
    for size in range(1, _WORD + 1):
        if bare.startswith(slot.behind, at + size):
            said = bare[at : at + size]
            other = size != len(slot.word) > _PAIR and set(said).isdisjoint(slot.word)  # 党组织, 支部
            near = abs(size - len(slot.word)) <= 1 and not other and not (shared and set(said).isdisjoint(slot.word))
            return size if near and slot.word not in said and not _loose(said, slot.word) else None
    return None


def _last(bare: str, at: int, slot: Slot) -> int | None:
    """Return the characters that stand for the last word of a formulation, None where it goes on in its own way."""
    said = bare[at : at + len(slot.word)]
    same = sum(map(str.__eq__, said, slot.word))
    if said and bare.startswith(slot.word[-_PAIR:], at + len(said)):
        return None  # 组织全面振兴
    if slot.open and not (same == len(slot.word) - 1 and _MARK.match(bare, at + len(slot.word))):
        return None
    alike = same >= len(slot.word) - _PAIR if len(slot.word) > _WORD else bool(set(said) & set(slot.word))
    return len(said) if len(said) == len(slot.word) and alike and not _loose(said, slot.word) else None


def _instead(said: str, word: str) -> bool:
    """Tell whether something stands for the first word of a formulation, and not only before the others."""
    return said != word and (said in _VERBS or bool(set(said) & set(word))) and not _loose(said, word)


def _loose(said: str, word: str) -> bool:
    """Tell whether what is said otherwise than the word holds what no single word does."""
    if said in _WHOLE:
        return False
    if len(said) == len(word):
        return any(a != b and _LOOSE.match(a) for a, b in zip(said, word, strict=True))
    return bool(_LOOSE.search(said))


def _covered(start: int, end: int, exact: Iterable[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Tell whether what stands for the word belongs to a right wording, and to none that is far shorter."""
    least = (span[1] - span[0]) / _SHORTER
    if start == end:
        start, end = start - 1, end + 1
    return any(first <= start and end <= last and last - first >= least for first, last in exact)


def _grouped(pairs: Iterable[tuple[str, _Kept]]) -> dict[str, tuple[_Kept, ...]]:
    found: dict[str, list[_Kept]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
