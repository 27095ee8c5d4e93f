"""The words that people write, looked up by what is left of them after a slip."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from types import MappingProxyType

from assistant.checks.similar import Similar

_SILENT: frozenset[str] = frozenset()
_NO_TAILS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Vocabulary:
    """Words of two to four characters.

    `frames` gives for a word with one character taken out, by head and tail, the characters that fill the gap, `sounds`
    for two syllables the words that sound so, `holders` for a character the words of two characters with it, `confused`
    for a word those that it is often taken for.
    """

    words: frozenset[str]
    frames: Mapping[str, Mapping[str, str]] = field(repr=False)
    sounds: Mapping[tuple[str, str], tuple[str, ...]] = field(repr=False)
    holders: Mapping[str, frozenset[str]] = field(repr=False)
    readings: Mapping[str, frozenset[str]] = field(repr=False)
    confused: Mapping[str, tuple[str, ...]] = field(repr=False)

    def fills(self, head: str) -> Mapping[str, str]:
        """Return by tail the characters that make a word between a head and it."""
        return self.frames.get(head, _NO_TAILS)

    def homophones(self, two: str) -> list[str]:
        """Return the words that sound like two characters, in no way written like them."""
        spoken = product(self.readings.get(two[0], _SILENT), self.readings.get(two[1], _SILENT))
        words = dict.fromkeys(word for syllables in spoken for word in self.sounds.get(syllables, ()))
        return [word for word in words if word[0] != two[0] and word[1] != two[1]]

    def around(self, character: str) -> frozenset[str]:
        """Return the words of two characters that hold a character."""
        return self.holders.get(character, _SILENT)


def vocabulary(words: Iterable[str], similar: Similar, confused: Iterable[Iterable[str]] = ()) -> Vocabulary:
    """Return the words with their tables; `confused` are groups of words that are taken for each other."""
    others: dict[str, dict[str, None]] = {}
    for group in map(tuple, confused):
        for word in group:
            others.setdefault(word, {}).update(dict.fromkeys(other for other in group if other != word))
    known = frozenset(words)
    frames: dict[str, dict[str, str]] = {}
    sounds: dict[tuple[str, str], list[str]] = {}
    holders: dict[str, list[str]] = {}
    for word in sorted(known):
        for at, character in enumerate(word):
            tails = frames.setdefault(word[:at], {})
            tails[word[at + 1 :]] = tails.get(word[at + 1 :], "") + character
        if len(word) == 2:
            for character in dict.fromkeys(word):
                holders.setdefault(character, []).append(word)
            one, other = (similar.readings.get(character, _SILENT) for character in word)
            for syllables in product(one, other):
                sounds.setdefault(syllables, []).append(word)
    return Vocabulary(
        known,
        frames,
        {syllables: tuple(found) for syllables, found in sounds.items()},
        {character: frozenset(found) for character, found in holders.items()},
        similar.readings,
        {word: tuple(found) for word, found in others.items()},
    )
