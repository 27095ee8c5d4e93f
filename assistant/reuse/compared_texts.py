"""What of a text is compared with others: its paragraphs, without what everybody writes in the same words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.document.block import Document
from assistant.document.outline import Report
from assistant.template.toml import load

_FORMAL = frozenset({"title", "byline", "salutation", "closing", "signature"})
"""Roles whose words everybody shares."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its name, and its paragraphs by their number in the file; None leaves a paragraph out."""

    name: str
    paragraphs: tuple[str | None, ...]


def load_exempt(path: Path) -> re.Pattern[str]:
    """Return what matches exempt passages: formulations and formulas of a data file, and titles in 《》.

    Raises ResourceError naming file and key.
    """
    fields = load(path)
    words = sorted(fields.texts("formulations", None), key=len, reverse=True)
    formulas = fields.pattern("formulas")
    fields.done()
    patterns = ["《[^《》\n]*(?:〈[^〈〉]*〉[^《》\n]*)?》", *map(re.escape, words)]
    return re.compile("|".join([*patterns, formulas.pattern] if formulas else patterns))


def own_text(name: str, document: Document, reports: Sequence[Report]) -> Text:
    """Return the paragraphs of a document that count, by origin: headings, salutations, ends, stamps are left out.

    Of a run-in heading's paragraph the body stays, the heading's characters become blanks, so that offsets hold.
    """
    texts: dict[int, str] = {}
    headings = {heading.index: heading for report in reports for heading in report.headings}
    formal = {
        i
        for report in reports
        for section in report.sections
        if section.role in _FORMAL
        for i in range(section.first, section.last + 1)
    }
    inside = {i for report in reports for i in range(report.first, report.last + 1)}
    for i, block in enumerate(document.blocks):
        heading = headings.get(i)
        if block.origin is None or i in formal or i not in inside or (heading is not None and not heading.run_in):
            continue
        blank = 0 if heading is None else heading.end
        texts[block.origin] = " " * blank + block.text[blank:]
    return Text(name, tuple(texts.get(i) for i in range(max(texts, default=-1) + 1)))


def whole_text(name: str, document: Document) -> Text:
    """Return all paragraphs of a document by origin."""
    texts = {block.origin: block.text for block in document.blocks if block.origin is not None}
    return Text(name, tuple(texts.get(i) for i in range(max(texts, default=-1) + 1)))
