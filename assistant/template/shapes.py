"""The paragraphs of a report that may begin with a heading, by everything that may make one of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from assistant.document.block import Block
from assistant.template.around import (
    after_a_stop,
    body_follows,
    colons,
    count_follows,
    lead_follows,
    line_follows,
    listed,
    opens,
    plain_follows,
    quoted,
)
from assistant.template.bulleted import with_bullets
from assistant.template.counted import counted_leads
from assistant.template.leads import (
    bold_lead,
    bracket_lead,
    bullet_lead,
    colon_lead,
    lead_without_number,
    plain_lead,
    topic_lead,
)
from assistant.template.lines_and_counts import above_counts, below_numbers
from assistant.template.numbers import bare_counts
from assistant.template.roles import RoleReader
from assistant.template.roofs import TELLING, Lines, sections_among
from assistant.template.rows import with_rows
from assistant.template.shape import Shape, Surroundings, shape
from assistant.template.slips import points_in_runs, points_on_top, slips_mended, spoken_points
from assistant.text.numbering import leading

_MOSTLY = 0.5
"""Share of characters in bold paragraphs above which bold is the look of the text and no evidence."""
_MANY = 3
"""Lines without any mark that make headings of each other where no other heading stands above them."""
_TOLD = 2
"""Roles that sentences before the text of their sections must name."""
_LIST_RANK = 3
"""Rank of `1.`: patterns from here on also number the items of plain lists."""


@dataclass(frozen=True, slots=True)
class _Leads:
    """What looks like a heading without number; one alone of its kind is none."""

    bracket: list[Shape] = field(default_factory=list)
    bold: list[Shape] = field(default_factory=list)
    plain: list[Shape] = field(default_factory=list)
    bullet: list[Shape] = field(default_factory=list)
    topic: list[Shape] = field(default_factory=list)
    colon: list[Shape] = field(default_factory=list)
    above: list[Shape] = field(default_factory=list)
    counted: list[Shape] = field(default_factory=list)


def shapes(blocks: Sequence[Block], where: Sequence[int], reader: RoleReader) -> list[Shape]:
    """Return the possible headings among the blocks at the positions `where`, in order."""
    found, leads = _gathered(blocks, where, reader)
    found = with_bullets(blocks, found, leads.bullet)
    counted = counted_leads(blocks, where, lambda place: body_follows(blocks, where, place))
    if not any(one.rank <= 1 for one in found):  # they count the sections
        counted = [replace(one, rank=1.0) for one in counted]
    taken = {one.index for one in counted}
    found = _in_order([one for one in found if one.index not in taken], counted)
    found = _with_colons(found, [one for one in leads.colon if one.index not in taken], blocks, reader)
    found = _in_order(found, sections_among(Lines(leads.plain, leads.above, found, blocks, where, reader)))
    taken |= {one.index for one in found}
    if len(leads.plain) < _MANY and (not found or (leads.plain and leads.plain[0].index < found[0].index)):
        first = found[0].index if found else 0
        leads = replace(leads, plain=[one for one in leads.plain if found and one.index > first])
    for kind in (leads.bracket, leads.bold, leads.plain, leads.topic):
        free = [one for one in kind if one.index not in taken]
        found = _in_order(found, free if len(free) > 1 else [])
    found = _in_order(found, above_counts(leads.counted, found) if reader.of_report else [])
    found = below_numbers(found)
    found = slips_mended(points_on_top(points_in_runs(found, blocks)))
    found = spoken_points(found, blocks, where, lambda text: reader.read(text).role)
    return _standing(with_rows(found, blocks, where, reader), blocks, where)


def _gathered(blocks: Sequence[Block], where: Sequence[int], reader: RoleReader) -> tuple[list[Shape], _Leads]:
    """Return the shapes that are headings by themselves, and the lines that need company."""
    bold_counts = _bold_counts(blocks, where)
    bare = bare_counts(blocks, where)
    found: list[Shape] = []
    leads = _Leads()
    for place, i in enumerate(where):
        around = Surroundings(
            body_follows(blocks, where, place),
            bold_counts,
            plain_follows(blocks, where, place),
            count_follows(blocks, where, place),
            opens(blocks, where, place),
            colons(blocks, where, place),
            listed(blocks, where, place),
            i in bare,
            line_follows(blocks, where, place),
            reader.knows,
        )
        one = shape(blocks[i], i, around)
        if one is None and leading(blocks[i].label or blocks[i].text) is None:
            below = bool(leads.above) and leads.above[-1].index == where[place - 1]
            anew = below or after_a_stop(blocks, where, place, found)
            one = _unnumbered(blocks[i], i, around, reader, leads, begins=around.body_follows and anew)
            if one is None and anew and lead_follows(blocks, where, place) and (lead := plain_lead(blocks[i], i)):
                leads.above.append(lead)
            if one is None and anew and around.count_follows and (lead := plain_lead(blocks[i], i)):
                leads.counted.append(lead)
        if one is not None:
            found.append(one)
    return found, leads


def _bold_counts(blocks: Sequence[Block], where: Sequence[int]) -> bool:
    content = [blocks[i] for i in where]
    bold = sum(len(block.text) for block in content if block.bold)
    return bold <= _MOSTLY * sum(len(block.text) for block in content)


def _unnumbered(
    block: Block, index: int, around: Surroundings, reader: RoleReader, leads: _Leads, *, begins: bool
) -> Shape | None:
    """Return an un-numbered paragraph that is a heading by itself; what needs company is put among the `leads`.

    `begins`: it begins anew behind a heading or a stop, with body text to follow.
    """
    sure = len(block.text) <= 40 and not reader.vocabulary.announces.search(block.text) and reader.knows(block.text)
    one = lead_without_number(block, index, around, known=sure)
    if one is not None:
        return one
    if around.bold_counts and (lead := bold_lead(block, index)) is not None:
        leads.bold.append(lead)
    if (lead := bracket_lead(block, index)) is not None:
        leads.bracket.append(lead)
    elif (lead := colon_lead(block, index, reader.knows)) is not None:
        leads.colon.append(lead)
    elif (lead := topic_lead(block, index)) is not None:
        leads.topic.append(lead)
    elif (around.plain_follows or around.count_follows) and (lead := bullet_lead(block, index)) is not None:
        leads.bullet.append(lead)
    elif begins and (lead := plain_lead(block, index)) is not None:
        leads.plain.append(lead)
    return None


def _in_order(found: Sequence[Shape], more: Sequence[Shape]) -> list[Shape]:
    return sorted([*found, *more], key=lambda one: one.index)


def _standing(found: Sequence[Shape], blocks: Sequence[Block], where: Sequence[int]) -> list[Shape]:
    """Return the shapes that stand in no quotation and in no list."""
    before = {i: (j, blocks[j].text if j >= 0 else "") for j, i in pairwise([-1, *where])}
    inside = quoted(blocks, where)
    return [one for place, one in enumerate(found) if one.index not in inside and not _in_list(found, place, before)]


def _with_colons(found: list[Shape], leads: list[Shape], blocks: Sequence[Block], reader: RoleReader) -> list[Shape]:
    """Return the shapes with known headings before a colon that text follows (存在问题：一是…).

    Where no numbers count the sections they are sections themselves; among the headings in a combined section, one of
    each of its parts.
    """
    stopped = [one for one in leads if blocks[one.index].text[one.end] == "。"]
    told = {reader.read(blocks[one.index].text[one.start : one.end]).role for one in stopped} & TELLING
    if len(told) < _TOLD or any(one.key == "named" for one in found):  # a sentence alone is none
        leads = [one for one in leads if one not in stopped]
    if not leads or not any(one.value and one.rank <= 1 for one in found):
        named = sum(one.key == "named" for one in found)
        return _in_order(found, leads if named + len(leads) > 1 else [])
    own = [one.index for one in leads]
    tops = [place for place, one in enumerate(found) if one.rank <= 1]
    kept: list[Shape] = []
    for place, after in pairwise([*tops, len(found)]):
        top, end = found[place], found[after].index if after < len(found) else len(blocks)
        covers = reader.read(blocks[top.index].text[top.start : top.end]).covers
        inside = leads[bisect_left(own, top.index) : bisect_left(own, end)]
        if len(covers) > 1 and after > place + 1:
            roles = [reader.read(blocks[one.index].text[one.start : one.end]).covers for one in inside]
            kept += [one for one, role in zip(inside, roles, strict=True) if role < covers and roles.count(role) == 1]
    return _in_order(found, kept)


def _in_list(found: Sequence[Shape], place: int, before: dict[int, tuple[int, str]]) -> bool:
    """Tell whether a possible heading is an item of a list that a sentence ending in a colon introduces.

    `before` gives position and text of the paragraph before each position.
    """
    one = found[place]
    if one.run_in or one.rank < _LIST_RANK:
        return False
    first = place
    while first and found[first - 1].key == one.key and before[found[first].index][0] == found[first - 1].index:
        first -= 1
    listed = not one.strong or first < place  # the last item of a list is followed by body text, too
    return listed and before[found[first].index][1].rstrip().endswith(("：", ":"))


def with_children(shapes: list[Shape], blocks: Sequence[Block], reader: RoleReader) -> list[Shape]:
    """Put known un-numbered headings under a combined one they are a part of: 原因分析 under 存在问题及原因."""
    covers: frozenset[str] = frozenset()
    result = []
    for one in shapes:
        text = blocks[one.index].text[one.start : one.end]
        if one.key == "named":
            own = reader.read(text).covers
            if len(covers) > 1 and own < covers:
                result.append(replace(one, rank=1.5, key="named-part"))
                continue
            covers = own
        elif one.rank <= 1:
            covers = reader.read(text).covers
        result.append(one)
    return result
