"""Cut and join runs of one block, keeping for every character where it came from."""

from collections.abc import Iterable
from dataclasses import replace

from assistant.document.block import Marks, Run
from assistant.text.characters import TOKEN


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one origin and marks; drop empty runs."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = result[-1] if result else None
        if (
            last is not None
            and last.token is None
            and run.token is None
            and last.origin == run.origin
            and last.marks == run.marks
        ):
            result[-1] = Run(last.text + run.text, run.origin, run.marks)
        else:
            result.append(run)
    return tuple(result)


def cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Return the runs between two offsets (code points)."""
    result: list[Run] = []
    position = 0
    for run in runs:
        low, high = max(start, position), min(end, position + len(run.text))
        if low < high:
            text = run.text[low - position : high - position]
            result.append(Run(text, run.origin, run.marks, run.token))
        position += len(run.text)
    return tuple(result)


def inherited(runs: tuple[Run, ...], start: int, end: int) -> tuple[int | None, Marks]:
    """Return origin and marks that text put in place of `start:end` takes, as Word does.

    Those of the replaced text, else of the character before, else of the one after; never a token's.
    """
    text = [(run, offset) for run in runs for offset in range(len(run.text))]
    candidates = [text[i][0] for i in range(start, end)]
    if start > 0:
        candidates.append(text[start - 1][0])
    if end < len(text):
        candidates.append(text[end][0])
    for run in candidates:
        if run.token is None and run.text != TOKEN:
            return run.origin, run.marks
    return None, Marks.NONE


def replaced(runs: tuple[Run, ...], start: int, end: int, new: str) -> tuple[Run, ...]:
    """Return the runs with `start:end` replaced by `new`."""
    length = sum(len(run.text) for run in runs)
    origin, marks = inherited(runs, start, end)
    return merged([*cut(runs, 0, start), Run(new, origin, marks), *cut(runs, end, length)])


def marked(runs: tuple[Run, ...], start: int, end: int, mark: Marks, *, on: bool) -> tuple[Run, ...]:
    """Return the runs with a mark switched on or off between two offsets."""
    length = sum(len(run.text) for run in runs)
    changed = [replace(run, marks=run.marks | mark if on else run.marks & ~mark) for run in cut(runs, start, end)]
    return merged([*cut(runs, 0, start), *changed, *cut(runs, end, length)])
