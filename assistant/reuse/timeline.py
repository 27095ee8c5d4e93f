"""The dated knowledge of the new year: meetings, campaigns, five-year plans, anniversaries, formulations."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.template.toml import Fields, load

_CONFIDENCE = ("高", "中", "低")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A Party congress (`plenum` 0) or plenum: `term` as in 十九大 or 十九届, `day` its last day."""

    term: str
    plenum: int
    day: date
    source: str

    @property
    def name(self) -> str:
        """The short name: 二十大, 二十届四中全会."""
        return f"{self.term}届{'一二三四五六七八九'[self.plenum - 1]}中全会" if self.plenum else f"{self.term}大"


@dataclass(frozen=True, slots=True)
class Campaign:
    """An education campaign within the Party; `short` matches names that only mean it in its own years.

    `first` and `last` are report years: what ended in January or February belonged to the year before. `last` None:
    made permanent.
    """

    name: str
    pattern: re.Pattern[str]
    short: re.Pattern[str] | None
    first: int
    last: int | None
    ended: str
    source: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A five-year plan and the years it covers."""

    name: str
    pattern: re.Pattern[str]
    first: int
    last: int
    source: str


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event whose anniversaries are counted from `year`; `pattern` matches its name with the words after it."""

    pattern: re.Pattern[str]
    year: int
    source: str


@dataclass(frozen=True, slots=True)
class Formulation:
    """Words that were current up to report year `last`, and what is said since (None: nothing takes their place).

    Not judged where `unless` matches in the sentence around them.
    """

    pattern: re.Pattern[str]
    last: int
    instead: str | None
    message: str
    unless: re.Pattern[str] | None
    source: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All dated knowledge; nothing after `updated` is known, so nothing after it is judged."""

    updated: date
    meetings: tuple[Meeting, ...]
    campaigns: tuple[Campaign, ...]
    plans: tuple[Plan, ...]
    anniversaries: tuple[Anniversary, ...]
    formulations: tuple[Formulation, ...]

    def knows(self, year: int) -> bool:
        """Tell whether the data reaches to the end of a year."""
        return self.updated >= date(year, 12, 31)


def load_timeline(path: Path) -> Timeline:
    """Read the timeline; raises ResourceError naming file and key."""
    fields = load(path)
    timeline = Timeline(
        updated=_day(fields, "updated"),
        meetings=tuple(sorted((_meeting(one) for one in fields.tables("meeting")), key=lambda one: one.day)),
        campaigns=tuple(_campaign(one) for one in fields.tables("campaign")),
        plans=tuple(_plan(one) for one in fields.tables("plan")),
        anniversaries=tuple(_anniversary(one) for one in fields.tables("anniversary")),
        formulations=tuple(_formulation(one) for one in fields.tables("formulation")),
    )
    fields.done()
    return timeline


def _meeting(fields: Fields) -> Meeting:
    one = Meeting(fields.text("term"), fields.number("plenum", 0), _day(fields, "day"), _source(fields))
    fields.done()
    return one


def _campaign(fields: Fields) -> Campaign:
    since, until = fields.text("since"), fields.text("until", "")
    one = Campaign(
        name=fields.text("name"),
        pattern=_pattern(fields, "patterns"),
        short=fields.pattern("short"),
        first=_month(fields, "since", since)[0],
        last=_report_year(*_month(fields, "until", until)) if until else None,
        ended=until,
        source=_source(fields),
    )
    fields.done()
    return one


def _plan(fields: Fields) -> Plan:
    one = Plan(
        fields.text("name"),
        _pattern(fields, "patterns"),
        fields.number("first"),
        fields.number("last"),
        _source(fields),
    )
    fields.done()
    return one


def _anniversary(fields: Fields) -> Anniversary:
    one = Anniversary(_pattern(fields, "patterns"), fields.number("year"), _source(fields))
    fields.done()
    return one


def _formulation(fields: Fields) -> Formulation:
    one = Formulation(
        pattern=_pattern(fields, "patterns"),
        last=fields.number("last"),
        instead=fields.text("instead", "") or None,
        message=fields.text("message"),
        unless=fields.pattern("unless"),
        source=_source(fields),
    )
    fields.done()
    return one


def _source(fields: Fields) -> str:
    confidence = fields.choice("confidence", _CONFIDENCE)
    return f"{fields.text('source')}（把握：{confidence}）"


def _pattern(fields: Fields, key: str) -> re.Pattern[str]:
    pattern = fields.pattern(key)
    if pattern is None:
        raise fields.fail(key, "missing")
    return pattern


def _day(fields: Fields, key: str) -> date:
    try:
        return date.fromisoformat(fields.text(key))
    except ValueError as error:
        raise fields.fail(key, "not a date such as 2025-10-23") from error


def _month(fields: Fields, key: str, value: str) -> tuple[int, int]:
    match = re.fullmatch(r"(20[0-9]{2})-(0[1-9]|1[0-2])", value)
    if match is None:
        raise fields.fail(key, "not a month such as 2024-07")
    return int(match[1]), int(match[2])


def _report_year(year: int, month: int) -> int:
    return year - 1 if month <= 2 else year
