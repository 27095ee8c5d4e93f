"""Set and remove the marks that tie comments to the text."""

from collections.abc import Collection
from copy import deepcopy
from typing import TYPE_CHECKING

from assistant.formats.docx.anatomy import Anatomy, anatomy_of
from assistant.formats.docx.comment_ranges import ANCHOR_TAGS
from assistant.formats.docx.lifting import drop_shell
from assistant.formats.docx.names import attribute, child, kind, sibling_tag
from assistant.formats.docx.new_run import fill, new_run
from assistant.formats.docx.run_format import copied

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_CONTENT = ("rPr", "")


def anchor_answer(root: "_Element", parent: str, last: str, answer: str) -> bool:
    """Give an answer the range of the comment it answers; its marks follow those of the thread's last comment.

    All three are w:id. Tells whether the thread stands in this part.
    """
    marks = {(kind(e), attribute(e, "id")): e for e in root.iter(*ANCHOR_TAGS)}
    reference = marks.get(("commentReference", last))
    if reference is None:
        reference = marks.get(("commentReference", parent))
    run = reference.getparent() if reference is not None else None
    if run is None:
        return False
    start = marks.get(("commentRangeStart", last), marks.get(("commentRangeStart", parent)))
    new = _reference(run, copied(child(run, "rPr")), answer)
    run.addnext(new)
    if start is not None:
        start.addnext(_mark(root, "commentRangeStart", answer))
        run.addnext(_mark(root, "commentRangeEnd", answer))
    return True


def anchor_notes(paragraph: "_Element", notes: Collection[tuple[int, int, str]], *, whole: bool) -> None:
    """Put comments on stretches of a paragraph: (start, end, w:id), offsets in characters of its block's text.

    Offsets beyond the text mean its end. With `whole` each comment is on all of the paragraph.
    """
    if whole:
        for _, _, identity in notes:
            opening = _mark(paragraph, "commentRangeStart", identity)
            properties = child(paragraph, "pPr")
            if properties is not None:
                properties.addnext(opening)
            else:
                paragraph.insert(0, opening)
            paragraph.extend(_ending(paragraph, identity))
        return
    length = len(anatomy_of(paragraph).first)
    stretches = [(min(start, length), min(max(start, end), length), identity) for start, end, identity in notes]
    for place in sorted({at for start, end, _ in stretches for at in (start, end)}, reverse=True):
        marks: list[_Element] = []
        for start, end, identity in stretches:
            if end == place and start < place:
                marks += _ending(paragraph, identity)
        for start, end, identity in stretches:
            if start == place:
                marks.append(_mark(paragraph, "commentRangeStart", identity))
                marks += _ending(paragraph, identity) if end == place else []
        _insert(anatomy_of(paragraph), place, marks)


def drop_anchors(root: "_Element", identities: Collection[str] | None) -> bool:
    """Remove the marks of comments (by w:id; None: of all), and runs left empty; tell whether there were any."""
    found = [e for e in root.iter(*ANCHOR_TAGS) if identities is None or attribute(e, "id") in identities]
    for mark in found:
        owner = mark.getparent()
        if owner is None:
            continue
        owner.remove(mark)
        above = owner.getparent()
        if above is not None and kind(owner) == "r" and all(kind(e) in _NO_CONTENT for e in owner):
            above.remove(owner)
            drop_shell(above)
    return bool(found)


def _insert(anatomy: Anatomy, place: int, marks: list["_Element"]) -> None:
    """Put marks before the atom of that number, after the last one where there are no more."""
    if place < len(anatomy.first):
        number, part = anatomy.first[place]
        anchor = _before(anatomy, number, part)
        for mark in marks:
            anchor.addprevious(mark)
        return
    if not anatomy.last:
        anatomy.paragraph.extend(marks)
        return
    anchor = anatomy.hosts[anatomy.last[-1][0]].element
    for mark in reversed(marks):
        anchor.addnext(mark)


def _before(anatomy: Anatomy, number: int, part: int) -> "_Element":
    """Return the element that starts with a part of a host; a run with more before it is split there."""
    host = anatomy.hosts[number]
    if host.bare or not any(p.atom is not None for p in host.parts[:part]):
        return host.element
    contents = [p.content for p in host.parts]
    new = new_run(host.element, deepcopy(child(host.element, "rPr")), contents[part:])
    fill(host.element, contents[:part])
    host.element.addnext(new)
    return new


def _ending(like: "_Element", identity: str) -> list["_Element"]:
    return [_mark(like, "commentRangeEnd", identity), _reference(like, None, identity)]


def _reference(like: "_Element", properties: "_Element | None", identity: str) -> "_Element":
    return new_run(like, properties, [_mark(like, "commentReference", identity)])


def _mark(like: "_Element", name: str, identity: str) -> "_Element":
    mark = like.makeelement(sibling_tag(like, name), nsmap=None)
    mark.set(sibling_tag(mark, "id"), identity)
    return mark
