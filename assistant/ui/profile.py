"""The unit's profile and habits, as they are kept in the settings and laid over a report."""

from dataclasses import replace

from assistant.document.context import Context, OwnWord, Unit
from assistant.settings import Settings


def unit_of(settings: Settings) -> Unit:
    """Return the unit as the user last described it."""
    return Unit(
        settings.unit,
        settings.unit_short,
        settings.post,
        settings.person,
        settings.superior,
        settings.other_names,
        settings.latest_plenum,
        settings.latest_campaign,
        settings.latest_plan,
    )


def with_unit(settings: Settings, unit: Unit) -> Settings:
    """Return the settings with another description of the unit."""
    return replace(
        settings,
        unit=unit.name,
        unit_short=unit.short_name,
        post=unit.post,
        person=unit.person,
        superior=unit.superior,
        other_names=unit.other_names,
        latest_plenum=unit.latest_plenum,
        latest_campaign=unit.latest_campaign,
        latest_plan=unit.latest_plan,
    )


def with_words(settings: Settings, forbidden: tuple[OwnWord, ...], required: tuple[OwnWord, ...]) -> Settings:
    """Return the settings with other words of the unit's own."""
    return replace(
        settings,
        forbidden_words=tuple(_line(word) for word in forbidden),
        required_words=tuple(_line(word) for word in required),
    )


def context_of(settings: Settings) -> Context:
    """Return what holds for every report before anything is said about it: the unit, its habits and own words."""
    return with_habits(Context(unit=unit_of(settings)), settings)


def with_habits(context: Context, settings: Settings) -> Context:
    """Return what was said about a report with the habits and own words of today."""
    return replace(
        context,
        disabled=frozenset(settings.disabled_rules),
        allowed=frozenset(settings.allowed_words),
        forbidden=tuple(_word(line) for line in settings.forbidden_words),
        required=tuple(_word(line) for line in settings.required_words),
    )


def wanted_year(settings: Settings, usual: int) -> int:
    """Return the year a new report is about: the one the user wants, unless it has grown old, else the usual."""
    return settings.year if settings.year >= usual - 1 else usual


def _word(line: str) -> OwnWord:
    text, instead, note = [*line.split("\t"), "", ""][:3]
    return OwnWord(text, instead, note)


def _line(word: OwnWord) -> str:
    return "\t".join(part.replace("\t", " ") for part in (word.text, word.instead, word.note)).rstrip("\t")
