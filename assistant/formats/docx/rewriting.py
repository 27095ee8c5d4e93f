"""Make one paragraph hold other characters, touching only the runs that change."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.document.block import Marks
from assistant.formats.docx.alignment import Sign
from assistant.formats.docx.anatomy import Anatomy, Host, Part
from assistant.formats.docx.bindings import bonds_in, cut_changed
from assistant.formats.docx.names import child, kind
from assistant.formats.docx.new_run import fill, new_run

if TYPE_CHECKING:
    from lxml.etree import _Element

_OWN = None
_CONTAINERS = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt"})

Format = tuple[int | None, Marks | None]
"""Run whose properties to take (None: those of the paragraph mark) and the marks to show (None: as they come)."""
MakeProperties = Callable[[Format], "_Element | None"]


@dataclass(frozen=True, slots=True)
class Addition:
    """New content between the atoms `left` and `right` (None: there is none on that side)."""

    left: int | None
    right: int | None
    sign: Sign
    content: "str | list[_Element]"


@dataclass(slots=True)
class Change:
    """What becomes of one paragraph.

    `source` are its signs before; `keep` the atoms that stay, `marked` those whose marks change; `owns` tells for the
    number of atoms before a mark whether the mark stays in this copy. `primary` is the paragraph itself, not a copy.
    """

    source: list[Sign]
    keep: set[int]
    marked: dict[int, Marks]
    additions: list[Addition]
    owns: Callable[[int], bool]
    primary: bool = True


@dataclass(slots=True)
class _Slot:
    """Content to be put before part `at` of a host."""

    at: int
    content: "str | list[_Element]"
    format: Format | None


@dataclass(slots=True)
class _Group:
    format: Format | None
    contents: list["str | _Element"] = field(default_factory=list)


def rewrite(anatomy: Anatomy, change: Change, properties: MakeProperties) -> None:
    """Carry out the change on the paragraph of the anatomy."""
    bonds = bonds_in(anatomy.paragraph)
    slots, loose = _place(anatomy, change)
    for number, host in enumerate(anatomy.hosts):
        _rewrite_host(host, slots.get(number, []), change, properties)
    for addition in loose:
        _append(anatomy.paragraph, addition, properties)
    for element, before in anatomy.marks:
        if not change.owns(before):
            _remove(element)
    cut_changed(bonds)
    if not change.primary:
        _drop_hollow(anatomy.paragraph)


def _place(anatomy: Anatomy, change: Change) -> tuple[dict[int, list[_Slot]], list[Addition]]:
    """Find the host and place of every addition; those of one gap stay in their order."""
    slots: dict[int, list[_Slot]] = {}
    gap: tuple[int | None, int | None] | None = None
    reached = (-1, -1)
    for addition in change.additions:
        if not anatomy.first:
            return {}, change.additions
        if (addition.left, addition.right) != gap:
            gap, reached = (addition.left, addition.right), (-1, -1)
        place, own = _find(anatomy, change.source, addition)
        if place < reached:
            place, own = reached, False
        reached = place
        format_: Format | None = (addition.sign.origin, addition.sign.marks)
        host = anatomy.hosts[place[0]]
        if own and not host.bare and addition.sign.marks == _marks_at(change.source, host):
            format_ = _OWN
        elif addition.sign.origin is None:
            format_ = (None, addition.sign.marks or None)
        slots.setdefault(place[0], []).append(_Slot(place[1], addition.content, format_))
    return slots, []


def _find(anatomy: Anatomy, source: list[Sign], addition: Addition) -> tuple[tuple[int, int], bool]:
    """Return host and part to put an addition before, and whether that host is the run it descends from."""
    left, right, origin = addition.left, addition.right, addition.sign.origin

    def descends(atom: int | None) -> bool:
        return atom is not None and origin is not None and source[atom].origin == origin and source[atom].token is None

    after_left = (0, 0) if left is None else (anatomy.last[left][0], anatomy.last[left][1] + 1)
    if descends(left):
        return after_left, True
    if right is not None and descends(right):
        return anatomy.first[right], True
    start = -1 if left is None else left
    end = len(source) if right is None else right
    for gone in range(start + 1, end):
        if descends(gone):
            return anatomy.first[gone], True
    if left is not None:
        return after_left, False
    return (anatomy.first[0] if right is None else anatomy.first[right]), False


def _marks_at(source: list[Sign], host: Host) -> Marks | None:
    return next((source[p.atom].marks for p in host.parts if p.atom is not None and source[p.atom].token is None), None)


def _rewrite_host(host: Host, slots: list[_Slot], change: Change, properties: MakeProperties) -> None:
    kept = [part for part in host.parts if _stays(part, change)]
    if not slots and len(kept) == len(host.parts) and not any(part.atom in change.marked for part in kept):
        return
    groups: list[_Group | list[_Element]] = []
    for position in range(len(host.parts) + 1):
        for slot in slots:
            if slot.at == position:
                _add(groups, slot.content, slot.format)
        if position < len(host.parts) and _stays(part := host.parts[position], change):
            marks = None if part.atom is None else change.marked.get(part.atom)
            origin = None if part.atom is None else change.source[part.atom].origin
            _add(groups, part.content, _OWN if marks is None else (origin, marks))
    _emit(host, groups, properties)


def _stays(part: Part, change: Change) -> bool:
    return change.owns(part.before) if part.atom is None else part.atom in change.keep


def _add(
    groups: list["_Group | list[_Element]"], content: "str | _Element | list[_Element]", format_: Format | None
) -> None:
    if isinstance(content, list):
        groups.append(content)
        return
    last = groups[-1] if groups else None
    if not isinstance(last, _Group) or last.format != format_:
        last = _Group(format_)
        groups.append(last)
    last.contents.extend(content if isinstance(content, str) else [content])


def _emit(host: Host, groups: list["_Group | list[_Element]"], properties: MakeProperties) -> None:
    """Put the groups in the host's place: the first of its own format is the host itself, the others new runs."""
    anchor = host.element
    own_used = False
    own = child(anchor, "rPr") if not host.bare else None
    for group in groups:
        if isinstance(group, list):
            new = group
        elif group.format is _OWN and _hollow(group):
            continue
        elif host.bare and group.format is _OWN:
            own_used = True
            anchor = host.element
            continue
        elif group.format is _OWN and not own_used:
            own_used = True
            fill(host.element, group.contents)
            anchor = host.element
            continue
        else:
            run = new_run(anchor, own if group.format is _OWN else properties(group.format), group.contents)
            new = [run]
        for element in new:
            if own_used:
                anchor.addnext(element)
                anchor = element
            else:
                host.element.addprevious(element)
    if not own_used:
        _remove(host.element)


