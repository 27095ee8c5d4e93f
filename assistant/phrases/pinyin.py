"""Find words by their pinyin: initials (dj), whole syllables (dangjian) or a mixture (dangj)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice, product
from pathlib import Path

from assistant.errors import ResourceError

FILE = "readings.txt"
_WORD = re.compile(r"[a-z]+|[^a-z]+")
_SPLITS = 2
# Ways to cut letters into syllables that are tried, the one with the fewest pieces first.
_LONGEST = 24
# Letters of a word that are read as pinyin; nobody types more into a filter.
_DOUBLE = ("zh", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a word: what finds it, and what characters each piece can stand for, None for no pinyin."""

    pattern: re.Pattern[str]
    units: tuple[frozenset[str] | None, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """Characters by toneless syllable (`lv` for lü), those with several readings under each of them."""

    syllables: Mapping[str, str] = field(default_factory=dict)

    def patterns(self, word: str) -> tuple[re.Pattern[str], ...]:
        """Return what finds a word of a filter where its Latin letters are pinyin; nothing where it has none.

        One pattern for each way to read it: alternatives in one, or ignoring case, would take ten times as long.
        """
        return tuple(way.pattern for way in self.ways(word))

    def ways(self, word: str) -> tuple[Way, ...]:
        """Return the ways to read a word of a filter where its Latin letters are pinyin; none where it has none."""
        pieces = _WORD.findall(word.lower())
        if not any(piece.isascii() and piece.isalpha() for piece in pieces):
            return ()
        read = [self._read(piece) for piece in pieces]
        return tuple(_way(chain.from_iterable(units)) for units in islice(product(*read), _SPLITS))

    def _read(self, piece: str) -> list[tuple[str | frozenset[str], ...]]:
        if not piece.isascii() or not piece.isalpha() or len(piece) > _LONGEST:
            return [(piece,)]
        return [tuple(map(self._characters, units)) for units in self._splits(piece)]

    def _characters(self, beginning: str) -> frozenset[str]:
        return frozenset(c for syllable, all_ in self.syllables.items() if syllable.startswith(beginning) for c in all_)

    def _splits(self, letters: str) -> list[tuple[str, ...]]:
        """Return ways to cut letters into syllables and initials; the last piece may be the beginning of a syllable."""
        if not self.syllables:
            return []
        found = []
        for units in self._cut(letters):
            found.append(units)
            if len(found) == 8 * _SPLITS:
                break
        least = min(map(len, found), default=0)
        best = [units for units in found if len(units) == least or all(map(self._whole, units))]
        return sorted(dict.fromkeys(best), key=len)[:_SPLITS]

    def _whole(self, unit: str) -> bool:
        return unit in self.syllables and (len(unit) > 1 or unit in "aeo")

    def _cut(self, letters: str) -> Iterator[tuple[str, ...]]:
        """Yield ways to cut, long pieces first."""
        if not letters:
            yield ()
            return
        for size in range(min(6, len(letters)), 0, -1):
            unit, rest = letters[:size], letters[size:]
            whole = self._whole(unit) or unit in _DOUBLE
            beginning = not rest and any(s.startswith(unit) for s in self.syllables)
            initial = size == 1 and unit not in "aeiouv"
            if whole or beginning or initial:
                for others in self._cut(rest):
                    yield (unit, *others)


def _way(units: Iterable[str | frozenset[str]]) -> Way:
    units = tuple(units)
    pattern = "".join(re.escape(unit) if isinstance(unit, str) else f"[{''.join(sorted(unit))}]" for unit in units)
    return Way(re.compile(pattern), tuple(None if isinstance(unit, str) else unit for unit in units))


NO_READINGS = Readings()
"""Knows no pinyin: a filter then finds what stands in the text."""


def load_readings(folder: Path) -> Readings:
    """Read the lexicon's readings; raise ResourceError naming the line that is no syllable with characters."""
    path = folder / FILE
    syllables: dict[str, str] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(0, str(error)) from error
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        syllable, _, characters = line.partition(" ")
        if not re.fullmatch("[a-z]+", syllable) or not characters.strip():
            raise _wrong(number, "expected a syllable and its characters")
        syllables[syllable] = syllables.get(syllable, "") + characters.strip()
    return Readings(syllables)


def _wrong(line: int, why: str) -> ResourceError:
    return ResourceError(
        f"词典文件 {FILE} 有误，拼音筛选用不了，正在写的文字不受影响，请恢复该文件。", f"{FILE}:{line}: {why}"
    )
