"""Regular expressions that are read at once, so that a wrong one is refused, and compiled when first used.

Compiling all that the program knows takes longer than the window may take to be there; most texts need few of them.
"""

import re
from collections.abc import Iterable
from re import _parser as reading  # type: ignore[attr-defined]  # the standard library's own reading of a pattern
from typing import Any, cast

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


def expression(pattern: str) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used; raises re.error for one that can't be read."""
    reading.parse(pattern)
    return cast("re.Pattern[str]", _Expression(pattern))


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that matches where any of the given ones does, each of which has been read before."""
    return cast("re.Pattern[str]", _Expression("|".join(f"(?:{pattern})" for pattern in patterns)))
