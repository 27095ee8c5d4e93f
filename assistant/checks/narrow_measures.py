"""Measures that few things are counted in, before something else: 63位报警器, 3幅措施.

What a narrow measure may count is told by how its nouns end; a name before a mark that ends otherwise is a slip.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_NUMBER = "(?:(?<![第0-9.〔—-])[0-9]+[余多]?|(?<![第统唯专同逐之任每其一前后按])[一两三四五六七八九十几])"
_NAME = "[一-鿿]{2,9}?"
_LONGEST = 5
_OF_WHOM = frozenset("名位家条项件盒袋桶瓶")
"""Behind a noun they may count who did it or what came of it: 走访企业12家, 征求党员意见、建议9条."""


@dataclass(frozen=True)
class NarrowMeasures:
    """The finder: by measure how its nouns end; `stops` are in no name, `usual` is what other nouns are counted in."""

    counts: re.Pattern[str]
    behind: re.Pattern[str]
    ends: Mapping[str, re.Pattern[str]]
    stops: re.Pattern[str]
    usual: Mapping[str, str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the measures before names that end otherwise."""
        for found in self.counts.finditer(text):
            name, measure = found["name"], found["measure"]
            before, right = self._counted(name, measure)
            ends = self.ends[measure]
            if right == measure or ends.search(before) or self.stops.search(before):
                continue
            if not any(one.end() == len(name) for one in ends.finditer(name)):
                yield Match(*found.span("measure"), (right,))
        for found in self.behind.finditer(text):
            name, measure = text[max(0, found.start() - _LONGEST) : found.start()], found["measure"]
            right = self._counted(name, measure)[1]
            if right != measure and not self.ends[measure].search(name):
                yield Match(*found.span("measure"), (right,))

    def _counted(self, name: str, measure: str) -> tuple[str, str]:
        """Return what stands before the noun that a name ends with, and what this is counted in."""
        sizes = (size for size in range(min(_LONGEST, len(name)), 0, -1) if name[-size:] in self.usual)
        size = next(sizes, 0)
        return name[: len(name) - size], self.usual.get(name[len(name) - size :], measure)


def narrow_measures(table: Table, needs: Callable[[str], Needs]) -> NarrowMeasures:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    ends: dict[str, re.Pattern[str]] = {}
    for group in table.tables("groups"):
        group.refuse_unknown({"heads", "right"})
        for measure in group.text("heads").split():
            ends[measure] = re.compile(any_word(group.text("right").split()))
    usual: dict[str, str] = {}
    for row in table.tables("few"):
        row.refuse_unknown({"heads", "right"})
        for noun in row.text("heads").split():
            usual.setdefault(noun, row.text("right"))
    then = any_word(table.text("then").split())
    source = rf"{_NUMBER}(?P<measure>{any_word(ends)})(?P<name>{_NAME})(?=[，。；！）]|$|{then})"
    things = any_word(measure for measure in ends if measure not in _OF_WHOM)
    behind = rf"(?<=[一-鿿]{{2}})(?:共|达)?[0-9]+[余多]?(?P<measure>{things})(?=[，。；]|$)"
    return NarrowMeasures(
        re.compile(source),
        re.compile(behind),
        ends,
        re.compile(any_word(table.text("stops").split())),
        usual,
        needs(source),
    )
