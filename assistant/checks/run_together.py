"""Two words that share a character and were run into one another: 加强化 for 加强 or 强化, 督促进 for 督促 or 促进."""

from collections.abc import Iterator

from assistant.checks.nearby import EditKind
from assistant.checks.places import Place, Trial
from assistant.text.usage import Usage

_COST, _USUAL, _FREELY = 3.0, 8, 3
"""What it costs to run two words into one another, how often our texts must have both, and how much more often than the
broken one what is left of it may stand alone (有|效益)."""
_PAIR = 2


def run_together(place: Place, usage: Usage) -> Iterator[Trial]:
    """Yield each of two usual words that are run into one another at a single character."""
    run, at = place.run, place.start
    for start, beside in (
        (at - 2, (run[max(0, at - 2) : at], place.word)),
        (at, (place.word, run[at + 1 : at + 3])),
    ):
        one, other = run[max(0, start) : start + 2], run[start + 1 : start + 3]
        if start < 0 or len(other) < _PAIR or min(usage.count(one), usage.count(other)) < _USUAL:
            continue
        alone, whole = (beside[1], other) if start < at else (beside[0], one)
        if not usage.seen(*beside) and usage.count(alone) < _FREELY * usage.count(whole):
            yield start, start + 3, one, EditKind.WRONG, _COST
            yield start, start + 3, other, EditKind.WRONG, _COST
