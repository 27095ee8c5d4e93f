"""Two subjects with one verb that only one of them can have: 满意率和投诉量明显提升, 党员意识和先锋作用得到增强.

Told is a verb behind two nouns joined by 和 or 、 where one is good when it rises and the other when it falls, or where
the first takes other verbs (the second, right before the verb, is looked up by `predicates`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word, taken
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_BEFORE = 30
"""Characters before a verb in which its subjects are looked for."""
_ENDS = r"(?=了?(?:[，。；！]|$|不少|许多|很多|[一1]倍|[近约超]?[0-9]))"
"""What stands behind a verb that has no object."""
_MARK = re.compile("[，。；：！？“”]")
_JOINED = re.compile("^(?P<first>.+?)(?:以及|[和与及、])(?P<second>[^和与及、]{0,6})$")
_GOVERNS = re.compile(
    "[提抓推促使让把将对从以在因为了着扩拓是有防解化改转]|加强|增强|强化|完善|健全|优化|减少|降低|落实|激发|发挥|围绕|聚焦|坚持|深化|夯实|由于|通过|随着|比"
)
"""What a subject can't stand behind: a verb or a preposition that has it for its object."""


@dataclass(frozen=True)
class Joint:
    """Verbs without an object, what may stand before them, nouns by what is good for them, and the verbs nouns take.

    `rises` says of a noun whether it is good when it rises (else when it falls); `moves` are the verbs of both.
    """

    verbs: re.Pattern[str]
    between: re.Pattern[str]
    rises: Mapping[str, bool]
    moves: frozenset[str]
    takes: Mapping[str, tuple[str, ...]]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the verbs that go with one of the two nouns before them only."""
        for found in self.verbs.finditer(text):
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            subject = self.between.sub("", _MARK.split(before)[-1])
            if self._disagree(subject, found.group()):
                yield Match(found.start(), found.end())

    def _disagree(self, subject: str, verb: str) -> bool:
        """Tell whether one of two joined nouns can't have a verb that the other has."""
        second = _longest(subject, self.rises)
        if second and verb in self.moves:
            first = self._first(subject[: -len(second)], self.rises)
            if first and self.rises[first] != self.rises[second]:
                return True
        second = _longest(subject, self.takes)
        if not second or verb not in self.takes[second]:
            return False
        first = self._first(subject[: -len(second)], self.takes)
        return bool(first) and verb not in self.takes[first]

    def _first(self, joined: str, nouns: Mapping[str, object]) -> str:
        """Return the noun before 和, or nothing where it is none or a verb has it for its object."""
        found = _JOINED.match(joined)
        if found is None or _GOVERNS.search(found["second"]):
            return ""
        first = _longest(found["first"], nouns)
        return "" if _GOVERNS.search(found["first"][: -len(first) or None]) else first


def _longest(text: str, nouns: Mapping[str, object]) -> str:
    """Return the longest noun that a text ends with, or nothing."""
    return next((text[at:] for at in range(max(0, len(text) - 8), len(text)) if text[at:] in nouns), "")


def joint(table: Table, needs: Callable[[str], Needs]) -> Joint:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    moves, takes = table.text("moves").split(), taken(table)
    rises = dict.fromkeys(table.text("rising").split(), True) | dict.fromkeys(table.text("falling").split(), False)
    verbs = f"(?:{any_word([*moves, *(verb for verbs in takes.values() for verb in verbs)])}){_ENDS}"
    between = re.compile(f"(?:{any_word(table.text('near').split())})+$")
    return Joint(re.compile(verbs), between, rises, frozenset(moves), takes, needs(verbs))
