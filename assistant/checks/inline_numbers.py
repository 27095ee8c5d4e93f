"""Numbers inside a paragraph that don't go on: （1）…；（2）…；（4）…, or ①…②…④…."""

import re
from collections.abc import Iterator

from assistant.checks.rule import Match

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_NUMBER = re.compile(
    f"(?:^|(?<=[。；：，、]))(?:（(?P<figure>[1-9][0-9]?)）|（(?P<word>[一二三四五六七八九十])）|(?P<circle>[{_CIRCLED}]))"
)
_WORDS = "一二三四五六七八九十"
_LEAST = 2
"""Numbers that count on from one before one that doesn't."""


def skipped(text: str, /) -> Iterator[Match]:
    """Yield the first number of a row in one paragraph that doesn't follow the one before it."""
    for group, values in (("figure", ""), ("word", _WORDS), ("circle", _CIRCLED)):
        row = [found for found in _NUMBER.finditer(text) if found[group]]
        numbers = [values.index(found[group]) + 1 if values else int(found[group]) for found in row]
        for at, number in enumerate(numbers):
            if number != at + 1:
                if at >= _LEAST and number in {at, at + 2, at + 3}:
                    right = values[at] if values else str(at + 1)
                    yield Match(*row[at].span(group), (right,))
                break
