"""Plenums that a report learns from, though another one was held in its year and is not named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import DONE, Timeline, blocks_of, dated_reports

_LEARNED = re.compile("学习|传达|贯彻|宣讲|领会|落实")
_BEFORE, _BEHIND = 14, 4
_JUST = re.compile("(?:胜利)?(?:(?:[0-9]{1,2}月)?(?:召开|闭幕)(?:之后|以后|后)|(?:召开|闭幕)当天)")
_PLENUM = re.compile("届[一二三四五六七]中")


@dataclass(frozen=True, slots=True)
class PlenumBefore:
    """Find earlier plenums in the work of a year that had its own."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the first mention of each earlier plenum where the one of the year is named nowhere.

        Where it is named, too, one that has its number is still written for it: 十九届三中全会 for 二十届三中全会.
        """
        for number, report, year in dated_reports(survey):
            own = [one for one in self.timeline.plenums if one.date[0] == year and not one.posts]
            own = [one for one in own if _PLENUM.search(one.wordings[0])]
            if not own or (year, 12) > self.timeline.updated:
                continue
            texts = [survey.document.blocks[index].text for index in range(report.first, report.last + 1)]
            whole = "\n".join(texts)
            session = own[0].wordings[-1]
            congress, _, count = session.partition("届")
            listed = re.search(f"{congress}届(?:历次|[一二三四五六]中、[^。；]{{0,12}}{count[:2]})", whole)
            earlier = [one for one in self.timeline.plenums if one.date[0] < year and _PLENUM.search(one.wordings[0])]
            if listed or any(wording in whole for one in own for wording in one.wordings):
                earlier = [one for one in earlier if one.wordings[-1].endswith(f"届{count}")]
            for index in blocks_of(report, DONE):
                text = survey.document.blocks[index].text
                for one in earlier:
                    at = text.find(one.wordings[-1])
                    end = at + len(one.wordings[-1])
                    learned = at >= 0 and _LEARNED.search(text[max(0, at - _BEFORE) : at])
                    if learned and "以来" not in text[end : end + _BEHIND]:
                        yield Located(index, Match(at, end), own[0].wordings[0], report=number)


@dataclass(frozen=True, slots=True)
class PlenumLongHeld:
    """Find plenums that the work of a year says were held just then, though it was in an earlier year."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them."""
        for number, report, year in dated_reports(survey):
            own = next((one for one in reversed(self.timeline.plenums) if one.date[0] == year), None)
            for index in blocks_of(report, DONE):
                text = survey.document.blocks[index].text
                for one in self.timeline.plenums if "后" in text else ():
                    at = text.find(one.wordings[-1])
                    end = at + len(one.wordings[-1])
                    if at >= 0 and one.date[0] < year and _JUST.match(text, end):
                        right = own.wordings[0] if own else f"{year}年召开的会议"
                        yield Located(index, Match(at, end), right, report=number)
