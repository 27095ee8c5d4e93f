"""Sessions told beside the month of another one: 2025年1月，二十届中央纪委三次全会召开后.

A session is known by what it is of and its number (二十届中央纪委, 三次全会). Only the year is judged, and only where
the month beside it is the one in which it was held, or the text says that it was held then. Plenums of the Central
Committee are studied for years, so that the text must say it of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.options import Options
from assistant.checks.parts import lines_of
from assistant.checks.rule import Located, Match, Survey

_BEFORE = re.compile(
    "(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月|年?初)?(?:[0-9]{1,2}日)?，?(?:召开的|党的|胜利|在京|全国|传达|学习)*$"
)
_BEHIND = re.compile(
    "[（(]?(?:于|在)?(?P<year>20[0-9]{2})年(?:(?P<month>[0-9]{1,2})月)?(?P<held>[^。；，]{0,6}(?:召开|举行|闭幕))?[）)]?"
)
_HELD = re.compile("(?:在京|胜利)?(?:召开|举行|闭幕)(?!后|以)")
_OPENED, _PLENUM = re.compile("(?:在京|胜利)?(?:召开|举行|闭幕)"), "中全会"
_REACH = 24
"""Characters before a session in which it may be told when it was held."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session by its name, with the year and the month in which it was held, and those of the same body."""

    name: str
    body: str
    year: int
    month: int


def misdated(survey: Survey, options: Options) -> Iterator[Located]:
    """Yield sessions that were held in another year than told: `sessions` are written body|number=year-month."""
    sessions = _sessions(options.words["sessions"])
    for number, report in enumerate(survey.reports):
        for index, text in lines_of(survey, report):
            for session in sessions if "20" in text else ():
                for found in re.finditer(session.name, text):
                    told, first, last = _told(text, found.start(), found.end(), session)
                    if told is not None and told != session.year:
                        right = next((one.name for one in sessions if (one.body, one.year) == (session.body, told)), "")
                        named = text[first : found.start()] + right + text[found.end() : last]
                        dated = text[first:last].replace(str(told), str(session.year), 1)
                        fixes = (named, dated) if right else (dated,)
                        yield Located(
                            index, Match(first, last, fixes, session.name), right or "另一次会议", report=number
                        )


def _told(text: str, start: int, end: int, session: Session) -> tuple[int | None, int, int]:
    """Return the year in which a session is told to have been held, and from where to where both stand.

    The year is None where nothing tells it.
    """
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    if before is not None:
        held = _HELD.match(text, end) or "召开的" in before.group()
        same = int(before["month"] or 0) == session.month
        if (same and (_OPENED.match(text, end) or not session.name.endswith(_PLENUM))) or (
            held and not before["month"]
        ):
            return int(before["year"]), before.start("year"), end
    behind = _BEHIND.match(text, end)
    if behind is not None and (int(behind["month"] or 0) == session.month or behind["held"]):
        return int(behind["year"]), start, behind.end("year")
    return None, start, end


@lru_cache(maxsize=2)
def _sessions(lines: tuple[str, ...]) -> tuple[Session, ...]:
    found = []
    for line in lines:
        name, _, held = line.partition("=")
        year, month = held.split("-")
        found.append(Session(name.replace("|", ""), re.sub(r"\|.", "", name), int(year), int(month)))
    return tuple(found)
