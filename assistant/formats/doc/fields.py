"""Fields: their codes are no text, their results are."""

import re

_MARK = re.compile("[\x13\x14\x15]")
_BEGIN, _RESULT, _END = "\x13", "\x14", "\x15"

HIDDEN = "\x00"
"""Stands for every character that a reader of the document does not see."""
_KEPT = "\x07"
"""Marks of cells and rows: they stay even inside a code, or a table would lose its shape."""


def without_codes(text: str) -> str:
    """Return the text, equally long, with the codes and marks of fields replaced by HIDDEN.

    A begin without an end, as damaged files have it, hides nothing but itself.
    """
    ranges: list[tuple[int, int]] = []
    open_: list[tuple[int, int | None]] = []
    for mark in _MARK.finditer(text):
        at = mark.start()
        ranges.append((at, at + 1))
        if mark[0] == _BEGIN:
            open_.append((at, None))
        elif open_ and mark[0] == _RESULT and open_[-1][1] is None:
            open_[-1] = (open_[-1][0], at)
        elif open_ and mark[0] == _END:
            begin, result = open_.pop()
            ranges.append((begin, at if result is None else result))
    if not ranges:
        return text
    parts: list[str] = []
    done = 0
    for start, end in sorted(ranges):
        if end <= done:
            continue
        begin = max(start, done)
        parts += (text[done:begin], _hidden(text[begin:end]))
        done = end
    return "".join([*parts, text[done:]])


def _hidden(text: str) -> str:
    return "".join(character if character == _KEPT else HIDDEN for character in text)
