"""What is on the desk: the text being worked on, and what is known about it."""

from dataclasses import dataclass, field, replace

from assistant.analysis import Analysis
from assistant.checks.rule import Finding, Level
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.file_naming import file_stem
from assistant.session import OpenedFile
from assistant.storage.draft import Source
from assistant.template.year import report_year

BLANK_RULE = "leftover.blank"
"""The rule that finds blanks still to be filled."""


@dataclass(slots=True)
class DraftSlot:
    """The draft in the store: its id, the text that the store or a file is known to hold, and the base it holds.

    `last` is when it was last saved, as the store writes times: who finds another time there is not alone with it.
    All are written in the draft thread while the text is open; `id` and `safe` may be read elsewhere.
    """

    id: int | None = None
    safe: Document | None = None
    base: bytes | None = None
    last: str | None = None


@dataclass(slots=True)
class Work:
    """One text from opening to closing. Changed in the UI thread only.

    `analysed` is the document that `analysis` is about. `calm` shows 必错 only, until the user asks for more. With an
    `author` the file is saved with our changes as revisions, from then on always: a plain save would wipe them out.
    """

    file: OpenedFile
    context: Context
    analysis: Analysis
    analysed: Document
    draft: DraftSlot = field(default_factory=DraftSlot)
    calm: bool = True
    author: str = ""
    skip: int = 0
    words: str = ""

    @property
    def title(self) -> str:
        """What the text is called: its file, else its report's title, else that it is new."""
        if self.file.path is not None:
            return self.file.path.name
        titles = [report.title for report in self.analysis.reports if report.title]
        return titles[0] if titles else "新建述职稿"

    @property
    def is_sample(self) -> bool:
        """Whether this is the bundled sample: neither opened from a file nor begun for a unit or as some kind."""
        begun = self.context.kind is not None or bool(self.context.unit.name)
        return self.file.path is None and self.file.made_from is None and not begun

    @property
    def proposed_name(self) -> str:
        """What a file of it should be called, without suffix: as the notice wants, else by its title."""
        naming = self.context.requirements.naming
        report = self.analysis.reports[0] if self.analysis.reports else None
        return file_stem(naming, self.context.unit, report_year(report, self.context)) if naming else self.title

    @property
    def source(self) -> Source:
        """The file, as the draft store records it."""
        return self.file.source

    def shown(self) -> tuple[Finding, ...]:
        """Return the findings the user is to be told of now.

        At first only what is certainly wrong; blanks, which the status bar counts and the page shows anyway, belong to
        the last look before handing in.
        """
        found = self.listed()
        return tuple(f for f in found if f.level == Level.ERROR) if self.calm else found

    def listed(self) -> tuple[Finding, ...]:
        """Return the findings that the list knows of: it counts those that it does not show yet."""
        findings = self.analysis.findings
        return tuple(f for f in findings if f.rule != BLANK_RULE) if self.calm else findings

    def disable(self, rule: str) -> None:
        """Be quiet about this rule from now on."""
        self.context = replace(self.context, disabled=self.context.disabled | {rule})

    def enable(self, rule: str) -> None:
        """Speak of this rule again."""
        self.context = replace(self.context, disabled=self.context.disabled - {rule})
