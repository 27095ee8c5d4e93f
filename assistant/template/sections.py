"""Sections made of headings."""

from collections.abc import Collection, Sequence

from assistant.document.outline import Heading, Section


def tree(found: Sequence[Heading], last: int, inside: Collection[Heading] = ()) -> list[Section]:
    """Return the sections that the headings open; each ends before the next one of its level or above.

    Before a heading `inside` a paragraph that is the same paragraph: both sections have a part of it.
    """
    result = []
    i = 0
    while i < len(found):
        heading = found[i]
        end = i + 1
        while end < len(found) and found[end].level > heading.level:
            end += 1
        to = found[end].index - (found[end] not in inside) if end < len(found) else last
        children = tuple(tree(found[i + 1 : end], to, inside))
        result.append(Section(heading.role, heading, heading.index, max(to, heading.index), children))
        i = end
    return result
