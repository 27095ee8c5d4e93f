"""Words written with other characters of their sounds (化界 for 化解): told by what only the right one goes with.

A line of the table is a word of two to four characters and its signs, as `contrasts` reads them; `~` alone says that
nothing else sounds so, as of most longer words (辅导员). An input method offers whatever sounds like it, words and
strings that are none: beside a sign all of them are wrong but those that the line names with `=`. Where one of its
characters is a part of a word with what stands beside it (大家|反映), nothing sounds so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

from assistant.checks.contrasts import Sign, around, signs_of
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.pieces import pairs, where

_BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
_START, _MOST, _AROUND = 2, 4, 4
"""Characters by which a word is looked up, those of the longest one, and what is cut into words beside it."""
_EVERYDAY = -16.0
"""Log probability from which on a word is one that people write."""
_RUN = re.compile("[一-鿿]+")
_HAN = re.compile("[一-鿿]+")
_LOOSE = frozenset("与和及的了是在也把被将由从向于又以等各每可要会能有没无已再很更最多少不一二三四五六七八九十两")
"""Characters that are words by themselves: what sounds like a word across one of them is none (工作|与|安全)."""
_BEHIND = frozenset("并时中上下里内后前且则即如的地得")
"""Characters that stand behind any word: 活动|时 is no 活动室."""
_NONE: frozenset[str] = frozenset()
_TOO = "="
"""Begins a word of the same sound that is right there, too."""


Cutter = Callable[[str], Iterable[tuple[str, float]]]


class Meant(NamedTuple):
    """A word, the signs that it is meant, those that it isn't, and words of its sound that are right, too."""

    word: str
    signs: tuple[Sign, ...]
    spared: tuple[Sign, ...]
    too: frozenset[str]


@dataclass(frozen=True, eq=False)
class Sounds:
    """How characters are read: `first` the first sound of each as one sign, `every` all of them."""

    first: Mapping[int, str]
    every: Mapping[str, tuple[str, ...]]
    clear: Mapping[str, frozenset[str]]
    """The syllables of each as they are, nothing blurred."""

    def is_far(self, said: str, right: str) -> bool:
        """Tell whether one character sounds like another only to those who blur their sounds."""
        return self.clear.get(said, _NONE).isdisjoint(self.clear.get(right, _NONE))


