"""Put single changes into the XML as Word's tracked changes, in the name of one author."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import TYPE_CHECKING

from assistant.formats.docx.names import attribute, child, kind, sibling_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_DELETED = {"t": "delText", "instrText": "delInstrText"}
_REVISIONS = frozenset({"ins", "moveTo"})
_PARAGRAPH_ONLY = frozenset({"rPr", "sectPr", "pPrChange"})
_BEFORE_DELETED = frozenset({"ins"})
_LARGEST = 2**31 - 1
"""Word reads w:id as a signed number of 32 bits."""


class Reviser:
    """The hand of one author at one moment; `date` is ISO 8601 in UTC (`2025-01-10T09:30:00Z`)."""

    def __init__(self, root: "_Element", author: str, date: str) -> None:
        """Look through the part for the ids that are taken."""
        self._author, self._date = author, date
        self._ids = _free_ids(root)
        self._ours: set[_Element] = set()
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether anything was changed yet."""
        return self._busy

    def new_id(self) -> str:
        """Return a w:id that nothing else in the part has."""
        return str(next(self._ids))

    def mark(self, like: "_Element", name: str) -> "_Element":
        """Return a new revision element (`ins`, `del`, `rPrChange`...) with id, author and date."""
        element = like.makeelement(sibling_tag(like, name), nsmap=None)
        element.set(sibling_tag(like, "id"), self.new_id())
        element.set(sibling_tag(like, "author"), self._author)
        element.set(sibling_tag(like, "date"), self._date)
        self._ours.add(element)
        self._busy = True
        return element

    def inserted(self, like: "_Element", elements: list["_Element"]) -> "_Element":
        """Return a w:ins around elements that stand nowhere yet."""
        mark = self.mark(like, "ins")
        mark.extend(elements)
        return mark

    def set_apart(self, mark: "_Element") -> None:
        """Bring a w:ins of ours out of the revision it was put into, which is cut in two around it."""
        parent = mark.getparent()
        while parent is not None and parent not in self._ours and kind(parent) in _REVISIONS:
            following = list(mark.itersiblings())
            if mark.getprevious() is None:
                parent.addprevious(mark)
                following = []
            else:
                parent.addnext(mark)
            if following:
                rest = parent.makeelement(parent.tag, dict(parent.attrib), nsmap=None)
                rest.set(sibling_tag(parent, "id"), self.new_id())
                rest.extend(following)
                mark.addnext(rest)
            if not len(parent):
                _remove(parent)
            parent = mark.getparent()
        before = mark.getprevious()
        if before is not None and before in self._ours and kind(before) == "ins":
            before.extend(list(mark))
            _remove(mark)

    def delete(self, element: "_Element") -> None:
        """Mark a run (or what stands in the place of one) as deleted; take it out where its author inserted it."""
        self._busy = True
        parent = element.getparent()
        if parent is None:
            return
        if kind(parent) == "ins" and attribute(parent, "author") == self._author:
            _remove(element)
            if not len(parent):
                _remove(parent)
            return
        for part in list(element.iter()) if kind(element) == "r" else ():
            if kind(part) in _DELETED and next(part.iterancestors()) is element:
                part.tag = sibling_tag(element, _DELETED[kind(part)])
        before = element.getprevious()
        if before is None or before not in self._ours or kind(before) != "del":
            before = self.mark(element if kind(element) == "r" else _word(element), "del")
            element.addprevious(before)
        before.append(element)

    def changed_properties(self, before: "_Element | None", after: "_Element | None", like: "_Element") -> "_Element":
        """Return the w:rPr `after` with the note that it was `before`; an older note stays instead."""
        result = like.makeelement(sibling_tag(like, "rPr"), nsmap=None) if after is None else deepcopy(after)
        older = child(before, "rPrChange")
        if older is not None:
            result.append(deepcopy(older))
            return result
        change = self.mark(like, "rPrChange")
        old = like.makeelement(sibling_tag(like, "rPr"), nsmap=None) if before is None else deepcopy(before)
        change.append(old)
        result.append(change)
        return result

    def mark_end(self, paragraph: "_Element", name: str) -> None:
        """Mark the end of a paragraph as inserted (`ins`) or deleted (`del`)."""
        properties = _properties(paragraph)
        run_properties = child(properties, "rPr")
        if run_properties is None:
            run_properties = paragraph.makeelement(sibling_tag(paragraph, "rPr"), nsmap=None)
            later = next((e for e in properties if kind(e) in ("sectPr", "pPrChange")), None)
            if later is None:
                properties.append(run_properties)
            else:
                later.addprevious(run_properties)
        if child(run_properties, name) is not None:
            return
        at = sum(kind(e) in _BEFORE_DELETED for e in run_properties) if name == "del" else 0
        run_properties.insert(at, self.mark(paragraph, name))

    def change_look(self, paragraph: "_Element", look: "_Element | None") -> None:
        """Give a paragraph that keeps its end the properties of another, noting the old ones."""
        old = _look(child(paragraph, "pPr"))
        new = _look(look)
        if len(old) == len(new) and all(map(_alike, old, new)):
            return
        properties = _properties(paragraph)
        if child(properties, "pPrChange") is not None:
            return  # an older note is somebody else's
        change = self.mark(paragraph, "pPrChange")
        before = paragraph.makeelement(sibling_tag(paragraph, "pPr"), nsmap=None)
        before.extend(old)
        change.append(before)
        for at, element in enumerate(new):
            properties.insert(at, deepcopy(element))
        properties.append(change)

    def delete_control(self, content: "_Element") -> None:
        """Mark the content control around a w:sdtContent as deleted; what is in it is marked by itself."""
        control = content.getparent()
        if control is None:
            return
        pairs = [[self.mark(control, f"customXmlDelRange{end}") for end in ("Start", "End")] for _ in range(2)]
        for start, end in pairs:
            end.attrib.clear()
            end.set(sibling_tag(control, "id"), start.get(sibling_tag(control, "id"), ""))
        (before, first), (last, after) = pairs
        control.addprevious(before)
        content.insert(0, first)
        content.append(last)
        control.addnext(after)

    def mark_row(self, row: "_Element", name: str) -> None:
        """Mark a table row as inserted (`ins`) or deleted (`del`)."""
        properties = child(row, "trPr")
        if properties is None:
            properties = row.makeelement(sibling_tag(row, "trPr"), nsmap=None)
            at = sum(kind(e) == "tblPrEx" for e in row)
            row.insert(at, properties)
        others = ("del", "trPrChange") if name == "ins" else ("trPrChange",)
        later = next((e for e in properties if kind(e) in others), None)
        if later is None:
            properties.append(self.mark(row, name))
        else:
            later.addprevious(self.mark(row, name))


