"""What is left of a term that lost a character: a word and a character alone (行政|议), or two characters (满|度)."""

from collections.abc import Set as AbstractSet

from assistant.checks.anomalies import Anomaly
from assistant.checks.nearby import EditKind
from assistant.text.usage import Usage

_GAIN = 2.5
"""Gain from which it is told: none of 747,000 flawless characters reaches it with a term that is listed or familiar."""
_WORD = 2
"""Characters of a word."""
_FAMILIAR = 12
"""How often our texts must have a term that is not listed."""


def is_left_of_term(one: Anomaly, text: str, usage: Usage, expressions: AbstractSet[str]) -> bool:
    """Tell whether an anomaly is a term that lacks a character; `expressions` are the listed ones."""
    if one.kind is not EditKind.MISSING or one.gain < _GAIN:
        return False
    left, meant = text[one.start : one.end], one.right
    listed = len(meant) > _WORD and (meant in expressions or meant in usage.added)
    ends_alone = len(left) == _WORD or usage.alone(left[-_WORD:]) is None
    return ends_alone and len(left) >= _WORD and (listed or usage.count(meant) >= _FAMILIAR)
