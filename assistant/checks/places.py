"""Weak places of a run of characters that was cut into words: where a slip may be, and what stays around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from assistant.checks.nearby import EditKind
from assistant.text.lattice import Token
from assistant.text.usage import BEGIN, END

NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两")
MEASURES = frozenset("个项件条次户名人家天年月期场份篇本套")
"""Behind a numeral they make a count, which is no slip for a word that sounds so (四项)."""
_PAIR = 2
"""Characters of a word that may be broken without a second thought."""


Trial = tuple[int, int, str, EditKind, float]
"""An edit to undo on trial: from, to, what should stand there, by what edit, and what the edit costs."""


class Gap(NamedTuple):
    """A range taken out of a run: the words beside it, and the parts of words that it leaves standing."""

    before: str
    lead: str
    tail: str
    behind: str


class Words:
    """A run of characters cut into words: where each ends, what those up to each cost together."""

    __slots__ = ("before", "behind", "ends", "run", "sums", "tokens")

    def __init__(self, run: str, tokens: Sequence[Token], before: str = BEGIN, behind: str = END) -> None:
        """`before` and `behind` are the words that stand for what is around the run."""
        self.run, self.tokens, self.before, self.behind = run, tokens, before, behind
        self.ends = list(accumulate(len(word) for word, _ in tokens))
        self.sums = [0.0, *accumulate(cost for _, cost in tokens)]


class Place:
    """A weak word in a run: which of its words, and where it begins."""

    __slots__ = ("number", "run", "start", "word", "words")

    def __init__(self, words: Words, number: int) -> None:
        self.words, self.number, self.run = words, number, words.run
        self.word = words.tokens[number][0]
        self.start = words.ends[number] - len(self.word)

    def breaks(self, start: int, end: int) -> bool:
        """Tell whether a range holds a part, not the whole, of another word of more than two characters."""
        words = self.words
        for number in range(bisect_right(words.ends, start), len(words.tokens)):
            word, stop = words.tokens[number][0], words.ends[number]
            begin = stop - len(word)
            if begin >= end:
                return False
            if len(word) > _PAIR and not (start <= begin and stop <= end):
                return True
        return False

    def gap(self, start: int, end: int) -> Gap:
        """Return what stays around a range."""
        words, run = self.words, self.run
        first, behind = bisect_right(words.ends, start), bisect_left(words.ends, end) + 1
        last = min(behind, len(words.tokens)) - 1
        begin = words.ends[first] - len(words.tokens[first][0])
        return Gap(
            words.tokens[first - 1][0] if first else words.before,
            run[begin:start],
            run[end : words.ends[last]],
            words.tokens[behind][0] if behind < len(words.tokens) else words.behind,
        )

    def neighbour(self, step: int) -> str:
        """Return the word that many words on, or what is before or behind the run."""
        words, at = self.words, self.number + step
        if at < 0:
            return words.before
        return words.tokens[at][0] if at < len(words.tokens) else words.behind

    def last(self) -> bool:
        """Tell whether it is the last word of the run."""
        return self.number == len(self.words.tokens) - 1

    def first(self) -> bool:
        """Tell whether it is the first word of the run."""
        return self.number == 0

    def cost(self, start: int, end: int) -> float:
        """Return what the words that touch a range cost together, with the word behind them."""
        words = self.words
        first, behind = bisect_right(words.ends, start), bisect_left(words.ends, end) + 1
        return words.sums[min(behind, len(words.tokens) - 1) + 1] - words.sums[first]

    def is_counted_again(self) -> bool:
        """Tell whether it is a numeral that the count beside it says again (三|三项, 第一|一批)."""
        before, behind = self.neighbour(-1), self.neighbour(1)
        begun = len(behind) > 1 and behind[0] == self.word and behind[1] in MEASURES
        return begun or (self.word == "一" and not self.first() and before[-1] == "一" != before)
