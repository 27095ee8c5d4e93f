"""Plans to keep up what came of an earlier campaign, where there was a newer one: 巩固党史学习教育成果 in 2023."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import PLAN, Formulation, Timeline, blocks_of, dated_reports, places

_KEPT = re.compile("(?:巩固|深化|拓展|运用|转化|扩大|用好)[^。；，]{0,12}$")
_RESULTS = re.compile("[”’]?(?:学习教育|主题教育|专题教育)?[^。；，、]{0,4}成果")
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class Outgrown:
    """Find plans to keep up what came of a campaign that name no later one, though there had been one."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the name of each such campaign."""
        for number, report, year in dated_reports(survey):
            held = [one for one in self.timeline.formulations if one.called and one.since and one.since < (year + 1, 1)]
            if not held or (year, 12) > self.timeline.updated:
                continue
            newest = max(held, key=_since)
            earlier = {name for one in held for name in _names(one)} - _names(newest)
            indexes = blocks_of(report, PLAN)
            plan = "\n".join(survey.document.blocks[index].text for index in indexes)
            if not newest.called or any(name in plan for name in _names(newest)):
                continue
            names = tuple(sorted(earlier, key=len, reverse=True))
            for index in indexes:
                text = survey.document.blocks[index].text
                for start, end in places(text, names) if "成果" in text else ():
                    if _KEPT.search(text[max(0, start - _BEFORE) : start]) and _RESULTS.match(text, end):
                        yield Located(index, Match(start, end), newest.called[0], report=number)


def _since(one: Formulation) -> tuple[int, int]:
    return one.since or (0, 0)


def _names(one: Formulation) -> set[str]:
    """Return what a campaign is called, in full and everyday."""
    return {*one.wordings, *one.called}
