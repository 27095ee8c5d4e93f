"""Fixed expressions written with other characters of the same sounds, however many: 安步就班, 以生做则.

An input method offers strings of syllables; who picks the wrong one has several characters wrong at once. The syllables
of an idiom with half of its characters mean the idiom.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from assistant.checks.similar import Similar, blur
from assistant.text.pieces import fours, where

_IDIOM, _LONGEST = 4, 12
_RARER = 2.0
"""By how much (log) an idiom is commoner than what is in the dictionary, too, and sounds like it (持之一恒)."""
_EVERYDAY = -12.5
"""Log probability from which on a word is one that people write every day."""
_MOST_WAYS = 8
"""Ways to read an expression that are looked for."""

Cutter = Callable[[str], Iterable[tuple[str, float]]]


@dataclass(frozen=True)
class Homophones:
    """The expressions by their sounds, one character a syllable, and the table from characters to these.

    `starts` holds the sounds of their beginnings with the lengths of those that begin so.
    """

    by_sound: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, tuple[int, ...]]
    sounds: Mapping[int, str]
    cut: Cutter

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (from, to, expression) for what sounds like an expression and is written otherwise."""
        heard = text.translate(self.sounds)
        sounds = fours(heard)
        for at in () if self.starts.keys().isdisjoint(sounds) else where(sounds, self.starts):
            for size in self.starts[heard[at : at + _IDIOM]]:
                for expression in self.by_sound.get(heard[at : at + size], ()):
                    said = text[at : at + size]
                    wrong = [one for one, right in zip(said, expression, strict=True) if one != right]
                    meant = 1 <= len(wrong) <= size / 2 and self._is_meant(said, expression, len(wrong))
                    if meant and not self._is_word(text[max(0, at - 1) : at + 1]):
                        yield at, at + size, expression

    def _is_word(self, two: str) -> bool:
        """Tell whether two characters are an everyday word: nothing begins in the middle of it (工作|有成效)."""
        (word, log), *_ = self.cut(two)
        return word == two and len(two) > 1 and log > _EVERYDAY

    def _is_meant(self, said: str, expression: str, wrong: int) -> bool:
        """Tell whether an expression is an idiom, or a longer one of which characters are left that make no words.

        An idiom with one wrong character leaves such, too; the dictionary has slips of its own.
        """
        words = list(self.cut(said))
        whole = next(iter(self.cut(expression)))
        idiom = whole[0] == expression
        if words[0][0] == said:
            return idiom and words[0][1] < whole[1] - _RARER
        torn = min(len(word) for word, _ in words) == 1
        longer = len(expression) > _IDIOM and torn
        return (idiom and torn) if wrong == 1 else (idiom or longer)


def homophones(expressions: Iterable[str], similar: Similar, cut: Cutter) -> Homophones:
    """Return the finder for these expressions.

    A character of several readings is heard as the first of them, an expression in all its ways.
    """
    readings = {character: sorted(map(blur, found)) for character, found in similar.readings.items()}
    signs = {
        sound: chr(0xE000 + i) for i, sound in enumerate(sorted({one for found in readings.values() for one in found}))
    }
    by_sound: dict[str, list[str]] = {}
    for expression in sorted(expressions):
        if not (_IDIOM <= len(expression) <= _LONGEST and readings.keys() >= set(expression)):
            continue
        ways = product(*(dict.fromkeys(signs[one] for one in readings[character]) for character in expression))
        for _, way in zip(range(_MOST_WAYS), ways, strict=False):
            by_sound.setdefault("".join(way), []).append(expression)
    starts: dict[str, dict[int, None]] = {}
    for sound in by_sound:
        starts.setdefault(sound[:_IDIOM], {})[len(sound)] = None
    return Homophones(
        {sound: tuple(found) for sound, found in by_sound.items()},
        {start: tuple(sizes) for start, sizes in starts.items()},
        {ord(character): signs[found[0]] for character, found in readings.items()},
        cut,
    )
