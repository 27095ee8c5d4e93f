"""How much alike phrases are in form: as long as each other, built of the same clauses, begun or ended by one word."""

import re
from collections.abc import Sequence
from itertools import takewhile

_NEARLY = 0.75
"""Length of the shortest phrase, as a share of the longest, from which on they are nearly as long as each other."""
_MOST = 3
"""What one length, a common beginning or end says at most."""
_VERSE = 10
"""Code points up to which phrases of one length sound like a verse, if there is no particle in them."""
_PARTICLE = re.compile("[的了也就都很还是]")
_SPAN = 6
"""Code points from the beginning, and from the end, at which phrases of one form have the same characters."""


def likeness(phrases: Sequence[str]) -> int:
    """Return how much alike two or more phrases are in form, 0 where nothing joins them."""
    lengths = [[len(clause) for clause in phrase.split("，")] for phrase in phrases]
    whole = [len(phrase) for phrase in phrases]
    same = all(one == lengths[0] for one in lengths)
    built = min(len(phrases), _MOST) if same else int(min(whole) >= _NEARLY * max(whole))
    paired = int(all(len(one) > 1 and len(one) == len(lengths[0]) for one in lengths)) * (1 + same)
    verse = int(
        same and len(phrases) > 2 and max(whole) <= _VERSE and not any(_PARTICLE.search(phrase) for phrase in phrases)
    )
    begun, ended = _common(phrases), _common([phrase[::-1] for phrase in phrases])
    return (
        built
        + verse
        + paired
        + max(begun, _within(phrases))
        + max(ended, _within([phrase[::-1] for phrase in phrases]))
    )


def _common(phrases: Sequence[str]) -> int:
    """Return what the common beginning of phrases says: more than its length, for it is no accident."""
    same = len([*takewhile(lambda column: len({*column}) == 1, zip(*phrases, strict=False))])
    return min(same + 1, _MOST) if same else 0


def _within(phrases: Sequence[str]) -> int:
    """Return what single characters say that stand at the same place of each phrase: 首抓…, 再抓…, 后抓…."""
    columns = [*zip(*phrases, strict=False)][:_SPAN]
    same = [column[0] for column in columns if len({*column}) == 1 and column[0] != "，"]
    return min(len(same), 2)
