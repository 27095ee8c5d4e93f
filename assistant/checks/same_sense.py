"""Two words side by side that say the same: 免费无偿, 每逢遇到; which do is a table.

Words of a row mean the same in any order; where only one may not stand behind the other, a row names both sides.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_GAPS = ("", "地")
"""What may stand between both words."""


@dataclass(frozen=True)
class SameSense:
    """The finder: by the two characters where both words meet, the first word, what may be between, and the second."""

    meetings: Mapping[str, tuple[tuple[str, str], ...]]
    right: frozenset[str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield both words; the first of them is kept."""
        end = 0
        for at in range(len(text) - 1):
            for one, two in self.meetings.get(text[at : at + 2], ()):
                start = at + 1 - len(one)
                if start < end or not text.startswith(one, start) or not text.startswith(two, at + 1):
                    continue
                if self._goes_on(text, start, at + 1 + len(two)):
                    continue
                end = at + 1 + len(two)
                yield Match(start, end, (one.removesuffix("地"),))
                break

    def _goes_on(self, text: str, start: int, end: int) -> bool:
        """Tell whether what is found is a part of something that is rightly said."""
        return any(text.find(said, max(0, start - 3), end + 3) >= 0 for said in self.right)


def same_sense(table: Table, _needs: Callable[[str], Needs]) -> SameSense:
    """Return the finder of a rule of this kind; raises ResourceError for a row of a single word."""
    pairs: set[tuple[str, str]] = set()
    for row in table.texts("rows"):
        first, mark, second = row.partition("→")
        words = first.split()
        if not mark and len(words) < 2:
            raise table.wrong("rows", f"{row} is a single word")
        pairs |= {(one, two) for one in words for two in second.split()} if mark else set(permutations(words, 2))
    meetings: dict[str, list[tuple[str, str]]] = {}
    for one, two in sorted(pairs, key=lambda pair: (-len(pair[0] + pair[1]), pair)):
        if one in two or two in one:
            continue
        for gap in _GAPS:
            meetings.setdefault((one + gap)[-1] + two[0], []).append((one + gap, two))
    right = frozenset(table.text("right").split())
    return SameSense({key: tuple(told) for key, told in meetings.items()}, right, (frozenset(meetings),))
