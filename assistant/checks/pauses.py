"""Pause marks before a clause: 走访群众36户、群众纷纷点赞 (GB/T 15834-2011, 4.5: a 、 parts what is alike).

What a 、 parts is alike: two things, two deeds. So the two sides are held against each other: where one begins as
only a clause does (把, 切实, 每季度, 群众都), or is counted, or done by somebody else, and the other isn't, it parts
clauses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.clauses import Gap, gaps
from assistant.checks.rule import Match

_FIGURE = re.compile("[0-9]")
_MOSTLY = ("居多", "为主", "为辅", "见长", "为重")
"""What ends a clause of 以, whose items are what a 、 parts: 以传达文件、集中宣读居多."""
_LONG = 10
_FAILING = re.compile("不[一-鿿]{1,2}$")
_SUFFIXES = frozenset("性度力感率")
"""Words that end alike with one of these on both sides are the subject of one clause."""
_QUALITY = "性力度感率"
"""Ends of the names of qualities, of which several may be the subject of one clause."""
_TOLD = re.compile("[就都也][一-鿿]{1,2}$")
"""How a clause ends that says by itself how something is: 日期年初就定、雷打不动."""
_LEAST = 6
"""Characters of a clause before a 、: shorter ones may be one of two deeds told together."""


@dataclass(frozen=True)
class Pauses:
    """What the two sides of a 、 are known by (see the table of that name), and the finder that holds them."""

    done: re.Pattern[str]
    told: re.Pattern[str]
    rated: re.Pattern[str]
    acted: re.Pattern[str]
    governs: re.Pattern[str]
    somebody: re.Pattern[str]
    one: re.Pattern[str]
    counted: re.Pattern[str]
    preposition: re.Pattern[str]
    however: re.Pattern[str]
    attitude: re.Pattern[str]
    when: re.Pattern[str]
    each: re.Pattern[str]
    always: re.Pattern[str]
    pivot: re.Pattern[str]
    pivots: re.Pattern[str]
    frame: re.Pattern[str]
    frame_ends: re.Pattern[str]
    still: re.Pattern[str]
    duty: re.Pattern[str]
    effort: re.Pattern[str]
    so_that: re.Pattern[str]
    then: re.Pattern[str]
    content: re.Pattern[str]
    fault: re.Pattern[str]
    short: re.Pattern[str]
    honoured: re.Pattern[str]
    list_ends: re.Pattern[str]
    thereupon: re.Pattern[str]
    signs: re.Pattern[str]
    thing: re.Pattern[str]
    holds: re.Pattern[str]
    deed: re.Pattern[str]
    named: re.Pattern[str]
    alike: re.Pattern[str]
    shared: re.Pattern[str]
    named_thing: re.Pattern[str]

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the 、 behind which another clause begins."""
        for gap in gaps(text.replace("若干", "12"), "、"):  # a count, however vague
            if "“" not in gap.clause.rpartition("”")[2] and "X" not in gap.clause and self._parts(gap):
                yield Match(gap.at, gap.at + 1, ("，",))

    def _parts(self, gap: Gap) -> bool:
        """Tell whether what stands before a 、 and behind it are two clauses."""
        if self._alike(gap) or ("以" in gap.clause and gap.next_clause.endswith(_MOSTLY)):
            return False
        if self.counted.search(gap.item) and self._uncounted(gap.next_clause):
            return True
        if gap.next_item[:1] != gap.item[:1] and self.frame.fullmatch(gap.clause.replace("、", "与")):
            return len(gap.next_item) >= _LEAST - 2 and not any(
                map(self.frame_ends.search, (gap.next_clause, gap.next_item))
            )
        if gap.before == "、":
            return self._closed(gap) or self._joined(gap)
        if len(gap.item) < _LEAST or gap.next_item != gap.next_clause:
            return len(gap.item) >= _LEAST and self._so_that(gap.item, gap.next_item)
        ways = (self._so_that, self._begun, self._told, self._wanting, self._numbered, self._clausal)
        return any(way(gap.item, gap.next_item) for way in ways)

    def _alike(self, gap: Gap) -> bool:
        """讲授党课4次、组织调研29次; 主动设计、主动沟通不够: both are counted, or one predicate tells of both.

        So it does of qualities: 学习的系统性、针对性还需要加强. 人到哪里、组织就到哪里, 不愿提、不敢提 are rows, too.
        """
        if gap.item.endswith("哪里") or (gap.next_item.startswith("不") and "不" in gap.item):
            return True
        last = gap.item[-1:]
        if last in _SUFFIXES and re.match(f"[一-鿿]{{1,5}}{last}", gap.next_item):
            return True
        if self.alike.search(gap.item) and self.alike.search(gap.next_item):
            return True
        return bool(self.shared.search(gap.next_item)) and not self.shared.search(gap.item)

    def _uncounted(self, rest: str) -> bool:
        """设立示范岗6个、公开承诺、亮明身份: what is counted goes on with something that isn't."""
        if len(rest) < _LEAST - 1 or re.search("各[半一]|[A-Z]", rest) or ("等" in rest and not self.done.match(rest)):
            return False
        if re.search("[0-9两三几]|[一二四五六七八九十][次场个名项件期]", rest):
            return bool(self.however.match(rest) or self.thereupon.match(rest))
        if self.done.match(rest):
            return True
        named = re.search("[“”《》]|优先|(?:机制|通道)$", rest) or self.named_thing.search(rest)
        return not named

    def _closed(self, gap: Gap) -> bool:
        """坚持问题导向、目标导向、逐项列出整改清单: behind a row of short things comes what is done."""
        after = gap.next_item
        if after != gap.next_clause or not self.then.match(after) or self.list_ends.search(after):
            return False
        if re.search("[0-9A-Z]|一[个项次场]", gap.clause):
            return False
        row = gap.clause.split("、")[1:]
        short = all(2 <= len(item) <= _LEAST and item[0] != after[0] for item in row)
        return bool(row) and short and not self.done.match(row[-1])

    def _joined(self, gap: Gap) -> bool:
        """邀请老场长、老劳模讲述建场历史、组织党员开展讨论: the 、 before this one parts words of the first clause."""
        after = gap.next_item
        if after != gap.next_clause:
            return False
        pivot = self.pivot.fullmatch(after) if len(after) > _LONG and self.done.match(gap.clause) else None
        return (pivot is not None and after[:2] not in gap.clause) or (
            len(gap.item) > _LEAST and self._wanting(gap.item, after)
        )

    def _begun(self, item: str, after: str) -> bool:
        """修订考核办法、把结果与使用挂钩: the second begins with a word that only clauses begin with."""
        if self.always.fullmatch(after) or item.endswith("下功夫"):
            return not _TOLD.search(item)
        if self.when.fullmatch(after):
            return not self.each.search(item)
        if self.list_ends.search(after):
            return False
        if self.preposition.fullmatch(after):
            return after[0] not in item and not re.search("没有|严禁|禁止|不准|不得", item)
        if self.however.fullmatch(after):
            return not self.attitude.search(item)
        return bool(self.pivot.fullmatch(after)) and not self.pivots.search(item)

    def _told(self, item: str, after: str) -> bool:
        """推行网上交纳、党员足不出户就能交纳: behind what was done it is told what became of it."""
        if self.list_ends.search(after):
            return False
        if self.honoured.fullmatch(after):
            return len(item) > _LEAST and not self.counted.search(item)
        told = self.told.fullmatch(after)
        if self.governs.search(item) or (told and told["told"] in item):
            return False
        done = self.done.match(item)
        if told or self.rated.fullmatch(after):
            return bool(done or self.acted.search(item))
        if not done or _FIGURE.search(item) or (self.one.search(item) and self.one.match(after)):
            return False
        return bool(self.somebody.fullmatch(after))

    def _wanting(self, item: str, after: str) -> bool:
        """解决难题的办法不多、学用结合还不紧密: two shortcomings of two subjects, each a clause of its own."""
        if self.fault.search(item) and self.content.match(after):
            return True
        return bool(self.short.fullmatch(item) and self.still.fullmatch(after))

    def _numbered(self, item: str, after: str) -> bool:
        """组织观看警示教育片、撰写心得46篇: the second deed is counted, the first is not."""
        if (
            not self.counted.search(after)
            or _FIGURE.search(item)
            or re.search("[等的]|各[0-9]|[代帮]办|^组织委员", after)
        ):
            return False
        return bool(self.done.match(item) and self.done.match(after))

    def _so_that(self, item: str, after: str) -> bool:
        """接受警示教育、做到以案为鉴: the second tells what the first is for."""
        if len(item) <= _LEAST or item.startswith(("为完成", "为实现", "为推动")):
            return False
        if _FAILING.search(item) and _FAILING.search(after):
            return False  # 任务研究不深、推动不力
        return (
            bool(self.so_that.match(after))
            and bool(self.deed.search(item) or self.effort.search(item))
            and not self.duty.search(after)
        )

    def _clausal(self, item: str, after: str) -> bool:
        """实行“一对一”帮带、由老同志手把手教: a small word says that the second is a clause."""
        if self.named.match(after):
            return True
        if item[-1] in _QUALITY and item[-1] in after[1:_LEAST]:
            return False  # 学习的系统性、针对性还需加强
        sign = self.signs.search(after)
        if (
            sign is None
            or sign.group() in item
            or self.thing.search(after)
            or after[0] == item[0]
            or after[-1] == item[-1]
        ):
            return False
        both = _FIGURE.match(after) and _FIGURE.search(item)
        return bool(self.deed.search(item)) and not both and not self.holds.search(item)
