"""Everything the panels show, as one pure function of the document.

What does the work is imported where it is done: the window knows these values, but only the worker makes them.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.checks.rule import Finding
from assistant.document.block import BYLINE_LEVEL, SALUTATION_LEVEL, SIGNATURE_LEVEL, Document
from assistant.document.context import Context
from assistant.document.outline import Report, Section
from assistant.phrases.phrase import Suggestion
from assistant.template.report import ReportTemplate

if TYPE_CHECKING:
    from assistant.checks.engine import Memo, Pause
    from assistant.knowledge import Knowledge
    from assistant.phrases.problems import Problem
    from assistant.phrases.query import Aim

SUGGESTIONS = 5
"""Phrases shown at a time."""

_LEVELS_OF_ROLES = {"byline": BYLINE_LEVEL, "salutation": SALUTATION_LEVEL, "signature": SIGNATURE_LEVEL}
_CLAUSE_ENDS = "。；！？\n"
_ANSWERING = ("next_steps", "problems_next_steps")
# Sections in which measures answer the problems of the report.


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the user is writing: the block under the caret, the offset in it (code points), and the panel's wishes.

    `words` is the panel's filter, `skip` how many suggestions 换一组 has passed; `only` narrows the offer
    (`phrases.query`), `measures` asks for measures against the problem under the caret.
    """

    block: str | None = None
    offset: int = 0
    words: str = ""
    skip: int = 0
    only: str = ""
    measures: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one picture of the text.

    `suggestions` are for `role`, the section under the caret; `problem` names the problem under it, 问题（二）. Not
    `checked` is a long text that is shown before anything was looked for. `passed_over` tells the user which data of
    theirs could not be used.
    """

    reports: tuple[Report, ...] = ()
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    role: str = ""
    problem: str = ""
    checked: bool = True
    memo_size: int = field(default=0, compare=False)
    passed_over: str = ""


def analyse(
    document: Document,
    knowledge: "Knowledge",
    context: Context,
    focus: Focus | None = None,
    memo: "Memo | None" = None,
    *,
    pause: "Pause | None" = None,
) -> Analysis:
    """Recognise the reports, check them, and suggest phrases for the place under the caret.

    `memo` is filled with what was found per paragraph; hand the same one in again to pay only for what changed. `pause`
    may break a long check off by raising (see `checks.engine`).
    """
    from assistant.checks.engine import check
    from assistant.template.structure import recognise

    reports = recognise(document, knowledge.templates, context)
    findings = check(document, reports, knowledge.rules, context, memo, roles=knowledge.role_titles(), pause=pause)
    role, suggestions, problem = suggestions_at(document, reports, knowledge, context, focus or Focus())
    passed_over = knowledge.rules.passed_over
    return Analysis(reports, findings, suggestions, role, problem, memo_size=len(memo or ()), passed_over=passed_over)


def outlined(document: Document, templates: tuple[ReportTemplate, ...], context: Context) -> Analysis:
    """Recognise the reports and no more: what a long text is shown with until it has been checked."""
    from assistant.template.structure import recognise

    return Analysis(recognise(document, templates, context), checked=False)


def suggestions_at(
    document: Document, reports: tuple[Report, ...], knowledge: "Knowledge", context: Context, focus: Focus
) -> tuple[str, tuple[Suggestion, ...], str]:
    """Return the role of the section under the caret, the phrases for it, and the problem under the caret."""
    from assistant.phrases.problems import problems_of
    from assistant.phrases.query import Query
    from assistant.phrases.ranking import suggest
    from assistant.template.year import report_year

    index = next((i for i, block in enumerate(document.blocks) if block.id == focus.block), None)
    if index is None:
        return "", (), ""
    report = next((r for r in reports if r.first <= index <= r.last), reports[0] if reports else None)
    section = section_at(report, index) if report is not None else None
    role = section.role if section is not None else "main_work"
    first, last = (section.first, section.last) if section is not None else (index, index)
    written = "\n".join(block.text for block in document.blocks[first : last + 1])
    topics = knowledge.vocabulary.topics_in(written)
    problems = problems_of(document.blocks, report, knowledge.vocabulary) if report is not None else ()
    here, aims = _aims(problems, role, (index, focus.offset), topics)
    measures = bool(focus.measures and here)
    own = knowledge.material.own
    query = Query(
        role="next_steps" if measures else role,
        text="" if measures else typed_before(document.blocks[index].text, focus.offset),
        topics=() if measures else topics,
        used=tuple(block.text for block in document.blocks),
        kind=report.kind if report is not None else context.kind,
        year=report_year(report, context),
        filter=focus.words,
        skip=focus.skip,
        only=focus.only,
        favourites=frozenset(own.favourites),
        less=frozenset(own.less),
        aims=aims if measures or role in _ANSWERING else (),
        fields=_fields(knowledge, report, context),
        expected=knowledge.expected_topics(report.kind, report.variant) if report is not None else (),
    )
    return role, suggest(knowledge.phrases, query, SUGGESTIONS), here


def _fields(knowledge: "Knowledge", report: Report | None, context: Context) -> frozenset[str]:
    """Return the fields of work whose words suit the report: by the unit's name, else its title, and its variant."""
    title, variant = (report.title, report.variant) if report is not None else ("", "")
    return knowledge.vocabulary.fields_of(context.unit.name or title, variant)


def _aims(
    problems: tuple["Problem", ...], role: str, place: tuple[int, int], heard: tuple[str, ...]
) -> tuple[str, tuple["Aim", ...]]:
    """Return the name of the problem under the caret, and what measures are wanted for: that one or all unanswered."""
    here = next((problem for problem in problems if problem.holds(*place)), None)
    if here is not None:
        return here.aim.name, (here.aim,)
    if role not in _ANSWERING:
        return "", ()
    return "", tuple(p.aim for p in problems if not p.aim.topics or p.aim.topics[0] not in heard)


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
