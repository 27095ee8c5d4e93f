"""What a proofreading rule, a finding and a fix are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

from assistant.document.block import Document, Span
from assistant.document.context import Context
from assistant.document.edit import Edit
from assistant.document.outline import Report
from assistant.document.requirements import Requirements


class Level(IntEnum):
    """How sure a rule is: 提示 a hint, 疑似 probably wrong, 必错 certainly wrong."""

    HINT = 0
    SUSPECT = 1
    ERROR = 2

    @property
    def label(self) -> str:
        """The Chinese name, as users know it."""
        return ("提示", "疑似", "必错")[self]


CLASSES = ("字词", "标点", "数字", "序号", "语法", "专名", "提法", "体例", "残留", "结构")
"""Classes of findings; the names users know from 公文校对, and 结构 for missing sections."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a finding: what the button says, what the text becomes, the edits that do it."""

    label: str
    replacement: str | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule objects to.

    The anchor is `span`, or, where a section is missing, its `role` (then `span` is None); with neither the finding is
    about the report as a whole. `text` is what the span read when it was found, or what of the whole it is about,
    `message` one sentence for the user, `source` the basis. Of the fixes the first is the safest; only 必错 findings
    are fixed without asking.
    """

    rule: str
    category: str
    level: Level
    message: str
    source: str = ""
    span: Span | None = None
    text: str = ""
    role: str | None = None
    fixes: tuple[Fix, ...] = ()
    report: int = 0


SCOPES = ("all", "title", "heading", "body")
"""Where a paragraph rule applies: everywhere, only in a report's title, only in headings, only outside both."""

MASKS = ("titles", "numbers", "addresses", "quotations")
"""What a paragraph rule can keep silent in: 《titles》, document numbers, web and mail addresses, “quotations”."""

USUAL_MASKS = MASKS[:3]
"""Wrong characters inside “ ” are still wrong, so quotations are masked only where a rule asks for it."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a paragraph rule objects to: a range of the paragraph's text, in code points, relative to its start.

    `replacements` are texts that could stand there instead, the safest first. `key` refines the rule's id where one
    rule holds many cases (the wrong form of a pair), so that one of them can be switched off alone.
    """

    start: int
    end: int
    replacements: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """What a document rule objects to: a match in the block at position `index`, or (index None) a missing `role`.

    Without index and role it is about the report as a whole; `subject` then says in a word what of it (字数).
    `right` fills the placeholder of that name in the rule's message; `fixes` replace those made from the match, for
    fixes that reach beyond it.
    """

    index: int | None
    match: Match
    right: str = ""
    role: str | None = None
    report: int = 0
    fixes: tuple[Fix, ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """What a document rule sees: all blocks, the reports recognised in them, what the roles are called, the notice.

    `years` gives, for each report, the year reported on, None where it is unknown. `context` is what the user has said:
    the unit, its own words. Each is itself alone, so that what many rules ask of it can be kept.
    """

    document: Document
    reports: tuple[Report, ...]
    roles: Mapping[str, str]
    kind_said: bool
    requirements: Requirements = field(default_factory=Requirements)
    years: tuple[int | None, ...] = ()
    context: Context = field(default_factory=Context)

    def report_at(self, index: int) -> int:
        """Return the number of the report that a block belongs to, 0 where it is in none."""
        return next((n for n, report in enumerate(self.reports) if report.first <= index <= report.last), 0)


class ParagraphFinder(Protocol):
    """Find what is wrong in the text of one paragraph."""

    def __call__(self, text: str, /) -> Iterable[Match]:
        """Return the matches, in any order."""


class DocumentFinder(Protocol):
    """Find what is wrong in the whole document."""

    def __call__(self, survey: Survey, /) -> Iterable[Located]:
        """Return the places, in any order."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must object to (one paragraph per line) and what its first fixes make of it, if any."""

    text: str
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A proofreading rule: what it is called, how loud it is, what it finds, and the examples that prove it.

    `find` judges one paragraph, `survey` the whole document; a table of pairs has neither, its words stand in
    `RuleSet.pairs`. `since` and `until` are report years, inclusive: outside them, or where the year is unknown, a
    dated rule is silent. In `message`, `{text}` is what was found, `{right}` what should stand there. `removes`: the
    fix takes the whole paragraph out. `together`: so many places of a report are told one by one at most (0: any
    number); where there are more, the first stands for all.
    """

    id: str
    title: str
    category: str
    level: Level
    message: str
    source: str
    scope: str = "all"
    since: int | None = None
    until: int | None = None
    masks: tuple[str, ...] = USUAL_MASKS
    removes: bool = False
    together: int = 0
    find: ParagraphFinder | None = None
    survey: DocumentFinder | None = None
    bad: tuple[Example, ...] = field(default=(), repr=False)
    good: tuple[str, ...] = field(default=(), repr=False)

    @property
    def dated(self) -> bool:
        """Whether the rule judges only some report years."""
        return self.since is not None or self.until is not None

    def applies(self, year: int | None) -> bool:
        """Tell whether the rule judges a report on that year (None: year unknown)."""
        if year is None:
            return not self.dated
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)
