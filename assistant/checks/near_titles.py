"""Titles in 《》 that are one slip away from a known one: 《习近平谈治国理正》.

What is quoted is masked elsewhere, so a wrong character in a title shows here alone.
"""

import re
from collections.abc import Iterator

from assistant.checks.options import Options
from assistant.checks.rule import Located, Match, Survey

_TITLE = re.compile("《(?P<title>[^《》\n]{5,40})》")
_LONG, _WORD = 10, 2
"""Characters of a title in which one word may be told to be wrong, and of such a word."""
_SAME = str.maketrans("()〈〉“”", "（）《》《》")


def near(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield titles that become one of `titles` by one character wrong, missing, too many, or two swapped."""
    known = options.words["titles"]
    same = {title.translate(_SAME) for title in known}
    by_length: dict[int, list[str]] = {}
    for title in known:
        by_length.setdefault(len(title), []).append(title)
    for number, report in enumerate(survey.reports):
        for index in range(report.first, report.last + 1):
            for found in _TITLE.finditer(survey.document.blocks[index].text):
                title = found["title"]
                if title.translate(_SAME) in same:
                    continue
                alike = [one for size in (0, -1, 1) for one in by_length.get(len(title) + size, ())]
                right = next((one for one in alike if one_edit(title, one)), None)
                if right is not None:
                    yield Located(index, Match(*found.span("title"), (right,)), right, report=number)


def by_word(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield titles that differ from one of `titles` in one word, and in more than one character."""
    known = options.words["titles"]
    same = {title.translate(_SAME) for title in known}
    for number, report in enumerate(survey.reports):
        for index in range(report.first, report.last + 1):
            for found in _TITLE.finditer(survey.document.blocks[index].text):
                title = found["title"]
                if title.translate(_SAME) in same or any(one_edit(title, one) for one in known):
                    continue
                right = next((one for one in known if one_word(title, one)), None)
                if right is not None:
                    yield Located(index, Match(*found.span("title"), (right,)), right, report=number)


def one_word(one: str, other: str) -> bool:
    """Tell whether two long titles differ in one word of two characters: exchanged, left out or put in.

    Titles that name the field of a body of rules differ so, too (宣传工作条例, 政法工作条例): an exchanged word must
    share a character with the right one, or stand at the end.
    """
    if min(len(one), len(other)) < _LONG:
        return False
    short, long = sorted((one, other), key=len)
    head = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    tail = next((i for i, (a, b) in enumerate(zip(short[::-1], long[::-1], strict=False)) if a != b), len(short))
    tail = min(tail, len(short) - head)
    wrong, right = short[head : len(short) - tail], long[head : len(long) - tail]
    if len(short) < len(long):
        return not wrong and len(right) <= _WORD
    return len(wrong) <= _WORD and (not tail or bool(set(wrong) & set(right)) or _touching(one, other, head))


def _touching(one: str, other: str, at: int) -> bool:
    """Tell whether the characters beside an exchanged one show that the word is the same (党纪处分, 纪律处分)."""
    return one[at] in other[at : at + 2] or other[at] in one[at : at + 2]


def one_edit(one: str, other: str) -> bool:
    """Tell whether two different strings are one substitution, insertion, deletion or swap of neighbours apart."""
    if len(one) > len(other):
        one, other = other, one
    first = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[first:] == other[first + 1 :]
    swapped = one[first : first + 2] == other[first : first + 2][::-1] and one[first + 2 :] == other[first + 2 :]
    return one != other and (one[first + 1 :] == other[first + 1 :] or swapped)
