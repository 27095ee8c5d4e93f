"""A later item of a row that the verb before the row can't govern: 疏通管网37公里、井盖214个 lacks its 更换.

Nouns are told by classes, verbs by the classes of what they are done to: a table of the rule. The first item must be
one that the verb takes; another item without a verb of its own, of a class that it does not take, lacks one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_MEASURES = (
    "[人名个家户次场期批]次?|[台套件辆部张把本册份盏株棵条支座间所处块幅面箱袋桶瓶篇项起笔头只艘栋亩吨米元节堂对]"
    "|公里|万元|亿元|平方米|公斤|千克|小时"
)
_COUNT = f"(?:共|约|达)?[0-9][0-9.]*[余多]?万?(?:{_MEASURES})"
_ITEM = re.compile(
    f"(?P<link>、|以及|[和与及])(?P<said>[一-鿿]{{2,12}}?)(?P<count>{_COUNT})?(?=、|[和与及]|以及|等?[，。；]|$)"
)
_FIRST = f"(?:了(?!解))?(?P<first>[一-鿿]{{2,14}}?)(?P<count>{_COUNT})?(?=、|以及|[和与及])"
_LONGEST = 7
_OTHERS = re.compile("[的了着过在把将被对向从由为让使是有并也都又还即各每其所以于]")
"""Characters that an item which is nothing but a noun has not."""


@dataclass(frozen=True)
class SharedVerbs:
    """Verbs before rows, classes of nouns, the classes a verb takes, how other items begin, each class's usual verb."""

    verbs: re.Pattern[str]
    classes: Mapping[str, frozenset[str]]
    takes: Mapping[str, frozenset[str]]
    own: re.Pattern[str]
    usual: Mapping[str, str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the items that lack a verb of their own."""
        for found in self.verbs.finditer(text):
            takes = self.takes[found["verb"]]
            before, kinds = self._told(found["first"])
            if not kinds & takes or self._acts(before):
                continue
            at = found.end()
            while item := _ITEM.match(text, at):
                said, at = item["said"], item.end()
                before, kinds = self._told(said)
                if self._acts(before):
                    break
                counted = bool(item["count"]) == bool(found["count"])
                if kinds and not kinds & takes and counted:
                    verb = self.usual[min(kinds)]
                    yield Match(item.start("said"), item.end("said"), (f"{verb}{said}",))
                    break

    def _told(self, said: str) -> tuple[str, frozenset[str]]:
        """Return what stands before the longest noun that an item ends with, and the classes of that noun."""
        for size in range(min(_LONGEST, len(said)), 0, -1):
            if kinds := self.classes.get(said[-size:]):
                return said[:-size], kinds
        return said, frozenset()

    def _acts(self, before: str) -> bool:
        """Tell whether what stands before a noun says what is done to it."""
        return bool(self.own.search(before) or _OTHERS.search(before) or before[:2] in self.takes)


def shared_verbs(table: Table, needs: Callable[[str], Needs]) -> SharedVerbs:
    """Return the finder of a rule of this kind; raises ResourceError for a verb of an unknown class, re.error."""
    classes: dict[str, frozenset[str]] = {}
    usual: dict[str, str] = {}
    for group in table.tables("groups"):
        group.refuse_unknown({"name", "heads", "right"})
        name = group.text("name")
        usual[name] = group.text("right")
        for noun in group.text("heads").split():
            classes[noun] = classes.get(noun, frozenset()) | {name}
    takes: dict[str, frozenset[str]] = {}
    for row in table.tables("few"):
        row.refuse_unknown({"verbs", "nouns"})
        names = frozenset(row.text("nouns").split())
        if unknown := names - usual.keys():
            raise row.wrong("nouns", f"{min(unknown)} is no class")
        for verb in row.text("verbs").split():
            takes[verb] = takes.get(verb, frozenset()) | names
    source = f"(?P<verb>{any_word(takes)}){_FIRST}"
    own = table.text("own").split()
    acts = f"{any_word(word for word in own if len(word) > 1)}|^(?:{any_word(word for word in own if len(word) == 1)})"
    return SharedVerbs(re.compile(source), classes, takes, re.compile(acts), usual, needs(source))
