"""What makes two items of a row alike: how they begin or end, what they name, what is told of all of them."""

import re
from dataclasses import dataclass

_OF_WHAT = re.compile("的[一-鿿]{2,8}")
COUNTS = tuple("两三四五六七八九十")
SHORT = 3
"""Characters of words such as 凝聚力."""
_BESIDE = 3
"""Characters more than the word of a kind that an item may have."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas: its items, and where it begins."""

    items: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class Items:
    """The words by which items of one row are known: see the table `rows` of clauses.toml."""

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

    def alike_at_first(self, before: Clause, item: str, rest: str, *, alone: bool) -> bool:
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

    def alike_at_last(self, before: Clause, item: str) -> bool:
        """理论学习，业务学习、警示教育: the same word at the end, or the same character of items of one length."""
        last = before.items[-1]
        if last[-2:] == item[-2:] and min(len(item), len(last)) > 2:
            return True
        if len(before.items) == 1:
            return False
        people = self.people.search(last) and self.people.search(item) and len(item) <= 6
        return people or (len(last) == len(item) and last[-1] == item[-1])

    def alike_inside(self, before: Clause, after: Clause) -> bool:
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

    def alike_throughout(self, before: Clause, after: Clause) -> bool:
        """重点人员、重点部位，重点时段加强管控; 法律服务队、心理疏导队，政策宣讲队: three of one length built alike."""
        one, last, item = before.items[-2], before.items[-1], after.items[0]
        size = len(last)
        if size < SHORT + 1 or len(one) < size or len(item) < size:
            return False
        if one[-size:][:2] == last[:2] == item[:2]:
            return True
        return (
            len(item) == size
            and len(after.items) == 1
            and one[-1] == last[-1] == item[-1]
            and not self.verb.match(item)
        )

    def units(self, last: str, item: str, rest: str) -> bool:
        """局机关、执法大队，运管所三个支部: names of units that are counted together."""
        counted = rest == "、" or self.counted.match(rest)
        units = self.unit.search(last) and self.unit.search(item)
        return bool(counted and units) and "由" not in item and not self.verb.match(item)

    def told_together(self, before: Clause, item: str, rest: str) -> bool:
        """抓学习、抓队伍，抓阵地的做法; 时间、地点，人员三项: of one length, with what ends the clause, or counted."""
        last = before.items[-1]
        if len(last) != len(item) or "等" in last or (len(item) > SHORT and self.verb.match(item)):
            return False
        if rest[:1] in COUNTS[len(before.items) - 1 : len(before.items)]:
            return len(item) <= SHORT + 1
        alike = sum(one == other for one, other in zip(last, item, strict=True)) > len(item) // 8
        short = len(item) == SHORT and len(rest) <= SHORT + 2 and item[0] not in "是让用把使有" and "是" not in rest
        return (
            (alike or short)
            and "了" not in rest
            and _OF_WHAT.fullmatch(rest) is not None
            and not self.told.search(rest)
        )

    def aspects(self, before: Clause, after: Clause) -> bool:
        """在政治上、思想上，行动上同党中央保持一致: words with one small word of place behind them."""
        last = before.items[-1]
        there = after.items[0][: len(last)]
        return (
            len(last) == 3 and last[-1] in "上中里" and there[-1:] == last[-1] and before.items[-2].endswith(last[-1])
        )

    def same_set(self, last: str, item: str, rest: str) -> bool:
        """村组、企业，学校、医院: words that are said together, of one kind."""
        if not (self.row_end.match(rest) or rest[:1] in COUNTS):
            return False
        one, other = self.of_kind.search(last), self.of_kind.search(item)
        same = one is not None and other is not None and one.lastindex == other.lastindex
        return same and other is not None and len(item) <= len(other.group()) + _BESIDE
