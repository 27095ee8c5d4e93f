"""Names of brands, projects and teams in quotation marks with one character written wrong: “青兰”结对, “春雷计划”.

Such names are short and often words that mean something else, too. What stands behind them tells which is meant, and so
do quotation marks around what is no word.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.similar import Likeness, Similar

_QUOTED = re.compile("“(?P<name>[一-鿿]{2,12})”?(?P<behind>[一-鿿]{0,4})")
_SHORT = 2
"""Characters of a name that only one of the same sound is told for: “强心”工程 is no “匠心”工程."""
_MOST = 5
"""Characters of a name at most."""


@dataclass(frozen=True)
class Brands:
    """The names with what stands behind each, by what is left of a name without one character and where that was."""

    heads: dict[str, tuple[str, ...]]
    frames: dict[tuple[int, str], str]
    similar: Similar

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (from, to, name) for every name that is written with a character like the right one."""
        for quoted in _QUOTED.finditer(text):
            said, start = quoted["name"] + quoted["behind"], quoted.start("name")
            for size in range(2, min(_MOST, len(quoted["name"])) + 1):
                name = said[:size]
                known = said.startswith(self.heads.get(name, ()), size)
                right = "" if known else self._meant(name, said[size:])
                if right:
                    yield start, start + size, right
                    break

    def _meant(self, name: str, behind: str) -> str:
        """Return the name that another one stands for before what is behind it."""
        for place, character in enumerate(name):
            for right in self.frames.get((place, name[:place] + name[place + 1 :]), ""):
                other = name[:place] + right + name[place + 1 :]
                likeness = self.similar.likeness(character, right)
                least = Likeness.SOUND if len(name) == _SHORT else Likeness.NEAR
                if likeness >= least and behind.startswith(self.heads[other]):
                    return other
        return ""


def brands(lines: Iterable[list[str]], similar: Similar) -> Brands:
    """Return the names of lines: names, ×, and what stands behind each of them."""
    heads: dict[str, tuple[str, ...]] = {}
    frames: dict[tuple[int, str], str] = {}
    for parts in lines:
        names, behind = parts[: parts.index("×")], parts[parts.index("×") + 1 :]
        for name in names:
            heads[name] = tuple(behind)
            for place, character in enumerate(name):
                left = place, name[:place] + name[place + 1 :]
                frames[left] = frames.get(left, "") + character
    return Brands(heads, frames, similar)
