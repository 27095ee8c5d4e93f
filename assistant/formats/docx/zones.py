"""Cut file and document at what can't move in tracked changes: tables, locked blocks, section breaks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.document.block import Cell, Document
from assistant.errors import EditRefused
from assistant.formats.docx.picture import Picture

if TYPE_CHECKING:
    from lxml.etree import _Element

Key = tuple[str, int]
"""("table", number), ("locked", origin) or ("section", origin of the paragraph that holds the break)."""
_ORDER = "表格、目录等内容或分节符前后换了位置，不能以修订方式保存，没有保存任何改动，请改用普通方式保存。"


@dataclass(slots=True)
class Zone:
    """What stands between two fixed things: paragraphs of the file and positions of blocks of the document.

    A section break belongs to the zone it ends. `after` and `before` are the elements around the zone, if any.
    """

    old: list[int] = field(default_factory=list)
    new: list[int] = field(default_factory=list)
    after: "_Element | None" = None
    before: "_Element | None" = None


def zones(picture: Picture, document: Document, owners: Mapping[int, int]) -> list[Zone]:
    """Return the zones of all containers.

    `owners` gives for each section break that stays (the number of its paragraph) the position of the block that it
    goes with. Raises EditRefused where the fixed things of a container aren't in the order they have in the file.
    """
    before = _old_entries(picture, owners)
    after = _new_entries(document, owners)
    result: list[Zone] = []
    for container, entries in before.items():
        new = after.get(container, [])
        if [key for key, _ in new if key] != [key for key, _, _ in entries if key]:
            raise EditRefused(_ORDER, f"fixed things of {container} changed places")
        result.extend(_zones(entries, new))
    return result


def _zones(
    entries: Sequence[tuple[Key | None, int, list["_Element"]]], new: Sequence[tuple[Key | None, int]]
) -> list[Zone]:
    result = [Zone()]
    for key, number, elements in entries:
        if key is None or key[0] == "section":
            result[-1].old.append(number)
        else:
            result[-1].before = elements[0]
        if key is not None:
            result.append(Zone(after=elements[-1]))
    at = 0
    for key, position in new:
        if key is None or key[0] == "section":
            result[at].new.append(position)
        at += key is not None
    return result


def _old_entries(
    picture: Picture, sections: Mapping[int, int]
) -> dict[Cell | None, list[tuple[Key | None, int, list["_Element"]]]]:
    result: dict[Cell | None, list[tuple[Key | None, int, list[_Element]]]] = {None: []}
    last: int | None = None
    for item in picture.body.items:
        table = None if item.container is None else item.container.table
        if table is not None and table != last:
            result[None].append((("table", table), -1, [picture.body.tables[table][1]]))
        last = table
        key: Key | None = None
        if item.opaque is not None:
            key = "locked", item.origin
        elif item.origin in sections:
            key = "section", item.origin
        result.setdefault(item.container, []).append((key, item.origin, item.elements))
    return result


def _new_entries(document: Document, owners: Mapping[int, int]) -> dict[Cell | None, list[tuple[Key | None, int]]]:
    sections = {position: origin for origin, position in owners.items()}
    result: dict[Cell | None, list[tuple[Key | None, int]]] = {}
    last: int | None = None
    for position, block in enumerate(document.blocks):
        table = None if block.container is None else block.container.table
        if table is not None and table != last:
            result.setdefault(None, []).append((("table", table), -1))
        last = table
        key: Key | None = None
        if block.opaque is not None and block.origin is not None:
            key = "locked", block.origin
        elif position in sections:
            key = "section", sections[position]
        result.setdefault(block.container, []).append((key, position))
    return result
