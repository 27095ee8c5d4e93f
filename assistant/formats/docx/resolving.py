"""Accept or reject tracked changes in the tree of one part."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from assistant.formats.docx.joining import join_with_next
from assistant.formats.docx.lifting import take_out, take_out_row, unwrap
from assistant.formats.docx.names import XML_SPACE, attribute, both, child, kind, sibling_tag
from assistant.formats.docx.restoring import drop, restore, settle_merge
from assistant.formats.docx.revision_marks import RANGE_TAGS, TAGS, Role, author_and_date, is_history, removes, role_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DELETED_TEXT = {"delText": "t", "delInstrText": "instrText"}
_CONTROLS = ("sdt", "customXml", "smartTag")
_FRAME_STARTS = (*both("customXmlDelRangeStart"), *both("customXmlInsRangeStart"))


def resolve_all(root: "_Element", *, accept: bool) -> bool:
    """Accept or reject every change of a part, and drop what remains of them; tell whether there was any."""
    marks = [mark for mark in root.iter(*TAGS) if not is_history(mark)]
    if not marks and next(root.iter(*RANGE_TAGS), None) is None:
        return False
    settle_controls(root, None, accept=accept)
    resolve_marks(root, marks, accept=accept)
    for mark in list(root.iter(*TAGS)):  # inside the properties before a change, which have become valid again
        drop(mark)
    for end in list(root.iter(*RANGE_TAGS)):
        _remove(end)
    return True


def resolve_marks(root: "_Element", marks: Collection["_Element"], *, accept: bool) -> None:
    """Accept or reject the changes that these revision elements record."""
    roles = {mark: role_of(mark) for mark in marks}
    ends: list[_Element] = []
    for mark, role in roles.items():
        if role is Role.CONTENT:
            _settle_content(mark, accept=accept)
    for mark, role in roles.items():
        if role is Role.PROPERTIES:
            (drop if accept else restore)(mark)
    for mark, role in roles.items():
        if role is Role.END and (paragraph := _paragraph_of(mark)) is not None:
            if removes(mark, accept=accept):
                ends.append(paragraph)
            drop(mark)
        elif role in (Role.ROW, Role.CELL):
            _settle_table(mark, root, accept=accept)
        elif role is Role.NUMBERED:
            _settle_numbering(mark, accept=accept)
        elif role is Role.IDLE:
            drop(mark)
    for paragraph in reversed(dict.fromkeys(ends)):  # from the last, so that no content is moved twice
        join_with_next(paragraph)


def in_order(root: "_Element", marks: Collection["_Element"]) -> list["_Element"]:
    """Return revision elements in the order of the file."""
    wanted = set(marks)
    return [mark for mark in root.iter(*TAGS) if mark in wanted]


def drop_move_ranges(root: "_Element", names: Collection[str]) -> None:
    """Drop the ends of the ranges of moves that are settled."""
    ids: set[tuple[str, str]] = set()
    for end in list(root.iter(*(tag for tag in RANGE_TAGS if "customXml" not in tag))):
        what, number = kind(end), attribute(end, "id")
        side = what.removesuffix("Start").removesuffix("End")
        if what.endswith("Start") and attribute(end, "name") in names:
            ids.add((side, number))
            _remove(end)
        elif (side, number) in ids and what.endswith("End"):
            _remove(end)


def _settle_content(mark: "_Element", *, accept: bool) -> None:
    if removes(mark, accept=accept):
        take_out(mark)
        return
    texts = list(mark.iter(*(tag for name in _DELETED_TEXT for tag in both(name)))) if not accept else []
    unwrap(mark)
    for text in texts:
        if not any(kind(above) == "del" for above in text.iterancestors()):
            text.tag = sibling_tag(text, _DELETED_TEXT[kind(text)])
            if text.text != (text.text or "").strip():
                text.set(XML_SPACE, "preserve")


def _settle_table(mark: "_Element", root: "_Element", *, accept: bool) -> None:
    properties = mark.getparent()
    subject = None if properties is None else properties.getparent()
    if kind(mark) == "cellMerge":
        settle_merge(mark, accept=accept)
    elif removes(mark, accept=accept) and subject is not None:
        take_out_row(subject, root)
    else:
        drop(mark)


def _settle_numbering(mark: "_Element", *, accept: bool) -> None:
    numbering = mark.getparent()
    if accept or numbering is None:
        drop(mark)
    else:
        drop(numbering)


def _paragraph_of(mark: "_Element") -> "_Element | None":
    """Return the w:p of a mark in w:p/w:pPr/w:rPr."""
    return next((above for above in mark.iterancestors() if kind(above) == "p"), None)


def settle_controls(root: "_Element", marks: Collection["_Element"] | None, *, accept: bool) -> None:
    """Dissolve content controls and tags that go: only their frame was inserted or deleted, the content stays.

    `marks` are the changes about to be settled, None for all of them: a frame whose author changed more inside it than
    those waits. To be called before the content is settled.
    """
    chosen = None if marks is None else set(marks)
    for start in list(root.iter(*_FRAME_STARTS)):
        control = start.getnext()
        if control is None or kind(control) not in _CONTROLS:
            continue
        content = child(control, "sdtContent") if kind(control) == "sdt" else control
        first = None if content is None else next((e for e in content if not kind(e).endswith("Pr")), None)
        if content is None or first is None or kind(first) != kind(start).replace("Start", "End"):
            continue  # the range covers more than the frame
        if chosen is not None and not _same_hand(start, control, chosen):
            continue
        ends = [start, first, *(e for e in (content[-1], control.getnext()) if e is not None and e.tag in RANGE_TAGS)]
        if _removes_frame(start, accept=accept):
            for element in list(content):
                if not kind(element).endswith("Pr"):
                    control.addprevious(element)
            _remove(control)
        for end in ends:
            _remove(end)


def _removes_frame(start: "_Element", *, accept: bool) -> bool:
    """Tell whether the content control behind this mark goes."""
    return (kind(start) == "customXmlDelRangeStart") == accept


def _same_hand(start: "_Element", control: "_Element", chosen: Collection["_Element"]) -> bool:
    """Tell whether all that the author of a frame's change did inside it is among the chosen changes."""
    inside = [mark for mark in control.iter(*TAGS) if author_and_date(mark) == author_and_date(start)]
    if inside:
        return all(mark in chosen for mark in inside if not is_history(mark))
    return any(author_and_date(mark) == author_and_date(start) for mark in chosen)


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
