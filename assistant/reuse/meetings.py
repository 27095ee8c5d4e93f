"""Party congresses and plenums named in a text that are no longer the latest in the new year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.reuse.found import Found, Scope
from assistant.reuse.timeline import Meeting, Timeline

_TERM = "(十[八九]|二十[一二]?)"
_PLENUM = re.compile(f"(党的)?(?:{_TERM}届)?((?:[一二三四五六七]中(?:全会)?[、和])*[一二三四五六七]中全会)")
_CONGRESS = re.compile(f"(党的)?{_TERM}大(?!队|道|街)")
_SINCE = re.compile(r"(?:胜利)?(?:召开)?(?:以来|以后|之后)")
_AHEAD = re.compile("(?:迎接|喜迎|护航|迎)$")
_DURING = re.compile("(?:期间)?(?:胜利召开|召开(?!以来|以后)|安全|维稳|安保|信访|保障)")
_NUMBERS = "一二三四五六七"


@dataclass(frozen=True, slots=True)
class _Known:
    """The meetings of one series that the data knows of by the new year's end, and by last year's."""

    now: tuple[Meeting, ...]
    then: tuple[Meeting, ...]

    def only(self, *, congresses: bool) -> "_Known":
        """Return the series without plenums where a congress is meant."""
        if not congresses:
            return self
        return _Known(tuple(m for m in self.now if not m.plenum), tuple(m for m in self.then if not m.plenum))


def meetings(text: str, scope: Scope, timeline: Timeline) -> Iterator[Found]:
    """Yield congresses and plenums that a later one has followed, or may have where the data ends."""
    now = tuple(one for one in timeline.meetings if one.day <= min(date(scope.year, 12, 31), timeline.updated))
    known = _Known(now, tuple(one for one in now if one.day <= date(scope.last, 12, 31)))
    term = known.then[-1].term if known.then else ""
    by_name = {(one.term, one.plenum): one for one in timeline.meetings}
    mentions = [
        *((match, match[2] or term, _number(match[3])) for match in _PLENUM.finditer(text)),
        *((match, match[2], 0) for match in _CONGRESS.finditer(text)),
    ]
    for match, of, plenum in mentions:
        one = by_name.get((of, plenum))
        if one is None:
            continue
        series = known.only(congresses=not plenum)
        looked_back_on = series.then and one.day < series.then[-1].day and _SINCE.match(text, match.end())
        if not plenum and scope.year != one.day.year and _is_event(text, *match.span()):
            message = f"党的{one.name}是{one.day.year}年召开的，为它做的工作今年请改写。"
            yield Found(*match.span(), match[0], "meeting", None, message, one.source)
        elif not looked_back_on:
            yield from _judged(match, one, series.now, scope, timeline)


def _is_event(text: str, start: int, end: int) -> bool:
    """Tell whether a congress is named as something to prepare for or to guard, not to study."""
    return _AHEAD.search(text[:start]) is not None or _DURING.match(text, end) is not None


def _number(plenums: str) -> int:
    """Return which plenum 三中、四中全会 names last."""
    return _NUMBERS.index(re.findall(f"([{_NUMBERS}])中", plenums)[-1]) + 1


def _judged(
    match: re.Match[str], one: Meeting, known: Sequence[Meeting], scope: Scope, timeline: Timeline
) -> Iterator[Found]:
    if not known or one.day > known[-1].day:
        return
    latest = known[-1]
    if one.day < latest.day:
        until = (
            f"到{scope.year}年底"
            if timeline.knows(scope.year)
            else f"到{timeline.updated.isoformat()}（数据截至这一天）"
        )
        message = f"{until}，最近的会议是党的{latest.name}，请核对这里是否改写。"
        instead = (match[1] or "") + latest.name
        yield Found(*match.span(), match[0], "meeting", instead, message, latest.source)
    elif not timeline.knows(scope.year) and (one.plenum or scope.year > timeline.updated.year):
        message = f"会议数据截至{timeline.updated.isoformat()}，此后是否有新的会议请自行核对。"
        yield Found(*match.span(), match[0], "meeting", None, message, one.source)
