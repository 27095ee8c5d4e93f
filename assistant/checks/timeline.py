"""Formulations and their time: written before they existed, or as going on after they ended.

A report on year Y is written by March of Y+1; what it plans belongs to Y+1. History is exempt, and nothing is judged
that lies after the day up to which the data was kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.document.outline import Report, Section

Month = tuple[int, int]
"""Year and month."""

DONE = frozenset({"opening", "rectification", "main_work", "highlights", "integrity"})
PLAN = frozenset({"next_steps"})
FAULTS = frozenset({"problems", "causes", "problems_causes"})
PARTS = {"done": DONE, "plan": PLAN, "faults": FAULTS}
"""Section roles that tell what was done in the year, what is planned for the next, and what was wrong."""

_WRITTEN_BY = 3
"""The month of the next year by which reports are written."""

_HISTORY = (
    "以来",
    "期间",
    "以后",
    "之后",
    "成果",
    "常态化长效化",
    "经验",
    "成效",
    "回头看",
    "曾",
    "总结",
    "收官",
    "圆满",
    "胜利",
    "决议",
    "条例",
)
"""Words near a formulation that make it history, or the care for what came of it."""

_AROUND = 14
"""Characters on either side, within the sentence, in which a word decides."""
_BEFORE = 10
"""Characters before the formulation in which a verb says that it is going on."""

_AROUND_NAMES = re.compile(r"[“”‘’《》\s]")
_CONGRESS = "大"
"""How the name of a congress ends."""
_WELCOME = re.compile("[喜笑欢]?迎接?(?:和|、)?(?:学习)?(?:宣传)?(?:贯彻)?[“]?$|筹备$")
_BEFORE = 12
"""Characters before a meeting that tell whether it is still to come."""
"""What stands before a meeting that is still to come."""
_YEAR = re.compile(r"20[0-9]{2}(?=年)")


@dataclass(frozen=True, slots=True)
class Formulation:
    """A formulation in all its wordings, longest first, from when to when it holds, and when it is not judged."""

    wordings: tuple[str, ...]
    since: Month | None
    until: Month | None
    verbs: tuple[str, ...]
    unless: tuple[str, ...]
    parts: tuple[str, ...]
    advice: str


@dataclass(frozen=True, slots=True)
class Plenum:
    """A party congress or plenum, its wordings, and the month it closed; one on `posts` no plan has to name."""

    wordings: tuple[str, ...]
    date: Month
    posts: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is known, and up to which month."""

    updated: Month
    formulations: tuple[Formulation, ...]
    plenums: tuple[Plenum, ...]
    unheld: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Unheld:
    """Find plenums and congresses that had not been held when the data was kept, nor when the report was written."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield every mention that neither welcomes what is to come nor is known to the user."""
        own = bare(survey.context.unit.latest_plenum)
        for number, report, year in dated_reports(survey):
            if (year + 1, _WRITTEN_BY) > self.timeline.updated:
                continue
            far = (year + 1, _WRITTEN_BY) < self._last_congress
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for wordings in self.timeline.unheld:
                    for start, end in _places(text, wordings):
                        known = own and (own in text[start:end] or text[start:end] in own)
                        too_far = far and any(wording.endswith(_CONGRESS) for wording in wordings)
                        welcome = not too_far and _WELCOME.search(text[max(0, start - _BEFORE) : start])
                        if not known and not welcome:
                            yield Located(index, Match(start, end), report=number)

    @property
    def _last_congress(self) -> Month:
        """The month of the last congress: before it, nobody welcomes the one after it."""
        congresses = [
            one.date for one in self.timeline.plenums if any(each.endswith(_CONGRESS) for each in one.wordings)
        ]
        return max(congresses, default=(0, 0))


@dataclass(frozen=True, slots=True)
class Ahead:
    """Find formulations that did not exist when the report was written."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield every wording whose first month lies after the writing of the report."""
        dated = [(one.wordings, one.since) for one in self.timeline.formulations if one.since]
        dated += [(plenum.wordings, plenum.date) for plenum in self.timeline.plenums]
        for number, report, year in dated_reports(survey):
            later = [(wordings, since) for wordings, since in dated if since > (year + 1, _WRITTEN_BY)]
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for wordings, since in later:
                    for start, end in _places(text, wordings):
                        if _WELCOME.search(text[max(0, start - _BEFORE) : start]):
                            continue
                        right = f"{since[0]}年{since[1]}月起才有这个提法"
                        yield Located(index, Match(start, end), right, report=number)


