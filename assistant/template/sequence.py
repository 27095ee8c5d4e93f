"""The roles of a report's sections, chosen together: what each heading says, weighed against the usual order.

A heading known as a whole has its role. Others only hint: 聚焦问题短板 is work done where 存在的问题 comes later, and
推动党建再上台阶 is a plan where it stands behind the problems. The cheapest sequence of roles wins; every cost is a
number of this file.
"""

import re
from collections.abc import Sequence

from assistant.template.roles import Guess

_ORDER = {
    "rectification": 0,
    "main_work": 1,
    "highlights": 1,
    "integrity": 2,
    "problems": 3,
    "problems_causes": 3,
    "causes": 4,
    "problems_next_steps": 5,
    "next_steps": 5,
}
_FREE = frozenset({"highlights", "integrity", "other"})
"""Roles whose place says nothing."""
_PLAN = frozenset({"problems", "problems_causes", "causes", "problems_next_steps", "next_steps"})
_AGAINST = 30
"""To give a heading known as a whole another role."""
_UNSAID = {"main_work": 1, "next_steps": 3, "other": 4}
"""To give a role to a heading that says nothing."""
_HINT_DENIED = {"main_work": 4, "next_steps": 5, "other": 6}
"""To give one of these roles to a heading that hints at another."""
_FAINTLY = 2
"""What it costs less where only a picture hints at it."""
_DOUBLY = 2
"""What it costs more where it hints at two things at once, as problems with their causes."""
_INSTEAD = {
    ("main_work", "next_steps"): 3,
    ("next_steps", "main_work"): 3,
    ("causes", "problems"): 1,
    ("problems_causes", "causes"): 1,
}
"""To take a heading for what it may mean as well: 党建, 工作 for a plan, 找准症结 for problems, 问题根源 for causes."""
_BACK = 4
"""To come earlier than the section before."""
_AFTER_WORK = 1
"""To tell what was put right behind the work done instead of before it."""
_TWICE = 4
"""To have two sections of problems, causes, plans or rectification."""
_ALONE = 3
"""To have causes behind anything but problems."""
_NEVER = 1000
_YEAR = re.compile("20[0-9]{2}(?=年)")

_Way = tuple[int, str, "_Way | None"]
"""Cost so far, the last role, and the way to the one before."""


def section_roles(guesses: Sequence[Guess]) -> list[str]:
    """Return one role for each section of the first level, in order."""
    best: dict[str, _Way] = {"": (0, "", None)}  # by the last role whose place counts
    for guess in guesses:
        step: dict[str, _Way] = {}
        for role in (*_ORDER, "other"):
            own = _own(guess, role)
            if own >= _NEVER:
                continue
            for before, way in best.items():
                place = before if role in _FREE else role
                cost = way[0] + own + _behind(before, role)
                if place not in step or cost < step[place][0]:
                    step[place] = (cost, role, way)
        best = step
    return _roles_on(min(best.values(), key=lambda one: one[0]))


def of_years(guesses: Sequence[Guess], texts: Sequence[str], top: Sequence[bool], year: int | None) -> list[Guess]:
    """Return the guesses with what the years in the headings say: 2026年重点任务 in a report on 2025 is a plan.

    `top` tells which headings are of the first level: they alone count. Where the report's year is unknown, two
    different years among them tell it.
    """
    named: dict[bool, set[int]] = {True: set(), False: set()}  # whether they are last year's
    for guess, text, first in zip(guesses, texts, top, strict=True):
        if first and (found := _YEAR.match(text)):
            named[guess.role == "rectification"].add(int(found[0]))
    if year is None and named[True]:
        year = max(named[True]) + 1
    if year is None and len(named[False]) > 1:
        year = max(named[False]) - 1
    result = []
    for guess, text, first in zip(guesses, texts, top, strict=True):
        found = _YEAR.match(text)
        planned = first and year is not None and found is not None and int(found[0]) == year + 1
        if planned and guess.role in {None, "main_work"}:
            result.append(Guess("next_steps", sure=True, covers=frozenset({"next_steps"}), part="next_steps"))
        else:
            result.append(guess)
    return result


def _roles_on(way: _Way) -> list[str]:
    _, role, before = way
    roles: list[str] = []
    while before is not None:
        roles.append(role)
        _, role, before = before
    return roles[::-1]


def _own(guess: Guess, role: str) -> int:
    """Return what it costs to give a heading this role."""
    if guess.role == role:
        return 0
    if guess.sure or guess.last_year:
        return _AGAINST if role in {"main_work", "next_steps", "other"} else _NEVER
    if guess.role is None:
        return _UNSAID.get(role, _NEVER)
    if (guess.role, role) in _INSTEAD:
        return _INSTEAD[guess.role, role]
    return _HINT_DENIED.get(role, _NEVER) + (_DOUBLY if len(guess.covers) > 1 else 0) - (_FAINTLY if guess.faint else 0)


def _behind(before: str, role: str) -> int:
    """Return what it costs that this role comes behind the last one whose place counts."""
    if not before or role in _FREE:
        return 0
    cost = _BACK if _ORDER[role] < _ORDER[before] else 0
    if role == "rectification" and before == "main_work":
        cost = _AFTER_WORK
    if role == "causes" and before not in {"problems", "problems_causes"}:
        cost += _ALONE
    if role == "problems_causes" and before == "problems":
        cost += _TWICE
    if role == before and role not in {"main_work"}:
        cost += _TWICE
    return cost
