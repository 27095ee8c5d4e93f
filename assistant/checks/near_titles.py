"""Titles in 《》, names of meetings, that are one slip away from a known one: 《习近平谈治国理正》.

What is quoted is masked elsewhere, so a wrong character in a title shows here alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_LONG, _SHORT, _WORD = 8, 6, 2
"""Characters of a title in which one word may be told to be wrong, lacking or too much, and of such a word."""
_HEAD = 5
"""Characters before a word exchanged for a shorter one, which are more."""
_FAMILIES = ("中国共产党", "习近平", "中华人民共和国", "中央", "全国", "关于", "中共中央")
"""How titles begin that differ in the one word that says what they are about."""
_STEM = 5
"""Characters that are told of what a paper is about, at least, where its sort may be told to be wrong."""
_PAPER = re.compile(
    "(?:条例|办法|规定|准则|细则|规则|意见|决定|法|纲要|大纲|摘编|选编|汇编|选集|文选|选读)(?:（[^）]*）)?$"
)
_NUMERAL = re.compile("[一二三四五六七八九十]")
"""Plans and sessions have numbers: titles that differ in nothing else are of another one."""
_SAME = str.maketrans("()〈〉“”", "（）《》《》")


def near(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield titles that become one of `titles` by one character, one word, the order of two, or the kind of paper."""
    known = options.words["titles"]
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for found in options.patterns["name_pattern"].finditer(text):
                right = _meant(found.group(), known)
                if right is not None:
                    yield Located(index, Match(*found.span(), (right,)), right, report=number)


@lru_cache(maxsize=1024)
def _meant(title: str, known: tuple[str, ...]) -> str | None:
    """Return the title that is meant, None where it is a known one or none is near."""
    if title.translate(_SAME) in {right.translate(_SAME) for right in known}:
        return None
    known = tuple(right for right in known if _NUMERAL.sub("", right) != _NUMERAL.sub("", title))
    for alike in (one_edit, one_word, _other_order, _other_paper):
        for right in known:
            if abs(len(title) - len(right)) <= _WORD and alike(title, right):
                return right
    return None


def _other_order(one: str, other: str) -> bool:
    return len(one) == len(other) and sorted(one) == sorted(other)


def _other_paper(one: str, other: str) -> bool:
    """Tell whether two titles differ only in what sort of paper they say it is: 安全生产法, 安全生产条例."""
    stem, right = _PAPER.sub("", one), _PAPER.sub("", other)
    return stem == right != other and stem != one and len(stem) >= _STEM


def one_word(one: str, other: str) -> bool:
    """Tell whether two titles differ in one word of two characters: exchanged, left out or put in.

    Titles that name the field of a body of rules differ so, too (宣传工作条例, 政法工作条例): there an exchanged word
    must share a character with the right one, or stand at the end.
    """
    short, long = sorted((one, other), key=len)
    if len(short) < (_LONG if len(one) == len(other) else _SHORT):
        return False
    head = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    tail = next((i for i, (a, b) in enumerate(zip(short[::-1], long[::-1], strict=False)) if a != b), len(short))
    tail = min(tail, len(short) - head)
    wrong, right = short[head : len(short) - tail], long[head : len(long) - tail]
    if len(short) < len(long):
        shorter = head > _HEAD and tail >= _WORD and not one.startswith(_FAMILIES)  # 基层减负的规定, 基层减负若干规定
        return (not wrong or shorter) and len(right) <= _WORD
    alone = not one.startswith(_FAMILIES) and len(one) - len(wrong) >= _LONG
    return len(wrong) <= _WORD and (not tail or alone or bool(set(wrong) & set(right)) or _touching(one, other, head))


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
