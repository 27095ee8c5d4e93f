"""Whether two names of things may be one thing's: how many characters before the head of the odd one belong to it.

Each function answers 0 where they may not.
"""

from collections import Counter
from dataclasses import dataclass

from assistant.checks.named_things import Thing
from assistant.checks.similar import Likeness, Similar

_SERIES = frozenset("一二三四五六七八九十百千上下前后东西南北中大小新老左右内外甲乙丙丁高低总分省市县区镇乡村男女")
_FUNCTION = frozenset("有由个各名实全在把对与和及等为将从到向是施的了以使让并被请用")
_SHORT = 3
"""Characters, with the head, that two names must have in common at least."""
_LONG = 4
"""Characters that two names must have in common that differ in a character which nobody takes for the other."""
_WORD = 2
_TURNED_SIZES = ((3, 3), (3, 4), (4, 4), (4, 5), (5, 5))
"""Characters of the usual stem and of the odd one with other words in it or the same turned round."""
_USUAL = 2
"""Times a name must stand to be the usual one."""


@dataclass(frozen=True)
class Told:
    """What a report names: how often each name stands (head, what goes before), and all its text without quotes."""

    counts: Counter[tuple[str, str]]
    whole: str
    rows: tuple[frozenset[str], ...]
    plain: frozenset[str]
    similar: Similar

    def size(self, odd: Thing, left: str, head: str) -> int:
        """Return the size of the odd name's stem where `left` and `head` are the usual name's."""
        if head != odd.head:
            return self._other_head(odd, left, head)
        same = common(odd.left, left)
        rest, other = odd.left[: len(odd.left) - same], left[: len(left) - same]
        if not rest or not other:
            return 0
        rests = (rest, other)
        return self._one_off(odd, left, same, rests) or self._other_word(odd, left, same, rests)

    def turned(self, odd: Thing, left: str, head: str) -> tuple[int, int]:
        """Return the sizes of two stems of the same characters in another order, one more or less: 检化验, 化验检测."""
        if head != odd.head:
            return 0, 0
        for usual, size in _TURNED_SIZES:
            stem, other = left[-usual:], odd.left[-size:]
            if (
                len(stem) == usual
                and len(other) == size
                and len(set(stem)) == usual
                and set(stem) <= set(other)
                and not set(other) & _FUNCTION
            ):
                rest = iter(other)
                in_order = all(character in rest for character in stem)
                if not in_order and self.counts[head, stem] >= _USUAL and self.counts[head, other] == 1:
                    return size, usual
        return 0, 0

    def _is_odd(self, odd: Thing, left: str, head: str, size: int) -> bool:
        """Tell whether the one stands once and the other is usual."""
        return self.counts[odd.head, odd.left[-size:]] == 1 and self.counts[head, left[-size:]] >= _USUAL

    def _other_head(self, odd: Thing, left: str, head: str) -> int:
        """One stem, two heads of one row: 松鹤食堂, 松鹤餐厅. The stem stands nowhere else."""
        if not any({odd.head, head} <= row for row in self.rows):
            return 0
        for size in range(common(odd.left, left), 1, -1):
            stem = left[-size:]
            closed = self.whole.count(stem) == self.counts[head, stem] + 1
            if stem not in self.plain and closed and self._is_odd(odd, left, head, size):
                return size
        return 0

    def _one_off(self, odd: Thing, left: str, same: int, rests: tuple[str, str]) -> int:
        """One head, one other character before it: 鹿鸣桥站, 鹿茗桥站."""
        pair = {rest[-1] for rest in rests}
        before = common(rests[0][:-1], rests[1][:-1])
        size = same + 1 + before
        if pair <= _SERIES or pair & _FUNCTION or not self._is_odd(odd, left, odd.head, size):
            return 0
        if self.similar.likeness(*pair) == Likeness.NONE:
            return size if before and same + before >= _LONG else 0
        if before:
            return size if same + before + len(odd.head) >= _SHORT else 0  # not 农技站, 农机站
        # The first character: nothing else may go before the rest, as in 党员|先锋岗.
        usual = self.counts[odd.head, left[-size:]]
        return size if same and self.whole.count(left[-same:] + odd.head) == usual + 1 and not pair & _SERIES else 0

    def _other_word(self, odd: Thing, left: str, same: int, rests: tuple[str, str]) -> int:
        """One head, one other word of two characters before it: 货源开发专班, 货源拓展专班."""
        if min(map(len, rests)) <= _WORD or rests[0][-_WORD] == rests[1][-_WORD]:
            return 0
        before = common(rests[0][:-_WORD], rests[1][:-_WORD])
        size = same + _WORD + before
        return size if before >= _WORD and self._is_odd(odd, left, odd.head, size) else 0


def common(one: str, other: str) -> int:
    """Return how many characters two strings have in common at their ends."""
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    return size
