"""Lines without number that name a section although nothing in them is known: by a hint, or by what stands below.

根子上的原因 names a section beside known ones. A line above another line that has body text below it is the roof of a
section, whatever it says: 这一年都忙了些啥, then 会开起来了.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.document.block import Block
from assistant.template.evidence import role_told
from assistant.template.likeness import likeness
from assistant.template.roles import Guess, RoleReader
from assistant.template.shape import Shape

_COUNTS = re.compile("(?:第[一二三四五六七八九十]|头一|最后一)([笔件桩条个本页步关份道题课张站程])")
"""A line that counts, and what."""
_SECTION = 14
"""Code points up to which a line without number names a section by a word in it."""
_ROOF = 20
"""Code points up to which a line above others is the roof of a section."""
_ASKING = frozenset("？?")
_NAMED = re.compile("[\u4e00-\u9fff]{2}[：:]|【[^【】]{2,6}】")
"""A name that a heading begins with: two characters before a colon, or what stands in 【】."""
_FIELD = "方面"
"""The end of a line that names a field of the work told in a section."""
_ALIKE = 5
"""What two lines have in common that are of one section."""
_SEVERAL = 3
"""Sections without number that make a text of them."""
_SPOKEN = 24
"""Code points up to which a line may name a section in a sentence: 对照要求看自己，还有两个方面的欠缺."""
TELLING = frozenset({"rectification", "problems", "causes", "problems_causes", "problems_next_steps", "next_steps"})
_DONE = frozenset({"rectification", "main_work", "highlights"})


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines without number or mark, and what is found already.

    `leads` have body text below them, `above` a line that is a heading itself.
    """

    leads: Sequence[Shape]
    above: Sequence[Shape]
    found: Sequence[Shape]
    blocks: Sequence[Block]
    where: Sequence[int]
    reader: RoleReader

    def text(self, one: Shape) -> str:
        """Return the words of a line."""
        return self.blocks[one.index].text[one.start : one.end]

    def read(self, one: Shape) -> Guess:
        """Return what a line says of its role."""
        return self.reader.read(self.text(one))

    def told(self, one: Shape, ends: Sequence[int]) -> str:
        """Return the role that the text below a line speaks of, up to the next of the positions where others stand."""
        after = bisect_right(ends, one.index)
        last = ends[after] if after < len(ends) else self.where[-1] + 1
        below = self.where[bisect_right(self.where, one.index) : bisect_left(self.where, last)]
        return role_told("\n".join(self.blocks[i].text for i in below), self.reader.vocabulary)

    def asks(self, one: Shape) -> bool:
        """Tell whether a line is a question."""
        marked = self.blocks[one.index].text[one.end : one.end + 1] in _ASKING
        return marked or self.reader.vocabulary.asks.search(self.text(one)) is not None

    def before(self, one: Shape) -> int:
        """Return the position of the paragraph before a line, -1 where none is."""
        place = bisect_left(self.where, one.index)
        return self.where[place - 1] if place else -1

    def after(self, one: Shape) -> int:
        """Return the position of the paragraph behind a line, -1 where none is."""
        place = bisect_right(self.where, one.index)
        return self.where[place] if place < len(self.where) else -1


def sections_among(lines: Lines) -> list[Shape]:
    """Return the lines that name a section, where no numbers count them."""
    if not lines.leads and not lines.above:
        return []
    if any(one.value and one.rank <= 1 for one in lines.found):
        return []
    named = [one for one in lines.found if one.key == "named"]
    hinting = _hinting(lines, named)
    spoken = _spoken(lines) if lines.above and not named else []
    if not lines.reader.of_report:
        return [replace(one, key="named", rank=1.0) for one in hinting] if named else []
    hinting += [one for one in spoken if one not in hinting]
    roofs = _roofs(lines, sorted(one.index for one in (*named, *hinting)))
    if not named and len(roofs) < 2 and len({lines.read(one).role for one in hinting}) < 2:
        return []
    result = [*hinting, *roofs]
    below = {one.index for one in lines.leads}
    if roofs or any(lines.after(one) in below for one in (*named, *result)):
        result += _beside(lines, [*named, *result])
    result += _first(lines, [*named, *result])
    return [replace(one, key="named", rank=1.0) for one in result]


