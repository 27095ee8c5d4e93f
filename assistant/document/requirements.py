"""What this year's notice demands of a report, as the user has entered it; and its form as plain values for storage."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.text.counting import WORDS_PER_MINUTE

NEEDS = ("required", "expected", "optional")
"""How much a section is wanted; an `optional` one is not asked for. The words of the report kinds."""


@dataclass(frozen=True, slots=True)
class SectionDemand:
    """One section of the notice, by role, and how much it is wanted."""

    role: str
    need: str = "required"


@dataclass(frozen=True, slots=True)
class Item:
    """Something the notice says must be written.

    `role` is the section it belongs to, empty where the user named none; `done`: the user has ticked it.
    """

    text: str
    role: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Requirements:
    """The demands of one notice; 0 or empty: the notice says nothing about it.

    `sections` in the order of the notice lie over those of the report kind. `least` and `most` bound the 字数 of the
    report, `minutes` the time to read it at `speed` 字 a minute. `problems` is the least number of problems, `share`
    the least part of problems and next steps in the whole, in per cent. `figures`: the work done must be told with
    figures. `deadline` is an ISO date, `naming` the file name wanted, in the user's words.
    """

    sections: tuple[SectionDemand, ...] = ()
    least: int = 0
    most: int = 0
    minutes: int = 0
    speed: int = WORDS_PER_MINUTE
    problems: int = 0
    share: int = 0
    figures: bool = False
    deadline: str = ""
    naming: str = ""
    items: tuple[Item, ...] = ()

    @property
    def asked(self) -> bool:
        """Whether the notice demands anything at all."""
        return self != Requirements(speed=self.speed)


def to_values(requirements: Requirements) -> dict[str, Any]:
    """Return what is demanded as values that JSON can hold; what is not demanded is left out."""
    usual = Requirements()
    values: dict[str, Any] = {
        name: getattr(requirements, name) for name in _SIMPLE if getattr(requirements, name) != getattr(usual, name)
    }
    if requirements.sections:
        values["sections"] = [[section.role, section.need] for section in requirements.sections]
    if requirements.items:
        values["items"] = [[item.text, item.role, item.done] for item in requirements.items]
    return values


def from_values(values: Mapping[str, Any]) -> Requirements:
    """Return the requirements that `to_values` wrote; what a later version added is passed over.

    Raises ValueError, TypeError or KeyError where the values are damaged.
    """
    simple: dict[str, Any] = {
        name: _same_type(values[name], example) for name, example in _SIMPLE.items() if name in values
    }
    sections = tuple(SectionDemand(str(role), _need(need)) for role, need in values.get("sections", ()))
    items = tuple(Item(str(text), str(role), bool(done)) for text, role, done in values.get("items", ()))
    return Requirements(sections=sections, items=items, **simple)


_SIMPLE: Mapping[str, int | bool | str] = {
    "least": 0,
    "most": 0,
    "minutes": 0,
    "speed": 1,
    "problems": 0,
    "share": 0,
    "figures": False,
    "deadline": "",
    "naming": "",
}
"""Fields that are one number, flag or text, with the least value each may have."""


def _same_type(value: object, example: object) -> object:
    if type(value) is not type(example):
        raise TypeError(f"{value!r} is no {type(example).__name__}")
    if isinstance(value, int) and isinstance(example, int) and value < example:
        raise ValueError(f"{value} is too small")
    return value


def _need(need: object) -> str:
    if need not in NEEDS:
        raise ValueError(f"unknown need {need!r}")
    return str(need)


# ---- kept per unit and year -----------------------------------------------------------------------------------------

MOST_KEPT = 30
"""Notices remembered; the one used longest ago is forgotten first."""


def remembered(kept: tuple[str, ...], unit: str, year: int, requirements: Requirements) -> tuple[str, ...]:
    """Return the kept notices (one JSON text each) with that of a unit and year put first, or taken out if empty."""
    others = tuple(text for text in kept if _key(text) != (unit, year))
    if not requirements.asked:
        return others
    value = {"unit": unit, "year": year, "requirements": to_values(requirements)}
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")), *others)[:MOST_KEPT]


def recalled(kept: tuple[str, ...], unit: str, year: int) -> Requirements:
    """Return the notice kept for a unit and year; no demands where there is none or it can't be read any more."""
    for text in kept:
        if _key(text) == (unit, year):
            try:
                return from_values(json.loads(text)["requirements"])
            except (ValueError, TypeError, KeyError, AttributeError):
                return Requirements()
    return Requirements()


def _key(text: str) -> tuple[str, int] | None:
    try:
        value = json.loads(text)
        return value["unit"], value["year"]
    except (ValueError, TypeError, KeyError, RecursionError):  # damaged: kept for no unit and no year
        return None
