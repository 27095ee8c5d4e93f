"""Tell what changed in the wording of a sentence so that people can read it: no shreds, whole words and numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_UNIT = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|[0-9]+(?:[.,，][0-9]{3})*(?:\.[0-9]+)?[%％]?|.", re.DOTALL)
"""What is never split: a Latin word, a number with its point and per cent sign; else one character."""
_ISLAND = 2
"""Characters in common between two changes up to which they are read as one change."""
_LONGEST = 600
"""Units up to which two texts are compared one by one; longer ones sentence by sentence first (time is quadratic)."""


@dataclass(frozen=True, slots=True)
class Same:
    """A stretch both texts have in common: code points `old:old + size` are `new:new + size`."""

    old: int
    new: int
    size: int


def common(old: str, new: str, *, fixed: str = "") -> list[Same]:
    """Return in rising order what stays of the old text; the rest is deleted or inserted.

    Characters of `fixed` (tokens) are kept however small the stretch is.
    """
    a, b = _UNIT.findall(old), _UNIT.findall(new)
    found = _matches(a, b)
    blocks = _without_islands(found, a, fixed)
    starts_a, starts_b = _starts(a), _starts(b)
    return [Same(starts_a[i], starts_b[j], starts_a[i + n] - starts_a[i]) for i, j, n in blocks if n]


def _starts(units: Sequence[str]) -> list[int]:
    result = [0]
    for unit in units:
        result.append(result[-1] + len(unit))
    return result


def _matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return matching blocks (start in a, start in b, length)."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    middle: list[tuple[int, int, int]] = []
    if middle_a and middle_b:
        by_sentence = max(len(middle_a), len(middle_b)) > _LONGEST
        middle = (_by_sentences if by_sentence else _one_by_one)(middle_a, middle_b)
    return [
        (0, 0, head),
        *((i + head, j + head, n) for i, j, n in middle),
        (len(a) - tail, len(b) - tail, tail),
    ]


def _one_by_one(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]


def _by_sentences(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Match equal sentences first, then compare what stands between them."""
    cuts_a, cuts_b = _sentences(a), _sentences(b)
    texts_a = ["".join(a[i:j]) for i, j in cuts_a]
    texts_b = ["".join(b[i:j]) for i, j in cuts_b]
    result: list[tuple[int, int, int]] = []
    matcher = SequenceMatcher(None, texts_a, texts_b, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if i == i_end or j == j_end:
            continue
        low_a, high_a = cuts_a[i][0], cuts_a[i_end - 1][1]
        low_b, high_b = cuts_b[j][0], cuts_b[j_end - 1][1]
        if tag == "equal":
            result.append((low_a, low_b, high_a - low_a))
        elif max(high_a - low_a, high_b - low_b) <= 3 * _LONGEST:
            result.extend((low_a + x, low_b + y, n) for x, y, n in _one_by_one(a[low_a:high_a], b[low_b:high_b]))
    return result


def _sentences(units: Sequence[str]) -> list[tuple[int, int]]:
    result: list[tuple[int, int]] = []
    start = 0
    for at, unit in enumerate(units, 1):
        if unit in "。；;！？!?\n" or at == len(units):
            result.append((start, at))
            start = at
    return result


def _without_islands(
    blocks: Sequence[tuple[int, int, int]], a: Sequence[str], fixed: str
) -> list[tuple[int, int, int]]:
    """Drop tiny common stretches between two changes that delete and insert; scattered insertions stay as they are."""
    kept = [blocks[0]]
    for at, (i, j, n) in enumerate(blocks[1:-1], 1):
        text = "".join(a[i : i + n])
        before_i, before_j = kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]
        after_i, after_j, _ = blocks[at + 1]
        deleted = (i - before_i) + (after_i - i - n)
        inserted = (j - before_j) + (after_j - j - n)
        isolated = (i > before_i or j > before_j) and (after_i > i + n or after_j > j + n)
        tiny = len(text) <= _ISLAND or len(text) * 4 <= min(deleted, inserted)
        if tiny and isolated and deleted and inserted and not any(c in fixed for c in text):
            continue
        kept.append((i, j, n))
    kept.append(blocks[-1])
    return kept
