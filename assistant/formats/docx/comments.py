"""List, answer, add and remove the comments of a file."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.errors import CannotOpen, EditRefused
from assistant.formats.docx.comment_anchors import anchor_answer, anchor_notes, drop_anchors
from assistant.formats.docx.comment_writing import CommentPart, thread
from assistant.formats.docx.names import attribute
from assistant.formats.docx.package import read_package
from assistant.formats.docx.parts import Parts
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.remarks import Remark, paragraph_id, plain_values, remarks_of, tree_of
from assistant.formats.docx.xml import parse
from assistant.formats.revision import Comment, Note

if TYPE_CHECKING:
    from lxml.etree import _Element

_GONE = "这条批注已经不在文件里，没有改动文件，请重新打开文件再试。"
_NO_PLACE = "要加批注的段落已经不在文件里，没有改动文件，请重新检查后再试。"
STORIES = ("header", "footer", "footnotes", "endnotes")
"""Types of the parts with text beside the main one."""


def comments(data: bytes) -> tuple[Comment, ...]:
    """Return the comments of a file, numbered from 1 in the order of the text. Raises CannotOpen."""
    parts = Parts(data)
    found = tree_of(parts, "comments")
    return tuple(_value(remark) for remark in remarks_of(parts, None if found is None else found[1]))


def reply(data: bytes, number: int, text: str, author: str, date: str) -> bytes:
    """Answer the comment of that number; the answer has its range and follows the last answer to it.

    As in Word an answer to an answer joins the thread. Parts that threads need are made where missing. Raises
    EditRefused where no comment has that number, CannotOpen where the file isn't readable.
    """
    parts = Parts(data)
    main = parse(parts.read(parts.main) or b"", parts.main)
    part = CommentPart(parts, main)
    remarks = {remark.number: remark for remark in remarks_of(parts, part.root)}
    asked = remarks.get(number)
    if asked is None:
        raise EditRefused(_GONE, f"no comment {number}")
    while asked.parent is not None:
        asked = remarks[asked.parent]
    last = max((r.number for r in remarks.values() if _top(r, remarks) is asked), default=asked.number)
    new = part.add(text, author, date)
    names = [parts.main, *_stories(parts)]
    for name in names:
        root = main if name == parts.main else _tree(parts, name)
        if root is not None and anchor_answer(root, asked.identity, remarks[last].identity, attribute(new, "id")):
            parts.put_tree(name, root)
            break
    parent = part.identify(asked.element)
    part.save()
    thread(parts, paragraph_id(new), parent)
    return parts.bytes()


def add(data: bytes, notes: tuple[Note, ...], author: str, date: str) -> bytes:
    """Add comments to stretches of blocks; a paragraph that can't be edited gets them as a whole.

    Raises EditRefused where there is no such paragraph, CannotOpen where the file isn't readable.
    """
    if not notes:
        return data
    package = read_package(data)
    picture = Picture(package)
    parts = Parts(data)
    part = CommentPart(parts, picture.body.root)
    by_paragraph: dict[int, list[tuple[int, int, str]]] = {}
    for note in notes:
        if not 0 <= note.paragraph < len(picture.body.paragraphs):
            raise EditRefused(_NO_PLACE, f"no paragraph {note.paragraph}")
        new = part.add(note.text, author, date)
        by_paragraph.setdefault(note.paragraph, []).append((note.start, note.end, attribute(new, "id")))
    for number, places in by_paragraph.items():
        anchor_notes(picture.body.paragraphs[number], places, whole=number not in picture.runs)
    parts.put_tree(parts.main, picture.body.root)
    part.save()
    return parts.bytes()


def remove(data: bytes, numbers: Iterable[int]) -> bytes:
    """Remove the comments of these numbers, answers to them and their marks in the text. Raises CannotOpen."""
    parts = Parts(data)
    found = tree_of(parts, "comments")
    if found is None:
        return data
    name, root = found
    remarks = {remark.number: remark for remark in remarks_of(parts, root)}
    wanted = set(numbers)
    gone = [r for r in remarks.values() if r.number in wanted or _top(r, remarks).number in wanted]
    if not gone:
        return data
    names = {paragraph_id(remark.element) for remark in gone} - {""}
    for remark in gone:
        root.remove(remark.element)
    parts.put_tree(name, root)
    _forget(parts, names)
    for story in [parts.main, *_stories(parts)]:
        tree = _tree(parts, story)
        if tree is not None and drop_anchors(tree, {remark.identity for remark in gone}):
            parts.put_tree(story, tree)
    return parts.bytes()


def _forget(parts: Parts, paragraphs: set[str]) -> None:
    """Take comments, by the identity of their last paragraph, out of the parts that tell more of them."""
    durable: set[str] = set()
    for type_ in ("commentsExtended", "commentsIds", "commentsExtensible"):
        found = tree_of(parts, type_)
        if found is None:
            continue
        changed = False
        for line in list(found[1]):
            values = plain_values(line)
            if values.get("paraId", "").upper() in paragraphs or values.get("durableId") in durable:
                durable |= {values["durableId"]} if "durableId" in values else set()
                found[1].remove(line)
                changed = True
        if changed:
            parts.put_tree(*found)


def _top(remark: Remark, remarks: dict[int, Remark]) -> Remark:
    while remark.parent is not None:
        remark = remarks[remark.parent]
    return remark


def _stories(parts: Parts) -> list[str]:
    return [name for type_ in STORIES for name in parts.related(type_)]


def _tree(parts: Parts, name: str) -> "_Element | None":
    try:
        return parse(parts.read(name) or b"", name)
    except CannotOpen:
        return None  # a damaged header is copied as it is


def _value(remark: Remark) -> Comment:
    element = remark.element
    return Comment(
        remark.number,
        attribute(element, "author"),
        attribute(element, "initials"),
        attribute(element, "date"),
        remark.text,
        remark.range.paragraph,
        remark.range.text,
        remark.parent,
        remark.done,
    )