@dataclass(frozen=True, slots=True)
class Ended:
    """Find formulations that a report writes as going on in its year, or plans, though they had ended."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield every wording that had ended before the year its section speaks of."""
        for number, report, year in dated_reports(survey):
            for part, roles in PARTS.items():
                spoken = year + (part == "plan")
                last = (spoken, _WRITTEN_BY) if part == "plan" else (spoken, 0)
                ended = [
                    one
                    for one in self.timeline.formulations
                    if part in one.parts and one.until and one.until < last and one.until <= self.timeline.updated
                ]
                for index in blocks_of(report, roles):
                    text = survey.document.blocks[index].text
                    for one in ended:
                        for start, end in _places(text, one.wordings):
                            if _is_going_on(text, start, end, one, spoken):
                                yield Located(index, Match(start, end), one.advice, report=number)


@dataclass(frozen=True, slots=True)
class OldPlenum:
    """Find plans that name plenums, but not the last one before the report was written."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the latest plenum that the plan of a report names, where a later one was held in its year."""
        own = bare(survey.context.unit.latest_plenum)
        for number, report, year in dated_reports(survey):
            held = [one for one in self.timeline.plenums if one.date <= (year, 12) and not one.posts]
            if not held or ((year, 12) > self.timeline.updated and not own):
                continue
            named = [
                (plenum.date, index, start, end)
                for index in blocks_of(report, PLAN)
                for plenum in self.timeline.plenums
                for start, end in _places(survey.document.blocks[index].text, plenum.wordings)
                if "以来" not in survey.document.blocks[index].text[end : end + 3]
            ]
            last = max(held, key=lambda plenum: plenum.date)
            if own and not any(own in wording or wording in own for wording in last.wordings):
                asked = not any(own in bare(survey.document.blocks[i].text) for i in blocks_of(report, PLAN))
                last = Plenum((survey.context.unit.latest_plenum,), (year + 1, 12))
            else:
                asked = bool(named) and max(named)[0] < last.date
            if named and asked:
                _, index, start, end = max(named)
                yield Located(index, Match(start, end), last.wordings[0], report=number)


def latest(survey: Survey, /) -> Iterator[Located]:
    """Yield, for every report, the campaign and the plan of the unit's profile where the text names neither."""
    unit = survey.context.unit
    for number, report in enumerate(survey.reports):
        text = bare("\n".join(block.text for block in survey.document.blocks[report.first : report.last + 1]))
        for wanted in (unit.latest_campaign, unit.latest_plan):
            if bare(wanted) and bare(wanted) not in text:
                match = Match(0, 0, key=wanted.replace(".", "·"))
                yield Located(None, match, report=number, subject=wanted)


def bare(text: str) -> str:
    """Return a name without quotation marks and blanks, as it is compared."""
    return _AROUND_NAMES.sub("", text)


def dated_reports(survey: Survey) -> Iterator[tuple[int, Report, int]]:
    """Yield number, report and year of the reports whose year is known."""
    for number, (report, year) in enumerate(zip(survey.reports, survey.years, strict=False)):
        if year is not None:
            yield number, report, year


def blocks_of(report: Report, roles: frozenset[str]) -> Iterator[int]:
    """Yield the positions of the blocks whose innermost section has one of the roles."""
    for index in range(report.first, report.last + 1):
        if _role(report.sections, index) in roles:
            yield index


def _role(sections: tuple[Section, ...], index: int) -> str:
    for section in sections:
        if section.first <= index <= section.last:
            return _role(section.children, index) or section.role
    return ""


def _places(text: str, wordings: tuple[str, ...]) -> Iterator[tuple[int, int]]:
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


def _is_going_on(text: str, start: int, end: int, one: Formulation, year: int) -> bool:
    """Tell whether the sentence says that the formulation is at work in that year, and is no history."""
    first = max(text.rfind(mark, 0, start) for mark in "。；！？\n") + 1
    stops = [at for at in (text.find(mark, end) for mark in "。；！？\n") if at >= 0]
    last = min(stops, default=len(text))
    near = text[max(first, start - _AROUND) : min(last, end + _AROUND)]
    if any(word in near for word in (*_HISTORY, *one.unless)):
        return False
    if any(int(found) < year for found in _YEAR.findall(text[first:last])):
        return False
    before = text[max(first, start - _BEFORE) : start]
    return not one.verbs or any(verb in before for verb in one.verbs)
