"""What the user has said about this report, frozen."""

from dataclasses import dataclass, field

from assistant.document.requirements import Requirements


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit whose secretary reports: names as the user wrote them, empty where unknown."""

    name: str = ""
    short_name: str = ""
    post: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The user's choices for one report.

    `kind` overrides the recognised report kind, `year` is the year reported on (not the year of writing), `disabled`
    holds rule ids or dotted prefixes, `ignored` pairs (rule id, text of the flagged characters), `allowed` words that
    are never flagged. `requirements` is what this year's notice demands.
    """

    kind: str | None = None
    year: int | None = None
    unit: Unit = field(default_factory=Unit)
    disabled: frozenset[str] = frozenset()
    ignored: frozenset[tuple[str, str]] = frozenset()
    allowed: frozenset[str] = frozenset()
    requirements: Requirements = field(default_factory=Requirements)
