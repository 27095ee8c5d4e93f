"""Choose what keeps its order when things have changed places: as much as possible."""

from collections.abc import Sequence


def heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Return the positions of a subsequence whose values never fall and whose weights have the greatest sum.

    Values and weights are not negative. Ties go to the earlier positions. Takes n log n steps.
    """
    best = [(0, -1)] * (max(values, default=-1) + 2)  # a Fenwick tree of greatest sums, with the position they end at
    before: list[int] = []
    end = (0, -1)
    for position, (value, weight) in enumerate(zip(values, weights, strict=True)):
        total, last = _best_up_to(best, value)
        before.append(last)
        total += weight
        end = max(end, (total, position), key=_sum)
        at = value + 1
        while at < len(best):
            best[at] = max(best[at], (total, position), key=_sum)
            at += at & -at
    chosen: list[int] = []
    position = end[1]
    while position >= 0:
        chosen.append(position)
        position = before[position]
    return chosen[::-1]


def _best_up_to(best: Sequence[tuple[int, int]], value: int) -> tuple[int, int]:
    result = (0, -1)
    at = value + 1
    while at > 0:
        result = max(result, best[at], key=_sum)
        at -= at & -at
    return result


def _sum(entry: tuple[int, int]) -> int:
    return entry[0]
