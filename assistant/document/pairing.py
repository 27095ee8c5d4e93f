"""Which paragraph of one text is which of another."""

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Positions in the old and the new text; None where a paragraph has no counterpart."""

_MOST = 4_000
"""Pairs of changed paragraphs that are weighed against each other; of more, those in the same order are paired."""
_ALIKE = 0.3
"""Share of common character pairs from which two paragraphs count as the same one, changed."""


def pair(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[Pair, ...]:
    """Pair the entries of two texts, in one order that is rising in both.

    Equal ones are found first; of the stretches between, paragraphs (strings) that share enough characters are paired.
    What is no string is paired only with its equal.
    """
    result: list[Pair] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            result.extend(zip(range(i, i_end), range(j, j_end), strict=True))
        else:
            result.extend(_between(old, new, range(i, i_end), range(j, j_end)))
    return tuple(result)


def _between(old: Sequence[Hashable], new: Sequence[Hashable], here: range, there: range) -> list[Pair]:
    """Pair a changed stretch so that as much as possible stays in common."""
    if len(here) * len(there) > _MOST:
        likeness = [[float(i == j) for j in range(len(there))] for i in range(len(here))]
    else:
        olds, news = [_pairs(old[i]) for i in here], [_pairs(new[j]) for j in there]
        likeness = [[_likeness(a, b) for b in news] for a in olds]
    if len(here) == len(there) == 1 and isinstance(old[here[0]], str) and isinstance(new[there[0]], str):
        likeness = [[1.0]]  # one paragraph rewritten from end to end
    best = [[0.0] * (len(there) + 1) for _ in range(len(here) + 1)]
    for i in range(len(here) - 1, -1, -1):
        for j in range(len(there) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + likeness[i][j])
    result: list[Pair] = []
    i = j = 0
    while i < len(here) or j < len(there):
        if i == len(here) or (j < len(there) and best[i][j] == best[i][j + 1]):
            result.append((None, there[j]))
            j += 1
        elif j == len(there) or best[i][j] == best[i + 1][j]:
            result.append((here[i], None))
            i += 1
        else:
            result.append((here[i], there[j]))
            i, j = i + 1, j + 1
    return result


def _pairs(entry: Hashable) -> frozenset[str]:
    return frozenset(entry[i : i + 2] for i in range(len(entry))) if isinstance(entry, str) else frozenset()


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other:
        return 0.0
    share = len(one & other) / min(len(one), len(other))
    return share if share >= _ALIKE else 0.0
