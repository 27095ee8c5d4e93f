"""Lists of contents that stand in front of reports: their lines look like titles and headings and are neither."""

import re
from collections.abc import Sequence

from assistant.document.block import Block
from assistant.template.title_lines import compact
from assistant.template.vocabulary import Vocabulary

CONTENTS_LINE = re.compile("(?:[.．…·]{3,}|\t)\\s*[（(]?\\d+[）)]?\\s*$")
"""The end of a line of contents: dot leaders or a tab, and the page."""
_LONGEST = 60
_LISTS = 20
_MOST = 150
"""Lines that a list of contents may have."""


def contents(blocks: Sequence[Block], where: Sequence[int], vocabulary: Vocabulary) -> frozenset[int]:
    """Return the positions of lines of contents among the positions `where`.

    A line with its page says it itself; behind a line 目录 every line is one that stands again further on.
    """
    found = {i for i in where if len(blocks[i].text) <= 2 * _LONGEST and CONTENTS_LINE.search(blocks[i].text)}
    lists = [
        place
        for place, i in enumerate(where)
        if len(blocks[i].text) <= _LONGEST and vocabulary.contents.search(compact(blocks[i].text))
    ]
    for place in lists[:_LISTS]:
        found |= {where[place]} | _repeated(blocks, where, place + 1, found)
    return frozenset(found)


def _repeated(blocks: Sequence[Block], where: Sequence[int], place: int, paged: set[int]) -> set[int]:
    """Return the positions of the lines from a place on that stand again as the beginning of a later paragraph."""
    result: set[int] = set()
    later = [_whole(blocks[i])[: 2 * _LONGEST] for i in where[place:]]
    for offset, i in enumerate(where[place : place + _MOST]):
        line = _whole(blocks[i])
        again = len(line) <= _LONGEST and any(text.startswith(line) for text in later[offset + 1 :])
        if i not in paged and not again:
            break
        result.add(i)
    return result


def _whole(block: Block) -> str:
    return compact(block.label + block.text[: 2 * _LONGEST])
