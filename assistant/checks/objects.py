"""Verbs and their objects: of a noun at the end of a clause, whether the verb before it is one that it goes with.

力度 is 加大, 水平 is 提高: which verbs a noun takes is a table, and any other verb of the table's own list is unusual.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.checks.heads import any_word, taken
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_BEFORE = 26
"""Characters before a noun in which its verb is looked for."""
_STOP = re.compile("[，。；：、！？“”《》（）\n]")
_OWN = re.compile("有(?!效|力|序)|[是具缺让使获迈铸出评]|公开|发现|存在|体现|成为|研究|打下|引领")
"""Verbs outside the table: where the clause has one, the verb of the table may belong to what describes the noun."""
_MAIN = re.compile("(?:不断|进一步|切实|着力|努力|大力|积极|持续|深入|有效|充分|全面|严格|认真)$")
"""Before a verb these say that it governs the noun, whatever stands between."""
_NO_VERB = frozenset("的不未没难自已进待可与和及对所被加其再得地高大强好快新")
"""Before a verb these say that it is no verb, belongs to another word, or is not what governs the noun."""
_WITH = re.compile("[与同对][^与同和及]{1,12}的")
"""What is compared or dealt with, between a verb and its noun: it hides neither."""
_LOOSE = re.compile("的|[与和及并等上见]|为(?!民)")


@dataclass(frozen=True)
class Objects:
    """Nouns with the verbs they take, the usual one first; `near` are verbs that never govern past a 的."""

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    takes: Mapping[str, tuple[str, ...]]
    near: frozenset[str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the verbs that don't go with their nouns."""
        for found in self.nouns.finditer(text):
            head, start = found.group(), found.start()
            clause = _STOP.split(text[max(0, start - _BEFORE) : start])[-1]
            verbs = list(self.verbs.finditer(clause))
            takes = self.takes[head]
            if not verbs or any(verb.group() in takes for verb in verbs) or _OWN.search(clause):
                continue
            verb = verbs[-1]
            behind = clause[verb.end() :]
            between = _WITH.sub("", behind.removeprefix("了"))
            before = clause[verb.start() - 1 : verb.start()]
            if before in _NO_VERB or between.startswith(("的", "到", "至", "出", "性", "力", "不移")):
                continue
            main = verb.group() not in self.near or between != behind or _MAIN.search(clause[: verb.start()])
            if _LOOSE.search(between.replace("的", "") if main else between):
                continue
            at = start - len(clause) + verb.start()
            yield Match(at, at + len(verb.group()), (takes[0],))


def objects(table: Table, needs: Callable[[str], Needs]) -> Objects:
    """Return the finder of a rule of this kind; raises ResourceError for a group that is incomplete, re.error."""
    verbs = table.text("verbs").split()
    takes = taken(table)
    source = f"(?:{any_word(takes)})(?=[，。；！0-9]|$)"
    return Objects(
        re.compile(any_word(verbs)), re.compile(source), takes, frozenset(table.text("near").split()), needs(source)
    )
