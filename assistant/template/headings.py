"""Which blocks of a report are headings, at which level and with which role: decided here alone, from evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.document.block import Block
from assistant.document.outline import Heading
from assistant.template.before_plans import with_problems
from assistant.template.evidence import with_bodies
from assistant.template.heading_roles import roles_of
from assistant.template.nesting import placed
from assistant.template.report import ReportTemplate
from assistant.template.roles import RoleReader
from assistant.template.sequence import of_years
from assistant.template.set_off import as_divided
from assistant.template.shape import Shape
from assistant.template.shapes import shapes, with_children


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
    blocks = as_divided(blocks, where)
    nested = placed(with_children(shapes(blocks, where, reader), blocks, reader))
    texts = [blocks[item.shape.index].text[item.shape.start : item.shape.end] for item in nested]
    guesses = of_years([reader.read(text) for text in texts], texts, [item.parent < 0 for item in nested], year)
    if template.sections:
        guesses = with_bodies(guesses, nested, blocks, where, template.vocabulary)
        guesses = with_problems(guesses, nested, blocks, where, template.vocabulary)
    roles = roles_of(nested, guesses, template)
    return tuple(
        Numbered(_heading(blocks, item.shape, item.level, role), covers)
        for item, (role, covers) in zip(nested, roles, strict=True)
    )


def _heading(blocks: Sequence[Block], one: Shape, level: int, role: str) -> Heading:
    block = blocks[one.index]
    text = block.text[one.start : one.end]
    return Heading(block.id, one.index, level, one.number, text, role, one.run_in, one.start, one.end)
