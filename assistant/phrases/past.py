"""Sentences of the user's past reports as phrases of their sections, figures and names made blanks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.document.block import Document
from assistant.document.context import Context
from assistant.document.outline import Report, Section
from assistant.phrases.blanking import blanked, proposals
from assistant.phrases.index import without_number
from assistant.phrases.phrase import Phrase
from assistant.phrases.topics import Vocabulary
from assistant.template.report import ReportTemplate
from assistant.template.structure import recognise
from assistant.text.characters import TOKEN
from assistant.text.sentences import sentences

SHORTEST, LONGEST = 12, 150
"""Characters of a sentence worth offering again."""

_NOT_OFFERED = frozenset({"title", "byline", "salutation", "signature", "other"})


@dataclass(frozen=True, slots=True)
class PastText:
    """A past report: its `name`, the `year` it reports on (0: unknown) and its text."""

    name: str
    year: int
    document: Document

    @property
    def source(self) -> str:
        """What the panel says its sentences come from."""
        return f"我的 {self.year} 年报告" if self.year else f"我的报告“{self.name}”"


def past_phrases(
    texts: Sequence[PastText],
    templates: Sequence[ReportTemplate],
    vocabulary: Vocabulary,
    before: Sequence[Phrase] = (),
) -> tuple[Phrase, ...]:
    """Return the sentences of past reports, the latest report first, behind those of `before`; each text comes once."""
    found = {phrase.text: phrase for phrase in before}
    for text in sorted(texts, key=lambda text: -text.year):
        for report in recognise(text.document, templates, Context()):
            for role, sentence in _said(text.document, report):
                wording = blanked(sentence, proposals(sentence))
                if wording not in found:
                    topics = vocabulary.topics_in(sentence)[:2]
                    identity = f"past.{text.year}.{len(found)}"
                    found[wording] = Phrase(identity, wording, role, topics, source=text.source)
    return tuple(found.values())


def _said(document: Document, report: Report) -> Iterator[tuple[str, str]]:
    """Yield every whole sentence of a report's sections with the role of its section."""
    roles = _roles(report)
    headings = {heading.index for heading in report.headings if not heading.run_in}
    for index in range(report.first, report.last + 1):
        role = roles.get(index, "other")
        block = document.blocks[index]
        if role in _NOT_OFFERED or index in headings or block.container is not None or TOKEN in block.text:
            continue
        for sentence in sentences(block.text):
            words = without_number(sentence.text)
            if SHORTEST <= len(words) <= LONGEST and words.endswith("。"):
                yield role, words


def _roles(report: Report) -> dict[int, str]:
    """Return the role of every block: that of the innermost section around it."""
    roles: dict[int, str] = {}

    def fill(sections: Iterable[Section]) -> None:
        for section in sections:
            roles.update(dict.fromkeys(range(section.first, section.last + 1), section.role))
            fill(section.children)

    fill(report.sections)
    return roles
