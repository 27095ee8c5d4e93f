"""What the user has said about this report, frozen."""

from dataclasses import dataclass, field

from assistant.document.last_year import LastYear
from assistant.document.requirements import Requirements


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit whose secretary reports, as the user wrote it; empty where unknown.

    `superior` is the Party body that the secretary reports to. `other_names` may stand in the text beside the full
    name: former names, a second name plate. `latest_plenum`, `latest_campaign` and `latest_plan` name what is newer
    than the dated data knows: the last plenum, the last education campaign, the five-year plan.
    """

    name: str = ""
    short_name: str = ""
    post: str = ""
    person: str = ""
    superior: str = ""
    other_names: tuple[str, ...] = ()
    latest_plenum: str = ""
    latest_campaign: str = ""
    latest_plan: str = ""


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word of the unit's own list: `text`, and what to write instead, or why (`note`); either may be empty."""

    text: str
    instead: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The user's choices for one report.

    `kind` overrides the recognised report kind, `kinds`, pairs (title, kind), that of one of several reports, `year`
    is the year reported on (not the year of writing), `disabled` holds rule ids or dotted prefixes, `class:标点` for a
    class and `level:提示` for a level; `ignored` pairs (rule id, text of the flagged characters), `allowed` words that
    are never flagged, `forbidden` and `required` the unit's own
    words. `links` are pairs (problem, measure) that the user has matched by hand, each as the first characters of its
    text. `requirements` is what this year's notice demands, `last_year` what the report was begun from.
    """

    kind: str | None = None
    year: int | None = None
    unit: Unit = field(default_factory=Unit)
    disabled: frozenset[str] = frozenset()
    ignored: frozenset[tuple[str, str]] = frozenset()
    allowed: frozenset[str] = frozenset()
    requirements: Requirements = field(default_factory=Requirements)
    forbidden: tuple[OwnWord, ...] = ()
    required: tuple[OwnWord, ...] = ()
    links: frozenset[tuple[str, str]] = frozenset()
    last_year: LastYear = field(default_factory=LastYear)
    kinds: frozenset[tuple[str, str]] = frozenset()

    def said_kind(self, title: str) -> str | None:
        """Return the kind that the user said the report of this title is, None where nothing was said."""
        return next((kind for which, kind in self.kinds if which == title), self.kind)
