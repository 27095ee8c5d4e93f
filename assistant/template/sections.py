"""Sections made of headings."""

from collections.abc import Sequence

from assistant.document.outline import Heading, Section


def tree(found: Sequence[Heading], last: int) -> list[Section]:
    """Return the sections that the headings open; each ends before the next one of its level or above."""
    result = []
    i = 0
    while i < len(found):
        heading = found[i]
        end = i + 1
        while end < len(found) and found[end].level > heading.level:
            end += 1
        to = found[end].index - 1 if end < len(found) else last
        children = tuple(tree(found[i + 1 : end], to))
        result.append(Section(heading.role, heading, heading.index, max(to, heading.index), children))
        i = end
    return result
