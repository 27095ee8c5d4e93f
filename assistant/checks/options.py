"""What a rule about structure says beside its words: patterns and numbers by name, checked against what it takes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.checks.table import Table
from assistant.text.expressions import any_of, expression

NAMED_PATTERNS = ("themes", "foreign", "people", "activities")
"""The options whose words are written as `name=pattern`."""


@dataclass(frozen=True, slots=True)
class Options:
    """Lists of words, patterns (one for each list of a name that ends in `_pattern`) and numbers of one rule."""

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)


def read_options(table: Table, names: frozenset[str]) -> Options:
    """Return the options of a rule, exactly those of `names`; raises ResourceError naming file and key."""
    given = Table(table.file, f"{table.name}.options", table.table("options") if table.has("options") else {})
    given.refuse_unknown(names)
    words: dict[str, tuple[str, ...]] = {}
    patterns: dict[str, re.Pattern[str]] = {}
    numbers: dict[str, int] = {}
    for name in sorted(names):
        if name.endswith("_pattern"):
            patterns[name] = _pattern(given, name)
        elif isinstance(given.values.get(name), int):
            numbers[name] = given.number(name)
        elif given.has(name):
            words[name] = given.texts(name)
            if name in NAMED_PATTERNS:
                _refuse_broken(given, name, [one.partition("=")[2] for one in words[name]])
        else:
            raise given.wrong(name, "missing")
    return Options(words, patterns, numbers)


def _pattern(given: Table, name: str) -> re.Pattern[str]:
    sources = given.texts(name)
    if not sources:
        raise given.wrong(name, "a list of patterns is expected")
    _refuse_broken(given, name, sources)
    return any_of(sources)


def _refuse_broken(given: Table, name: str, sources: Sequence[str]) -> None:
    """Raise ResourceError for a pattern that can't be read, or is empty."""
    for source in sources:
        try:
            expression(source)
        except re.error as error:
            raise given.wrong(name, f"{source!r}: {error}") from error
        if not source:
            raise given.wrong(name, "an empty pattern matches anything")
