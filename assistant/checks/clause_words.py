"""The words and shapes by which clauses are told apart: a table for each way, strictly read.

An entry is a list of expressions, any of which may stand; `{name}` in one stands for all of another entry of its table,
`{shared.name}` for one of the table that all of them share.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.checks.enumerations import Rows
from assistant.checks.lacking import Lacking, LackingInside, LackingSomewhere
from assistant.checks.rule import ParagraphFinder
from assistant.checks.table import Table, read_table
from assistant.text.expressions import expression

FILE = "clauses.toml"
"""In the folder of the lexicon."""
SHARED = "shared"
FINDERS: Mapping[str, type[Rows] | type[Lacking]] = {
    "rows": Rows,
    "lacking": Lacking,
    "offered": Lacking,
    "toward": Lacking,
    "about": Lacking,
    "midway": LackingInside,
    "resting": LackingSomewhere,
    "sent": LackingSomewhere,
    "bare": LackingSomewhere,
    "people": LackingSomewhere,
}
"""What is made of the patterns of a table, by its name: every field is an entry that must be there."""
NAMES = "names"
"""An entry of the shared table that holds words, not expressions."""
_NAMED = re.compile(rf"\{{({SHARED}\.)?([a-z_]+)\}}")


class ClauseWords:
    """The tables of a lexicon folder; raises ResourceError naming file and key."""

    def __init__(self, folder: Path) -> None:
        """Read the file."""
        root = read_table(folder / FILE)
        root.refuse_unknown({SHARED, *FINDERS})
        self._tables = {name: Table(FILE, name, root.table(name)) for name in (SHARED, *FINDERS)}
        self._names = frozenset(word for line in self._tables[SHARED].texts(NAMES) for word in line.split())

    def finder(self, name: str) -> ParagraphFinder:
        """Return the finder that works with a table."""
        kind = FINDERS[name]
        return kind(**self._entries(name, [field.name for field in fields(kind)]))

    def _entries(self, name: str, asked: Iterable[str]) -> dict[str, Any]:
        """Return the entries of a table that a finder asks for; whatever else stands in it must be a part of them."""
        table = self._tables[name]
        used = set(asked)
        found: dict[str, Any] = {}
        for key in asked:
            if key == NAMES:
                found[key] = self._names
                continue
            source = self._source(table, key, (), used)
            try:
                found[key] = expression(source)
            except re.error as error:
                raise table.wrong(key, str(error)) from error
        table.refuse_unknown(used)
        return found

    def _source(self, table: Table, key: str, within: tuple[str, ...], used: set[str]) -> str:
        """Return the expression of an entry with those named in it put in; `used` gets the parts of its own table."""
        here = f"{table.name}.{key}"
        if here in within:
            raise table.wrong(key, "it is a part of itself")
        ways = table.texts(key)
        if not all(ways) or not ways:
            raise table.wrong(key, "a list of expressions is expected")

        def named(place: re.Match[str]) -> str:
            if place[1]:
                return f"(?:{self._source(self._tables[SHARED], place[2], (*within, here), set())})"
            used.add(place[2])
            return f"(?:{self._source(table, place[2], (*within, here), used)})"

        return _NAMED.sub(named, "|".join(ways))


def clause_finder(table: Table, folder: Path) -> ParagraphFinder:
    """Return the finder of a rule of this kind, with the words of a lexicon folder; raises ResourceError."""
    return _read(folder).finder(table.choice("between", FINDERS))


@lru_cache(maxsize=1)
def _read(folder: Path) -> ClauseWords:
    """Return the tables of a folder: several rules ask for them, one after the other."""
    return ClauseWords(folder)
