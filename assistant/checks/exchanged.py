"""Fixed formulations with one word exchanged, left out or put in: 脱贫攻坚成果和乡村振兴, 支部党员会.

A formulation is known by what stands before and behind the word: three characters and two at least. What ends, or
begins, in the wrong word is told only of formulations that are marked to be fixed there, too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.rule import Match

_HEAD, _TAIL = 3, 2
"""Characters by which a formulation is known before and behind the exchanged word."""
_WORD = 2
"""Characters of an exchanged word at most."""
_LONG = 5
"""Characters that must agree where nothing stands on the other side of the word."""
_LOOSE = frozenset("的和与等及")
"""Words that may be put into a formulation."""
_HAN = re.compile("[一-鿿]+")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A formulation, and whether its first and its last word are fixed as well."""

    text: str
    begins: bool
    ends: bool


@dataclass(frozen=True)
class ExchangedWord:
    """Find formulations with one word exchanged."""

    by_head: dict[str, tuple[Fixed, ...]]
    by_tail: dict[str, tuple[Fixed, ...]]
    known: frozenset[str]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield each with what it should read."""
        for start in range(len(text) - _HEAD):
            for one in self.by_head.get(text[start : start + _HEAD], ()):
                yield from self._from_head(text, start, one)
            for one in self.by_tail.get(text[start : start + _HEAD], ()):
                yield from self._from_tail(text, start + _HEAD, one)

    def _from_head(self, text: str, start: int, one: Fixed) -> Iterator[Match]:
        right = one.text
        size = len(right)
        same = _HEAD
        while same < size and text[start + same : start + same + 1] == right[same]:
            same += 1
        if same == size:
            return
        at = start + same
        for written in range(_WORD + 1):
            for meant in range(_WORD + 1):
                rest, left_out = right[same + meant :], right[same : same + meant]
                if (not written and not meant) or (left_out and not _HAN.fullmatch(left_out)):
                    continue
                if len(rest) >= _TAIL and same + meant < size and text.startswith(rest, at + written):
                    yield from self._told(text, start, at + written + len(rest), right, at, written)
                    return
        left = size - same
        ending = text[at : at + left]
        whole = len(ending) == left and _HAN.fullmatch(ending) is not None
        if one.ends and left <= _WORD and same >= _LONG - 1 and whole:
            yield from self._told(text, start, at + left, right, at, left)

    def _from_tail(self, text: str, end: int, one: Fixed) -> Iterator[Match]:
        """Yield a formulation whose first character is another one."""
        size = len(one.text)
        start = end - size
        if (
            start >= 0
            and text.endswith(one.text[1:], 0, end)
            and text[start] != one.text[0]
            and _HAN.match(text[start])
        ):
            yield from self._told(text, start, end, one.text, start, 1)

    def _told(  # noqa: PLR0917 (where it stands, and where in it)
        self, text: str, start: int, end: int, right: str, at: int, written: int
    ) -> Iterator[Match]:
        wrong = text[at : at + written]
        if (
            text[start:end] in self.known
            or wrong in _LOOSE
            or wrong.startswith("第")
            or (wrong and not _HAN.fullmatch(wrong))
        ):
            return
        yield Match(start, end, (right,), text[start:end])


def exchanged_word(lines: Iterable[str]) -> ExchangedWord:
    """Return the finder for formulations, one a line; `^` before and `$` behind one mark a fixed beginning and end."""
    by_head: dict[str, tuple[Fixed, ...]] = {}
    by_tail: dict[str, tuple[Fixed, ...]] = {}
    texts = set()
    for line in lines:
        text = line.removeprefix("^").removesuffix("$")
        one = Fixed(text, line.startswith("^"), line.endswith("$"))
        texts.add(text)
        by_head[text[:_HEAD]] = (*by_head.get(text[:_HEAD], ()), one)
        if one.begins:
            by_tail[text[-_HEAD:]] = (*by_tail.get(text[-_HEAD:], ()), one)
    return ExchangedWord(by_head, by_tail, frozenset(texts))
