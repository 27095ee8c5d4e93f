"""Regular expressions that are read at once, so that a wrong one is refused, and compiled when first used.

Compiling all that the program knows takes longer than the window may take to be there; most texts need few of them.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from re import _parser as reading  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import Any, cast

Parsed = Any
"""What the library reads of a pattern: lists, pairs and constants of its own, without types."""
_LOOK_BEHIND = re.compile(r"\(\?<[=!]")
_USED = (
    *("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"),
    *("flags", "groups", "groupindex"),
)


class _Expression:
    """What stands for a `re.Pattern` until it is first asked; from then on its methods are the pattern's own."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (what the pattern has)
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern)
        for one in _USED:
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Expression) and other.pattern == self.pattern

    def __hash__(self) -> int:
        return hash(self.pattern)


@lru_cache(maxsize=1)
def read(pattern: str) -> Parsed:
    """Return a pattern as the library reads it; raises re.error for all that compiling it would raise it for.

    More than one thing is asked of a pattern in turn, so the last answer is kept.
    """
    parsed = reading.parse(pattern)
    if _LOOK_BEHIND.search(pattern):
        _refuse_loose_look_behind(parsed)
    return parsed


def _refuse_loose_look_behind(items: Parsed) -> None:
    """Raise re.error for a look-behind of varying width: only the compiler, which comes later, would refuse it."""
    for op, value in items:
        if op is ops.LITERAL or op is ops.IN:
            continue  # most of a pattern, and nothing is inside
        if (op is ops.ASSERT or op is ops.ASSERT_NOT) and value[0] < 0:
            least, most = value[1].getwidth()
            if least != most:
                raise re.error("look-behind requires fixed-width pattern")
        for inside in value if isinstance(value, tuple) else (value,):
            for part in inside if isinstance(inside, list) else (inside,):
                if isinstance(part, reading.SubPattern):
                    _refuse_loose_look_behind(part.data)


def expression(pattern: str) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; raises re.error for one that can't be read."""
    read(pattern)
    return cast("re.Pattern[str]", _Expression(pattern))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches where any of the given ones does; raises re.error where they can't be joined."""
    return expression("|".join(f"(?:{pattern})" for pattern in patterns))
