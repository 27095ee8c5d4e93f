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


def reaching(words: Iterable[str], ends: str, more: int = 0) -> str:
    """Return a look ahead for one of the characters `ends` as near as it is behind the longest of the words.

    Before a pattern of words that one of those stands behind, or `more` characters on, it spares nearly all places of
    a text the trial of each word. It does nothing where a word has such a character in it.
    """
    words = list(words)
    if any(end in word for end in ends for word in words):
        return ""
    return f"(?=[^{ends}]{{1,{max(map(len, words)) + more}}}[{ends}])"