def _hollow(group: _Group) -> bool:
    """Tell whether only page-break memories are left of a run."""
    return all(not isinstance(c, str) and kind(c) == "lastRenderedPageBreak" for c in group.contents)


def _append(paragraph: "_Element", addition: Addition, properties: MakeProperties) -> None:
    if isinstance(addition.content, list):
        paragraph.extend(addition.content)
        return
    origin, marks = addition.sign.origin, addition.sign.marks
    format_ = (origin, marks if origin is not None or marks else None)
    paragraph.append(new_run(paragraph, properties(format_), list(addition.content)))


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_hollow(paragraph: "_Element") -> None:
    """Take out of a copy what holds nothing any more: its content stayed with the original."""
    for element in reversed(list(paragraph.iter())):
        name = kind(element)
        if element is paragraph or (name not in _CONTAINERS and name != "r"):
            continue
        if any(ancestor is not paragraph and kind(ancestor) == "p" for ancestor in _until(element, paragraph)):
            continue
        content = child(element, "sdtContent") if name == "sdt" else element
        if content is None or all(kind(e) in ("rPr", "smartTagPr", "customXmlPr", "fldData", "") for e in content):
            _remove(element)


def _until(element: "_Element", top: "_Element") -> list["_Element"]:
    chain = []
    for ancestor in element.iterancestors():
        if ancestor is top:
            break
        chain.append(ancestor)
    return chain
