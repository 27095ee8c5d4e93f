"""Plenums that a report names: earlier ones, where its year had its own, and such as had not been held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import (
    DONE,
    PLAN,
    WRITTEN_BY,
    Month,
    Plenum,
    Timeline,
    bare,
    blocks_of,
    dated_reports,
    places,
    welcomed,
)
from assistant.document.outline import Report

_LEARNED = re.compile("学习|传达|贯彻|宣讲|领会|落实")
_BEFORE, _BEHIND = 14, 4
_JUST = re.compile("(?:胜利)?(?:(?:[0-9]{1,2}月)?(?:召开|闭幕)(?:之后|以后|后)|(?:召开|闭幕)当天)")
_PLENUM = re.compile("届[一二三四五六七]中")
_SINCE = re.compile("(?:召开)?以[来后]|报告|提出|关于|确[立定]|部署|[一-鿿]{0,8}党章")
_AT_YEARS_END = "述职"
"""What is written when the year is over: other reports may have come before its plenum."""
_CONGRESS = "大"
"""How the name of a congress ends."""


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
            if not own or (year, 12) > self.timeline.updated or _AT_YEARS_END not in report.title:
                continue
            texts = [survey.document.blocks[index].text for index in range(report.first, report.last + 1)]
            whole = "\n".join(texts)
            session = own[0].wordings[-1]
            count = session.partition("届")[2]
            listed = _is_listed(session, whole)
            earlier = [one for one in self.timeline.plenums if one.date[0] < year and _PLENUM.search(one.wordings[0])]
            if listed or any(wording in whole for one in own for wording in one.wordings):
                earlier = [one for one in earlier if one.wordings[-1].endswith(f"届{count}")]
            for index, match in _mentions(survey, report, earlier):
                text, end = survey.document.blocks[index].text, match.end
                learned = _LEARNED.search(text[max(0, match.start - _BEFORE) : match.start])
                if learned and "以来" not in text[end : end + _BEHIND]:
                    yield Located(index, match, own[0].wordings[0], report=number)


@dataclass(frozen=True, slots=True)
class CongressBefore:
    """Find congresses that a report studies though a later one had been held before its year: 十九大精神 in 2023's."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield the first mention of each in a paragraph that doesn't name the later one."""
        for number, report, year in dated_reports(survey):
            names = [_name(one) for one in self._congresses if one.date[0] < year]
            for index in blocks_of(report, DONE) if len(names) > 1 else ():
                text, last = survey.document.blocks[index].text, names[-1]
                for name in names[:-1] if last not in text else ():
                    at = text.find(name)
                    learned = at > 0 and _LEARNED.search(text[max(0, at - _BEFORE) : at])
                    if learned and not _SINCE.match(text, at + len(name)):
                        yield Located(index, Match(at, at + len(name), (last,)), last, report=number)

    @property
    def _congresses(self) -> list[Plenum]:
        """The congresses, the earliest first."""
        return sorted((one for one in self.timeline.plenums if _name(one)), key=lambda one: one.date)


@dataclass(frozen=True, slots=True)
class PlenumLongHeld:
    """Find plenums that the work of a year says were held just then, though it was in an earlier year."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them."""
        for number, report, year in dated_reports(survey):
            own = next((one for one in reversed(self.timeline.plenums) if one.date[0] == year), None)
            right = own.wordings[0] if own else f"{year}年召开的会议"
            earlier = [one for one in self.timeline.plenums if one.date[0] < year]
            for index, match in _mentions(survey, report, earlier):
                text = survey.document.blocks[index].text
                if "后" in text and _JUST.match(text, match.end):
                    yield Located(index, match, right, report=number)


@dataclass(frozen=True, slots=True)
class Unheld:
    """Find plenums and congresses that had not been held when the data was kept, nor when the report was written."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield every mention that neither welcomes what is to come nor is known to the user."""
        own = bare(survey.context.unit.latest_plenum)
        for number, report, year in dated_reports(survey):
            if (year + 1, WRITTEN_BY) > self.timeline.updated:
                continue
            far = (year + 1, WRITTEN_BY) < self._last_congress
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for wordings in self.timeline.unheld:
                    for start, end in places(text, wordings):
                        known = own and (own in text[start:end] or text[start:end] in own)
                        too_far = far and any(wording.endswith(_CONGRESS) for wording in wordings)
                        welcome = not too_far and welcomed(text, start)
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
                for start, end in places(survey.document.blocks[index].text, plenum.wordings)
                if "以来" not in survey.document.blocks[index].text[end : end + 3]
            ]
            last = max(held, key=lambda plenum: plenum.date)
            if own and not any(own in wording or wording in own for wording in last.wordings):
                asked = not any(own in bare(survey.document.blocks[i].text) for i in blocks_of(report, PLAN))
                last = Plenum((survey.context.unit.latest_plenum,), (year + 1, 12))
            else:
                plans = "\n".join(survey.document.blocks[index].text for index in blocks_of(report, PLAN))
                asked = bool(named) and max(named)[0] < last.date and not _is_listed(last.wordings[-1], plans)
            if named and asked:
                _, index, start, end = max(named)
                yield Located(index, Match(start, end), last.wordings[0], report=number)


def _name(one: Plenum) -> str:
    """Return the short name of a congress (二十大), nothing where it is a plenum."""
    return next((wording.removeprefix("党的") for wording in one.wordings if wording.endswith(_CONGRESS)), "")


def _is_listed(session: str, text: str) -> bool:
    """Tell whether a text names a plenum in a row of them: 十八届三中、四中、五中全会."""
    congress, _, count = session.partition("届")
    return bool(count and re.search(f"{congress}届(?:历次|[一二三四五六]中、[^。；]{{0,12}}{count[:2]})", text))


def _mentions(survey: Survey, report: Report, plenums: Sequence[Plenum]) -> Iterator[tuple[int, Match]]:
    """Yield where what a report has done names each of these plenums first, paragraph by paragraph."""
    for index in blocks_of(report, DONE):
        text = survey.document.blocks[index].text
        for one in plenums:
            at = text.find(one.wordings[-1])
            if at >= 0:
                yield index, Match(at, at + len(one.wordings[-1]))
