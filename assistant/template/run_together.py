"""Section headings that run on inside a paragraph, as in texts pasted without their line breaks.

`…群众满意。二、存在问题 我在…` can't be shown as a section, but the section is there and nothing to be missed.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.document.block import Block
from assistant.document.outline import RunOn
from assistant.template.report import ReportTemplate
from assistant.template.roles import RoleReader
from assistant.text.numerals import to_chinese, to_int

_MARK = re.compile("(?<=[。！？!?\\s）)”])(?P<n>[二三四五六七八九十]{1,2})、(?P<words>[^。，；：:！？\n]{2,20})")
_LEAST = 60
"""Code points from which a paragraph may hold more than its own heading."""
_TELLING = frozenset({"rectification", "problems", "causes", "next_steps"})
"""Roles whose headings are told from words of the running text."""


def run_together(
    blocks: Sequence[Block], where: Sequence[int], template: ReportTemplate
) -> Iterator[tuple[RunOn, frozenset[str]]]:
    """Yield the known headings inside paragraphs, each behind the number before its own, with the roles they name."""
    reader: RoleReader | None = None  # most texts need none
    for i in where:
        text = blocks[i].text
        if len(text) < _LEAST:
            continue
        for mark in _MARK.finditer(text):
            number = to_int(mark["n"]) or 0
            reader = reader or RoleReader(template)
            known = _known(mark["words"], reader)
            if number > 1 and known and f"{to_chinese(number - 1)}、" in text[: mark.start()]:
                covers = reader.read(known).covers
                yield RunOn(i, mark.start(), mark.start("words") + len(known)), covers


def _known(words: str, reader: RoleReader) -> str:
    """Return the longest beginning of some words that is a known heading of a telling role, empty where none is."""
    beginnings = (words[:length].rstrip() for length in range(len(words), 1, -1))
    return next((one for one in beginnings if reader.knows(one) and reader.read(one).covers & _TELLING), "")
