"""Write what becomes of one paragraph into its XML, as tracked changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.document.block import Marks
from assistant.formats.docx.alignment import Sign
from assistant.formats.docx.anatomy import Anatomy, Host, Part, anatomy_of
from assistant.formats.docx.course import Course, Inserted, Target
from assistant.formats.docx.names import both, child, kind, sibling_tag
from assistant.formats.docx.new_run import fill, new_run
from assistant.formats.docx.reviser import Reviser

if TYPE_CHECKING:
    from lxml.etree import _Element

NewContent = Callable[[list[Inserted]], list["_Element"]]
"""Makes the runs for neighbouring signs of one target."""
_BREAK = "newEnd"
"""Name of the element that stands for the end of a new paragraph until the paragraph is cut there."""


@dataclass(slots=True)
class _Group:
    """Neighbouring parts of a run that share one fate."""

    deleted: bool
    marks: Marks | None = None
    contents: list["str | _Element"] = field(default_factory=list)


@dataclass(slots=True)
class _Slot:
    """New content to be put before part `at` of a host."""

    at: int
    items: list[Inserted]


class Revised:
    """One paragraph of the file on its way to its new text."""

    def __init__(
        self,
        paragraph: "_Element",
        signs: list[Sign],
        course: Course,
        reviser: Reviser,
        *,
        content: NewContent,
        remarked: Callable[["_Element | None", Marks], "_Element | None"],
    ) -> None:
        """Take the paragraph apart; `remarked` gives run properties that show certain marks."""
        self._paragraph, self._signs, self._course = paragraph, signs, course
        self._reviser, self._content, self._remarked = reviser, content, remarked
        self._anatomy: Anatomy = anatomy_of(paragraph)
        if len(self._anatomy.first) != len(signs):
            raise AssertionError(f"{len(self._anatomy.first)} atoms, not {len(signs)}")
        self._breaks: list[tuple[_Element, Target]] = []
        self._fresh: list[_Element] = []

    def carry_out(self) -> list[tuple["_Element", Target]]:
        """Rewrite the content; return the break elements, where new paragraphs end, in order."""
        if self._course.end is None and not self._course.kept and not self._course.gaps:
            self._strike_out()
            return []
        slots, loose = self._place()
        for number, host in enumerate(self._anatomy.hosts):
            self._rewrite(host, slots.get(number, []))
        for item in _stretches(loose):
            self._paragraph.extend(self._new(item))
        for mark in self._fresh:
            self._reviser.set_apart(mark)
        return self._breaks

    def _strike_out(self) -> None:
        """Delete everything, empty runs and content controls too: a paragraph that goes leaves nothing behind."""
        for control in list(self._paragraph.iter(*both("sdt"))):
            content = child(control, "sdtContent")
            if content is not None and not any(kind(e) == "r" for e in control.iterancestors()):
                self._reviser.delete_control(content)
        runs = list(self._paragraph.iter(*both("r")))
        bare = [host.element for host in self._anatomy.hosts if host.bare]
        for element in [*runs, *bare]:
            above = set(map(kind, takewhile(lambda e: e is not self._paragraph, element.iterancestors())))
            if not above & {"del", "moveFrom", "r"}:
                self._reviser.delete(element)

    def _place(self) -> tuple[dict[int, list[_Slot]], list[Inserted]]:
        """Find host and part for everything new; in a paragraph without content it is just added."""
        slots: dict[int, list[_Slot]] = {}
        loose: list[Inserted] = []
        for gap, items in sorted(self._course.gaps.items()):
            if not self._anatomy.first:
                loose.extend(items)
                continue
            reached = (-1, -1)
            for stretch in _stretches(items):
                reached = max(reached, self._find(gap, stretch[0].sign))
                slots.setdefault(reached[0], []).append(_Slot(reached[1], stretch))
        return slots, loose

    def _find(self, gap: int, sign: Sign | None) -> tuple[int, int]:
        """Return host and part that new content before atom `gap` goes before: beside the run it descends from."""
        last = self._anatomy.last[gap - 1] if gap else None
        after_left = None if last is None else (last[0], last[1] + 1)
        right = self._anatomy.first[gap] if gap < len(self._signs) else None
        if after_left is None or right is None:
            return after_left or right or (0, 0)
        right_sign = self._signs[gap]
        descends = sign is not None and right_sign.token is None and sign.origin == right_sign.origin
        return right if descends and sign is not None and sign.origin is not None else after_left

    def _rewrite(self, host: Host, slots: list[_Slot]) -> None:
        course = self._course
        atoms = {part.atom for part in host.parts if part.atom is not None}
        if not slots and atoms <= course.kept and not atoms & course.marked.keys():
            return
        groups: list[_Group | list[Inserted]] = []
        for position in range(len(host.parts) + 1):
            groups.extend(slot.items for slot in slots if slot.at == position)
            if position < len(host.parts):
                self._add(groups, host.parts[position])
        self._emit(host, groups)

    def _add(self, groups: list["_Group | list[Inserted]"], part: Part) -> None:
        last = groups[-1] if groups else None
        if part.atom is not None:
            deleted, marks = part.atom not in self._course.kept, self._course.marked.get(part.atom)
        elif isinstance(last, _Group) and (
            isinstance(part.content, str) or kind(part.content) == "lastRenderedPageBreak"
        ):
            deleted, marks = last.deleted, last.marks
        else:
            deleted, marks = False, None
        if not isinstance(last, _Group) or (last.deleted, last.marks) != (deleted, marks):
            last = _Group(deleted, marks)
            groups.append(last)
        last.contents.append(part.content)

    def _emit(self, host: Host, groups: list["_Group | list[Inserted]"]) -> None:
        """Put the groups where the host is; the first old one without new marks is the host itself."""
        before: list[_Element] = []
        after: list[_Element] = []
        gone: list[_Element] = []
        used = False
        for group in groups:
            if not isinstance(group, _Group):
                (after if used else before).extend(self._new(group))
                continue
            if not used and group.marks is None:
                used = True
                run = host.element
                if not host.bare and sum(isinstance(g, _Group) for g in groups) > 1:
                    fill(run, group.contents)
            else:
                run = self._old_run(host, group)
                (after if used else before).append(run)
            if group.deleted:
                gone.append(run)
        for element in before:
            host.element.addprevious(element)
        for element in reversed(after):
            host.element.addnext(element)
        if not used:
            _remove(host.element)
        for element in gone:
            self._reviser.delete(element)

    def _old_run(self, host: Host, group: _Group) -> "_Element":
        properties = child(host.element, "rPr")
        if group.marks is not None:
            wanted = self._remarked(properties, group.marks)
            properties = self._reviser.changed_properties(properties, wanted, host.element)
        return new_run(host.element, properties, group.contents)

    def _new(self, stretch: list[Inserted]) -> list["_Element"]:
        if stretch[0].sign is None:
            element = self._paragraph.makeelement(sibling_tag(self._paragraph, _BREAK), nsmap=None)
            self._breaks.append((element, stretch[0].target))
            return [element]
        mark = self._reviser.inserted(self._paragraph, self._content(stretch))
        self._fresh.append(mark)
        return [mark]


def _stretches(items: list[Inserted]) -> list[list[Inserted]]:
    """Cut new content where its format or target changes, around tokens and at ends."""
    result: list[list[Inserted]] = []
    last: object = None
    for item in items:
        sign = item.sign
        plain = sign is not None and sign.token is None
        essence = (item.target, sign.origin, sign.marks) if plain and sign is not None else None
        if essence is None or essence != last:
            result.append([])
        result[-1].append(item)
        last = essence
    return result


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
