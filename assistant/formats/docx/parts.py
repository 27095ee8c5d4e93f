"""Change several parts of a package at once: read, replace, add and remove parts with their relationships."""

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from assistant.errors import CannotOpen
from assistant.formats.docx.archive import replace_member
from assistant.formats.docx.package import read_package
from assistant.formats.docx.xml import DAMAGED, parse, serialise

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATIONSHIP = f"{{{_RELATIONSHIPS}}}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
TYPES_PART = "[Content_Types].xml"
_EMPTY_RELATIONSHIPS = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()


class Parts:
    """A package while some of its parts are changed; `bytes` gives the result, every other member as it was."""

    def __init__(self, data: bytes) -> None:
        """Check the file. Raises CannotOpen where it isn't a readable Word package."""
        self.main = read_package(data).main.replace("\\", "/").lstrip("/")
        self._data = data
        self._changed: dict[str, bytes] = {}
        self._added: list[str] = []
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._members: dict[str, str] = {}
            for info in archive.infolist():
                name = info.filename.replace("\\", "/").lstrip("/")
                if not info.is_dir():
                    self._members.setdefault(name.lower(), info.filename)

    @property
    def names(self) -> list[str]:
        """Names of all parts as the file writes them."""
        return list(self._members.values())

    def read(self, name: str) -> bytes | None:
        """Return a part as it is now; None where there is none of that name (upper and lower case are the same).

        Raises CannotOpen where a part that opening doesn't read is damaged.
        """
        member = self._members.get(name.lower())
        if member is None or member in self._changed:
            return None if member is None else self._changed[member]
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                return archive.read(member)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise CannotOpen(DAMAGED, f"{name}: {error}") from error

    def put(self, name: str, content: bytes) -> None:
        """Replace a part, or add one that needs no relationship."""
        member = self._members.get(name.lower())
        if member is None:
            member = self._members[name.lower()] = name
            self._added.append(name)
        self._changed[member] = content

    def put_tree(self, name: str, root: "_Element") -> None:
        """Replace a part by a tree."""
        self.put(name, serialise(root))

    def reached(self, source: str) -> list[str]:
        """Return every part that relationships lead to from a part, over others too; `` is the package itself."""
        found: dict[str, None] = {}
        waiting = [source]
        while waiting:
            home = waiting.pop()
            for relation in self.relations(home):
                member = self._members.get(target_of(relation, home).lower())
                if member is not None and member not in found:
                    found[member] = None
                    waiting.append(member)
        return list(found)

    def related(self, type_: str, source: str | None = None) -> list[str]:
        """Return the parts that a part (the main one unless told) has a relationship of this type to.

        `type_` is the last word of the relationship type, the same for the transitional, Strict and later types.
        """
        home = self.main if source is None else source
        found = []
        for relation in self.relations(home):
            target = target_of(relation, home)
            if relation.get("Type", "").rpartition("/")[2] == type_ and target.lower() in self._members:
                found.append(self._members[target.lower()])
        return list(dict.fromkeys(found))

    def relations(self, source: str) -> list["_Element"]:
        """Return the relationships of a part to other parts of the package; `` is the package itself."""
        data = self.read(relations_part(source))
        if data is None:
            return []
        elements = parse(data, relations_part(source)).iter(RELATIONSHIP)
        return [element for element in elements if element.get("TargetMode") != "External"]

    def add(self, name: str, content: bytes, content_type: str, relation: str) -> None:
        """Add a part that the main one has a relationship to; both types are given in full."""
        self.put(name, content)
        types = parse(self.read(TYPES_PART) or b"", TYPES_PART)
        override = types.makeelement(f"{TYPES}Override", nsmap=None)
        override.set("PartName", f"/{name}")
        override.set("ContentType", content_type)
        types.append(override)
        self.put_tree(TYPES_PART, types)
        links = relations_part(self.main)
        root = parse(self.read(links) or _EMPTY_RELATIONSHIPS, links)
        used = {element.get("Id") for element in root}
        link = root.makeelement(RELATIONSHIP, nsmap=None)
        link.set("Id", next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used))
        link.set("Type", relation)
        link.set("Target", posixpath.relpath(name, posixpath.dirname(self.main) or "."))
        root.append(link)
        self.put_tree(links, root)

    def bytes(self) -> bytes:
        """Return the package with all changes; nothing changed: the very bytes it was made of."""
        data = self._data
        for member, content in self._changed.items():
            if member not in self._added:
                data = replace_member(data, member, content)
        if self._added:
            out = io.BytesIO(data)
            with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:  # leaves the members before as they are
                for member in self._added:
                    info = zipfile.ZipInfo(member)
                    info.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(info, self._changed[member])
            data = out.getvalue()
        return data


def relations_part(source: str) -> str:
    """Return the name of the part that holds the relationships of a part; `` is the package itself."""
    folder, name = posixpath.split(source.replace("\\", "/").lstrip("/"))
    return posixpath.join(folder, "_rels", f"{name}.rels")


def target_of(relation: "_Element", source: str) -> str:
    """Return the name of the part that an internal relationship of `source` leads to."""
    target = unquote(relation.get("Target", "").partition("#")[0].replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
