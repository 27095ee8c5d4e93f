"""Words of two characters that anybody may make: 涉教, 育警, 联点, 系部.

Real writers coin them every day, and no dictionary has them. A coinage is a verb with what it is done to, a unit with
what it has: a character of one group and one of another. That it was never met speaks little against it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PAIR = 2
_PARTED, _ANY = "×", "*"


@dataclass(frozen=True)
class Coinages:
    """The pairs of groups of characters; an empty second one stands for any character."""

    groups: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()

    def has(self, written: str) -> bool:
        """Tell whether what is written may have been made by whoever wrote it."""
        return len(written) == _PAIR and any(
            written[0] in first and (not second or written[1] in second) for first, second in self.groups
        )


def coinages(lines: Iterable[Sequence[str]]) -> Coinages:
    """Return the coinages of lines of characters, ×, characters (or * for any); raises ValueError for another line."""
    groups = []
    for line in lines:
        first, parted, second = line if len(line) == 3 else ("", "", "")
        if parted != _PARTED:
            raise ValueError(" ".join(line))
        groups.append((frozenset(first), frozenset() if second == _ANY else frozenset(second)))
    return Coinages(tuple(groups))
