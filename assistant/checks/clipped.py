"""Words and expressions that lost their last characters where a run of Chinese ends: 学习平，, 党建引。, 脚踏实、.

What is left stands alone before a mark. It was to be more where it is no word by itself, our texts never have it behind
the word before it, and have a word there that it begins; or where it ends what begins an expression. Measured by
cutting the last character off 5,600 words in 325,000 characters that our texts had not counted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.cut_runs import CutRun, of_size
from assistant.checks.grading import SUFFIXES
from assistant.text.usage import END, FIGURE, Usage

_PAIR = 2
"""A small word and what ends the item with it: 把责任扛在肩、把任务抓在手."""
_SHORTEST = 3
"""Characters of a run that something may have been cut off from."""
_ROW = re.compile("、[一-鿿][、，。；]")
"""Behind a run: a row of short names (老、少、边、穷地区)."""
_AS_WELL = re.compile("边[一-鿿]边[一-鿿]$|围[着绕][一-鿿]{1,6}转$")
_GAP = re.compile(r"[\s.,·][^\n]")
"""Behind a run: what is no mark of a clause."""
_ITEM, _NEXT = re.compile("(?P<item>[一-鿿]+)、$"), re.compile("、(?P<item>[一-鿿]+)")
"""The items of a row before a run and behind it."""
_BOUND, _FREE, _NEVER = 0.1, 0.05, 0.01
"""How often at most what is left ends a run, for each time that our texts have a word which it begins.

Where it is a bound character and a word with it is attested: 6 % of the words cut, nothing false. Where it may be a
word, and one that it begins often stands there: 6 % more, once in 100,000 characters. Where a bound character has no
word attested there: 7 % more, 3 times.
"""
_OFTEN = 3
"""How often that word must stand there."""
_USUAL = 20
"""How often our texts must have a word that is not attested behind the one before it."""
_LEAST = 3
"""Characters that must be left of an expression."""
_HALF = 0.5


def _is_in_row(text: str, run: str, end: int) -> bool:
    """Tell whether a run goes on in a row of short names, or is built as an item beside it: 全面学、深入学."""
    beside = (_ITEM.search(text, 0, end - len(run)), _NEXT.match(text, end))
    alike = any(one is not None and one["item"][-1] == run[-1] for one in beside)
    told = any(one is not None and len(one["item"]) == len(run) and one["item"][:2] == run[:2] for one in beside)
    items = [one["item"] for one in beside if one is not None]
    rhythmic = bool(items) and all(len(item) == len(run) for item in items)
    built = any(len(item) > _PAIR < len(run) and item[-_PAIR] == run[-_PAIR] for item in items)
    return alike or told or rhythmic or built or _ROW.match(text, end) is not None


@dataclass(frozen=True)
class Clipped:
    """Finds them; `free` are characters that end a clause by themselves."""

    usage: Usage
    free: frozenset[str]
    expressions: AbstractSet[str]
    idioms: AbstractSet[str]

    def find(self, runs: Iterable[CutRun], text: str) -> Iterator[tuple[int, int, str, bool]]:
        """Yield (from, to, what is meant, whether that is sure) for the runs of a text."""
        for cut in of_size(runs, _SHORTEST):
            run, end, words = cut.run, cut.end, cut.words
            if _GAP.match(text, end):
                continue  # what goes on there was only parted: 第 一时间
            if _AS_WELL.search(run):
                continue  # 边学边研
            single = len(words[-1]) == 1
            whole = self._expression(run)
            if whole and self._belongs_before(run, len(run) - len(whole) + 1):
                whole = ""
            if whole and (single or whole in self.idioms) and not _is_in_row(text, run, end):
                yield end - len(whole) + 1, end, whole, True
            elif single and len(words) > 1 and cut.behind != FIGURE and not _is_in_row(text, run, end):
                meant, sure = self._meant(words[-2], words[-1])
                if meant:
                    yield end - 1, end, meant, sure

    def _belongs_before(self, run: str, start: int) -> bool:
        """Tell whether the character at a place ends a word of our texts: 冬天|翻地 is nothing of 天翻地覆."""
        return start > 0 and self.usage.count(run[start - 1 : start + 1]) > 0

    def _expression(self, run: str) -> str:
        """Return the longest expression whose beginning ends a run, empty where there is none."""
        if run[-_LEAST:] not in self._ends:
            return ""
        sizes = range(min(len(run), self._longest), _LEAST - 1, -1)
        return next((self._begun[run[-size:]] for size in sizes if run[-size:] in self._begun), "")

    @cached_property
    def _begun(self) -> dict[str, str]:
        """Expressions by all of their characters but the last: those that can be told so, of two alike the first.

        What is left of an idiom says nothing else; of another expression it may, where it ends with a free character.
        """
        begun: dict[str, str] = {}
        for expression in sorted(self.expressions):
            left = expression[:-1]
            whole = left in self.expressions or self.usage.count(left)
            if len(left) >= _LEAST and not whole and (expression in self.idioms or left[-1] not in self.free):
                begun.setdefault(left, expression)
        return begun

    @cached_property
    def _ends(self) -> frozenset[str]:
        """What those beginnings end with: hardly a run does."""
        return frozenset(left[-_LEAST:] for left in self._begun)

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._begun), default=0)

    def _meant(self, last: str, word: str) -> tuple[str, bool]:
        """Return the word that a single one behind another was to be, and whether that is sure; empty for none."""
        usage, bound = self.usage, word not in self.free
        if len(last) == 1 or word in SUFFIXES or usage.seen(last, word):
            return "", False
        known = self._beginning.get(word, ())
        ended = usage.followers.get(word, {}).get(END, 0) + _HALF
        share = ended / (sum(map(usage.count, known)) + 1)
        there = usage.followers.get(last, {})
        meant = max(known, key=lambda other: there.get(other, 0), default="")
        if there.get(meant, 0) >= (1 if bound else _OFTEN) and share < (_BOUND if bound else _FREE):
            return meant, bound
        usual = [other for other in known if usage.count(other) > _USUAL]
        if usual and bound and share < _NEVER:
            return min(usual, key=lambda other: usage.after(other, END)), False
        return "", False

    @cached_property
    def _beginning(self) -> Mapping[str, tuple[str, ...]]:
        """The words of our texts by their first character."""
        found: dict[str, list[str]] = {}
        for word in self.usage.often():
            found.setdefault(word[0], []).append(word)
        return {character: tuple(words) for character, words in found.items()}