def _first(lines: Lines, tops: Sequence[Shape]) -> list[Shape]:
    """Return the one line above the first of several sections: what else could it name than another one."""
    first = min((one.index for one in tops), default=-1)
    before = [one for one in lines.leads if one.index < first]
    alone = len(before) == 1 and before[0].end - before[0].start <= _ROOF
    return before if alone and len(tops) >= _SEVERAL else []


def _hinting(lines: Lines, named: Sequence[Shape]) -> list[Shape]:
    """Return the lines with a word in them that names a section no known heading names."""
    told = frozenset[str]().union(*(lines.read(one).covers for one in named))
    result = []
    for one in (*lines.leads, *lines.above):
        text = lines.text(one)
        guess = lines.read(one)
        short = len(text) <= _SECTION and "，" not in text
        if short and not guess.faint and guess.role in TELLING and not guess.covers <= told:
            result.append(one)
    return result


def _spoken(lines: Lines) -> list[Shape]:
    """Return the lines that may name sections where none of them is known, if they speak of two or more."""
    alike = {
        one.index
        for pair in pairwise(lines.leads)
        if likeness([lines.text(line) for line in pair]) >= _ALIKE
        for one in pair
    }
    above = {one.index for one in lines.above}
    alike |= {one.index for one in lines.leads if lines.before(one) in above}  # the first below another line
    short = [one for one in (*lines.leads, *lines.above) if one.end - one.start <= _SPOKEN and one.index not in alike]
    lines_read = [(one, lines.read(one)) for one in short]
    telling = [(one, guess.role) for one, guess in lines_read if guess.role in TELLING]
    return [one for one, _ in telling] if len({role for _, role in telling}) > 1 else []


def _roofs(lines: Lines, tops: Sequence[int]) -> list[Shape]:
    """Return the lines above two headings or more that stand before the next section."""
    below = sorted({one.index for one in (*lines.leads, *lines.found)} - {*tops})
    roofs = [one for one in lines.above if one.index not in tops and one.end - one.start <= _ROOF]
    ends = sorted([*tops, *(one.index for one in roofs)])
    result = []
    for one in roofs:
        place = bisect_right(ends, one.index)
        last = ends[place] if place < len(ends) else below[-1] + 1 if below else 0
        if bisect_left(below, last) - bisect_left(below, one.index) > 1:
            result.append(one)
    return result


def _beside(lines: Lines, tops: Sequence[Shape]) -> list[Shape]:
    """Return the lines that are sections beside roofs: what they say, or the text below, is of another section.

    Behind a section that has a text of its own and no lines below, nothing else can be meant.
    """
    known = {one.index for one in tops}
    ends = sorted({one.index for one in (*lines.leads, *lines.above, *lines.found)})
    raised: set[int] = set()
    result: list[Shape] = []
    top: Shape | None = None
    before: Shape | None = None  # the line above, below the same top
    for one in sorted([*tops, *(one for one in lines.leads if one.index not in known)], key=lambda one: one.index):
        if one.index in known:
            top, before = one, None
        elif top is not None and (
            top.index in raised or (before is not None and _parts(lines, (top, before, one), ends))
        ):
            result.append(one)
            raised.add(one.index)
            top, before = one, None
        else:
            before = one
    return result


def _parts(lines: Lines, three: tuple[Shape, Shape, Shape], stops: Sequence[int]) -> bool:
    """Tell whether the third line begins another section than the one whose top and last line stand above it."""
    top, before, one = three
    if [_NAMED.match(lines.text(line)) is not None for line in three] == [True, False, True]:  # 春种：…, 夏耘：…
        return True
    if one.end - one.start > _ROOF or likeness([lines.text(before), lines.text(one)]) >= _ALIKE:
        return False
    ends = [lines.text(line)[-2:] for line in three]
    like_top = ends[2] == ends[0] != ends[1]  # 思想方面, 工作方面
    like_top |= ends[1] == _FIELD not in (ends[0], ends[2])  # 干了什么, 食品安全方面, 德行如何
    counts = [found and found[1] for found in (_COUNTS.match(lines.text(line)) for line in three)]
    like_top |= counts[0] is not None and counts[0] == counts[2] != counts[1]  # 第二笔：…, 第三笔：…
    if like_top or [lines.asks(line) for line in three] == [True, False, True]:
        return True
    role, said = lines.read(top).role, lines.read(one).role
    told = said if said in TELLING else lines.told(one, stops) if role in {None, *_DONE} else ""
    return told in TELLING and told not in {role, *lines.read(top).covers}
