"""Words that say little and are written too often: counted, with what could stand instead; no finding of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.checks.table import read_table
from assistant.document.block import Document
from assistant.document.outline import Report

FILE = "wording.toml"
"""In the folder of the lexicon."""


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that is counted, and what could stand instead; an empty text: it can mostly go."""

    word: str
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordCount:
    """How often a word stands in a report: `places` are (block index, start), `sections` (name, times) per section."""

    word: str
    instead: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    sections: tuple[tuple[str, int], ...] = ()


def load_fillers(folder: Path) -> tuple[Filler, ...]:
    """Read the words of a lexicon folder; raises ResourceError naming file and key."""
    root = read_table(folder / FILE)
    root.refuse_unknown({"word"})
    fillers = []
    for table in root.tables("word"):
        table.refuse_unknown({"word", "instead"})
        fillers.append(Filler(table.text("word"), table.texts("instead")))
    words = [filler.word for filler in fillers]
    if len(set(words)) != len(words):
        raise root.wrong("word", "a word stands twice")
    return tuple(fillers)


def word_counts(document: Document, report: Report, fillers: Sequence[Filler]) -> tuple[WordCount, ...]:
    """Return how often each word stands in a report, the commonest first; those that don't are left out."""
    found = []
    for filler in fillers:
        places = tuple(
            (index, match.start())
            for index in range(report.first, report.last + 1)
            for match in re.finditer(re.escape(filler.word), document.blocks[index].text)
        )
        if places:
            found.append(WordCount(filler.word, filler.instead, places, _by_section(report, places)))
    return tuple(sorted(found, key=lambda count: -len(count.places)))


def _by_section(report: Report, places: Sequence[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    counts = []
    for section in report.sections:
        times = sum(section.first <= index <= section.last for index, _ in places)
        if times and section.heading is not None:
            counts.append((section.heading.text, times))
    return tuple(counts)
