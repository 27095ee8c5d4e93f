"""What several reports in one file are called where their titles would look alike."""

from collections.abc import Sequence
from itertools import takewhile

_NAME = 7
"""Characters that tell one report of a file from another."""


def told_apart(titles: Sequence[str]) -> list[str]:
    """Return the beginning of what is said of each of several reports: which one it is; nothing for a single one."""
    if len(titles) < 2:
        return [""] * len(titles)
    before = _alike(titles)
    after = _alike([title[before:][::-1] for title in titles])
    parts = [title[before : len(title) - after].strip("（）()《》 ")[:_NAME] for title in titles]
    return [f"第 {n} 篇（{part}）：" if part else f"第 {n} 篇：" for n, part in enumerate(parts, start=1)]


def _alike(texts: Sequence[str]) -> int:
    """Return how many characters all texts begin with alike."""
    columns = zip(*texts, strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
