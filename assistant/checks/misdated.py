"""Congresses and plenums told to have been held when another one was: 二十届三中全会于2025年10月召开."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.checks.timeline import Timeline

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


@dataclass(frozen=True, slots=True)
class PlenumMisdated:
    """Find congresses and plenums told to have been held in a year or month that was another one's."""

    timeline: Timeline

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them, with what was held then."""
        dates = {one.wordings[0].removeprefix("党的"): one.date for one in self.timeline.plenums}
        for number, report in enumerate(survey.reports):
            for index in range(report.first, report.last + 1):
                text = survey.document.blocks[index].text
                for pattern in _HELD if "20" in text and ("召开" in text or "闭幕" in text or "举行" in text) else ():
                    for found in pattern.finditer(text):
                        date = dates.get(found["session"])
                        told = (int(found["year"]), int(found["month"] or (date or (0, 0))[1]))
                        if date is not None and told != date:
                            then = next((name for name, day in dates.items() if day == told), "另一个时间召开的会议")
                            yield Located(index, Match(*found.span("session")), then, report=number)
