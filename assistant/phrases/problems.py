"""The problems a report has written: the items of its problem sections, each a block range with a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.document.block import Block
from assistant.document.outline import Report, Section
from assistant.phrases.query import Aim
from assistant.phrases.topics import Vocabulary
from assistant.text.sentences import sentences

ROLES = frozenset({"problems", "problems_causes", "problems_next_steps"})
"""Sections in which problems stand."""

_COUNTED = re.compile(r"\s*([一二三四五六七八九十]+)是")
_NUMBER = re.compile(r"\s*(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+[.．、])")
_WORDS = 60
# Characters of a problem that say what it is about; its causes and examples follow.


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem: the blocks it stands in, `first` to `last`, from `start` to `end` where it shares a block; as an aim.

    Offsets are code points; `end` None means to the end of the last block.
    """

    aim: Aim
    first: int
    last: int
    start: int = 0
    end: int | None = None

    def holds(self, index: int, offset: int) -> bool:
        """Tell whether a place in the text is inside it."""
        if self.first == self.last == index and (self.start or self.end is not None):
            return self.start <= offset <= (self.end if self.end is not None else offset)
        return self.first <= index <= self.last


def problems_of(blocks: Sequence[Block], report: Report, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """Return the problems of a report in the order of the text."""
    return tuple(one for section in _sections(report.sections) for one in _items(blocks, section, vocabulary))


def _sections(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the innermost sections of problems."""
    for section in sections:
        inner = [child for child in section.children if child.role in ROLES]
        if section.role in ROLES and not any(child.children for child in inner):
            yield section
        else:
            yield from _sections(section.children)


def _items(blocks: Sequence[Block], section: Section, vocabulary: Vocabulary) -> Iterator[Problem]:
    children = [child for child in section.children if child.role in ROLES and child.heading is not None]
    if children:
        for child in children:
            number = child.heading.number.strip("、.． ") if child.heading is not None else ""
            text = "".join(block.text for block in blocks[child.first : child.last + 1])
            yield Problem(_aim(f"问题{number}", text, vocabulary), child.first, child.last)
        return
    for index in range(section.first, section.last + 1):
        yield from _counted(blocks[index].text, index, vocabulary)


def _counted(text: str, index: int, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield the problems counted 一是, 二是 … inside one paragraph."""
    parts = sentences(text)
    starts = [(n, match[1]) for n, part in enumerate(parts) if (match := _COUNTED.match(part.text))]
    for place, (n, number) in enumerate(starts):
        end = parts[starts[place + 1][0]].start if place + 1 < len(starts) else None
        words = text[parts[n].start : end]
        start = parts[n].start if place else 0
        yield Problem(_aim(f"问题{number}", _COUNTED.sub("", words), vocabulary), index, index, start, end)


def _aim(name: str, text: str, vocabulary: Vocabulary) -> Aim:
    words = _NUMBER.sub("", text)[:_WORDS]
    return Aim(name, words, vocabulary.topics_in(words)[:3])
