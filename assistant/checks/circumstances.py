"""What stands around an anomaly that makes it likelier to be a slip, or says that it is none."""

import math
import re
from dataclasses import replace

from assistant.checks.anomalies import Anomalies, Anomaly
from assistant.checks.nearby import EditKind
from assistant.text.usage import Usage

_REACHED = frozenset("起住上下来去出进开过到成见着动好了满")
"""Behind a verb and 得 they tell what can be done."""
_JOINS = frozenset("与和或")
_ITEM = re.compile("[^，。；：、]+$")
_USUAL, _BEGUN_AGAIN = 10, 5.5
"""How often our texts must have a word for a character of it said twice to be hardly meant, and what that counts."""
_STANDS = frozenset("为以对和从将党会中上下前后内外等")
"""Characters that often stand alone beside a word that begins or ends with them: 成为|为, 共产党|党, 中|中心."""
_PARTED, _WEIGHT, _MOST = 0.05, 0.8, 2.5
"""The usual share of a character that is a word by itself, and what it counts for that one is so less or more often."""


def weighed(one: Anomaly, text: str, known: Anomalies) -> Anomaly:
    """Return an anomaly with what it tells that half a word stands alone: much of 究, little of 茶."""
    usage = known.usage
    if one.kind is EditKind.EXTRA and one.end - one.start == 1:
        again = _is_begun_again(usage, one, text)
        return replace(one, gain=one.gain + _BEGUN_AGAIN) if again else one
    if one.end - one.start == len(one.right) + 1 and one.right:
        alone = text[one.end - 1 if text.startswith(one.right, one.start) else one.start]
    elif one.kind is EditKind.MISSING and one.end - one.start == 1:
        alone = text[one.start]
    else:
        return one
    single = usage.count(alone)
    whole = sum(map(usage.count, known.vocabulary.around(alone)))
    share = (single + 0.5) / (single + whole + 1)
    return replace(one, gain=one.gain + max(-_MOST, min(_MOST, _WEIGHT * math.log(_PARTED / share))))


def parts_two(one: Anomaly, text: str, known: Anomalies) -> bool:
    """Tell whether a 的 taken for a slip parts two usual words of one character (欠的账), a 得 a verb (挑得起).

    与, 和 and 或 between the two characters of a word join them: 好与坏.
    """
    said = text[one.start : one.end]
    if one.kind is not EditKind.EXTRA or said not in {"的", "得", *_JOINS} or not one.start:
        return False
    beside = (text[one.start - 1], text[one.end : one.end + 1])
    merged = any(len(word) == len(beside) and word == "".join(beside) for word in one.window)
    if said in _JOINS:
        return merged
    if said == "得":
        return merged and beside[1] in _REACHED
    return merged and all(known.usage.count(each) >= _USUAL for each in beside)


def in_row(text: str, one: Anomaly) -> bool:
    """Tell whether a row says that the word meant begins with a word of its own: 学扫码、学挂号、学交水电费."""
    start = one.begin
    for word in one.window:
        if start < one.start < start + len(word) and text[start - 1 : start] == "、":
            before = _ITEM.search(text, 0, start - 1)
            alike = before.group()[:2] if before else ""
            return alike[:1] == text[start] and alike != text[start : start + 2]
        start += len(word)
    return False


def _is_begun_again(usage: Usage, one: Anomaly, text: str) -> bool:
    """Tell whether a character that stands twice begins or ends a usual word, and no other with what is beside it."""
    said = text[one.start]
    first = one.start - 1 if text[: one.start].endswith(said) else one.start
    start = one.begin
    for word in one.window:
        end = start + len(word)
        usual = len(word) > 1 and usage.count(word) >= _USUAL and said not in _STANDS
        if usual and start == first and word[0] == said:
            return first == 0 or usage.alone(text[first - 1 : first + 1]) is None
        if usual and end == first + 1 and word[-1] == said:
            return usage.alone(text[first + 1 : first + 3]) is None
        start = end
    return False
