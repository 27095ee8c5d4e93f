"""Numbers of headings that no other number shows to be wrong: those at the end of a row.

What is missing in the middle of a row shows by the numbers behind it; at the end nothing follows, so the paragraph
behind the row is held against those in it.
"""

import re
from collections.abc import Iterator

from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_DIGITS = "一二三四五六七八九十"
_NUMBER = re.compile(f"[ 　]*（([{_DIGITS}])）")
_OTHER = re.compile(
    f"[ 　]*(?P<at>第?(?P<digit>[{_DIGITS}])(?:是(?!否)|要|[，）．.])|(?P<figure>[1-9])[.．、](?![0-9]))"
)
_ABOVE = re.compile(f"[ 　]*[{_DIGITS}]、")
_HEAD = re.compile("[ 　]*(?P<head>[^。：；“”0-9]{5,24})。(?=[^。]{12,})")
_PASSING = re.compile(
    "(?:以上|上述|同时|此外|一年来|今年|全年|目前|下一步|面对|经过|通过|总之|回顾|这些|在|对|我|剖析|究其|针对)"
)
"""What a paragraph begins with that looks back on a row."""
_WISH = re.compile("。?(?:今后|新的一年|下一步|[0-9]{4}年)?，?(?:我们?|本人)(?:将|会|愿|定|和|要)")
"""Behind its first sentence: how a report ends, a saying and a promise."""
_LEAST = 2
"""Headings of a row before one that lacks its number."""


def otherwise(survey: Survey, /) -> Iterator[Located]:
    """Yield the number behind （一） and （二） that is written 三是 or 第三."""
    for report, row, index, text in _behind_rows(survey):
        found = _OTHER.match(text)
        number = _value(found) if found else 0
        if found and number == len(row) + 1 and number <= len(_DIGITS):
            right = f"（{_DIGITS[number - 1]}）"
            yield Located(index, Match(*found.span("at"), (right,)), right, report=report)


def unnumbered(survey: Survey, /) -> Iterator[Located]:
    """Yield the heading behind a row that is built like those in it and lacks its number."""
    for report, row, index, text in _behind_rows(survey):
        heads = [_HEAD.match(one[_end(one) :]) for one in row]
        found = _HEAD.match(text)
        if found is None or len(row) < _LEAST or not all(heads) or _OTHER.match(text) or _PASSING.match(found["head"]):
            continue
        if _WISH.match(text, found.end()):
            continue
        if all(one is not None and one["head"].count("，") == found["head"].count("，") for one in heads):
            right = f"（{_DIGITS[len(row)]}）"
            yield Located(index, Match(*found.span("head"), (right + found["head"],)), right, report=report)


def _behind_rows(survey: Survey) -> Iterator[tuple[int, list[str], int, str]]:
    """Yield (report, texts of a row that begins with （一）, position and text of the paragraph behind it)."""
    for number, report in enumerate(survey.reports):
        row: list[str] = []
        for index, text in lines_of(survey, report):
            found = _NUMBER.match(text)
            if found and _DIGITS.index(found[1]) in {0, len(row)}:
                row = [*row, text] if _DIGITS.index(found[1]) else [text]
                continue
            if row and not found and len(row) < len(_DIGITS) and not _ABOVE.match(text):
                yield number, row, index, text
            row = []


def _end(text: str) -> int:
    found = _NUMBER.match(text)
    return found.end() if found else 0


def _value(found: re.Match[str]) -> int:
    return int(found["figure"]) if found["figure"] else _DIGITS.index(found["digit"]) + 1