def _free_ids(root: "_Element") -> Iterator[int]:
    taken = set()
    for element in root.iter():
        value = attribute(element, "id") if kind(element) else ""
        if value.lstrip("-").isdecimal():
            taken.add(int(value))
    largest = max(taken, default=0)
    start = max(largest, 0) + 1 if largest < _LARGEST // 2 else 1
    return (number for number in count(start) if number not in taken)


def _properties(paragraph: "_Element") -> "_Element":
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = paragraph.makeelement(sibling_tag(paragraph, "pPr"), nsmap=None)
        paragraph.insert(0, properties)
    return properties


def _look(properties: "_Element | None") -> list["_Element"]:
    return [] if properties is None else [e for e in properties if kind(e) not in _PARAGRAPH_ONLY]


def _alike(one: "_Element", other: "_Element") -> bool:
    """Tell whether two properties say the same, whatever prefixes they use."""
    same = one.tag == other.tag and dict(one.attrib) == dict(other.attrib) and len(one) == len(other)
    return same and all(map(_alike, one, other))


def _word(element: "_Element") -> "_Element":
    """Return the nearest w: element around one of another vocabulary, which tells the namespace."""
    return next(e for e in element.iterancestors() if kind(e) in ("p", "hyperlink", "ins", "moveTo", "sdtContent"))


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
