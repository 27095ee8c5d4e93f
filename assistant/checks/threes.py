"""Set phrases of three characters with one of them written wrong: 主心古, 定盘心, “一言谈”.

Two right characters say little. So the third must be alike to the right one, what is written must fall apart into words
that begin and end with it, and the right ones, where they stand together, must be no everyday word (责任|天).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import add

from assistant.checks.similar import Likeness, Similar
from assistant.text.pieces import pairs

_SIZE = 3
_AROUND = 3
"""Characters on either side that take part in cutting into words."""
_EVERYDAY = -12.5
"""Log probability from which two characters are a word that stands beside any other."""

_COMMON = -7.0
"""Log probability from which a character is a word of its own, wherever it stands: 为|网格."""

_RARE = {0: -12.0, 2: -10.0}
"""Log probability up to which a character in the first or last place is hardly left alone there: 火药|捅."""

Cutter = Callable[[str], Iterable[tuple[str, float]]]


@dataclass(frozen=True)
class Threes:
    """The phrases, and by what is left without their first, second or last character those that were there."""

    phrases: frozenset[str]
    similar: Similar = field(repr=False)
    cut: Cutter = field(repr=False)
    frames: tuple[Mapping[str, str], ...] = field(init=False, repr=False)
    halves: frozenset[str] = field(init=False, repr=False)
    """What is left without the first or the last character."""

    def __post_init__(self) -> None:
        """Make the frames."""
        frames: tuple[dict[str, str], ...] = ({}, {}, {})
        for phrase in sorted(self.phrases):
            for place, frame in enumerate(frames):
                left = phrase[:place] + phrase[place + 1 :]
                frame[left] = frame.get(left, "") + phrase[place]
        object.__setattr__(self, "frames", frames)
        object.__setattr__(self, "halves", frozenset(frames[0] | frames[2]))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (from, to, phrase) for what is one character away from a phrase."""
        two = pairs(text)
        known = [pair in self.halves for pair in two]
        for start, ends in enumerate(map(add, text, text[2:])):
            if not (known[start] or known[start + 1] or ends in self.frames[1]):
                continue
            said = text[start : start + _SIZE]
            for place, left in enumerate((two[start + 1], ends, two[start])):
                for right in self.frames[place].get(left, ""):
                    if self._is_meant(text, start, place, right):
                        yield start, start + _SIZE, said[:place] + right + said[place + 1 :]

    def _is_meant(self, text: str, start: int, place: int, right: str) -> bool:
        """Tell whether the character at a place of three that stand in the text is written for the right one."""
        said = text[start : start + _SIZE]
        if self.similar.likeness(said[place], right) is Likeness.NONE or self._touches_phrase(text, start):
            return False
        ((_, alone),) = self.cut(said[place])
        if alone > _COMMON:
            return False
        if place != 1:
            (_, pair), *others = self.cut(said[1:] if place == 0 else said[:2])
            if not others and pair > _EVERYDAY and alone > _RARE[place]:
                return False
        begin = max(0, start - _AROUND)
        at = begin
        for word, _ in self.cut(text[begin : start + _SIZE + _AROUND]):
            if at < start + _SIZE and start < at + len(word) and not start <= at <= start + _SIZE - len(word):
                return False
            at += len(word)
        return len(next(iter(self.cut(said)))[0]) < _SIZE

    def _touches_phrase(self, text: str, start: int) -> bool:
        """Tell whether one of the characters belongs to a phrase, the same or another one, that is written rightly."""
        return any(text[at : at + _SIZE] in self.phrases for at in range(max(0, start - 2), start + _SIZE))
