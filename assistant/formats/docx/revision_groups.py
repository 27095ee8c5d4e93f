"""Find the tracked changes of a part and join the pieces of each: one author, one time, one stretch of text."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, both, child, kind
from assistant.formats.docx.revision_leaves import leaves
from assistant.formats.docx.revision_marks import (
    RANGE_TAGS,
    TAGS,
    Role,
    author_and_date,
    is_history,
    label_of,
    revision_kind,
    role_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_Key = tuple[str, str, str, str]


@dataclass(slots=True, eq=False)
class Group:
    """The pieces of one Revision: `marks` are its elements, `move` the name that both halves of a move share."""

    number: int
    kind: str
    author: str
    date: str
    label: str
    paragraph: int
    move: str = ""
    marks: list["_Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Groups:
    """All groups in the order of the text, and the group of each element."""

    groups: list[Group] = field(default_factory=list)
    of: dict["_Element", Group] = field(default_factory=dict)


def groups_of(root: "_Element") -> Groups:
    """Return the tracked changes of a part. The older copy of a text box (mc:Fallback) goes with the newer one."""
    return _Finder(root).find()


class _Finder:
    """Fills a Groups; only alive while searching."""

    def __init__(self, root: "_Element") -> None:
        self._root = root
        self._found = Groups()
        self._numbers: dict[_Element, int] = {}
        self._moves: dict[_Element, str] = {}

    def find(self) -> Groups:
        marks = [mark for mark in self._root.iter(*TAGS) if not is_history(mark)]
        if not marks:
            return self._found
        self._numbers = {paragraph: n for n, paragraph in enumerate(self._root.iter(*both("p")))}
        self._moves = _move_names(self._root)
        older = []
        for mark in marks:
            above = [(kind(e), e) for e in mark.iterancestors()]
            if any(name == "mc:Fallback" for name, _ in above):
                older.append(mark)
            elif mark not in self._found.of:
                paragraph = next((e for name, e in above if name == "p"), None)
                if paragraph is not None:
                    self._paragraph(paragraph)
                if mark not in self._found.of:
                    self._alone(mark, paragraph)
        self._pair_older(older)
        return self._found

    def _alone(self, mark: "_Element", paragraph: "_Element | None") -> None:
        """Make a group of a mark that stands in no text: of tables, sections, lists."""
        first = paragraph
        if first is None:
            home = _subject(mark)
            first = next(home.iter(*both("p")), None)
        group = self._new(mark, -1 if first is None else self._numbers[first])
        if first is not None and paragraph is None and group.kind == "table":
            group.texts.append("".join(leaf.text for leaf in leaves(first) if not leaf.end))

    def _new(self, mark: "_Element", paragraph: int) -> Group:
        author, date = author_and_date(mark)
        number = len(self._found.groups) + 1
        move = self._moves.get(mark, "")
        group = Group(number, revision_kind(mark), author, date, label_of(mark), paragraph, move, [mark])
        self._found.groups.append(group)
        self._found.of[mark] = group
        return group

    def _paragraph(self, paragraph: "_Element") -> None:
        number = self._numbers[paragraph]
        whole = [self._new(mark, number) for mark in _property_marks(paragraph)]
        nearby: dict[_Key, Group] = {}
        for leaf in leaves(paragraph):
            covering = [self._group(mark, number, nearby) for mark in leaf.marks]
            if leaf.text:
                for group in covering:
                    group.texts.append(leaf.text)
                nearby = {key: group for key, group in nearby.items() if group in covering}
                if not leaf.end and not any(group.kind in ("delete", "move_from") for group in covering):
                    for group in whole:
                        group.texts.append(leaf.text)

    def _group(self, mark: "_Element", paragraph: int, nearby: dict[_Key, Group]) -> Group:
        """Return the group of a mark: one made before with nothing but itself in between, else a new one."""
        group = self._found.of.get(mark)
        if group is not None:
            return group
        key = (revision_kind(mark), *author_and_date(mark), self._moves.get(mark, ""))
        group = nearby.get(key)
        if group is None:
            group = nearby[key] = self._new(mark, paragraph)
        else:
            group.marks.append(mark)
            self._found.of[mark] = group
        return group

    def _pair_older(self, older: list["_Element"]) -> None:
        """Give the marks of the older copy of a text box the groups of the newer one, where both are alike."""
        by_box: dict[_Element, list[_Element]] = {}
        for mark in older:
            box = [e for e in mark.iterancestors() if kind(e) == "mc:AlternateContent"][-1]
            by_box.setdefault(box, []).append(mark)
        for box, marks in by_box.items():
            choice = child(box, "mc:Choice")
            newer = [e for e in choice.iter(*TAGS) if e in self._found.of] if choice is not None else []
            if [mark.tag for mark in newer] == [mark.tag for mark in marks]:
                for old, new in zip(marks, newer, strict=True):
                    self._found.of[new].marks.append(old)
                    self._found.of[old] = self._found.of[new]


def _property_marks(paragraph: "_Element") -> list["_Element"]:
    """Return the marks in w:pPr that concern the paragraph as a whole, not its end."""
    properties = child(paragraph, "pPr")
    if properties is None:
        return []
    own = child(properties, "rPr")
    ends = set(own) if own is not None else set()
    return [mark for mark in properties.iter(*TAGS) if mark not in ends and not is_history(mark)]


def _subject(mark: "_Element") -> "_Element":
    """Return the table, row, cell or section that a mark in its properties speaks of."""
    role = role_of(mark)
    parent = mark.getparent()
    if role is Role.CONTENT or parent is None:
        return mark
    above = parent.getparent()
    return parent if above is None or kind(above) == "body" else above


def _move_names(root: "_Element") -> dict["_Element", str]:
    """Return for every w:moveFrom and w:moveTo the name of the move, from the range it stands in."""
    names: dict[_Element, str] = {}
    inside: dict[tuple[str, str], str] = {}
    for element in root.iter(*RANGE_TAGS, *both("moveFrom"), *both("moveTo")):
        what = kind(element)
        if what in ("moveFrom", "moveTo"):
            name = next((value for (side, _), value in inside.items() if side == what), "")
            if name:
                names[element] = name
        elif what.endswith("RangeStart") and not what.startswith("customXml"):
            inside[what.removesuffix("RangeStart"), attribute(element, "id")] = attribute(element, "name")
        else:
            inside.pop((what.removesuffix("RangeEnd"), attribute(element, "id")), None)
    return names
