"""Formulations and their time: written before they existed, or as going on after they ended; history is exempt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.parts import text_of
from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import (
    PARTS,
    WRITTEN_BY,
    Formulation,
    Month,
    Timeline,
    bare,
    blocks_of,
    dated_reports,
    listed_places,
    places,
    welcomed,
)

_HISTORY = (
    "以来",
    "期间",
    "以后",
    "之后",
    "成果",
    "常态化",
    "长效化",
    "制度化",
    "持续",
    "巩固",
    "深化",
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
_BEFORE = 12
"""Characters before the formulation in which a verb says that it is going on."""
_YEAR = re.compile(r"20[0-9]{2}(?=年)")


@dataclass(frozen=True, slots=True)
class Ahead:
    """Find formulations that did not exist when the report was written."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield every wording whose first month lies after the writing of the report."""
        dated = [(one.wordings, one.since) for one in self.timeline.formulations if one.since]
        dated += [(plenum.wordings, plenum.date) for plenum in self.timeline.plenums]
        for number, report, year in dated_reports(survey):
            whole = text_of(survey.document, report)
            later = [
                (wordings, since)
                for wordings, since in dated
                if since > (year + 1, WRITTEN_BY)
                and (any(wording in whole for wording in wordings) or any(listed_places(whole, wordings)))
            ]
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for wordings, since in later:
                    for start, end in (*places(text, wordings), *listed_places(text, wordings)):
                        if welcomed(text, start):
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
                last = (spoken, WRITTEN_BY) if part == "plan" else (spoken, 0)
                for index in blocks_of(report, roles):
                    text = survey.document.blocks[index].text
                    ended = [one for one in self.timeline.named_in(text) if part in one.parts and self._ends(one, last)]
                    for one in ended:
                        for start, end in places(text, one.wordings):
                            if _is_going_on(text, start, end, one, spoken):
                                yield Located(index, Match(start, end), one.advice, report=number)

    def _ends(self, one: Formulation, before: Month) -> bool:
        return one.until is not None and one.until < before and one.until <= self.timeline.updated


def latest(survey: Survey, /) -> Iterator[Located]:
    """Yield, for every report, the campaign and the plan of the unit's profile where the text names neither."""
    unit = survey.context.unit
    for number, report in enumerate(survey.reports):
        text = bare("\n".join(block.text for block in survey.document.blocks[report.first : report.last + 1]))
        for wanted in (unit.latest_campaign, unit.latest_plan):
            if bare(wanted) and bare(wanted) not in text:
                match = Match(0, 0, key=wanted.replace(".", "·"))
                yield Located(None, match, report=number, subject=wanted)


def _is_going_on(text: str, start: int, end: int, one: Formulation, year: int) -> bool:
    """Tell whether the sentence says that the formulation is at work in that year, and is no history."""
    first = max(text.rfind(mark, 0, start) for mark in "。；！？\n") + 1
    stops = [at for at in (text.find(mark, end) for mark in "。；！？\n") if at >= 0]
    last = min(stops, default=len(text))
    before, behind = text[max(first, start - _AROUND) : start], text[end : min(last, end + _AROUND)]
    if any(word in before or word in behind for word in _HISTORY):
        return False
    if any(word in before + text[start:end] + behind for word in one.unless):
        return False
    if any(int(found) < year for found in _YEAR.findall(text[first:last])):
        return False
    before = text[max(first, start - _BEFORE) : start]
    return not one.verbs or any(verb in before for verb in one.verbs)