@dataclass(frozen=True)
class Heard:
    """The table with that number: its words are found with those of all `tables`."""

    number: int
    tables: "HeardTables"

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield what sounds like a word where that is meant, and is written otherwise."""
        return iter(self.tables.found(text).get(self.number, ()))


class HeardTables:
    """All tables of a set of rules: one walk over a text finds the words of all; its last answer is kept."""

    def __init__(self, path: Path, cut: Cutter) -> None:
        """`path` is the file of readings, taken at the first use; `cut` tells words."""
        self._path, self._cut = path, cut
        self._tables: list[tuple[Meant, ...]] = []
        self._last: tuple[str, dict[int, list[Match]]] = ("", {})

    def add(self, words: tuple[Meant, ...]) -> Heard:
        """Return the finder of one more table; all are added before a text is looked at."""
        self._tables.append(words)
        return Heard(len(self._tables) - 1, self)

    def found(self, text: str) -> Mapping[int, Sequence[Match]]:
        """Return what every table finds in a text, by the number of the table."""
        if text != self._last[0]:
            self._last = text, self._find(text)
        return self._last[1]

    def _find(self, text: str) -> dict[int, list[Match]]:
        heard = text.translate(self._sounds.first)
        found: dict[int, list[Match]] = {}
        for start in where(pairs(heard), self._by_start):
            told: int | None = None  # of a table one word a place
            for sound, one, table in self._by_start[heard[start : start + _START]]:
                if table == told or not heard.startswith(sound, start):
                    continue
                end = start + len(sound)
                said = text[start:end]
                if said == one.word or said in one.too or not _HAN.fullmatch(said) or _loose(said, one.word):
                    continue
                left, right = around(text, start, end)
                if any(sign.stands(left, right) for sign in one.signs) and not any(
                    sign.stands(left, right) for sign in one.spared
                ):
                    told = table
                    if not self._crosses(text, start, end) and not self._is_own(said, one.word):
                        found.setdefault(table, []).append(Match(start, end, (one.word,)))
        return found

    def _is_own(self, said: str, word: str) -> bool:
        """Tell whether nothing of what is said sounds quite like a word: 租仓 is no 助餐.

        Or whether it is a word and a small one behind it: 结合|并 is no 结核病. Or one beside a character, and none of
        them is right: 应|乡里 is no 影响力.
        """
        far = [self._sounds.is_far(one, right) for one, right in zip(said, word, strict=True)]
        small = said[-1] in _BEHIND and said[-1] != word[-1]
        if all(far) or (small and self._is_usual(said[:-1])):
            return True
        alone = len(said) > _START and all(one != right for one, right in zip(said, word, strict=True))
        return alone and (self._is_usual(said[1:]) or self._is_usual(said[:-1]))

    def _is_usual(self, said: str) -> bool:
        """Tell whether something is one word that people write."""
        (word, log), *others = self._cut(said)
        return not others and len(word) > 1 and log > _EVERYDAY

    def _crosses(self, text: str, start: int, end: int) -> bool:
        """Tell whether an everyday word goes on before some characters or behind them."""
        run = _RUN.search(text, max(0, start - _AROUND), end)
        while run is not None and run.end() <= start:
            run = _RUN.search(text, run.end(), end)
        at = run.start() if run else start
        behind = _RUN.match(text, start, end + _AROUND)
        for word, log in self._cut(text[at : behind.end() if behind else end]):
            after = at + len(word)
            everyday = log > _EVERYDAY or len(word) > _START  # a longer word of the dictionary is no chance
            if everyday and (at < start < after or at < end < after) and (at, after) != (start, end):
                return True
            at = after
        return False

    @cached_property
    def _sounds(self) -> Sounds:
        return _sounds(self._path)

    @cached_property
    def _by_start(self) -> Mapping[str, Sequence[tuple[str, Meant, int]]]:
        """The words of all tables and how they sound, read in every way, by the first two sounds: table by table."""
        every = self._sounds.every
        by_start: dict[str, list[tuple[str, Meant, int]]] = {}
        for number, words in enumerate(self._tables):
            for one in words:
                for way in product(*(every.get(each, (each,)) for each in one.word)):
                    by_start.setdefault("".join(way[:_START]), []).append(("".join(way), one, number))
        return by_start


def _loose(said: str, word: str) -> bool:
    return any(one in _LOOSE and one != right for one, right in zip(said, word, strict=True))


def heard(table: Table, tables: HeardTables) -> Heard:
    """Return the finder of a rule of this kind; raises ResourceError for a line that says nothing."""
    words = []
    for word, lines in table.mapping("heard").items():
        tokens = " ".join(lines).split()
        signs, spared = signs_of(token for token in tokens if not token.startswith(_TOO))
        if not _START <= len(word) <= _MOST or not signs:
            raise table.wrong(f"heard.{word}", "a word of two to four characters, and a sign are expected")
        words.append(Meant(word, signs, spared, frozenset(one[1:] for one in tokens if one.startswith(_TOO))))
    return tables.add(tuple(words))


@cache
def _sounds(path: Path) -> Sounds:
    """Return the readings of characters, each sound one sign of the private area."""
    found: dict[str, tuple[str, ...]] = {}
    clear: dict[str, frozenset[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        syllable, characters = line.split()
        for each in characters:
            clear[each] = clear.get(each, _NONE) | {syllable}
            found[each] = tuple(dict.fromkeys((*found.get(each, ()), _blur(syllable))))
    signs = {
        sound: chr(0xE000 + number)
        for number, sound in enumerate(sorted({one for each in found.values() for one in each}))
    }
    every = {each: tuple(signs[sound] for sound in one) for each, one in found.items()}
    return Sounds({ord(each): one[0] for each, one in every.items()}, every, clear)


def _blur(syllable: str) -> str:
    """Return a syllable as most input methods take it: 化 is never typed for 发, as `similar.blur` has it."""
    for clear, blurred in _BLURRED:
        syllable = syllable.replace(clear, blurred)
    return ("n" if syllable[0] == "l" else syllable[0]) + syllable[1:]
