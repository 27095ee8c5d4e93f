"""Two clauses without a mark between them: 开展专项督查5次下发通报3期, 召开座谈会群众踊跃发言 (GB/T 15834-2011, 4.4).

A deed with what it is done to is whole where its count, another deed, a word of manner or somebody else follows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.clauses import masked
from assistant.checks.rule import Match

_PART = re.compile("[^，,。；：、！？（）()\n]{8,}")
"""What may hold two clauses: a note in brackets is no second one."""

_MARKS = "，、·"
"""What parts clauses already, in a quotation, too."""
_PLANNED = re.compile(
    "[^，]{0,6}(?:制[定订]|出台|编制|印发|修订|起草|完善|健全|建立|落实|执行|细化|编印)[^，]*"
    "(?:方案|计划|办法|制度|细则|意见|机制|清单|指南|手册|规[定则划]|标准|体系|流程|预案|台账|条例|公约|章程)"
)
"""A deed whose object is what is drawn up: verbs in it are of its name."""
_HEADED = re.compile("[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)．.、]|[）)]、)[ \u3000]*|[一二三四五六七八九十]是")
"""What a heading begins with: two things to do may stand there without a mark."""


@dataclass(frozen=True)
class Unparted:
    """What the joint of two clauses is known by (see the table of that name), and the finder that looks for it."""

    done: re.Pattern[str]
    goes_on: re.Pattern[str]
    thing_counted: re.Pattern[str]
    deed_counted: re.Pattern[str]
    rated: re.Pattern[str]
    then_result: re.Pattern[str]
    then_leads: re.Pattern[str]
    then_others: re.Pattern[str]
    then_manner: re.Pattern[str]
    then_each: re.Pattern[str]
    then_with: re.Pattern[str]
    wanting: re.Pattern[str]
    short: re.Pattern[str]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the joint of two clauses without a mark: a character, and what the second begins with."""
        plain = masked(text)
        deed = False
        for part in _PART.finditer(plain):
            deed = deed if plain[part.start() - 1 : part.start()] == "、" else self.done.match(part.group()) is not None
            found = self._second(part.group(), deed=deed)
            if _HEADED.fullmatch(plain, 0, part.start()) and plain[part.end() : part.end() + 1] in {"", "。"}:
                continue  # （二）严格经费管理促进公开透明。
            if found is not None:
                joint, end = found.span(found.lastgroup or 0)
                start = part.start() + joint
                if plain[start - 1] in _MARKS:
                    continue
                yield Match(start - 1, part.start() + end, (f"{text[start - 1]}，{text[start : part.start() + end]}",))

    def _second(self, part: str, *, deed: bool) -> re.Match[str] | None:
        """Return what another clause of a part begins with, None where it is one; `deed`: it tells what was done."""
        rated = self.rated.search(part)
        if rated is not None:
            return rated
        done = self.done.match(part)
        if done is None and not deed:
            return self._lack(part)
        begin = done.end() if done is not None else 0
        for counted in (self.thing_counted, self.deed_counted):
            found = counted.match(part, begin)
            if found is not None:
                return found
        return self._followed(part, begin) if done is not None else None

    def _followed(self, part: str, begin: int) -> re.Match[str] | None:
        """Return what the second clause begins with behind a deed that isn't counted."""
        if _PLANNED.fullmatch(part):
            return None  # 制定新生代员工思想引导行动方案
        ways = (self.then_result, self.then_leads, self.then_others, self.then_manner, self.then_each, self.then_with)
        for way in ways:
            found = way.match(part, begin)
            if found is not None and not self.goes_on.search(found["deed"]):
                return found
        return None

    def _lack(self, part: str) -> re.Match[str] | None:
        """Return what the second of two shortcomings begins with: 活动内容单一党员参与热情不高."""
        if self.wanting.search(part) is None or "因" in part or part.startswith("对"):
            return None
        return self.short.search(part)
