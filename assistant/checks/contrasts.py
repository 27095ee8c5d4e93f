"""Words written for others that are words, too (官网 for 管网): told by what stands around them in their clause.

A line of the table is `wrong→right` with signs that the right one is meant. `~` in a sign is the word: `~迁改` stands
right behind it, `供水~` right before it, `~…公里` and `雨污…~` somewhere behind or before it in the clause; a sign
without `~` is on either side. Words of one side are parted by `|`, `0` is any digit, `^` the beginning of the clause
and `$` its end; `!` marks a sign that the word is right as it is. So is it where a line the other way round has a sign.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs
from assistant.text.pieces import pairs, where

_REACH = 14
"""Characters of the clause that are looked at on either side."""
_BOUNDS = "，。；：！？\n"
_EVEN = str.maketrans("123456789", "000000000")
_WORD, _FAR, _NOT, _OR = "~", "…", "!", "|"


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands before a word and behind it: beside it or, where `far`, anywhere in the clause; empty: anything."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    far_before: bool = False
    far_behind: bool = False
    either: tuple[str, ...] = ()

    def stands(self, left: str, right: str) -> bool:
        """Tell whether it is there."""
        if self.either:
            return _has(left, self.either) or _has(right, self.either)
        if self.before and not (_has(left, self.before) if self.far_before else left.endswith(self.before)):
            return False
        return not self.behind or (_has(right, self.behind) if self.far_behind else right.startswith(self.behind))


@dataclass(frozen=True, slots=True)
class Contrast:
    """A word, the one it is written for, the signs that tell so, and those that it is right."""

    wrong: str
    right: str
    signs: tuple[Sign, ...]
    spared: tuple[Sign, ...]


@dataclass(frozen=True)
class Contrasts:
    """The table by the first two characters of the wrong words."""

    by_start: Mapping[str, tuple[Contrast, ...]]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the words that stand where another one is meant."""
        begun = pairs(text)
        for start in where(begun, self.by_start):
            for one in self.by_start[begun[start]]:
                if text.startswith(one.wrong, start):
                    end = start + len(one.wrong)
                    left, right = around(text, start, end)
                    if any(sign.stands(left, right) for sign in one.signs) and not any(
                        sign.stands(left, right) for sign in one.spared
                    ):
                        yield Match(start, end, (one.right,))
                        break


def contrasts(table: Table, _needs: object) -> Contrasts:
    """Return the finder of a rule of this kind; raises ResourceError for a line that says nothing."""
    meant: dict[tuple[str, str], tuple[Sign, ...]] = {}
    spared: dict[tuple[str, str], tuple[Sign, ...]] = {}
    for key, lines in table.mapping("taken").items():
        wrong, _, right = key.partition("→")
        signs, not_so = signs_of(" ".join(lines).split())
        if len(wrong) < 2 or not right or not signs:
            raise table.wrong(f"taken.{key}", "wrong→right, of two characters or more, and a sign are expected")
        meant[wrong, right], spared[wrong, right] = signs, not_so
    by_start: dict[str, tuple[Contrast, ...]] = {}
    for (wrong, right), found in meant.items():
        one = Contrast(wrong, right, found, spared[wrong, right] + meant.get((right, wrong), ()))
        by_start[wrong[:2]] = (*by_start.get(wrong[:2], ()), one)
    return Contrasts(by_start, (frozenset(by_start),))


def signs_of(tokens: Iterable[str]) -> tuple[tuple[Sign, ...], tuple[Sign, ...]]:
    """Return the signs of a line, and those that speak against them."""
    listed = tuple(tokens)
    signs = tuple(_sign(token) for token in listed if not token.startswith(_NOT))
    return signs, tuple(_sign(token[1:]) for token in listed if token.startswith(_NOT))


def _sign(token: str) -> Sign:
    before, word, behind = token.partition(_WORD)
    if not word:
        return Sign(either=_words(token))
    return Sign(
        _words(before.removesuffix(_FAR)),
        _words(behind.removeprefix(_FAR)),
        before.endswith(_FAR),
        behind.startswith(_FAR),
    )


def _words(side: str) -> tuple[str, ...]:
    return tuple(word for word in side.split(_OR) if word)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a word in its clause, figures as 0, with ^ and $ where the clause ends."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    bound = max(text.rfind(mark, first, start) for mark in _BOUNDS)
    left = f"^{text[bound + 1 : start]}" if bound >= 0 else ("^" if not first else "") + text[first:start]
    ends = [at for at in (text.find(mark, end, last) for mark in _BOUNDS) if at >= 0]
    right = f"{text[end : min(ends)]}$" if ends else text[end:last] + ("$" if last == len(text) else "")
    return left.translate(_EVEN), right.translate(_EVEN)


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
