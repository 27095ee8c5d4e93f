"""Find the characters of a paragraph again in an edited text, by where they came from."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.document.block import Marks, Run, Token

_LONGEST = 2000
"""Characters up to which the changed middle is compared one by one; the comparison is quadratic."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One character or token of a text: what it is, and which w:r it descends from."""

    character: str
    origin: int | None
    marks: Marks = Marks.NONE
    token: Token | None = None

    @property
    def key(self) -> tuple[str, int | None]:
        """What makes two signs the same one: a token's number, else the character and its run."""
        return (self.character, self.origin) if self.token is None else ("\ufffc", self.token.number)


def signs(runs: Sequence[Run]) -> list[Sign]:
    """Return the signs of a block's runs, one for each code point."""
    return [Sign(character, run.origin, run.marks, run.token) for run in runs for character in run.text]


def align(source: Sequence[Sign], target: Sequence[Sign]) -> list[int | None]:
    """Return for each target sign the index of the source sign it is, in rising order; None for a new one.

    Tokens are matched first (by number), the text between them by the longest common parts.
    """
    result: list[int | None] = [None] * len(target)
    where = {sign.key: i for i, sign in enumerate(source) if sign.token is not None}
    pairs = [(where[s.key], j) for j, s in enumerate(target) if s.token is not None and s.key in where]
    low_i = low_j = 0
    for i, j in [*_rising(pairs), (len(source), len(target))]:
        _between(source, target, (low_i, i), (low_j, j), result)
        if j < len(target):
            result[j] = i
        low_i, low_j = i + 1, j + 1
    return result


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the most pairs whose first numbers rise (their second ones do)."""
    keep = set(longest_rising([i for i, _ in pairs]))
    return [pair for n, pair in enumerate(pairs) if n in keep]


def longest_rising(values: Sequence[int]) -> list[int]:
    """Return the positions of one longest strictly rising subsequence."""
    ends: list[int] = []  # smallest end value of a rising subsequence, by length
    last: list[int] = []  # its position
    before: list[int] = []
    for position, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            last.append(position)
        else:
            ends[length], last[length] = value, position
    chosen: list[int] = []
    position = last[-1] if last else -1
    while position >= 0:
        chosen.append(position)
        position = before[position]
    return chosen[::-1]


def _between(
    source: Sequence[Sign],
    target: Sequence[Sign],
    source_range: tuple[int, int],
    target_range: tuple[int, int],
    result: list[int | None],
) -> None:
    (i, i_end), (j, j_end) = source_range, target_range
    while i < i_end and j < j_end and source[i].key == target[j].key:
        result[j] = i
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and source[i_end - 1].key == target[j_end - 1].key:
        i_end, j_end = i_end - 1, j_end - 1
        result[j_end] = i_end
    if i == i_end or j == j_end or max(i_end - i, j_end - j) > _LONGEST:
        return
    old = [sign.key for sign in source[i:i_end]]
    new = [sign.key for sign in target[j:j_end]]
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for k in range(match.size):
            if source[i + match.a + k].token is None:  # tokens are matched already, or moved
                result[j + match.b + k] = i + match.a + k
