"""Other marks where a pause mark is meant: 理论学习，业务学习、警示教育等活动 (GB/T 15834-2011, 4.5.3.1).

Of two clauses of which one at least is a row of items, the item behind the mark is held against those before it: built
alike, it belongs to the row, be it a comma, a semicolon or a full stop. What begins with a verb of its own begins
something new.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Match

_PART = re.compile("[^：！？“”‘’《》（）\n]+")
_CLAUSE = re.compile("([^，。；]*)(?:[，。；]|$)")
_HAN = re.compile("[一-鿿]+")
_OF_WHAT = re.compile("的[一-鿿]{2,8}")
_TELLS = re.compile("[是了]")
_OF_ONE = re.compile("的(?![由我他她请])[一-鿿]{2,4}")
"""What the items of a row are told of: 党委领导、支部实施，党员参与|的格局; a longer one begins a clause."""
_COUNTS = tuple("两三四五六七八九十")
_SHORT, _MOST, _PAIR, _BESIDE = 3, 10, 2, 3
"""Characters of words such as 凝聚力; of an item: longer ones are clauses. Items behind the first of three. Characters
more than the word of a kind that an item may have.
"""


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands between two commas: its items, and where it begins."""

    items: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class Rows:
    """The words by which items of one row are known (see the table of that name), and the finder that asks them."""

    item_end: re.Pattern[str]
    closed: re.Pattern[str]
    verb: re.Pattern[str]
    suffix: re.Pattern[str]
    small: re.Pattern[str]
    rare: re.Pattern[str]
    people: re.Pattern[str]
    unit: re.Pattern[str]
    kind: re.Pattern[str]
    of_kind: re.Pattern[str]
    row_end: re.Pattern[str]
    told: re.Pattern[str]
    joined: re.Pattern[str]
    counted: re.Pattern[str]
    merged: re.Pattern[str]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the commas, semicolons and full stops between items of one row."""
        for part in _PART.finditer(text):
            clauses = [
                _Clause(tuple(found[1].split("、")), part.start() + found.start())
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

    def _one_row(self, before: _Clause, after: _Clause) -> bool:
        """Tell whether the first item of a clause goes on with the row before it."""
        last = before.items[-1]
        if not _HAN.match(last) or self.closed.search(last):
            return False
        item, rest = self._first(after)
        if len(before.items) == 1:
            return 2 <= len(item) <= _MOST and self._goes_on(before, item, rest, after)
        if self._aspects(before, after):
            return True
        if not 2 <= len(item) <= _MOST or len(last) > _MOST:
            return False
        if (
            self._alike_inside(before, after)
            or self._alike_throughout(before, after)
            or self._told_together(before, item, rest)
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

    def _three(self, last: str, after: _Clause) -> bool:
        """制定年度工作计划，主题党日计划和党员学习计划: three that end in the same word."""
        if len(last) < 2 or after.items[0].count(last[-2:]) < 2:
            return False
        item, rest = self._first(after)
        return rest[:1] in {"和", "及", "与"} and last[-2:] == item[-2:] == rest[-2:] and not self.verb.match(item)

    def _triple(self, before: _Clause, after: _Clause) -> bool:
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

    def _goes_on(self, before: _Clause, item: str, rest: str, after: _Clause) -> bool:
        """Tell whether an item goes on with one or more before it, by its first or its last characters."""
        last, alone = before.items[-1], len(after.items) == 1
        if self._alike_at_first(before, item, rest, alone=alone):
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
            and len(item) == _SHORT
        ):
            return True
        if not alone and self._same_set(last, item, rest) and self.kind.search(after.items[1][:6]):
            return True
        if self.verb.match(item):
            return False
        merged = not alone and any(map(self.joined.search, before.items)) and self.merged.search(after.items[-1])
        counted = len(before.items) > 1 and rest[:1].isdigit() and len(last) == len(item) > 2
        return bool(merged) or (bool(counted or self.row_end.match(rest)) and self._alike_at_last(before, item))

    def _goes_on_row(self, before: _Clause, item: str, rest: str, after: _Clause) -> bool:
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
        return short or equal or bool(merged) or self._units(last, item, rest) or self._same_set(last, item, rest)

    def _first(self, after: _Clause) -> tuple[str, str]:
        """Return the first item of a clause and what follows it in the clause."""
        first = after.items[0]
        if len(after.items) > 1 and not self.item_end.search(first):
            return first, "、"
        end = self.item_end.search(first)
        return (first[: end.start()], first[end.start() :]) if end and end.start() > 1 else (first, "")

    def _alike_at_first(self, before: _Clause, item: str, rest: str, *, alone: bool) -> bool:
        """同谋划、同部署，同落实: items of about one length that begin with one character."""
        head, last = item[0], before.items[-1]
        if not 2 <= len(item) <= 5 or (rest and rest != "、") or head == "谁":
            return False
        if len(before.items) == 1:
            return (
                not alone
                and last[-len(item) :][:1] == head
                and len(last) > len(item)
                and self.rare.match(head) is not None
            )
        three = before.items[-2][-len(item) :][:1] == head
        return last[0] == head and len(last) == len(item) and (self.rare.match(head) is not None or three)

    def _alike_at_last(self, before: _Clause, item: str) -> bool:
        """理论学习，业务学习、警示教育: the same word at the end, or the same character of items of one length."""
        last = before.items[-1]
        if last[-2:] == item[-2:] and min(len(item), len(last)) > 2:
            return True
        if len(before.items) == 1:
            return False
        people = self.people.search(last) and self.people.search(item) and len(item) <= 6
        return people or (len(last) == len(item) and last[-1] == item[-1])

    def _alike_inside(self, before: _Clause, after: _Clause) -> bool:
        """政治上关心、工作上支持，生活上照顾: items of one length with one small word at one place."""
        last, item = before.items[-1], after.items[0]
        size = len(last)
        if (
            not 3 <= size <= 6
            or len(item) < size
            or item.startswith("现将")
            or (len(item) > size and len(after.items) > 1)
        ):
            return False
        return any(
            one == other == third and self.small.match(one)
            for one, other, third in zip(last[1:], item[1:size], before.items[-2][-size:][1:], strict=False)
        )

    def _alike_throughout(self, before: _Clause, after: _Clause) -> bool:
        """重点人员、重点部位，重点时段加强管控; 法律服务队、心理疏导队，政策宣讲队: three of one length built alike."""
        one, last, item = before.items[-2], before.items[-1], after.items[0]
        size = len(last)
        if size < _SHORT + 1 or len(one) < size or len(item) < size:
            return False
        if one[-size:][:2] == last[:2] == item[:2]:
            return True
        return (
            len(item) == size
            and len(after.items) == 1
            and one[-1] == last[-1] == item[-1]
            and not self.verb.match(item)
        )

    def _units(self, last: str, item: str, rest: str) -> bool:
        """局机关、执法大队，运管所三个支部: names of units that are counted together."""
        counted = rest == "、" or self.counted.match(rest)
        units = self.unit.search(last) and self.unit.search(item)
        return bool(counted and units) and "由" not in item and not self.verb.match(item)

    def _told_together(self, before: _Clause, item: str, rest: str) -> bool:
        """抓学习、抓队伍，抓阵地的做法; 时间、地点，人员三项: of one length, with what ends the clause, or counted."""
        last = before.items[-1]
        if len(last) != len(item) or "等" in last or (len(item) > _SHORT and self.verb.match(item)):
            return False
        if rest[:1] in _COUNTS[len(before.items) - 1 : len(before.items)]:
            return len(item) <= _SHORT + 1
        alike = sum(one == other for one, other in zip(last, item, strict=True)) > len(item) // 8
        short = len(item) == _SHORT and len(rest) <= _SHORT + 2 and item[0] not in "是让用把使有" and "是" not in rest
        return (
            (alike or short)
            and "了" not in rest
            and _OF_WHAT.fullmatch(rest) is not None
            and not self.told.search(rest)
        )

    def _aspects(self, before: _Clause, after: _Clause) -> bool:
        """在政治上、思想上，行动上同党中央保持一致: words with one small word of place behind them."""
        last = before.items[-1]
        there = after.items[0][: len(last)]
        return (
            len(last) == 3 and last[-1] in "上中里" and there[-1:] == last[-1] and before.items[-2].endswith(last[-1])
        )

    def _same_set(self, last: str, item: str, rest: str) -> bool:
        if not (self.row_end.match(rest) or rest[:1] in _COUNTS):
            return False
        one, other = self.of_kind.search(last), self.of_kind.search(item)
        same = one is not None and other is not None and one.lastindex == other.lastindex
        return same and other is not None and len(item) <= len(other.group()) + _BESIDE
