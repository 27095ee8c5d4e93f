"""Words written with other characters of their sounds (化界 for 化解): told by what only the right one goes with.

A line of the table is a word and its signs, as `contrasts` reads them. An input method offers whatever sounds like it,
words and strings that are none: beside a sign all of them are wrong but those that the line names with `=`. Where one
of its characters is a part of a word with what stands beside it (大家|反映), nothing sounds so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import NamedTuple

from assistant.checks.contrasts import Sign, around, signs_of
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.pieces import pairs, where

_BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
_SIZE, _AROUND = 2, 4
_EVERYDAY = -16.0
"""Log probability from which on a word is one that people write."""
_RUN = re.compile("[一-鿿]+")
_HAN = re.compile("[一-鿿]{2}")
_LOOSE = frozenset("与和及的了是在也把被将由从向于又以等各每可要会能有没无已再很更最多少不一二三四五六七八九十两")
"""Characters that are words by themselves: what sounds like a word across one of them is none (工作|与|安全)."""
_TOO = "="
"""Begins a word of the same sound that is right there, too."""


Cutter = Callable[[str], Iterable[tuple[str, float]]]


class Meant(NamedTuple):
    """A word, the signs that it is meant, those that it isn't, and words of its sound that are right, too."""

    word: str
    signs: tuple[Sign, ...]
    spared: tuple[Sign, ...]
    too: frozenset[str]


@dataclass(frozen=True)
class Heard:
    """The table; the readings of characters are taken at the first use."""

    words: tuple[Meant, ...]
    cut: Cutter
    readings: Callable[[], Mapping[str, tuple[str, ...]]]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield what sounds like a word where that is meant, and is written otherwise."""
        sounds, by_sound = self._sounds
        heard = text.translate(sounds)
        for start in where(pairs(heard), by_sound):
            said = text[start : start + _SIZE]
            for one in by_sound[heard[start : start + _SIZE]]:
                if said == one.word or said in one.too or not _HAN.fullmatch(said) or _loose(said, one.word):
                    continue
                left, right = around(text, start, start + _SIZE)
                if any(sign.stands(left, right) for sign in one.signs) and not any(
                    sign.stands(left, right) for sign in one.spared
                ):
                    if not self._crosses(text, start):
                        yield Match(start, start + _SIZE, (one.word,))
                    break

    def _crosses(self, text: str, start: int) -> bool:
        """Tell whether an everyday word begins before two characters and ends in them, or begins in them."""
        end = start + _SIZE
        run = _RUN.search(text, max(0, start - _AROUND), end)
        while run is not None and run.end() <= start:
            run = _RUN.search(text, run.end(), end)
        at = run.start() if run else start
        behind = _RUN.match(text, start, end + _AROUND)
        for word, log in self.cut(text[at : behind.end() if behind else end]):
            after = at + len(word)
            if log > _EVERYDAY and (at < start < after or at < end < after) and not (at <= start and end <= after):
                return True
            at = after
        return False

    @cached_property
    def _sounds(self) -> tuple[Mapping[int, str], Mapping[str, tuple[Meant, ...]]]:
        """The first sound of every character as one sign, and the words by theirs, read in every way."""
        readings = self.readings()
        every = sorted({sound for found in readings.values() for sound in found})
        signs = {sound: chr(0xE000 + number) for number, sound in enumerate(every)}
        by_sound: dict[str, tuple[Meant, ...]] = {}
        for one in self.words:
            for way in product(*(dict.fromkeys(signs[sound] for sound in readings[each]) for each in one.word)):
                by_sound["".join(way)] = (*by_sound.get("".join(way), ()), one)
        return {ord(each): signs[found[0]] for each, found in readings.items()}, by_sound


def _loose(said: str, word: str) -> bool:
    return any(one in _LOOSE and one != right for one, right in zip(said, word, strict=True))


def heard(table: Table, path: Path, cut: Cutter) -> Heard:
    """Return the finder of a rule of this kind; raises ResourceError for a line that says nothing.

    `path` is the file of readings, `cut` tells words.
    """
    words = []
    for word, lines in table.mapping("heard").items():
        tokens = " ".join(lines).split()
        signs, spared = signs_of(token for token in tokens if not token.startswith(_TOO))
        if len(word) != _SIZE or not signs:
            raise table.wrong(f"heard.{word}", "a word of two characters, and a sign are expected")
        words.append(Meant(word, signs, spared, frozenset(one[1:] for one in tokens if one.startswith(_TOO))))
    return Heard(tuple(words), cut, lambda: _readings(path))


def _readings(path: Path) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        syllable, characters = line.split()
        for each in characters:
            found[each] = tuple(dict.fromkeys((*found.get(each, ()), _blur(syllable))))
    return found


def _blur(syllable: str) -> str:
    """Return a syllable as most input methods take it: 化 is never typed for 发, as `similar.blur` has it."""
    for clear, blurred in _BLURRED:
        syllable = syllable.replace(clear, blurred)
    return ("n" if syllable[0] == "l" else syllable[0]) + syllable[1:]
