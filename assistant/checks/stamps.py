"""Sellers' stamps, page notes and page numbers that were copied into the text: no part of the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.checks.rule import Located, Match, Survey
from assistant.document.block import Block
from assistant.template.stamps import is_stamp
from assistant.template.vocabulary import Vocabulary

_LONGEST = 40
"""Code points up to which a paragraph between two stamps is one of the seller's lines."""


@dataclass(frozen=True, slots=True)
class Stamps:
    """Find the paragraphs that the outline passes over as stamps."""

    vocabulary: Vocabulary

    def __call__(self, survey: Survey, /) -> Iterator[Located]:
        """Yield each of them, whole, and what stands between two of them outside the reports."""
        blocks = survey.document.blocks
        own = {i for report in survey.reports for i in range(report.first, report.last + 1)}
        stamps = {i for i, block in enumerate(blocks) if _is_free(block) and is_stamp(block.text, self.vocabulary)}
        for index in sorted(stamps | self._between(blocks, stamps, own)):
            yield Located(index, Match(0, len(blocks[index].text)), report=survey.report_at(index))

    def _between(self, blocks: Sequence[Block], stamps: set[int], own: set[int]) -> set[int]:
        """Return short paragraphs with a stamp before and one behind them, and no report on the way to either."""
        found: set[int] = set()
        for first, last in pairwise(sorted(stamps)):
            if own.isdisjoint(range(first, last + 1)):
                found.update(i for i in range(first + 1, last) if _is_free(blocks[i]) and _is_short(blocks[i].text))
        return found


def _is_free(block: Block) -> bool:
    return block.opaque is None and block.said is None


def _is_short(text: str) -> bool:
    return 0 < len(text.strip()) <= _LONGEST
