"""Objects without the noun at their end: 制定中层干部管理, for 管理办法; 维护群众的合法, for 合法权益.

A table of verbs, the words that are no object of theirs, and the noun that is lost. A stop right behind one of these
words is found by looking up the few characters before each stop; then the verb must stand in the same clause.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.heads import any_word
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_STOP = re.compile("[，。；]")
_CLAUSE = "，。；：！？\n"
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Lost:
    """Verbs, the last of which counts, what may not stand between it and the word, and what is lost behind the word."""

    verbs: re.Pattern[str]
    parted: re.Pattern[str]
    right: str

    def told(self, before: str) -> bool:
        """Tell whether the clause before a word has such a verb, and nothing that ends what it governs."""
        behind = max((verb.end() for verb in self.verbs.finditer(before)), default=-1)
        return behind >= 0 and self.parted.search(before, behind) is None


@dataclass(frozen=True)
class LostHeads:
    """Words by which an object without its noun ends."""

    words: Mapping[str, tuple[Lost, ...]]
    needs: Needs = (frozenset("，。；"),)

    @cached_property
    def _pairs(self) -> frozenset[str]:
        """The last two characters of all words: most stops are passed over by them."""
        return frozenset(word[-2:] for word in self.words)

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the words that a noun has been lost behind."""
        for stop in _STOP.finditer(text):
            end = stop.start()
            if text[end - 2 : end] not in self._pairs and text[end - 1 : end] not in self._pairs:
                continue
            for size in range(min(_LONGEST, end), 0, -1):
                at = end - size
                known = self.words.get(text[at:end])
                if known is not None:
                    before = text[max(text.rfind(mark, 0, at) for mark in _CLAUSE) + 1 : at]
                    right = next((lost.right for lost in known if lost.told(before)), "")
                    if right:
                        yield Match(at, end, (f"{text[at:end]}{right}",))
                        break


def lost_heads(table: Table, _needs: object) -> LostHeads:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    words: dict[str, tuple[Lost, ...]] = {}
    parted = table.text("parted")
    for group in table.tables("groups"):
        group.refuse_unknown({"verbs", "words", "unless", "right"})
        verbs = re.compile(any_word(group.text("verbs").split()))
        unless = f"{parted}|{group.text('unless')}" if group.has("unless") else parted
        for word in group.text("words").split():
            if len(word) > _LONGEST:
                raise group.wrong("words", f"{word} has more than five characters")
            words[word] = (*words.get(word, ()), Lost(verbs, re.compile(unless), group.text("right")))
    if not words:
        raise table.wrong("groups", "a group or more is expected")
    return LostHeads(words)
