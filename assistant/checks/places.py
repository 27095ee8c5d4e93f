"""Weak places of a run of characters that was cut into words: where a slip may be, and what stays around it."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Place:
    """A weak word in a run: its number, the words of the run with where each ends, and what is before and behind it."""

    run: str
    tokens: list[Token]
    ends: list[int]
    number: int
    before: str = BEGIN
    behind: str = END

    @property
    def word(self) -> str:
        """The weak word."""
        return self.tokens[self.number][0]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.ends[self.number] - len(self.word)

    def breaks(self, start: int, end: int) -> bool:
        """Tell whether a range holds a part, not the whole, of another word of more than two characters."""
        for (word, _), stop in zip(self.tokens, self.ends, strict=True):
            begin = stop - len(word)
            if len(word) > _PAIR and begin < end and start < stop and not (start <= begin and stop <= end):
                return True
        return False

    def gap(self, start: int, end: int) -> Gap:
        """Return what stays around a range."""
        before, lead, tail, behind = self.before, "", "", self.behind
        for (word, _), stop in zip(self.tokens, self.ends, strict=True):
            begin = stop - len(word)
            if stop <= start:
                before = word
            elif begin >= end:
                behind = word
                break
            else:
                lead = self.run[begin:start] if begin < start else lead
                tail = self.run[end:stop] if stop > end else tail
        return Gap(before, lead, tail, behind)

    def neighbour(self, step: int) -> str:
        """Return the word that many words on, or what is before or behind the run."""
        at = self.number + step
        if at < 0:
            return self.before
        return self.tokens[at][0] if at < len(self.tokens) else self.behind

    def last(self) -> bool:
        """Tell whether it is the last word of the run."""
        return self.number == len(self.tokens) - 1

    def first(self) -> bool:
        """Tell whether it is the first word of the run."""
        return self.number == 0

    def cost(self, start: int, end: int) -> float:
        """Return what the words that touch a range cost together, with the word behind them."""
        total = 0.0
        for (word, cost), stop in zip(self.tokens, self.ends, strict=True):
            if stop > start:
                total += cost
                if stop - len(word) >= end:
                    break
        return total

    def is_counted_again(self) -> bool:
        """Tell whether it is a numeral that the count beside it says again (三|三项, 第一|一批)."""
        before, behind = self.neighbour(-1), self.neighbour(1)
        begun = len(behind) > 1 and behind[0] == self.word and behind[1] in MEASURES
        return begun or (self.word == "一" and not self.first() and before[-1] == "一" != before)
