"""Regular expressions whose matches never go on behind a full stop: a sentence can be searched without the others.

Nothing that such a pattern takes in may be the mark. What it looks at ahead may be one as its last character only, what
it looks back for as its first only, so that nothing it says depends on what is behind the mark that ends the sentence,
nor on more before it than the mark that ends the sentence before. What must *not* stand before a match is looked at
where it stands: the text before the sentence is there whenever a part of a text is searched.
"""

from re import _constants as ops  # type: ignore[attr-defined]  # the standard library's own reading of a pattern

from assistant.text.expressions import Parsed, read

STOP = "。"
"""The mark that parts sentences here."""

_NOWHERE, _FIRST, _LAST = None, 0, -1
"""Which of the things that follow each other may be the mark."""
_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_CHARACTERS = frozenset({ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN})
_HARMLESS = frozenset({ops.AT, ops.GROUPREF})
"""Without width, or what was taken in before. An end of the text is never met at a mark: something stands there."""


def is_confined(pattern: str) -> bool:
    """Tell whether every match lies within a sentence and depends on nothing behind it; raises re.error."""
    return _stays(read(pattern), _NOWHERE)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return from where to where the sentences of a text go, each with the mark that ends it."""
    ranges = []
    start = 0
    while start < len(text):
        end = text.find(STOP, start) + 1 or len(text)
        ranges.append((start, end))
        start = end
    return ranges


def _stays(items: Parsed, edge: int | None) -> bool:
    """Tell whether no one of the things that follow each other may be the mark, but for the one at an `edge`."""
    last = len(items) - 1
    return all(
        _one_stays(op, value, edge if edge is not None and place == (last if edge else 0) else _NOWHERE)
        for place, (op, value) in enumerate(items)
    )


def _one_stays(op: Parsed, value: Parsed, edge: int | None) -> bool:
    if op in _CHARACTERS:
        return edge is not None or not _may_be_mark(op, value)
    if op is ops.ASSERT or op is ops.ASSERT_NOT:
        ahead = value[0] > 0
        return (op is ops.ASSERT_NOT and not ahead) or _stays(value[1], _LAST if ahead else _FIRST)
    if op is ops.BRANCH:
        return all(_stays(way, edge) for way in value[1])
    if op is ops.SUBPATTERN and value[0] is not None:
        return _stays(value[3], _NOWHERE)  # what is kept may be asked for again
    if op in _REPEATS:
        return _stays(value[2], edge if value[1] == 1 else _NOWHERE)
    return _stays(value[-1], edge) if op is ops.SUBPATTERN else op in _HARMLESS


def _may_be_mark(op: Parsed, value: Parsed) -> bool:
    """Tell whether a character of a pattern may be the mark: in doubt it may."""
    mark = ord(STOP)
    if op is ops.LITERAL:
        return bool(value == mark)
    if op is not ops.IN:
        return True
    listed = any(
        (kind is ops.LITERAL and one == mark) or (kind is ops.RANGE and one[0] <= mark <= one[1]) for kind, one in value
    )
    if any(kind is ops.CATEGORY for kind, _ in value):
        return True
    return listed != (value[0][0] is ops.NEGATE)
