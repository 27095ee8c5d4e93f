"""What rules that are tables of nouns read of them: each noun once, with what it takes."""

import re
from collections.abc import Iterable

from assistant.checks.table import Table


def taken(table: Table) -> dict[str, tuple[str, ...]]:
    """Return what each noun takes, the usual first; raises ResourceError for a group that is incomplete."""
    takes: dict[str, tuple[str, ...]] = {}
    for group in table.tables("groups"):
        group.refuse_unknown({"heads", "right"})
        for head in group.text("heads").split():
            if head in takes:
                raise group.wrong("heads", f"{head} stands in two groups")
            takes[head] = tuple(group.text("right").split())
    if not takes:
        raise table.wrong("groups", "a group or more is expected")
    return takes


def any_word(words: Iterable[str]) -> str:
    """Return the pattern of any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
