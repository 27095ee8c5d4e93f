"""Sellers' stamps, page notes and page numbers that were copied into the text: no part of the report."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checks.rule import Located, Match, Survey
from assistant.template.stamps import is_stamp
from assistant.template.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Stamps:
    """Find the paragraphs that the outline passes over as stamps."""

    vocabulary: Vocabulary

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them, whole."""
        for index, block in enumerate(survey.document.blocks):
            if block.opaque is None and block.said is None and is_stamp(block.text, self.vocabulary):
                report = next((n for n, r in enumerate(survey.reports) if r.first <= index <= r.last), 0)
                yield Located(index, Match(0, len(block.text)), report=report)
