"""Campaigns and their time: plans to keep up what came of one, though there was a newer one; another year's campaign.

巩固党史学习教育成果 in the report of 2023; 2024年3月至7月，开展深入贯彻中央八项规定精神学习教育.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import PLAN, Formulation, Timeline, blocks_of, dated_reports, places

_KEPT = re.compile("(?:巩固|深化|拓展|运用|转化|扩大|用好)[^。；，]{0,12}$")
_RESULTS = re.compile("[”’]?(?:学习教育|主题教育|专题教育)?[^。；，、]{0,4}成果")
_BEFORE = 16
_HELD = re.compile(
    "(?P<year>20[0-9]{2})年(?!以来|起)(?:(?:[初春夏秋冬]|[0-9]{1,2}月)(?:(?:份|底|初|中旬)|(?:至|到|[—－-])(?:[0-9]{1,2}月)?)?(?!以来|起))?"
    "，?(?:[^。；，0-9]{0,12}，)?[^。；，0-9《]{0,16}?(?:开展|启动|部署|组织|参加|推进)[^。；，、0-9《]{0,8}?[“‘]?$"
)
_REACH = 64
"""Characters before a campaign in which it may be told when it was held."""


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


@dataclass(frozen=True, slots=True)
class CampaignMisdated:
    """Find campaigns told to have been held in a year in which they were not."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the year of each of them, with the years that are right."""
        for number, report in enumerate(survey.reports):
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for one in self.timeline.named_in(text) if "20" in text else ():
                    if not one.called or one.since is None or one.until is None:
                        continue
                    first, last = one.since[0], one.until[0]
                    for start, _ in places(text, one.wordings):
                        held = _HELD.search(text[max(0, start - _REACH) : start])
                        if held is not None and not first <= int(held["year"]) <= last:
                            at = max(0, start - _REACH) + held.start("year")
                            right = f"{first}年" if first == last else f"{first}年至{last}年"
                            fixes = (str(first),) if first == last else ()
                            yield Located(index, Match(at, at + 4, fixes), right, report=number)


def _since(one: Formulation) -> tuple[int, int]:
    return one.since or (0, 0)


def _names(one: Formulation) -> set[str]:
    """Return what a campaign is called, in full and everyday."""
    return {*one.wordings, *one.called}
