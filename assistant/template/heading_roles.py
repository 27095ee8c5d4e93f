"""The roles of headings once their levels are known: sections by their order, what is below by its section."""

from collections.abc import Sequence

from assistant.template.nesting import Placed
from assistant.template.report import ReportTemplate
from assistant.template.roles import Guess
from assistant.template.sequence import section_roles

_BEHIND_PROBLEMS = frozenset({"causes", "next_steps"})
"""What a heading below 存在的问题 may say for sure, although the one above names problems only."""
_PLAN = frozenset({"problems", "causes", "problems_causes", "problems_next_steps", "next_steps"})

Role = tuple[str, frozenset[str]]
"""A role and all plain roles it stands for."""


def roles_of(nested: Sequence[Placed], guesses: Sequence[Guess], template: ReportTemplate) -> list[Role]:
    """Return the role of each heading, with all it stands for."""
    parts = template.vocabulary.parts
    first = [_said(item, guess) for item, guess in zip(nested, guesses, strict=True) if item.parent < 0]
    coming = iter(section_roles(first) if template.sections else _sure_roles(first))
    result: list[Role] = []
    for item, guess in zip(nested, guesses, strict=True):
        if item.parent < 0:
            role = next(coming)
            result.append((role, guess.covers if role == guess.role else frozenset(parts(role))))
        elif item.shape.role is not None:
            result.append((item.shape.role, frozenset(parts(item.shape.role))))
        else:
            result.append(_below(guess, result[item.parent]))
    return _problems_above_causes(nested, result)


def _problems_above_causes(nested: Sequence[Placed], roles: list[Role]) -> list[Role]:
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


def _below(guess: Guess, parent: Role) -> Role:
    """Return the role of a sub-heading: its section's, except for the parts of a combined section."""
    own, (role, covers) = guess.role, parent
    if guess.part is not None and guess.part != role and guess.part in covers and len(guess.covers) < 2:
        return guess.part, frozenset({guess.part})
    if guess.sure and own in _PLAN and role in {"main_work", "integrity", "other"}:
        return own, guess.covers
    if guess.sure and own in _BEHIND_PROBLEMS and role == "problems":
        return own, guess.covers
    if guess.sure and own == "integrity" and role == "main_work":
        return own, guess.covers
    if own == "rectification" and role == "main_work" and guess.last_year:
        return own, guess.covers
    return role, guess.covers if guess.sure or own == "rectification" else frozenset()
