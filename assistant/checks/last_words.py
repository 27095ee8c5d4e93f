"""Words that never end a clause: verbs without their object, adverbs without their verb, the first part of an idiom.

The table holds such words; a stop right behind one is found by looking up the few characters before each stop.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_STOPS = "，。；"
_STOPS_OF_IDIOMS = f"{_STOPS}、的"
_CLAUSE = "，。；：！？\n"
_PAIR, _LONGEST = 2, 4
"""Characters of a word."""
_BEFORE = 4
"""Characters that a clause has before such a word at least: a shorter one may be a heading, or tell of the word."""


@dataclass(frozen=True, slots=True)
class Last:
    """Words that allow a word where they stand before it, stops it can't stand before, what it is the beginning of."""

    unless: tuple[str, ...] = ()
    stops: str = _STOPS
    whole: tuple[str, ...] = ()


@dataclass(frozen=True)
class LastWords:
    """Words that can't be the last of a clause."""

    words: Mapping[str, Last]
    stops: re.Pattern[str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the words that a clause ends with though it can't."""
        for stop in self.stops.finditer(text):
            end = stop.start()
            if text[end - _PAIR : end] not in self._ends:
                continue  # so it is at nearly every stop
            for size in range(_LONGEST, _PAIR - 1, -1):
                at = end - size
                last = self.words.get(text[at:end]) if at >= 0 else None
                if last is not None:
                    before = text[max(text.rfind(mark, 0, at) for mark in _CLAUSE) + 1 : at]
                    if stop.group() in last.stops and len(before) >= _BEFORE and not _has(before, last.unless):
                        yield Match(at, end, last.whole)
                    break

    @cached_property
    def _ends(self) -> frozenset[str]:
        """The last two characters of the words."""
        return frozenset(word[-_PAIR:] for word in self.words)


def last_words(table: Table, _needs: object) -> LastWords:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete."""
    words: dict[str, Last] = {}
    for group in table.tables("groups"):
        group.refuse_unknown({"words", "unless", "idioms"})
        unless = tuple(group.text("unless").split()) if group.has("unless") else ()
        for word in group.text("words").split() if group.has("words") else ():
            if word in words or not _PAIR <= len(word) <= _LONGEST:
                raise group.wrong("words", f"{word} stands there twice, or has not two to four characters")
            words[word] = Last(unless)
        for idiom in group.text("idioms").split() if group.has("idioms") else ():
            for half in (idiom[:2], idiom[:3]):
                known = words.get(half)
                whole = (*known.whole, idiom) if known is not None else (idiom,)
                words[half] = Last((), _STOPS_OF_IDIOMS, whole if len(whole) == 1 else ())
    if not words:
        raise table.wrong("groups", "a group or more is expected")
    stops = frozenset("".join(last.stops for last in words.values()))
    return LastWords(words, re.compile(f"[{''.join(sorted(stops))}]"), (stops,))


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
