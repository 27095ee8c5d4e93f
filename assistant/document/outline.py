"""The outline of a text: headings, sections with roles, reports. Values only; template recognises them."""

from dataclasses import dataclass

ROLES = (
    "title",
    "byline",
    "salutation",
    "opening",
    "rectification",
    "main_work",
    "highlights",
    "integrity",
    "problems",
    "causes",
    "problems_causes",
    "next_steps",
    "problems_next_steps",
    "closing",
    "signature",
    "other",
)
"""Section roles, in the order a report usually has them (domain facts, section 1.3)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found in the text.

    `index` is the position of its block in `Document.blocks`; `level` 0 is the title, 1 = 一、, 2 = （一） ... by
    nesting; `number` the typed number or computed label as it stands (`一、`, `（一）`), `text` without number and, for
    a run-in heading, without the body that follows in the same paragraph. `start` and `end` bound `text` in the
    block, in code points.
    """

    block: str
    index: int
    level: int
    number: str
    text: str
    role: str
    run_in: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of blocks with one role: `first` to `last` inclusive are positions in `Document.blocks`.

    `heading` is None for parts that need none (opening, salutation, closing, signature).
    """

    role: str
    heading: Heading | None
    first: int
    last: int
    children: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class RunOn:
    """A section's heading inside a paragraph, which belongs in one of its own: position of the block, code points."""

    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the document (a file may hold several).

    `kind` is the id of a report template, `variant` that of its variant, if any; `missing` are the required and
    expected roles that are absent, in the order of the kind, `expected` those of them that are not required. `year`
    is the year reported on, as title or opening tell it; `run_on` are sections' headings that stand inside paragraphs,
    `inside` all such headings with their roles: they open no sections. The same title on a cover or above a web page's
    text stands among the headings, too, before `first`.
    """

    kind: str
    title: str
    first: int
    last: int
    headings: tuple[Heading, ...]
    sections: tuple[Section, ...]
    missing: tuple[str, ...]
    variant: str = ""
    expected: frozenset[str] = frozenset()
    year: int | None = None
    run_on: tuple[RunOn, ...] = ()
    inside: tuple[Heading, ...] = ()

    @property
    def all_headings(self) -> tuple[Heading, ...]:
        """All headings in reading order, those inside paragraphs too."""
        return tuple(sorted((*self.headings, *self.inside), key=lambda one: (one.index, one.start)))
