"""Subjects and their predicates: of a verb that says how something grew or changed, whether what grew goes with it.

满意度 is 提高, 差距 is 缩小: which verbs a noun takes is a table, any other of its verbs is unusual. What
stands between both (明显, 得到了很大) is passed over, and the noun is looked up by its ending.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word, taken
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_BEFORE = 24
"""Characters before a verb in which its noun is looked for."""
_ENDS = (
    r"(?=了?(?:[，。；、！]|$|[近约超]?[一二两三四五六七八九]成|不少|许多|很多|一大截|一[半倍]|[近约超]?[0-9]+[余多]?(?:[家名个人户次件天项分篇场]|亿|万|元|小时|公里|亩)|[0-9]+(?:\.[0-9]+)?(?:%|个百分点|倍)|[到至](?:[0-9]|了|半|[一二两三四五六七八九十])"
    "|等|的(?:问题|现象|情况|短板|不足|实际|状况)))"
)
"""What stands behind a verb that has no object."""
_GOVERNED = re.compile("(?:[把将对以从向给让使按照依据根据围绕]|通过|因为|由于|为了)[^，。；：、]{0,12}$")
"""Before a noun it may be governed by these, and the verb be said of something else."""


@dataclass(frozen=True)
class Predicates:
    """Verbs without an object, what may stand before them, and nouns with the verbs they take, the usual one first.

    `less` are the verbs that say it became less, `better` those that say it got better: neither more nor less.
    """

    verbs: re.Pattern[str]
    between: re.Pattern[str]
    takes: Mapping[str, tuple[str, ...]]
    less: frozenset[str]
    better: frozenset[str]
    longest: int
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the verbs that don't go with the nouns before them."""
        for found in self.verbs.finditer(text):
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            subject = self.between.sub("", before)
            head = self._head(subject)
            if head is None or found.group() in self.takes[head]:
                continue
            if subject == before and _GOVERNED.search(subject):
                continue
            yield Match(found.start(), found.end(), (self._instead(found.group(), self.takes[head]),))

    def _instead(self, verb: str, takes: tuple[str, ...]) -> str:
        """Return the usual verb of those that say the same direction."""
        same = (one for one in takes if (one in self.less) == (verb in self.less))
        return takes[0] if verb in self.better else next(same, takes[0])

    def _head(self, subject: str) -> str | None:
        """Return the longest noun of the table that a text ends with."""
        for size in range(min(self.longest, len(subject)), 0, -1):
            if subject[-size:] in self.takes:
                return subject[-size:]
        return None


def predicates(table: Table, needs: Callable[[str], Needs]) -> Predicates:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    takes = taken(table)
    verbs = f"(?:{any_word(table.text('verbs').split())}){_ENDS}"
    between = re.compile(f"(?:{any_word(table.text('near').split())})+$")
    return Predicates(
        re.compile(verbs),
        between,
        takes,
        frozenset(table.text("less").split()),
        frozenset(table.text("better").split()),
        max(map(len, takes)),
        needs(verbs),
    )
