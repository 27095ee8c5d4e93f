"""The runs of Chinese characters in a sentence, cut into words once for all who look for slips in them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.text.lattice import Lattice, Token
from assistant.text.usage import FIGURE, Usage, ends

_HAN = re.compile("[一-鿿]+")
_SHORT = 2
"""Characters of a run that says something by itself."""


class CutRun(NamedTuple):
    """A run: its characters, where in the text it is, the words that stand for what is before and behind it.

    `ways` are the ways to cut it; the likeliest is its `words`, the `tokens` say what each costs, `cost` what all do.
    """

    run: str
    start: int
    end: int
    before: str
    behind: str
    ways: Lattice
    cost: float
    tokens: Sequence[Token]
    words: Sequence[str]


def cut_runs(usage: Usage, text: str) -> tuple[CutRun, ...]:
    """Return the runs of a text that are long enough to be judged."""
    return tuple(_cut(usage, text))


def of_size(runs: Iterable[CutRun], least: int) -> Iterator[CutRun]:
    """Yield the runs that have at least that many characters."""
    return (run for run in runs if run.end - run.start >= least)


def _cut(usage: Usage, text: str) -> Iterator[CutRun]:
    for found in _HAN.finditer(text):
        start, end = found.span()
        before, behind = ends(text, start, end)
        if _is_judged(end - start, before, behind):
            run = found.group()
            ways = Lattice(usage, run, before, behind)
            cost, tokens = ways.likeliest()
            yield CutRun(run, start, end, before, behind, ways, cost, tokens, [word for word, _ in tokens])


def _is_judged(size: int, before: str, behind: str) -> bool:
    """Tell whether a run is long enough: alone behind a figure it counts; between two it is of a number (民终)."""
    if before == FIGURE:
        return size != _SHORT or behind != FIGURE
    return size >= _SHORT
