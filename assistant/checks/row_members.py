"""Rows that are always the same, with another member in the place of one: 奉献、友爱、互助、共享.

All members but one stand in their places, so that the row is known, and with it the member that should stand there:
the first and the last one, too. Quotation marks don't count; what follows the last member is no part of it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from assistant.checks.rule import Match
from assistant.checks.unquoted import QUOTES, without_quotes

_PAUSE = "、"
_RUN = re.compile("[一-鿿0-9]+(?:、[一-鿿0-9]+)+")
_LAST = re.compile("和|与|及|以及")
_LEAST, _AGREED, _SURE = 3, 4, 6
"""Members of a row; characters of the others that stand in their places, and those for which any word is wrong."""
_PAIR = 0.5
"""Part of the characters of a member of a row of two that must be the same."""
_LONGER = 1
"""Characters that another member may have more."""
_TAIL = 4
"""Characters at the end of a first member that tell that what stands before them leads into it."""
_LONGEST = 20
"""Characters of a member."""
_END = re.compile("的|等|和|与|并|，|$")
_HAN = re.compile("[一-鿿]+")

Row = tuple[str, ...]


@dataclass(frozen=True)
class RowMembers:
    """Find another member in the place of one; rows of which some stand in the text as they should excuse theirs."""

    rows: tuple[Row, ...]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each such member with the one that should stand there."""
        if _PAUSE not in text:
            return
        bare, at = without_quotes(text)
        for run in _RUN.finditer(bare):
            seen: set[tuple[int, int]] = set()
            for words in _readings(run.group()):
                votes = self._votes(words)
                for start, end, row, member in self._replaced(words, votes):
                    first, last = run.start() + start, run.start() + end
                    span = at[first], at[last - 1] + 1
                    if span not in seen and not bare.startswith(member, first):  # 荣辱与共 is no 荣辱
                        seen.add(span)
                        yield Match(*span, (member,), _PAUSE.join(row))

    def _votes(self, words: list[tuple[int, str]]) -> Counter[tuple[Row, int]]:
        """Return for every row, and the word at which it would begin, how many of its members stand in their places."""
        return Counter((row, place - i) for place in range(len(words)) for row, i in self._named(words, place))

    def _replaced(
        self, words: list[tuple[int, str]], votes: Counter[tuple[Row, int]]
    ) -> Iterator[tuple[int, int, Row, str]]:
        """Yield from where to where another member stands, with the row and the right member."""
        whole = {(row, offset) for (row, offset), number in votes.items() if number == len(row)}
        right = {place for row, offset in whole for place in range(offset, offset + len(row))}
        taken: set[int] = set()
        for (row, offset), number in sorted(votes.items(), key=lambda vote: -vote[1]):
            places = range(offset, offset + len(row))
            if number != len(row) - 1 or offset < 0 or places.stop > len(words) or not taken.isdisjoint(places):
                continue
            i = next(i for i in range(len(row)) if (row, i) not in self._named(words, offset + i))
            agreed = sum(map(len, row)) - len(row[i])
            if offset + i in right or agreed < _AGREED or any(row[i] in word for _, word in words):
                continue
            span = _said(words, offset + i, row[i])
            if span is not None and self._another(words, offset + i, span, row, i):
                taken.update(places)
                yield *span, row, row[i]

    def _another(self, words: list[tuple[int, str]], place: int, span: tuple[int, int], row: Row, i: int) -> bool:
        """Tell whether what stands there is no member as good, and of a row of two is like the right one."""
        start, word = words[place]
        said = word[span[0] - start : span[1] - start]
        if row[i].startswith(said) or said in row or (row[:i], said, row[i + 1 :]) in self._known:
            return False
        same = sum((Counter(said) & Counter(row[i])).values())
        if len(row) >= _LEAST:
            return bool(same) or sum(map(len, row)) - len(row[i]) >= _SURE
        return same >= _PAIR * len(row[i]) and said not in self._members

    def _named(self, words: list[tuple[int, str]], place: int) -> Iterable[tuple[Row, int]]:
        """Return the rows that have a word as a member, each with the member's number."""
        word = words[place][1]
        found = self._members.get(word, ())
        if place == 0:
            for size in range(min(len(word) - 1, _LONGEST), 1, -1):
                found = (*found, *(one for one in self._members.get(word[-size:], ()) if one[1] == 0))
        if place == len(words) - 1:
            for size in range(min(len(word) - 1, _LONGEST), 1, -1):
                found = (*found, *(one for one in self._members.get(word[:size], ()) if one[1] == len(one[0]) - 1))
        return dict.fromkeys(found)

    @cached_property
    def _members(self) -> Mapping[str, tuple[tuple[Row, int], ...]]:
        found: dict[str, list[tuple[Row, int]]] = {}
        for row in self.rows:
            for i, member in enumerate(row):
                found.setdefault(member, []).append((row, i))
        return {member: tuple(places) for member, places in found.items()}

    @cached_property
    def _known(self) -> frozenset[tuple[Row, str, Row]]:
        """All rows, taken apart at every member."""
        return frozenset((row[:i], row[i], row[i + 1 :]) for row in self.rows for i in range(len(row)))


def _readings(run: str) -> Iterator[list[tuple[int, str]]]:
    """Yield the words of a run with where they begin, and again with the last one parted at its 和."""
    words, at = [], 0
    for word in run.split(_PAUSE):
        words.append((at, word))
        at += len(word) + 1
    yield words
    start, last = words[-1]
    parted = _LAST.search(last, 1)
    if parted is not None and parted.end() + 1 < len(last):  # 荣辱与共
        yield [*words[:-1], (start, last[: parted.start()]), (start + parted.end(), last[parted.end() :])]


def _said(words: list[tuple[int, str]], place: int, right: str) -> tuple[int, int] | None:
    """Return from where to where the word stands that should be a member, as far as it can be told."""
    start, word = words[place]
    begin, end = start, start + len(word)
    if place == len(words) - 1:
        mark = _END.search(word, 1)
        end = start + (mark.start() if mark and mark.start() <= len(right) + _LONGER else min(len(word), len(right)))
    elif place == 0 and word.endswith(right[-_TAIL:]):
        return None  # 推进“不忘初心 for 务必不忘初心
    elif place == 0 and len(word) >= len(right):
        begin = end - len(right) if len(word) != len(right) + 1 else start
    fits = 1 < end - begin <= len(right) + _LONGER or end - begin == len(right)
    return (begin, end) if fits and _HAN.fullmatch(word, begin - start, end - start) else None


def row_members(lines: Iterable[str]) -> RowMembers:
    """Return the finder for rows, their members between 、, wordings that are as good between /.

    A line that ends with 、 goes on in the next one.
    """
    whole = re.sub(f"{_PAUSE}\n", _PAUSE, QUOTES.sub("", "\n".join(lines))).split("\n")
    rows = dict.fromkeys(
        row for line in whole for row in product(*(member.split("/") for member in line.split(_PAUSE)))
    )
    return RowMembers(tuple(rows))
