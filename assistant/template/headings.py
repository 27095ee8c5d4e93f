"""Which blocks of a report are headings, at which level and with which role: decided here alone, from evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.document.block import Block
from assistant.document.outline import Heading
from assistant.template.counted import counted_leads
from assistant.template.leads import bold_lead, bracket_lead, bullet_lead, lead_without_number, plain_lead
from assistant.template.nesting import Placed, placed
from assistant.template.report import ReportTemplate
from assistant.template.roles import Guess, RoleReader
from assistant.template.sequence import of_years, section_roles
from assistant.template.shape import Shape, Surroundings, shape
from assistant.template.slips import points_on_top, slips_mended
from assistant.text.numbering import leading

_SHORT = 15
"""Code points from which an un-numbered paragraph under a heading is taken for its body."""
_MOSTLY = 0.5
"""Share of characters in bold paragraphs above which bold is the look of the text and no evidence."""
_LIST_RANK = 3
"""Rank of `1.`: patterns from here on also number the items of plain lists."""
_LONGEST_QUOTATION = 8
"""Paragraphs up to which a quotation may run; a quote left open by a slip of the pen mustn't swallow headings."""
_EARLY_COLON = re.compile("[^。；，：:]{2,14}(?:[、，][^。；，：:]{2,10})?[：:]")
_BEHIND_PROBLEMS = frozenset({"causes", "next_steps"})
"""What a heading below 存在的问题 may say for sure, although the one above names problems only."""
_SEMICOLONS = ("；", ";")
_ENDS = frozenset("。！")
_STOPS = frozenset("。！？：；…”）.!?:;)")
_PLAN = frozenset({"problems", "causes", "problems_causes", "problems_next_steps", "next_steps"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading and all roles its text stands for (more than one in 存在问题、原因及打算)."""

    heading: Heading
    covers: frozenset[str]


def headings(
    blocks: Sequence[Block], where: Sequence[int], template: ReportTemplate, year: int | None = None
) -> tuple[Numbered, ...]:
    """Return the headings among the blocks at the positions `where` (content only: no title, stamps, signature).

    `year` is the year reported on: what a heading says of the next one is planned.
    """
    reader = RoleReader(template)
    shapes = _shapes(blocks, where, reader)
    nested = placed(_with_children(shapes, blocks, reader))
    texts = [blocks[item.shape.index].text[item.shape.start : item.shape.end] for item in nested]
    guesses = of_years([reader.read(text) for text in texts], texts, [item.parent < 0 for item in nested], year)
    roles = _roles(nested, guesses, template)
    return tuple(
        Numbered(_heading(blocks, item.shape, item.level, role), covers)
        for item, (role, covers) in zip(nested, roles, strict=True)
    )


def _heading(blocks: Sequence[Block], one: Shape, level: int, role: str) -> Heading:
    block = blocks[one.index]
    text = block.text[one.start : one.end]
    return Heading(block.id, one.index, level, one.number, text, role, one.run_in, one.start, one.end)


def _shapes(blocks: Sequence[Block], where: Sequence[int], reader: RoleReader) -> list[Shape]:
    content = [blocks[i] for i in where]
    bold = sum(len(block.text) for block in content if block.bold)
    bold_counts = bold <= _MOSTLY * sum(len(block.text) for block in content)
    found: list[Shape] = []
    bold_leads: list[Shape] = []
    plain_leads: list[Shape] = []
    bullet_leads: list[Shape] = []
    bracket_leads: list[Shape] = []
    announces = reader.vocabulary.announces
    for place, i in enumerate(where):
        around = Surroundings(
            _body_follows(blocks, where, place),
            bold_counts,
            _opens(blocks, where, place),
            _colons(blocks, where, place),
            _listed(blocks, where, place),
            reader.knows,
        )
        block = blocks[i]
        one = shape(block, i, around)
        if one is None and leading(block.label or block.text) is None:
            sure = len(block.text) <= 40 and not announces.search(block.text) and reader.knows(block.text)
            one = lead_without_number(block, i, around, known=sure)
            if one is None and bold_counts and (lead := bold_lead(block, i)) is not None:
                bold_leads.append(lead)
            if one is None and (lead := bracket_lead(block, i)) is not None:
                bracket_leads.append(lead)
                continue
            bullet = bullet_lead(block, i) if one is None and around.body_follows else None
            if bullet is not None:
                bullet_leads.append(bullet)
                continue
            plain = one is None and found and around.body_follows and _after_a_stop(blocks, where, place, found)
            if plain and (lead := plain_lead(block, i)) is not None:
                plain_leads.append(lead)
        if one is not None:
            found.append(one)
    found = _with_bullets(blocks, found, bullet_leads)
    counted = counted_leads(blocks, where, lambda place: _body_follows(blocks, where, place))
    taken = {one.index for one in counted}
    found = sorted([*(one for one in found if one.index not in taken), *counted], key=lambda item: item.index)
    for leads in (bracket_leads, bold_leads, plain_leads):
        leads = [one for one in leads if one.index not in taken]  # noqa: PLW2901
        if len(leads) > 1:
            found = sorted([*found, *leads], key=lambda item: item.index)
    found = slips_mended(points_on_top(found))
    before = {i: (j, blocks[j].text if j >= 0 else "") for j, i in pairwise([-1, *where])}
    quoted = _quoted(blocks, where)
    return [one for place, one in enumerate(found) if one.index not in quoted and not _in_list(found, place, before)]


def _with_bullets(blocks: Sequence[Block], found: list[Shape], leads: list[Shape]) -> list[Shape]:
    """Return the shapes with those behind bullets: below numbered ones, else beside the known ones among them."""
    known = [one for one in found if one.key == "named" and bullet_lead(blocks[one.index], one.index) is not None]
    below = any(one.value and one.rank <= 1 for one in found)
    if len(known) + len(leads) < (2 if below else 1) or not (below or known):
        return found
    if below:
        leads = [replace(one, key="bullet", rank=2.5) for one in (*leads, *known)]
        found = [one for one in found if one not in known]
    return sorted([*found, *leads], key=lambda item: item.index)


def _quoted(blocks: Sequence[Block], where: Sequence[int]) -> frozenset[int]:
    """Return the positions of paragraphs inside a quotation that a colon opens and that runs over several of them."""
    inside: set[int] = set()
    for place, i in enumerate(where):
        _, opened, rest = blocks[i].text.rpartition("：“")
        if not opened or "”" in rest or i in inside:
            continue
        following = where[place + 1 : place + 1 + _LONGEST_QUOTATION]
        last = next((k for k, j in enumerate(following) if "”" in blocks[j].text), -1)
        inside.update(following[: last + 1])
    return frozenset(inside)


def _body_follows(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    if place + 1 >= len(where):
        return False
    following = blocks[where[place + 1]]
    ordinal = leading(following.label or following.text[:12])
    if ordinal is not None and not ordinal.style.is_point:
        return False
    text = following.text.strip()
    return len(text) > _SHORT or text[-1:] in _ENDS


def _after_a_stop(blocks: Sequence[Block], where: Sequence[int], place: int, found: Sequence[Shape]) -> bool:
    """Tell whether a line begins anew; in a text broken at the end of every line it goes on with the one before."""
    before = where[place - 1]
    return (found[-1].index == before and not found[-1].run_in) or blocks[before].text.rstrip()[-1:] in _STOPS


def _opens(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether the next paragraph begins to count in a deeper pattern: `1.` above `（1）`, `2.` above `2.1`."""
    if place + 1 >= len(where):
        return False
    own, following = (leading(blocks[i].label or blocks[i].text[:16]) for i in where[place : place + 2])
    if own is None or following is None or following.style.is_point:
        return False
    deeper = following.style.rank > own.style.rank or own.style.is_point
    return following.value == 1 and following.style is not own.style and deeper


def _colons(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether the paragraph before or behind counts on in the same pattern and has a colon early, as this may."""
    own = leading(blocks[where[place]].label or blocks[where[place]].text)
    if own is None or own.style.is_point:
        return False
    for near, step in ((place - 1, -1), (place + 1, 1)):
        if 0 <= near < len(where):
            text = blocks[where[near]].text
            other = leading(blocks[where[near]].label or text)
            counts_on = other is not None and other.style is own.style and other.value == own.value + step
            if counts_on and _EARLY_COLON.match(text):
                return True
    return False


def _listed(blocks: Sequence[Block], where: Sequence[int], place: int) -> bool:
    """Tell whether a paragraph is an item of a list whose items end in semicolons, the last one in a full stop."""
    if blocks[where[place]].text.rstrip().endswith(_SEMICOLONS):
        return True
    if not place or not blocks[where[place - 1]].text.rstrip().endswith(_SEMICOLONS):
        return False
    before, own = (leading(blocks[i].label or blocks[i].text) for i in where[place - 1 : place + 1])
    return own is not None and before is not None and own.style is before.style and own.value == before.value + 1


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


def _with_children(shapes: list[Shape], blocks: Sequence[Block], reader: RoleReader) -> list[Shape]:
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


_Role = tuple[str, frozenset[str]]


def _roles(nested: Sequence[Placed], guesses: Sequence[Guess], template: ReportTemplate) -> list[_Role]:
    parts = template.vocabulary.parts
    first = [_said(item, guess) for item, guess in zip(nested, guesses, strict=True) if item.parent < 0]
    coming = iter(section_roles(first) if template.sections else _sure_roles(first))
    result: list[_Role] = []
    for item, guess in zip(nested, guesses, strict=True):
        if item.parent < 0:
            role = next(coming)
            result.append((role, guess.covers if role == guess.role else frozenset(parts(role))))
        elif item.shape.role is not None:
            result.append((item.shape.role, frozenset(parts(item.shape.role))))
        else:
            result.append(_below(guess, result[item.parent]))
    return _problems_above_causes(nested, result)


def _problems_above_causes(nested: Sequence[Placed], roles: list[_Role]) -> list[_Role]:
    """Return the roles with problems for what stands in a section of both above a sub-heading that tells the causes."""
    last = {item.parent: i for i, item in enumerate(nested) if roles[i][0] == "causes"}
    return [
        ("problems", covers)
        if role == "problems_causes" and i < last.get(item.parent, -1) and roles[item.parent][0] == role
        else (role, covers)
        for i, (item, (role, covers)) in enumerate(zip(nested, roles, strict=True))
    ]


def _sure_roles(guesses: Sequence[Guess]) -> list[str]:
    """Return the roles of the sections of a text that is no duty report: only what a heading says for sure."""
    return [guess.role if guess.sure and guess.role is not None else "other" for guess in guesses]


def _said(item: Placed, guess: Guess) -> Guess:
    """Return what a heading says, or what the user said of it."""
    return guess if item.shape.role is None else Guess(item.shape.role, sure=True)


def _below(guess: Guess, parent: _Role) -> _Role:
    """Return the role of a sub-heading: its section's, except for the parts of a combined section."""
    own, (role, covers) = guess.role, parent
    if guess.part is not None and guess.part != role and guess.part in covers and len(guess.covers) < 2:
        return guess.part, frozenset({guess.part})
    if guess.sure and own in _PLAN and role in {"main_work", "integrity", "other"}:
        return own, guess.covers
    if guess.sure and own in _BEHIND_PROBLEMS and role == "problems":
        return own, guess.covers
    if own == "rectification" and role == "main_work" and guess.last_year:
        return own, guess.covers
    return role, guess.covers if guess.sure or own == "rectification" else frozenset()
