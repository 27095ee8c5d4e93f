"""Tell for every leaf of a text which comments are on it, and where the mark of each comment stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, both, kind
from assistant.formats.docx.revision_leaves import Leaf, leaves

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENDS = (*both("commentRangeStart"), *both("commentRangeEnd"))
ANCHOR_TAGS = (*_ENDS, *both("commentReference"))
"""What a comment has in the text, in both namespaces, as `iter` wants them."""


@dataclass(slots=True)
class Range:
    """Where one comment is in the text: the number of the paragraph of its mark, and the text it is about."""

    paragraph: int = -1
    texts: list[str] = field(default_factory=list)
    last: int = -1

    @property
    def text(self) -> str:
        """The text that the comment is about; its paragraphs are parted by line ends."""
        return "".join(self.texts).strip("\n")


def covered_leaves(root: "_Element") -> Iterator[tuple[int, Leaf, tuple[str, ...]]]:
    """Yield every leaf of a part with the number of its paragraph and the w:id of the comments on it."""
    is_open: dict[str, None] = {}
    number = -1
    paragraphs = set(both("p"))
    for element in root.iter(*paragraphs, *_ENDS):
        if element.tag in paragraphs:
            number += 1
            for leaf in leaves(element):
                if leaf.element.tag in _ENDS:
                    _turn(is_open, leaf.element)
                yield number, leaf, tuple(is_open)
        elif not any(above.tag in paragraphs for above in element.iterancestors()):
            _turn(is_open, element)


def _turn(is_open: dict[str, None], end: "_Element") -> None:
    if kind(end) == "commentRangeStart":
        is_open[attribute(end, "id")] = None
    else:
        is_open.pop(attribute(end, "id"), None)


def ranges_of(root: "_Element") -> dict[str, Range]:
    """Return the ranges of all comments by w:id, in the order in which they begin. Deleted text is left out."""
    result: dict[str, Range] = {}
    if next(root.iter(*ANCHOR_TAGS), None) is None:
        return result
    for number, leaf, ids in covered_leaves(root):
        if leaf.element.tag in ANCHOR_TAGS:
            found = result.setdefault(attribute(leaf.element, "id"), Range(number))
            if kind(leaf.element) == "commentReference":
                found.paragraph = number
                continue
        if leaf.text and not leaf.end and not any(kind(mark) in ("del", "moveFrom") for mark in leaf.marks):
            for identity in ids:
                found = result.setdefault(identity, Range(number))
                found.texts.append("\n" + leaf.text if found.last not in (-1, number) else leaf.text)
                found.last = number
    return result
