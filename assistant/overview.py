"""A look at the whole text before it is handed in: lengths, problems with their measures, wording, quotations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.checks.compressible import Loose, compressible
from assistant.checks.matching import Matching, matching, themes_of
from assistant.checks.quotations import Quotation, quotations
from assistant.checks.wording import WordCount, load_fillers, word_counts
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report, Section
from assistant.knowledge import Knowledge
from assistant.text.counting import count_words

if TYPE_CHECKING:
    from assistant.template.report import ReportTemplate

LINK = 24
"""Characters of a problem and of a measure by which a link made by hand knows them again."""


@dataclass(frozen=True, slots=True)
class LookOver:
    """Job: look over a text."""

    document: Document
    context: Context


@dataclass(frozen=True, slots=True)
class Length:
    """One section of the first level: its name, where it begins, its 字数, the advised part of the whole (0: none)."""

    name: str
    role: str
    index: int
    words: int
    advised: float = 0.0


@dataclass(frozen=True, slots=True)
class ReportOverview:
    """One report: its 字数, those advised (least, most), its sections, and what could be better in it."""

    title: str
    words: int
    advised: tuple[int, int]
    lengths: tuple[Length, ...] = ()
    matching: Matching = field(default_factory=Matching)
    counts: tuple[WordCount, ...] = ()
    loose: tuple[Loose, ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it; positions are of blocks of the document that was looked over.

    `updated` is the month up to which the dated formulations were kept (2026-03).
    """

    reports: tuple[ReportOverview, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    updated: str = ""


def overview(document: Document, knowledge: Knowledge, context: Context) -> Overview:
    """Look over a text."""
    from assistant.template.demands import demanded
    from assistant.template.structure import recognise

    reports = recognise(document, knowledge.templates, context)
    kinds = {kind.id: kind for kind in demanded(knowledge.templates, context.requirements)}
    words = [count_words(block.text) for block in document.blocks]
    fillers = load_fillers(knowledge.folder.parent / "lexicon")
    themes = themes_of(knowledge.rules)
    found = []
    for report in reports:
        kind = kinds.get(report.kind)
        kind = kind.as_variant(report.variant) if kind is not None else None
        found.append(
            ReportOverview(
                report.title,
                sum(words[report.first : report.last + 1]),
                _advised(kind, context),
                tuple(_lengths(report, kind, words, knowledge.role_titles())),
                matching(document, report, themes, context.links),
                word_counts(document, report, fillers),
                compressible(document, report, fillers),
            )
        )
    return Overview(tuple(found), quotations(document), knowledge.rules.updated)


def _advised(kind: "ReportTemplate | None", context: Context) -> tuple[int, int]:
    """Return the least and most 字数: those of the notice where it demands any, else those of the kind."""
    asked = context.requirements
    if asked.least or asked.most:
        return asked.least, asked.most
    return kind.characters if kind is not None and kind.sections else (0, 0)


def _lengths(
    report: Report, kind: "ReportTemplate | None", words: list[int], names: Mapping[str, str]
) -> Iterator[Length]:
    for section in report.sections:
        if section.role in {"title", "byline", "salutation"}:
            continue
        count = sum(words[section.first : section.last + 1])
        yield Length(_name(section, names), section.role, section.first, count, _share(section.role, kind))


def _share(role: str, kind: "ReportTemplate | None") -> float:
    """Return the advised part of a section, of a joint one (问题及原因) that of its parts together."""
    if kind is None:
        return 0.0
    roles = (role,) if kind.section(role) is not None else kind.vocabulary.parts(role)
    return sum(section.share for section in kind.sections if section.role in roles)


def _name(section: Section, names: Mapping[str, str]) -> str:
    if section.heading is not None:
        return section.heading.number + section.heading.text.replace("\n", "")
    return names.get(section.role, "其他部分")
