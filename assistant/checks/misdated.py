"""Congresses and plenums told to have been held when another one was, or to have adopted what another one did."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import Timeline, dated_reports

_SESSION = "(?:党的)?(?P<session>(?:十[七八九]|二十)(?:大|届[一二三四五六七]中全会))"
_HELD = (
    re.compile(
        f"{_SESSION}(?:于|在)?(?P<year>20[0-9]{{2}})年(?:(?P<month>[0-9]{{1,2}})月)?[^。；，]{{0,8}}(?:召开|闭幕|举行)"
    ),
    re.compile(
        f"(?P<year>20[0-9]{{2}})年(?:(?P<month>[0-9]{{1,2}})月)?[^。；，]{{0,6}}?(?:召开|闭幕|举行)的?{_SESSION}"
    ),
    re.compile(
        f"(?P<year>20[0-9]{{2}})年(?:(?P<month>[0-9]{{1,2}})月)?[^。；，]{{0,6}}?，{_SESSION}(?:胜利)?(?:召开|闭幕|举行)(?!后|以)"
    ),
)
_AFTER = re.compile(
    f"(?P<year>20[0-9]{{2}})年(?P<month>[0-9]{{1,2}})月[^。；，]{{0,4}}，{_SESSION}(?:胜利)?(?:召开|闭幕|举行)(?:后|以来)"
)
"""2024年11月，党的二十届四中全会召开后…: only wrong where it had not been held by then."""
_THIS_YEAR = re.compile(f"{_SESSION}(?:于|在)?(?:今年)?(?P<month>[0-9]{{1,2}})月[^。；，]{{0,8}}(?:召开|闭幕|举行)")
"""党的二十届四中全会于今年10月召开."""
_DID = "(?:通过|作出|提出|制定|审议|发布|形成)"


@dataclass(frozen=True, slots=True)
class PlenumMisdated:
    """Find congresses and plenums told to have been held in a year or month that was another one's."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them, with what was held then."""
        dates = {one.wordings[0].removeprefix("党的"): one.date for one in self.timeline.plenums}
        years = {number: year for number, _, year in dated_reports(survey)}
        for number, report in enumerate(survey.reports):
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for found, told in _told(text, years.get(number)):
                    date = dates.get(found["session"])
                    after = found.re is _AFTER
                    if date is not None and (told < date if after else (told[0], told[1] or date[1]) != date):
                        then = next((name for name, day in dates.items() if day == told), "另一个时间召开的会议")
                        first = min(found.start(part) for part in ("year", "month", "session") if _has(found, part))
                        last = max(found.end(part) for part in ("year", "month", "session") if _has(found, part))
                        yield Located(index, Match(first, last), then, report=number)


def _has(found: re.Match[str], part: str) -> bool:
    return found.groupdict().get(part) is not None


def _told(text: str, year: int | None) -> Iterator[tuple[re.Match[str], tuple[int, int]]]:
    """Yield sessions with the year and month (0: not told) in which they are said to have been held."""
    if not re.search("召开|闭幕|举行", text):
        return
    for pattern in _HELD if "20" in text else ():
        for found in pattern.finditer(text):
            yield found, (int(found["year"]), int(found["month"] or 0))
    for found in _AFTER.finditer(text) if "后" in text or "以来" in text else ():
        yield found, (int(found["year"]), int(found["month"]))
    for found in _THIS_YEAR.finditer(text) if year else ():
        yield found, (year or 0, int(found["month"]))


@dataclass(frozen=True)
class AdoptedByAnother:
    """Find plenums told to have adopted what another one did: 十九届五中全会审议通过的第三个历史决议."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them, with the one that did."""
        for number, report in enumerate(survey.reports):
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for found in self._told.finditer(text) if self._adopted and "中全会" in text else ():
                    right = self._adopted[found["what"]]
                    if found["session"] != right:
                        yield Located(index, Match(*found.span("session"), (right,)), right, report=number)

    @cached_property
    def _adopted(self) -> dict[str, str]:
        """What was adopted, and by which plenum."""
        return {word: one.wordings[0].removeprefix("党的") for one in self.timeline.plenums for word in one.adopted}

    @cached_property
    def _told(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted(self._adopted, key=len, reverse=True)))
        return re.compile(
            f"{_SESSION}(?:上?[^。；，届]{{0,8}}{_DID}[^。；，届]{{0,24}}?|精神[和及](?:党的)?)(?P<what>{words})"
        )
