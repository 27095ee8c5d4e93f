"""Other marks where a pause mark is meant: 理论学习，业务学习、警示教育等活动 (GB/T 15834-2011, 4.5.3.1).

Of two clauses of which one at least is a row of items, the item behind the mark is held against those before it: built
alike, it belongs to the row, be it a comma, a semicolon or a full stop. What begins with a verb of its own begins
something new.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.items import SHORT, Clause, Items
from assistant.checks.rule import Match

_PART = re.compile("[^：！？“”‘’《》（）\n]+")
_CLAUSE = re.compile("([^，。；]*)(?:[，。；]|$)")
_HAN = re.compile("[一-鿿]+")
_ON_ONE_HAND = ("一手", "一边", "一面")
"""What comes twice and no more: 一手抓管理、一手抓服务."""
_TELLS = re.compile("[是了]")
_OF_ONE = re.compile("的(?![由我他她请])[一-鿿]{2,4}")
"""What the items of a row are told of: 党委领导、支部实施，党员参与|的格局; a longer one begins a clause."""
_BEGINS = re.compile("有[时的些]|牢记|存在|没有|缺乏|导致|造成|致使|习惯|总[是想怕]|往往|常常|容易|难以|未能|尚未")
"""How a clause begins that is no item of a row: 办法少、底气不足，有时要等上级来人."""
_MOST, _PAIR = 10, 2
"""Characters of an item: longer ones are clauses. Items behind the first of three."""


@dataclass(frozen=True)
class Rows(Items):
    """The finder of such marks."""

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the commas, semicolons and full stops between items of one row."""
        for part in _PART.finditer(text):
            clauses = [
                Clause(tuple(found[1].split("、")), part.start() + found.start())
                for found in _CLAUSE.finditer(part.group())
            ]
            quoted = part.start() > 0 and text[part.start() - 1] in "”’》）"
            for before, after in pairwise(clauses):
                if quoted and before is clauses[0] and len(before.items) == 1:
                    continue  # what stands before the quotation is part of it
                row = len(before.items) + len(after.items) > 2
                if (
                    self._one_row(before, after) or self._triple(before, after)
                    if row
                    else self._three(before.items[0], after)
                ):
                    yield Match(after.start - 1, after.start, ("、",))

    def _one_row(self, before: Clause, after: Clause) -> bool:
        """Tell whether the first item of a clause goes on with the row before it."""
        last = before.items[-1]
        ended = last.startswith(_ON_ONE_HAND) or last.endswith("哪里") or _BEGINS.match(after.items[0])
        if ended or not _HAN.match(last) or self.closed.search(last):
            return False
        item, rest = self._first(after)
        if len(before.items) == 1:
            return 2 <= len(item) <= _MOST and self._goes_on(before, item, rest, after)
        if self.aspects(before, after):
            return True
        if not 2 <= len(item) <= _MOST or len(last) > _MOST:
            return False
        if (
            self.alike_inside(before, after)
            or self.alike_throughout(before, after)
            or self.told_together(before, item, rest)
        ):
            return True
        same = (item[:2] == last[:2] and len(item) == len(last) >= 4) or (
            item[-2:] == last[-2:] == before.items[-2][-2:] and not self.verb.match(item)
        )
        return (
            (same and not rest)
            or self._goes_on(before, item, rest, after)
            or self._goes_on_row(before, item, rest, after)
        )

    def _three(self, last: str, after: Clause) -> bool:
        """制定年度工作计划，主题党日计划和党员学习计划: three that end in the same word."""
        if len(last) < 2 or after.items[0].count(last[-2:]) < 2:
            return False
        item, rest = self._first(after)
        return rest[:1] in {"和", "及", "与"} and last[-2:] == item[-2:] == rest[-2:] and not self.verb.match(item)

    def _triple(self, before: Clause, after: Clause) -> bool:
        """做到守土有责，守土负责、守土尽责: a clause ends in the first of three built alike."""
        if len(before.items) > 1 or len(after.items) != _PAIR:
            return False
        item, other = after.items
        size = len(item)
        first = before.items[0][-size:]
        counted = item[-2:-1].isdigit() != first[-2:-1].isdigit()
        if (
            counted
            or not 3 <= size <= _MOST
            or len(first) < size
            or len(other) < size
            or self.verb.match(first)
            or "【" in item
        ):
            return False
        same = [n for n in range(size) if first[n] == item[n] == other[n]]
        return (
            same[:2] == [0, 1]
            or len(same) > _PAIR
            or any(n > 0 and self.small.match(item[n]) and item[n] != "不" for n in same)
        )

    def _goes_on(self, before: Clause, item: str, rest: str, after: Clause) -> bool:
        """Tell whether an item goes on with one or more before it, by its first or its last characters."""
        last, alone = before.items[-1], len(after.items) == 1
        if self.alike_at_first(before, item, rest, alone=alone):
            return True
        if (
            not alone
            and len(last) == len(item) == len(after.items[1]) == 4
            and last[-1] == item[-1] == after.items[1][-1]
        ):
            return True
        if (
            not alone
            and last[-1] == item[-1] == after.items[1][2:3]
            and self.suffix.search(item)
            and len(item) == SHORT
        ):
            return True
        if not alone and self.same_set(last, item, rest) and self.kind.search(after.items[1][:6]):
            return True
        if self.verb.match(item):
            return False
        merged = not alone and any(map(self.joined.search, before.items)) and self.merged.search(after.items[-1])
        counted = len(before.items) > 1 and rest[:1].isdigit() and len(last) == len(item) > 2
        return bool(merged) or (bool(counted or self.row_end.match(rest)) and self.alike_at_last(before, item))

    def _goes_on_row(self, before: Clause, item: str, rest: str, after: Clause) -> bool:
        """Tell whether an item goes on with a row of two or more, by what kind of thing it names."""
        last = before.items[-1]
        short = len(item) <= 5 and 2 <= len(last) <= 5 and rest[:1] == "等"
        if self.verb.match(item):
            if len(item) == 4 and rest.startswith(("等活动", "等形式", "等方式")):
                return True
            return short and len(item) == 2
        equal = (
            _OF_ONE.fullmatch(rest) is not None
            and item[0] != "有"
            and not self.told.search(rest)
            and not _TELLS.search(item)
            and 4 <= len(item) == len(last) <= len(before.items[-2])
            and "的" not in last
        )
        merged = self.joined.search(before.items[0]) and self.merged.search(after.items[-1])
        return short or equal or bool(merged) or self.units(last, item, rest) or self.same_set(last, item, rest)

    def _first(self, after: Clause) -> tuple[str, str]:
        """Return the first item of a clause and what follows it in the clause."""
        first = after.items[0]
        if len(after.items) > 1 and not self.item_end.search(first):
            return first, "、"
        end = self.item_end.search(first)
        return (first[: end.start()], first[end.start() :]) if end and end.start() > 1 else (first, "")
