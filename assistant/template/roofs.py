"""Lines without number that name a section although nothing in them is known: by a hint, or by what stands below.

根子上的原因 names a section beside known ones. A line above another line that has body text below it is the roof of a
section, whatever it says: 这一年都忙了些啥, then 会开起来了. So are lines above counts that begin
anew: 政治建设, then 1..
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.document.block import Block
from assistant.template.evidence import role_told
from assistant.template.likeness import likeness
from assistant.template.roles import Guess, RoleReader
from assistant.template.shape import Shape

_SECTION = 14
"""Code points up to which a line without number names a section by a word in it."""
_ROOF = 20
"""Code points up to which a line above others is the roof of a section."""
_ALIKE = 4
"""What two lines have in common that are of one section."""
_SEVERAL = 3
"""Sections without number that make a text of them."""
_OVER = "roof"
"""The key of lines above counts."""
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

    def told(self, one: Shape) -> str:
        """Return the role that the text below a line speaks of, up to the next line."""
        last = min(
            (other.index for other in (*self.leads, *self.above, *self.found) if other.index > one.index),
            default=self.where[-1] + 1,
        )
        below = self.where[bisect_right(self.where, one.index) : bisect_left(self.where, last)]
        return role_told("\n".join(self.blocks[i].text for i in below), self.reader.vocabulary)


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
    if roofs or any(_is_roof(lines, one) for one in (*named, *result)):
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
    alike |= {one.index for one in lines.leads if _is_first(lines, one)}
    short = [one for one in (*lines.leads, *lines.above) if one.end - one.start <= _SPOKEN and one.index not in alike]
    lines_read = [(one, lines.read(one)) for one in short]
    telling = [(one, guess.role) for one, guess in lines_read if guess.role in TELLING]
    return [one for one, _ in telling] if len({role for _, role in telling}) > 1 else []


def _is_first(lines: Lines, one: Shape) -> bool:
    """Tell whether a line stands right below another one."""
    place = bisect_left(lines.where, one.index)
    return place > 0 and any(other.index == lines.where[place - 1] for other in lines.above)


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


def _is_roof(lines: Lines, one: Shape) -> bool:
    """Tell whether a line without number stands right below a section's heading."""
    following = lines.where[bisect_right(lines.where, one.index) :][:1]
    return any(other.index in following for other in lines.leads)


def _beside(lines: Lines, tops: Sequence[Shape]) -> list[Shape]:
    """Return the lines that are sections beside roofs: what they say, or the text below, is of another section.

    Behind a section that has a text of its own and no lines below, nothing else can be meant.
    """
    known = {one.index for one in tops}
    result: list[Shape] = []
    top: Shape | None = None
    before: Shape | None = None  # the line above, below the same top
    for one in sorted([*tops, *(one for one in lines.leads if one.index not in known)], key=lambda one: one.index):
        if one.index in known:
            top, before = one, None
        elif top is not None and (top in result or (before is not None and _parts(lines, top, before, one))):
            result.append(one)
            top, before = one, None
        else:
            before = one
    return result


def _parts(lines: Lines, top: Shape, before: Shape, one: Shape) -> bool:
    """Tell whether a line begins another section than the one whose top and last line stand above it."""
    if one.end - one.start > _ROOF or likeness([lines.text(before), lines.text(one)]) >= _ALIKE:
        return False
    if lines.text(one)[-2:] == lines.text(top)[-2:] != lines.text(before)[-2:]:  # 思想方面, 工作方面
        return True
    asks = [lines.reader.vocabulary.asks.search(lines.text(line)) is not None for line in (top, before, one)]
    if asks == [True, False, True]:
        return True
    role, said = lines.read(top).role, lines.read(one).role
    told = said if said in TELLING else lines.told(one) if role in {None, *_DONE} else ""
    return told in TELLING and told not in {role, *lines.read(top).covers}


def above_counts(leads: Sequence[Shape], found: Sequence[Shape]) -> list[Shape]:
    """Return the lines above a count that begins anew below each of them, two or more above one pattern."""
    first = {one.index: one for one in found if one.value == 1}
    free = [lead for lead in leads if lead.index not in {one.index for one in found}]
    pairs = [(lead, first[below]) for lead in free if (below := _next(found, lead)) in first]
    keys = [one.key for _, one in pairs]
    return [replace(lead, key=_OVER, rank=one.rank - 0.5) for lead, one in pairs if keys.count(one.key) > 1]


def _next(found: Sequence[Shape], lead: Shape) -> int:
    return next((one.index for one in found if one.index > lead.index), -1)


def below_numbers(found: Sequence[Shape]) -> list[Shape]:
    """Return the shapes with lines below `1.` where that counts the sections, on and on from one."""
    if any(one.rank <= 1 for one in found):
        return [*found]
    numbers = [one for one in found if one.value and one.strong]
    top = min(numbers, key=lambda one: one.rank, default=None)
    if top is None or [one.value for one in numbers if one.key == top.key].count(1) != 1 or found[0].key != top.key:
        return [*found]
    return [replace(one, rank=top.rank + 0.5) if _is_line(one) and one.rank <= top.rank else one for one in found]


def _is_line(one: Shape) -> bool:
    return not one.value and one.key != _OVER
