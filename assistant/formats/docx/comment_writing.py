"""Write comments: their elements, the part that holds them, and the part that threads them."""

import re
from typing import TYPE_CHECKING

from assistant.formats.docx.names import (
    COMPATIBILITY,
    STRICT,
    TRANSITIONAL,
    WORD_2010,
    WORD_2012,
    attribute,
    kind,
    sibling_tag,
)
from assistant.formats.docx.new_run import new_run
from assistant.formats.docx.parts import Parts
from assistant.formats.docx.remarks import PARAGRAPH_ID, paragraph_id, plain_values, tree_of
from assistant.text.characters import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
_RELATION_2012 = "http://schemas.microsoft.com/office/2011/relationships/"
_IGNORABLE = f"{{{COMPATIBILITY}}}Ignorable"
_IDENTITIES = re.compile(rb"paraId(?:Parent)?=[\"']([0-9A-Fa-f]{1,8})[\"']")
_FIRST_IDENTITY = 0x10000000
"""Identities of paragraphs lie below 0x80000000 (MS-DOCX 2.2.4); from here on they are easily told in a file."""


class CommentPart:
    """The part with the comments of a file while some are added; made where the file has none."""

    def __init__(self, parts: Parts, main: "_Element") -> None:
        """Read the part; `main` is the root of the main part, which tells the namespace."""
        found = tree_of(parts, "comments")
        self._parts = parts
        self._word = str(main.tag).partition("}")[0][1:]
        self._name = found[0] if found is not None else _beside(parts, "comments.xml")
        self._new = found is None
        self.root = _declared(found[1], {"w14": WORD_2010}) if found is not None else self._fresh()
        names = [name for name in parts.names if name.lower().endswith(".xml")]
        self._taken = {int(m, 16) for name in names for m in _IDENTITIES.findall(parts.read(name) or b"")}
        ids = [attribute(e, "id") for e in self.root if kind(e) == "comment"]
        ids += [attribute(e, "id") for e in main.iter(sibling_tag(main, "commentReference"))]
        self._next = max([int(number) for number in ids if number.isdecimal()], default=-1) + 1

    def add(self, text: str, author: str, date: str) -> "_Element":
        """Add a comment and return it."""
        comment = self.root.makeelement(f"{{{self._word}}}comment", nsmap=None)
        comment.set(sibling_tag(comment, "id"), str(self._next))
        comment.set(sibling_tag(comment, "author"), clean(author))
        if date:
            comment.set(sibling_tag(comment, "date"), date)
        comment.set(sibling_tag(comment, "initials"), "".join(word[0] for word in clean(author).split()))
        self._next += 1
        for n, line in enumerate(clean(text).split("\n")):
            paragraph = comment.makeelement(sibling_tag(comment, "p"), nsmap=None)
            if n == 0:
                mark = comment.makeelement(sibling_tag(comment, "annotationRef"), nsmap=None)
                paragraph.append(new_run(comment, None, [mark]))
            if line:
                paragraph.append(new_run(comment, None, list(line)))
            comment.append(paragraph)
        self.root.append(comment)
        self.identify(comment)
        return comment

    def identify(self, comment: "_Element") -> str:
        """Return the identity of the last paragraph of a comment, given now where it has none."""
        known = paragraph_id(comment)
        if known:
            return known
        paragraphs = [e for e in comment if kind(e) == "p"]
        if not paragraphs:
            paragraphs = [comment.makeelement(sibling_tag(comment, "p"), nsmap=None)]
            comment.append(paragraphs[0])
        number = next(n for n in range(_FIRST_IDENTITY, _FIRST_IDENTITY + len(self._taken) + 1) if n not in self._taken)
        self._taken.add(number)
        paragraphs[-1].set(PARAGRAPH_ID, f"{number:08X}")
        return f"{number:08X}"

    def save(self) -> None:
        """Put the part into the package, with content type and relationship where it is new."""
        self._parts.put_tree(self._name, self.root)
        if self._new:
            content = self._parts.read(self._name) or b""
            self._parts.add(self._name, content, f"{_WORD_TYPE}comments+xml", f"{_RELATION[self._word]}comments")

    def _fresh(self) -> "_Element":
        from lxml import etree

        names = {"w": self._word, "w14": WORD_2010, "mc": COMPATIBILITY}
        return etree.Element(f"{{{self._word}}}comments", {_IGNORABLE: "w14"}, nsmap=names)


def thread(parts: Parts, answer: str, parent: str) -> None:
    """Record in the part for threads that the comment of paragraph identity `answer` answers that of `parent`."""
    from lxml import etree

    found = tree_of(parts, "commentsExtended")
    if found is None:
        names = {"w15": WORD_2012, "mc": COMPATIBILITY}
        root = etree.Element(f"{{{WORD_2012}}}commentsEx", {_IGNORABLE: "w15"}, nsmap=names)
        name = _beside(parts, "commentsExtended.xml")
    else:
        name, root = found
    home = str(root.tag).partition("}")[0] + "}"
    if not any(plain_values(line).get("paraId", "").upper() == parent for line in root):
        etree.SubElement(root, f"{home}commentEx", {f"{home}paraId": parent, f"{home}done": "0"})
    new = etree.SubElement(root, f"{home}commentEx", {f"{home}paraId": answer, f"{home}paraIdParent": parent})
    new.set(f"{home}done", "0")
    parts.put_tree(name, root)
    if found is None:
        content = parts.read(name) or b""
        parts.add(name, content, f"{_WORD_TYPE}commentsExtended+xml", f"{_RELATION_2012}commentsExtended")


def _declared(root: "_Element", names: dict[str, str]) -> "_Element":
    """Return a root that declares the namespaces and lets older programs pass over them."""
    from lxml import etree

    missing = {prefix: uri for prefix, uri in names.items() if uri not in root.nsmap.values()}
    if not missing:
        return root
    known: dict[str | None, str] = dict(root.nsmap)
    known.update(missing)
    known["mc"] = COMPATIBILITY
    new = etree.Element(root.tag, nsmap=known)
    for name, value in root.attrib.items():
        new.set(name, value)
    new.set(_IGNORABLE, " ".join([*root.get(_IGNORABLE, "").split(), *missing]))
    new.text = root.text
    new.extend(list(root))
    return new


def _beside(parts: Parts, name: str) -> str:
    """Return a free name in the folder of the main part."""
    folder = parts.main.rpartition("/")[0]
    stem, _, suffix = name.partition(".")
    taken = {known.lower() for known in parts.names}
    candidates = (f"{stem}{n or ''}.{suffix}" for n in range(len(taken) + 1))
    paths = (f"{folder}/{candidate}" if folder else candidate for candidate in candidates)
    return next(path for path in paths if path.lower() not in taken)
