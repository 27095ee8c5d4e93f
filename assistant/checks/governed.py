"""What 把 and 将 govern, and no verb that says what is done with it: 将党建经费财政预算, 把责任到每个支部.

A clause of 把 ends with its verb, or with what the verb leads to (到, 为, 成). Verbs are without number, so names are
listed: told is a clause that ends with a name, or has one right before 到, and nothing else that shows a verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.clauses import masked
from assistant.checks.rule import Match

_STOP = re.compile("[，。；：！？\n]|$")
_QUOTED = re.compile("“[^“”]*”")
_LONGEST = 4
"""Characters of a name at most: of longer ones the end is listed."""
_LEAST = 4
"""Characters behind 把 at least: a shorter clause may be a saying."""
_PAIR = 2
_GOES_ON = re.compile(
    "，(?:通过|经过|经由|用|以|靠|借|趁|跟|往|从|分[类批别期层级户头步]|先|一律|一并|逐|都|就|再|也|挨)"
)
"""Behind a comma the clause of 把 goes on: 把外来党员，通过流入地支部接上头."""
_LONE = "在往向"
"""Behind them what is done may follow (在年底前办妥): the clause must end with the place."""
_EITHER = "于在进入往"
"""Behind them the name of an action is no action: 把廉政教育于日常."""


@dataclass(frozen=True)
class Governed:
    """What the parts of such a clause are known by (see the table of that name), and the finder that looks for it."""

    begins: re.Pattern[str]
    done: re.Pattern[str]
    leads: re.Pattern[str]
    place: re.Pattern[str]
    event: re.Pattern[str]
    ends: re.Pattern[str]
    names: frozenset[str]

    @cached_property
    def _begun(self) -> frozenset[str]:
        return frozenset(name[:_PAIR] for name in self.names)

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield what stands behind a 把 that no verb follows, or from the word on that lacks its verb."""
        if "把" not in text and "将" not in text:
            return
        plain = _QUOTED.sub(lambda found: f"“{'名' * (len(found.group()) - 2)}”", masked(text))
        for found in self.begins.finditer(plain):
            begin = found.end()
            if plain[begin - 1] == "将" and not self._begins_with_name(plain[begin : begin + _LONGEST]):
                continue
            stop = _STOP.search(plain, begin)
            end = stop.start() if stop else len(plain)
            at = None if _GOES_ON.match(plain, end) else self._unended(plain[begin:end])
            if at is not None:
                yield Match(begin + at, end)

    def _unended(self, said: str) -> int | None:
        """Return from where on a verb is missing in what stands behind 把, None where there is one."""
        if len(said) < _LEAST or self.done.search(said):
            return None
        ends = self._is_name(said, len(said)) or self.place.search(said) is not None
        lead = self.leads.search(said, 2)
        if lead is None:
            return 0 if ends or self.event.search(said) else None
        word, at = lead.group(), lead.start()
        event = word in _EITHER and self.event.search(f"的{said[at - _PAIR : at]}") is not None
        if not event and not self._is_name(said, at):
            return None
        alone = ends and self.leads.search(said, lead.end()) is None
        return at if alone or word not in _LONE else None

    def _begins_with_name(self, said: str) -> bool:
        """Tell whether a count or the beginning of a name comes first: a verb behind 将 says what is to come."""
        return said[:1].isdigit() or said[:_PAIR] in self._begun

    def _is_name(self, said: str, end: int) -> bool:
        """Tell whether what ends at a place is a name."""
        if any(said[end - size : end] in self.names for size in range(_PAIR, min(_LONGEST, end) + 1)):
            return True
        return self.ends.search(said[:end]) is not None
