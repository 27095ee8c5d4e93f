"""Which blocks of a report are headings, at which level and with which role: decided here alone, from evidence."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.document.block import Block
from assistant.document.outline import Heading
from assistant.template.nesting import Placed, placed
from assistant.template.report import ReportTemplate
from assistant.template.roles import Guess, RoleReader
from assistant.template.shape import Shape, Surroundings, bold_lead, lead_without_number, shape
from assistant.text.numbering import leading

_SHORT = 15
"""Code points from which an un-numbered paragraph under a heading is taken for its body."""
_MOSTLY = 0.5
"""Share of characters in bold paragraphs above which bold is the look of the text and no evidence."""
_LIST_RANK = 3
"""Rank of `1.`: patterns from here on also number the items of plain lists."""
_LONGEST_QUOTATION = 8
"""Paragraphs up to which a quotation may run; a quote left open by a slip of the pen mustn't swallow headings."""
_PLAN = frozenset({"problems", "causes", "problems_causes", "problems_next_steps", "next_steps"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading and all roles its text stands for (more than one in 存在问题、原因及打算)."""

    heading: Heading
    covers: frozenset[str]


def headings(blocks: Sequence[Block], where: Sequence[int], template: ReportTemplate) -> tuple[Numbered, ...]:
    """Return the headings among the blocks at the positions `where` (content only: no title, stamps, signature)."""
    reader = RoleReader(template)
    shapes = _shapes(blocks, where, reader)
    nested = placed(_with_children(shapes, blocks, reader))
    texts = [blocks[item.shape.index].text[item.shape.start : item.shape.end] for item in nested]
    guesses = [reader.read(text) for text in texts]
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
    for place, i in enumerate(where):
        around = Surroundings(_body_follows(blocks, where, place), bold_counts)
        block = blocks[i]
        one = shape(block, i, around)
        if one is None and leading(block.label or block.text) is None:
            sure = len(block.text) <= 40 and reader.read(block.text).sure
            one = lead_without_number(block, i, around, known=sure)
            if one is None and bold_counts and (lead := bold_lead(block, i)) is not None:
                bold_leads.append(lead)
        if one is not None:
            found.append(one)
    if len(bold_leads) > 1:
        found = sorted([*found, *bold_leads], key=lambda item: item.index)
    before = {i: (j, blocks[j].text if j >= 0 else "") for j, i in pairwise([-1, *where])}
    quoted = _quoted(blocks, where)
    return [one for place, one in enumerate(found) if one.index not in quoted and not _in_list(found, place, before)]


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
    return len(following.text.strip()) > _SHORT


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
    result: list[_Role] = []
    coming = [guess for item, guess in zip(nested, guesses, strict=True) if item.parent < 0]
    sure = Counter(guess.role for guess in coming if guess.sure)
    plans = sum("next_steps" in guess.covers for guess in coming)
    seen: set[str] = set()
    for item, guess in zip(nested, guesses, strict=True):
        if item.parent < 0:
            sure[guess.role] -= guess.sure
            plans -= "next_steps" in guess.covers
        if item.shape.role is not None:
            role = item.shape.role
            result.append((role, frozenset(template.vocabulary.parts(role))))
        elif item.parent < 0:
            result.append(_first_level(guess, seen, again=sure[guess.role] > 0, plan_follows=plans > 0))
        else:
            result.append(_below(guess, result[item.parent][0], template.vocabulary.parts))
        if item.parent < 0:
            seen.add(result[-1][0])
    return result


def _first_level(guess: Guess, seen: set[str], *, again: bool, plan_follows: bool) -> _Role:
    """Return the role of a section: what its heading says, else what its place makes likely.

    `seen` are the roles of the sections before; `again` tells whether the same role surely comes later, `plan_follows`
    whether some later section is about next steps.
    """
    after = bool(seen & _PLAN)
    role = guess.role
    if role in _PLAN and not guess.sure and again:
        role = None  # 聚焦问题短板，… is work done where 存在的问题 comes later
    if role == "main_work" and not guess.sure and after:
        role = None
    if role is not None:
        return role, guess.covers
    if not after:
        return "main_work", frozenset({"main_work"})
    if plan_follows or seen & {"next_steps", "problems_next_steps"}:
        return "other", frozenset()
    return "next_steps", frozenset({"next_steps"})


def _below(guess: Guess, parent: str, parts: Callable[[str], tuple[str, ...]]) -> _Role:
    """Return the role of a sub-heading: its section's, except for the parts of a combined section."""
    own = guess.role
    if guess.part is not None and guess.part != parent and guess.part in parts(parent):
        return guess.part, frozenset({guess.part})
    if guess.sure and own in _PLAN and parent in {"main_work", "other"}:
        return own, guess.covers
    return parent, guess.covers if guess.sure or own == "rectification" else frozenset()
