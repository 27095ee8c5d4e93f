"""Find for the paragraphs of one text those of another that they have become."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

_SHORT = 8
"""Characters below which half of the text must agree, from which a third is enough."""
_BAND = 60
"""Paragraphs around the expected place that are looked at where many have changed (time is quadratic)."""
_FEW = 10_000
"""Pairs of paragraphs up to which all are looked at."""
_PART = 0.65
"""Share of a paragraph's bigrams found in another for being a part of it, split off or joined to it."""
_TABLE = 0.2
"""Likeness of tables with the same grid, whatever stands in them: they are compared cell by cell."""


@dataclass(frozen=True)
class Profile:
    """What a paragraph (or table) is compared by: its text, and whatever must agree besides.

    `form` is None for a paragraph, the grid for a table, its kind for a locked block.
    """

    text: str
    form: object = None

    @cached_property
    def bare(self) -> str:
        """The text without white space."""
        return "".join(self.text.split())

    @cached_property
    def bigrams(self) -> frozenset[str]:
        """Two neighbouring characters each; of a single character, that one."""
        bare = self.bare
        return frozenset(bare[i : i + 2] for i in range(max(1, len(bare) - 1))) if bare else frozenset()

    def likeness(self, other: "Profile") -> float:
        """Return how much the texts agree, from 0 to 1; 0 where too little to be one and the same."""
        if self.form != other.form:
            return 0.0
        if self.bare == other.bare:
            return 1.0
        if self.form is not None:
            return max(_TABLE, self._shared(other))
        value = self._shared(other)
        least = 0.5 if min(len(self.bare), len(other.bare)) < _SHORT else 0.34
        return value if value >= least else 0.0

    def _shared(self, other: "Profile") -> float:
        total = len(self.bigrams) + len(other.bigrams)
        return 2 * len(self.bigrams & other.bigrams) / total if total else 0.0

    def contains(self, part: "Profile") -> bool:
        """Tell whether another text is a part of this one."""
        if (
            self.form is not None
            or part.form is not None
            or len(part.bare) < _SHORT // 2
            or len(part.bare) > len(self.bare) * 1.2
        ):
            return False
        return len(part.bigrams & self.bigrams) >= _PART * len(part.bigrams)


@dataclass(frozen=True, slots=True)
class Group:
    """Old paragraphs that have become new ones: one each, or several on one side (joined or split)."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def groups(old: Sequence[Profile], new: Sequence[Profile]) -> list[Group]:
    """Return in rising order what has become what; whatever is in no group was deleted or inserted."""
    pairs: list[tuple[int, int]] = []
    low_i = low_j = 0
    for i, j in [*_anchors(old, new), (len(old), len(new))]:
        pairs.extend(_aligned(old, new, (low_i, i), (low_j, j)))
        if i < len(old):
            pairs.append((i, j))
        low_i, low_j = i + 1, j + 1
    return _widened(pairs, old, new)


def _anchors(old: Sequence[Profile], new: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return pairs of equal paragraphs that hold text; empty ones would tie the wrong places together."""
    filled_old = [i for i, p in enumerate(old) if p.bare]
    filled_new = [j for j, p in enumerate(new) if p.bare]
    keys_old = [(old[i].bare, old[i].form) for i in filled_old]
    keys_new = [(new[j].bare, new[j].form) for j in filled_new]
    matcher = SequenceMatcher(None, keys_old, keys_new, autojunk=False)
    return [(filled_old[m.a + k], filled_new[m.b + k]) for m in matcher.get_matching_blocks() for k in range(m.size)]


def _aligned(
    old: Sequence[Profile], new: Sequence[Profile], old_range: tuple[int, int], new_range: tuple[int, int]
) -> list[tuple[int, int]]:
    """Pair what changed between two anchors so that most text agrees (Needleman and Wunsch)."""
    (i0, i1), (j0, j1) = old_range, new_range
    rows, columns = i1 - i0, j1 - j0
    if not rows or not columns:
        return []
    near = _nearness(rows, columns)
    best = [[0.0] * (columns + 1)]
    for i in range(rows):
        line = [0.0]
        for j in range(columns):
            value = max(best[i][j + 1], line[j])
            if near(i, j) and (gain := _gain(old[i0 + i], new[j0 + j])):
                value = max(value, best[i][j] + gain)
            line.append(value)
        best.append(line)
    result: list[tuple[int, int]] = []
    i, j = rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            result.append((i0 + i, j0 + j))
    return result[::-1]


def _nearness(rows: int, columns: int) -> Callable[[int, int], bool]:
    if rows * columns <= _FEW:
        return lambda _i, _j: True
    return lambda i, j: abs(i * columns - j * rows) <= _BAND * rows


def _gain(old: Profile, new: Profile) -> float:
    if not old.bare and not new.bare:
        return 0.5 if old.form == new.form else 0.0
    return old.likeness(new) * (1 + min(len(old.bare), len(new.bare)))


def _widened(pairs: Sequence[tuple[int, int]], old: Sequence[Profile], new: Sequence[Profile]) -> list[Group]:
    """Add to each pair its neighbours that were split off it or joined to it."""
    paired_old, paired_new = {i for i, _ in pairs}, {j for _, j in pairs}
    result = []
    for i, j in pairs:
        halves = _parts(j, paired_new, new, old[i]) if len(old[i].bare) > len(new[j].bare) else (j,)
        joined = _parts(i, paired_old, old, new[j]) if len(halves) == 1 else (i,)
        paired_new.update(halves)
        paired_old.update(joined)
        result.append(Group(joined, halves))
    return result


def _parts(at: int, taken: set[int], profiles: Sequence[Profile], whole: Profile) -> tuple[int, ...]:
    """Return neighbours of a paragraph, itself among them, that are all parts of one whole."""
    if not whole.contains(profiles[at]) and whole.likeness(profiles[at]) == 0:
        return (at,)
    first = last = at
    while first - 1 >= 0 and first - 1 not in taken and whole.contains(profiles[first - 1]):
        first -= 1
    while last + 1 < len(profiles) and last + 1 not in taken and whole.contains(profiles[last + 1]):
        last += 1
    return tuple(range(first, last + 1))
