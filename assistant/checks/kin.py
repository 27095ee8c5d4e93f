"""Commas between two things of one kind: 配备了电教设备，党建书籍和桌椅 (GB/T 15834-2011, 4.5).

Nouns are told by kinds (a table of the rule). Where a comma stands behind one and another of its kind follows without a
verb of its own, it parts items of a row: when a third one ends the clause, when 等 sums up, or when what governs the
first (在, 到, 向, 组织) is still waiting for its verb.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_LONGEST, _SHORTEST = 7, 2
_MODIFIER = 5
"""Characters that may stand before a noun in the item behind the comma."""
_LAST = 10
"""Characters of the third item at most."""
_LEFT = 24
_BOUNDS = "，。；：！？\n"
_HAN = re.compile("[一-鿿]*")
_LINK = re.compile("和|及|与|以及|、")
_SUMS = re.compile("等(?![级候待额差])")
_OF_ROW = (
    "公开|管理|建设|工作|服务|治理|整治|采购|改造|维修|更新|教育|培训|问题|活动|项目|情况|监管|隐患|案件|部门|代表|人员|资源|技能"
    "|知识"
)
_END = re.compile(f"(?:{_OF_ROW})?(?:$|[，。；])|[等共各]|[0-9]")
"""What stands behind the last item of a row, with what all items are told of."""
_PLACE = re.compile("[中里内上间](?![心央小学部坚层面端年午涨海])")
_CLOSED = re.compile("(?:[中里内上下前后时]|(?<![车房])间)$")
_GOVERNS = re.compile(
    "(?:[在到赴向对从往为给]|召开|深入|走进|前往|面向|围绕|针对|组织|邀请|发动|带领|动员|依托|利用)(?!位|岗|职|达|底|来|时|会|应|象|事|而|于)"
)
_NO_MODIFIER = re.compile("[了把将被对为由与和在是有到使让及等共都也就各我他其已还并但又再未不、以之所这那此每从向给]")


class Item(NamedTuple):
    """A noun of the table behind a comma: where it ends, its kind."""

    end: int
    kind: str
    word: str


@dataclass(frozen=True)
class Kin:
    """The finder: nouns by their kind, verbs that begin clauses, and those that may follow a governed row."""

    kinds: Mapping[str, str]
    verb: re.Pattern[str]
    then: re.Pattern[str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the commas between items of one row."""
        at = text.find("，")
        while at > 0:
            if self._parts_items(text, at):
                yield Match(at, at + 1, ("、",))
            at = text.find("，", at + 1)

    def _parts_items(self, text: str, at: int) -> bool:
        kind = self._kind_before(text, at)
        item = self._item(text, at + 1) if kind else None
        if item is None or item.kind != kind:
            return False
        bound = max(text.rfind(mark, max(0, at - _LEFT), at) for mark in _BOUNDS)
        left = text[max(bound + 1, at - _LEFT) : at]
        if item.word in left:
            return False
        link = _LINK.match(text, item.end)
        if link is None:
            return _SUMS.match(text, item.end) is not None or self._governed(left, text, item.end)
        third = self._item(text, link.end(), _LAST)
        if third is None or third.kind != kind:
            return False
        return _END.match(text, third.end) is not None or self._governed(left, text, third.end)

    def _governed(self, left: str, text: str, end: int) -> bool:
        """Tell whether what stands before the row has its verb behind it (到基地，纪念馆|参观)."""
        last = max((found.end() for found in _GOVERNS.finditer(left)), default=0)
        if not last or len(left) - last > _LEFT // 2 or self.verb.search(left, last) or _CLOSED.search(left):
            return False
        place = _PLACE.match(text, end)
        return self.then.match(text, place.end() if place else end) is not None

    def _kind_before(self, text: str, at: int) -> str:
        for size in range(_LONGEST, _SHORTEST - 1, -1):
            kind = self.kinds.get(text[max(0, at - size) : at])
            if kind:
                return kind
        return ""

    def _item(self, text: str, start: int, longest: int = _MODIFIER + 4) -> Item | None:
        """Return the first noun of the table within a few characters, none where a verb or a mark is before it."""
        for end in range(start + _SHORTEST, min(start + longest, len(text)) + 1):
            for size in range(min(_LONGEST, end - start), _SHORTEST - 1, -1):
                kind = self.kinds.get(text[end - size : end])
                if kind is None:
                    continue
                before = text[start : end - size]
                if any(self.kinds.get(text[end - size : more]) for more in range(end + 1, end + _SHORTEST + 1)):
                    continue
                own = _NO_MODIFIER.search(before) or self.verb.match(text, start)
                return None if own or not _HAN.fullmatch(before) else Item(end, kind, text[end - size : end])
        return None


def kin(table: Table, _needs: object) -> Kin:
    """Return the finder of a rule of this kind; raises ResourceError for a word of two kinds."""
    kinds: dict[str, str] = {}
    for name, lines in table.mapping("kinds").items():
        for word in " ".join(lines).split():
            if word in kinds or not _SHORTEST <= len(word) <= _LONGEST:
                raise table.wrong(f"kinds.{name}", f"{word} stands there twice, or has not two to seven characters")
            kinds[word] = name
    verb, then = ("|".join(table.text(key).split()) for key in ("verbs", "then"))
    return Kin(kinds, re.compile(verb), re.compile(then), (frozenset("，"),))
