"""Formulations and meetings with their dates, and how a report of a year is read against them.

A report on year Y is written by March of Y+1; what it plans belongs to Y+1. Nothing is judged that lies after the day
up to which the data was kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.checks.parts import every
from assistant.checks.rule import Survey
from assistant.document.outline import Report, Section

Month = tuple[int, int]
"""Year and month."""

DONE = frozenset({"opening", "rectification", "main_work", "highlights", "integrity"})
PLAN = frozenset({"next_steps"})
FAULTS = frozenset({"problems", "causes", "problems_causes"})
PARTS = {"done": DONE, "plan": PLAN, "faults": FAULTS}
"""Section roles that tell what was done in the year, what is planned for the next, and what was wrong."""

PLANNED = PLAN | {"problems_next_steps"}
"""Section roles that may speak of the next year, alone or together with what was wrong."""

WRITTEN_BY = 3
"""The month of the next year by which reports are written."""

_AROUND_NAMES = re.compile(r"[“”‘’《》\s]")
_WELCOME = re.compile("[喜笑欢]?迎接?(?:和|、)?(?:学习)?(?:宣传)?(?:贯彻)?[“]?$|筹备$")
_BEFORE = 12
"""Characters before a meeting that tell whether it is still to come."""


@dataclass(frozen=True, slots=True)
class Formulation:
    """A formulation in all its wordings, longest first, from when to when it holds, and when it is not judged.

    Of a campaign `called` says how it is called for short.
    """

    wordings: tuple[str, ...]
    since: Month | None
    until: Month | None
    verbs: tuple[str, ...]
    unless: tuple[str, ...]
    parts: tuple[str, ...]
    advice: str
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plenum:
    """A party congress or plenum, its wordings, and the month it closed; one on `posts` no plan has to name.

    `adopted` are words of what it adopted and no other one did.
    """

    wordings: tuple[str, ...]
    date: Month
    posts: bool = False
    adopted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """What is known, and up to which month."""

    updated: Month
    formulations: tuple[Formulation, ...]
    plenums: tuple[Plenum, ...]
    unheld: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def named_in(self) -> Callable[[str], tuple[Formulation, ...]]:
        """Return the formulations that a paragraph names; kept, since each is read again after every key."""
        return lru_cache(512)(
            lambda text: tuple(one for one in self.formulations if any(wording in text for wording in one.wordings))
        )


@dataclass(frozen=True, slots=True)
class DatedParagraph:
    """A paragraph of the report of that number, whose year is known.

    `index` is its position in the document, `place` the one in the report (0: the title), `role` that of its innermost
    section.
    """

    report: int
    year: int
    index: int
    place: int
    text: str
    role: str


def bare(text: str) -> str:
    """Return a name without quotation marks and blanks, as it is compared."""
    return _AROUND_NAMES.sub("", text)


def dated_reports(survey: Survey) -> Iterator[tuple[int, Report, int]]:
    """Yield number, report and year of the reports whose year is known."""
    for number, (report, year) in enumerate(zip(survey.reports, survey.years, strict=False)):
        if year is not None:
            yield number, report, year


@lru_cache(maxsize=1)
def dated_paragraphs(survey: Survey) -> tuple[DatedParagraph, ...]:
    """Return the paragraphs of the reports whose year is known; some thirty rules ask for them in every check."""
    return tuple(_dated(survey))


def _dated(survey: Survey) -> Iterator[DatedParagraph]:
    for number, report, year in dated_reports(survey):
        roles = _roles(report.sections)
        for index in range(report.first, report.last + 1):
            text = survey.document.blocks[index].text
            yield DatedParagraph(number, year, index, index - report.first, text, roles.get(index, ""))


def blocks_of(report: Report, roles: frozenset[str]) -> list[int]:
    """Return the positions of the blocks whose innermost section has one of the roles."""
    return sorted(index for index, role in _roles(report.sections).items() if role in roles)


def _roles(sections: Iterable[Section]) -> dict[int, str]:
    """Return the role of the innermost section of every paragraph."""
    roles: dict[int, str] = {}
    for part in every(sections):
        roles.update(dict.fromkeys(range(part.first, part.last + 1), part.role))
    return roles


def welcomed(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is still to come: 迎接党的二十大."""
    return _WELCOME.search(text[max(0, start - _BEFORE) : start]) is not None


_LISTED = re.compile(
    "(?P<congress>[一二十]{1,3}届)(?P<before>(?:[一二三四五六七]中(?:全会)?(?:精神)?[、和])+)(?P<last>[一二三四五六七]中全会)"
)


def listed_places(text: str, wordings: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where a plenum is the last of some that are named with their congress once: 二十届二中、三中全会."""
    plenum = any(wording.endswith("中全会") for wording in wordings)
    for found in _LISTED.finditer(text) if plenum else ():
        if found["congress"] + found["last"] in wordings:
            yield found.span("last")


def places(text: str, wordings: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the ranges where one of the wordings stands, none inside another; longer wordings come first."""
    taken: list[tuple[int, int]] = []
    for wording in wordings:
        at = text.find(wording)
        while at >= 0:
            end = at + len(wording)
            if not any(start < end and at < stop for start, stop in taken):
                taken.append((at, end))
                yield at, end
            at = text.find(wording, end)
