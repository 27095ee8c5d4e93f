"""Everything the panels show, as one pure function of the document.

What does the work is imported where it is done: the window knows these values, but only the worker makes them.
"""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.checks.rule import Finding
from assistant.document.block import BYLINE_LEVEL, SALUTATION_LEVEL, SIGNATURE_LEVEL, Document
from assistant.document.context import Context
from assistant.document.outline import Report, Section
from assistant.phrases.phrase import Suggestion
from assistant.template.report import ReportTemplate, load_templates

if TYPE_CHECKING:
    from assistant.checks.engine import Memo
    from assistant.checks.rule_set import RuleSet
    from assistant.phrases.index import PhraseIndex

SUGGESTIONS = 5
"""Phrases shown at a time."""

_LEVELS_OF_ROLES = {"byline": BYLINE_LEVEL, "salutation": SALUTATION_LEVEL, "signature": SIGNATURE_LEVEL}
_CLAUSE_ENDS = "。；！？\n"


@dataclass(frozen=True)
class Knowledge:
    """What the program knows, built once: report kinds, rules, and, from the first time they are needed, phrases."""

    templates: tuple["ReportTemplate", ...]
    rules: "RuleSet"
    folder: Path

    @cached_property
    def phrases(self) -> "PhraseIndex":
        """The phrase library with its index; the first findings of a file need not wait for it."""
        from assistant.phrases.index import build_index
        from assistant.phrases.library import load_phrases
        from assistant.phrases.pinyin import load_readings
        from assistant.phrases.topics import load_vocabulary

        readings = load_readings(self.folder.parent / "lexicon")
        return build_index(load_phrases(self.folder), load_vocabulary(self.folder), readings)

    def role_titles(self) -> dict[str, str]:
        """Return the Chinese name of every section role."""
        return {section.role: section.name for template in self.templates for section in template.sections}


def load_knowledge(folder: Path) -> Knowledge:
    """Read the bundled resources; raises ResourceError naming file and key."""
    from assistant.checks.loader import load_rules
    from assistant.paths import data_folder

    return Knowledge(
        load_templates(folder / "templates"),
        load_rules(folder / "rules", data_folder()),
        folder / "phrases",
    )


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the user is writing: the block under the caret, the offset in it (code points), and the panel's wishes.

    `words` is the panel's filter, `skip` how many suggestions 换一组 has passed.
    """

    block: str | None = None
    offset: int = 0
    words: str = ""
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one picture of the text.

    `suggestions` are for `role`, the section under the caret.
    """

    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    role: str = ""
    memo_size: int = field(default=0, compare=False)


def analyse(
    document: Document, knowledge: Knowledge, context: Context, focus: Focus | None = None, memo: "Memo | None" = None
) -> Analysis:
    """Recognise the reports, check them, and suggest phrases for the place under the caret.

    `memo` is filled with what was found per paragraph; hand the same one in again to pay only for what changed.
    """
    from assistant.checks.engine import check
    from assistant.template.structure import recognise

    reports = recognise(document, knowledge.templates, context)
    findings = check(document, reports, knowledge.rules, context, memo, knowledge.role_titles())
    role, suggestions = suggestions_at(document, reports, knowledge, context, focus or Focus())
    return Analysis(reports, findings, suggestions, role, len(memo or ()))


def suggestions_at(
    document: Document, reports: tuple[Report, ...], knowledge: Knowledge, context: Context, focus: Focus
) -> tuple[str, tuple[Suggestion, ...]]:
    """Return the role of the section under the caret and the phrases for it."""
    from assistant.phrases.ranking import Query, suggest
    from assistant.template.year import report_year

    index = next((i for i, block in enumerate(document.blocks) if block.id == focus.block), None)
    if index is None:
        return "", ()
    report = next((r for r in reports if r.first <= index <= r.last), reports[0] if reports else None)
    section = section_at(report, index) if report is not None else None
    role = section.role if section is not None else "main_work"
    first, last = (section.first, section.last) if section is not None else (index, index)
    written = "\n".join(block.text for block in document.blocks[first : last + 1])
    query = Query(
        role=role,
        text=typed_before(document.blocks[index].text, focus.offset),
        topics=knowledge.phrases.vocabulary.topics_in(written),
        used=tuple(block.text for block in document.blocks),
        kind=report.kind if report is not None else context.kind,
        year=report_year(report, context),
        filter=focus.words,
        skip=focus.skip,
    )
    return role, suggest(knowledge.phrases, query, SUGGESTIONS)


def section_at(report: Report, index: int) -> Section | None:
    """Return the innermost section whose role is decided at a block, None before the first one."""
    found: Section | None = None
    sections = report.sections
    while True:
        inner = next((section for section in sections if section.first <= index <= section.last), None)
        if inner is None:
            return found
        if found is None or inner.role != found.role:
            found = inner
        sections = inner.children


def heading_levels(document: Document, reports: tuple[Report, ...]) -> dict[str, int]:
    """Return the level of every block that is not plain body: what a new paragraph's format is taken from."""
    levels: dict[str, int] = {}
    for report in reports:
        for section in report.sections:
            if (level := _LEVELS_OF_ROLES.get(section.role)) is not None:
                levels.update((block.id, level) for block in document.blocks[section.first : section.last + 1])
        levels.update((heading.block, heading.level) for heading in report.headings if not heading.run_in)
    return levels


def typed_before(text: str, offset: int) -> str:
    """Return what has been typed of the clause under the caret, from the last full stop or semicolon on."""
    before = text[:offset]
    start = max(before.rfind(mark) for mark in _CLAUSE_ENDS) + 1
    return before[start:].strip()
