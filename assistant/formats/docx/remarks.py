"""Read the comments of a file: their part, the part that threads them, and their marks in the text."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import CannotOpen
from assistant.formats.docx.comment_ranges import Range, ranges_of
from assistant.formats.docx.fields import fields_of
from assistant.formats.docx.inline import pieces
from assistant.formats.docx.names import WORD_2010, attribute, both, kind
from assistant.formats.docx.parts import Parts
from assistant.formats.docx.xml import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH_ID = f"{{{WORD_2010}}}paraId"


@dataclass(slots=True)
class Remark:
    """One w:comment: its number in the list, where it stands, what it answers (a number), whether it is settled."""

    element: "_Element"
    range: Range
    done: bool = False
    number: int = 0
    parent: int | None = None

    @property
    def identity(self) -> str:
        """The w:id that ties the comment to its marks in the text."""
        return attribute(self.element, "id")

    @property
    def text(self) -> str:
        """What the comment says, one line for a paragraph."""
        lines = ["".join(p.text for p in pieces(line, fields_of(line))) for line in self.element.iter(*both("p"))]
        return "\n".join(lines).replace("\ufffc", "")


def tree_of(parts: Parts, type_: str) -> tuple[str, "_Element"] | None:
    """Return name and tree of the part that the main one has a relationship of this type to; None without one.

    A damaged part counts as none and is left as it is.
    """
    for name in parts.related(type_):
        try:
            return name, parse(parts.read(name) or b"", name)
        except CannotOpen:
            continue
    return None


def remarks_of(parts: Parts, comments: "_Element | None") -> list[Remark]:
    """Return the comments in the order of the text, answers after what they answer; unanchored ones come last."""
    if comments is None:
        return []
    ranges = ranges_of(parse(parts.read(parts.main) or b"", parts.main))
    place = {identity: n for n, identity in enumerate(ranges)}
    found = [Remark(e, ranges.get(attribute(e, "id"), Range())) for e in comments if kind(e) == "comment"]
    found.sort(key=lambda remark: place.get(remark.identity, len(place)))
    by_paragraph = {name: remark for remark in found if (name := paragraph_id(remark.element))}
    parents: dict[int, Remark] = {}
    extended = tree_of(parts, "commentsExtended")
    for line in extended[1] if extended is not None else ():
        values = plain_values(line)
        remark = by_paragraph.get(values.get("paraId", "").upper())
        if remark is None:
            continue
        remark.done = values.get("done", "0").lower() in ("1", "true", "on")
        above = by_paragraph.get(values.get("paraIdParent", "").upper())
        if above is not None and above is not remark:
            parents[id(remark)] = above
    return _threaded(found, parents)


def plain_values(line: "_Element") -> dict[str, str]:
    """Return the attributes of a line of a later part by their bare names: early programs wrote other namespaces."""
    return {str(name).rpartition("}")[2]: str(value) for name, value in line.attrib.items()}


def paragraph_id(comment: "_Element") -> str:
    """Return the identity of the last paragraph of a comment, by which answers refer to it; empty without one."""
    paragraphs = [e for e in comment if kind(e) == "p"]
    return paragraphs[-1].get(PARAGRAPH_ID, "").upper() if paragraphs else ""


def _threaded(found: list[Remark], parents: dict[int, Remark]) -> list[Remark]:
    """Put answers after the comment that starts their thread, and number all."""
    threads: dict[int, list[Remark]] = {}
    tops = []
    for remark in found:
        top, seen = remark, {id(remark)}
        while (above := parents.get(id(top))) is not None and id(above) not in seen:
            top = above
            seen.add(id(above))
        if top is remark or parents.get(id(top)) is not None:  # of comments that answer each other each starts its own
            parents.pop(id(remark), None)
            tops.append(remark)
        else:
            threads.setdefault(id(top), []).append(remark)
    ordered = [remark for top in tops for remark in (top, *threads.get(id(top), ()))]
    for number, remark in enumerate(ordered, 1):
        remark.number = number
    for remark in ordered:
        above = parents.get(id(remark))
        remark.parent = None if above is None else above.number
    return ordered
