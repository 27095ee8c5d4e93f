"""Patterns that keep what they found: rules about a whole report read every paragraph again after every key."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

_PARAGRAPHS = 512
"""Paragraphs whose finds are kept, of each pattern: those of a report of 50,000 characters."""


class Keeping(NamedTuple):
    """A pattern asked of whole paragraphs: `finditer` and `search` are those of `re.Pattern`, their answers kept.

    Not for parts of paragraphs, which are other texts after each edit before them.
    """

    finditer: Callable[[str], tuple[re.Match[str], ...]]
    search: Callable[[str], re.Match[str] | None]


def keeping(pattern: str) -> Keeping:
    """Return a pattern that keeps its finds; raises re.error for one that can't be read."""
    compiled = re.compile(pattern)

    def all_in(text: str) -> tuple[re.Match[str], ...]:
        return tuple(compiled.finditer(text))

    return Keeping(lru_cache(_PARAGRAPHS)(all_in), lru_cache(_PARAGRAPHS)(compiled.search))
