"""Which characters are taken for each other: alike in sound or in shape."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType


class Likeness(IntEnum):
    """How easily one character is written for another."""

    NONE = 0
    NEAR = 1
    """Nearly the same sound (zh/z, ng/n, l/n) or alike in shape."""
    SOUND = 2
    """The same syllable, whatever the tone."""


_BLURRED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
_INITIALS = {"l": "n", "h": "f"}
_NO_STROKES: Mapping[str, str] = MappingProxyType({})

Groups = tuple[tuple[Likeness, frozenset[str]], ...]


@dataclass(frozen=True)
class Similar:
    """Readings without tone by character, and the groups of alike characters that each belongs to."""

    readings: Mapping[str, frozenset[str]]
    groups: Mapping[str, Groups] = field(repr=False)
    _around: dict[str, dict[str, Likeness]] = field(init=False, repr=False, default_factory=dict)

    def around(self, character: str) -> Mapping[str, Likeness]:
        """Return the characters that are alike to one, and how much."""
        found = self._around.get(character)
        if found is None:
            found = {}
            for likeness, members in sorted(self.groups.get(character, ()), key=lambda group: group[0]):
                found.update(dict.fromkeys(members, likeness))
            found.pop(character, None)
            self._around[character] = found
        return found

    def likeness(self, one: str, other: str) -> Likeness:
        """Tell how alike two characters are."""
        return Likeness.SOUND if one == other else self.around(one).get(other, Likeness.NONE)

    def by_shape(self, one: str, other: str) -> bool:
        """Tell whether two characters are alike by their shape alone: they don't even nearly sound the same."""
        sounds, others = ({blur(each) for each in self.readings.get(character, ())} for character in (one, other))
        return self.likeness(one, other) is Likeness.NEAR and sounds.isdisjoint(others)


def similar(readings: Mapping[str, str], shapes: Iterable[str], strokes: Mapping[str, str] = _NO_STROKES) -> Similar:
    """Return the table from syllable → characters, strings of characters alike in shape, character → those like it."""
    sounds: dict[str, set[str]] = {}
    blurred: dict[str, set[str]] = {}
    for syllable, characters in readings.items():
        blurred.setdefault(blur(syllable), set()).update(characters)
        for character in characters:
            sounds.setdefault(character, set()).add(syllable)
    shaped: dict[str, set[str]] = {}
    for group in shapes:
        for character in group:
            shaped.setdefault(character, set()).update(group)
    for one, near in strokes.items():
        shaped.setdefault(one, set()).update(near)
        for other in near:
            shaped.setdefault(other, set()).add(one)
    alike: dict[str, list[tuple[Likeness, frozenset[str]]]] = {}
    for likeness, classes in ((Likeness.SOUND, readings), (Likeness.NEAR, blurred)):
        for same in map(frozenset, classes.values()):
            for character in same:
                alike.setdefault(character, []).append((likeness, same))
    for character, others in shaped.items():
        alike.setdefault(character, []).append((Likeness.NEAR, frozenset(others)))
    return Similar(
        {character: frozenset(found) for character, found in sounds.items()},
        {character: tuple(groups) for character, groups in alike.items()},
    )


def blur(syllable: str) -> str:
    """Return a syllable without the differences that many speakers do not make."""
    for clear, blurred in _BLURRED:
        syllable = syllable.replace(clear, blurred)
    return _INITIALS.get(syllable[0], syllable[0]) + syllable[1:]
