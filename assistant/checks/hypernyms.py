"""A whole in one row with its own members: 水泥、玻璃、建材和陶瓷, where glass is a building material.

Which members a word holds is a table. Items in the middle of a row are read as they stand; of the first only the end
is known, of the last only how it begins, since nothing parts them from the rest of the sentence.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.checks.heads import any_word
from assistant.checks.rule import Match
from assistant.checks.table import Table
from assistant.text.needs import Needs

_ROW = re.compile("[^，。；：！？“”‘’《》（）()\n]*、[^，。；：！？“”‘’《》（）()\n]*")
_LINKS = re.compile("、|以及|[和与及]")
_SUMS = re.compile("(?:$|等|[和与及]其他|[的共在均都是有为])")
"""What stands behind a last item that is read as it stands."""
_LONGEST = 7
_MODIFIED = 4
"""Characters that may stand before a member inside its item."""


class _Item(NamedTuple):
    """What stands between two links of a row."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Hypernyms:
    """The finder: for each whole its members, and what stands before one that opens a row.

    Anything else there says of which kind the whole is: 县级医院、中医院.
    """

    members: Mapping[str, frozenset[str]]
    opens: re.Pattern[str]
    needs: Needs

    def __call__(self, text: str, /) -> Iterator[Match]:
        """Yield the wholes that stand beside a member of theirs."""
        for row in _ROW.finditer(text):
            items = _items(row.group(), row.start())
            for number in range(len(items)):
                found = self._whole(items, number)
                if found and self._has_member(items, number, self.members[found]):
                    yield _without(text, items, number, found)

    def _whole(self, items: Sequence[_Item], number: int) -> str:
        """Return the whole that an item names, empty for none."""
        said = items[number].text
        if 0 < number < len(items) - 1:
            return said if said in self.members else ""
        for size in range(min(_LONGEST, len(said)), 1, -1):
            if number == 0 and said[-size:] in self.members:
                return said[-size:] if self.opens.search(said[:-size]) else ""
            if number and said[:size] in self.members:
                return said[:size] if _SUMS.match(said, size) else ""
        return ""

    @staticmethod
    def _has_member(items: Sequence[_Item], number: int, members: Collection[str]) -> bool:
        """Tell whether another item of the row names a member."""
        for at, (said, _start, _end) in enumerate(items):
            if at == number:
                continue
            last = at == len(items) - 1
            if not last and at and len(said) > _LONGEST + _MODIFIED:
                continue
            sizes = range(1, min(_LONGEST, len(said)) + 1)
            if any((said[:size] if last else said[-size:]) in members for size in sizes):
                return True
        return False


def _items(row: str, start: int) -> list[_Item]:
    """Return the items of a row with where they stand."""
    items, at = [], 0
    for link in (*_LINKS.finditer(row), None):
        end = len(row) if link is None else link.start()
        items.append(_Item(row[at:end], start + at, start + end))
        at = len(row) if link is None else link.end()
    return items


def _without(text: str, items: Sequence[_Item], number: int, whole: str) -> Match:
    """Return the match that takes a whole out of its row; the last one is said to be the others."""
    item = items[number]
    if number == 0:
        return Match(item.end - len(whole), items[1].start, ("",))
    if number < len(items) - 1:
        return Match(items[number - 1].end, item.end, ("",))
    return Match(item.start, item.start + len(whole), (f"其他{text[item.start : item.start + len(whole)]}",))


def hypernyms(table: Table, _needs: Callable[[str], Needs]) -> Hypernyms:
    """Return the finder of a rule of this kind; raises ResourceError for a group without its words."""
    members: dict[str, frozenset[str]] = {}
    for group in table.tables("groups"):
        group.refuse_unknown({"whole", "parts"})
        parts = frozenset(group.text("parts").split())
        for whole in group.text("whole").split():
            if whole in parts:
                raise group.wrong("parts", f"{whole} can't be a part of itself")
            members[whole] = members.get(whole, frozenset()) | parts
    if not members:
        raise table.wrong("groups", "a group or more is expected")
    opens = re.compile(f"(?:^|{any_word(table.text('opens').split())})$")
    return Hypernyms(members, opens, (frozenset(whole[:2] for whole in members), frozenset("、")))


_LESS = re.compile("(?:活动|工作|项目|服务|任务|事项|业务)$")
"""Behind a whole they add nothing: 宣讲活动 beside 法治宣讲."""
_SHORT, _OTHERS = 2, 2
"""Characters of a bare whole at least; members that must end in it."""


def bare(text: str, /) -> Iterator[Match]:
    """Yield items that are nothing but the end of others: 法治宣讲、禁毒宣讲、宣讲活动."""
    if text.count("、") < _OTHERS:
        return
    for row in _ROW.finditer(text):
        items = _items(row.group(), row.start())
        for number, item in enumerate(items[1:-1], 1):
            stem = _LESS.sub("", item.text)
            if len(stem) < _SHORT or len(stem) > _LONGEST:
                continue
            others = [one.text for at, one in enumerate(items[:-1]) if at != number]
            ends = sum(_LESS.sub("", one).endswith(stem) and len(one) > len(item.text) for one in others)
            last = items[-1].text.find(stem)
            if ends + (_SHORT <= last <= _LONGEST) >= _OTHERS:
                yield _without(text, items, number, item.text)
