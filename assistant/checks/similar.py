"""Which characters are taken for each other: alike in sound or in shape."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Likeness(IntEnum):
    """How easily one character is written for another."""

    NONE = 0
    NEAR = 1
    """Nearly the same sound (zh/z, ng/n, l/n) or alike in shape."""
    SOUND = 2
    """The same syllable, whatever the tone."""


_BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
_INITIALS = {"l": "n", "h": "f"}


@dataclass(frozen=True)
class Similar:
    """Readings without tone, blurred readings, and groups of like shape, by character."""

    readings: Mapping[str, frozenset[str]]
    blurred: Mapping[str, frozenset[str]]
    shapes: Mapping[str, frozenset[int]]

    def likeness(self, one: str, other: str) -> Likeness:
        """Tell how alike two characters are."""
        nothing: frozenset[str] = frozenset()
        if self.readings.get(one, nothing) & self.readings.get(other, nothing):
            return Likeness.SOUND
        if self.blurred.get(one, nothing) & self.blurred.get(other, nothing):
            return Likeness.NEAR
        alike = self.shapes.get(one, frozenset()) & self.shapes.get(other, frozenset())
        return Likeness.NEAR if alike else Likeness.NONE


def similar(readings: Mapping[str, str], shapes: Iterable[str]) -> Similar:
    """Return the table from syllable → characters, and strings of characters alike in shape."""
    sounds: dict[str, set[str]] = {}
    for syllable, characters in readings.items():
        for character in characters:
            sounds.setdefault(character, set()).add(syllable)
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(shapes):
        for character in group:
            groups.setdefault(character, set()).add(number)
    return Similar(
        {character: frozenset(found) for character, found in sounds.items()},
        {character: frozenset(map(_blur, found)) for character, found in sounds.items()},
        {character: frozenset(found) for character, found in groups.items()},
    )


def _blur(syllable: str) -> str:
    """Return a syllable without the differences that many speakers do not make."""
    for clear, blurred in _BLURRED:
        syllable = syllable.replace(clear, blurred)
    return _INITIALS.get(syllable[0], syllable[0]) + syllable[1:]
