"""What is found in one sentence, as short tuples."""

from assistant.paths import resources
from assistant.reuse.dated import anniversaries, campaigns, formulations, plans
from assistant.reuse.figures import events, figures, load_marks
from assistant.reuse.found import Found, Scope
from assistant.reuse.meetings import meetings
from assistant.reuse.timeline import load_timeline
from assistant.reuse.years import dates, relative, years

TIMELINE = load_timeline(resources() / "reuse" / "timeline.toml")
MARKS = load_marks(resources() / "reuse" / "rollover.toml")

DATED = {
    "campaign": campaigns,
    "meeting": meetings,
    "plan": plans,
    "formulation": formulations,
    "anniversary": anniversaries,
}


def dated(which: str, text: str, last: int, year: int, role: str = "main_work") -> list[tuple[str, str | None]]:
    """Return (text, suggestion) of what one finder of dated knowledge sees."""
    return [_short(one, text) for one in DATED[which](text, Scope(role, last, year), TIMELINE)]


def years_in(text: str, last: int = 2024, year: int = 2025, role: str = "main_work") -> list[tuple[str, str | None]]:
    return [_short(one, text) for one in years(text, Scope(role, last, year))]


def dates_in(text: str, role: str = "main_work") -> list[str]:
    return [_short(one, text)[0] for one in dates(text, Scope(role, 2024, 2025))]


def relative_in(text: str) -> list[str]:
    return [_short(one, text)[0] for one in relative(text, Scope("main_work", 2024, 2025))]


def figures_in(text: str) -> list[str]:
    return [_short(one, text)[0] for one in sorted(figures(text, MARKS), key=lambda one: one.start)]


def events_in(text: str) -> list[str]:
    return [_short(one, text)[0] for one in events(text, MARKS)]


def _short(one: Found, text: str) -> tuple[str, str | None]:
    assert text[one.start : one.end] == one.text
    assert one.message.endswith("。")
    return one.text, one.suggestion
