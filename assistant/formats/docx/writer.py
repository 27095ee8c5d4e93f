"""Write a document back into the bytes it was read from: only what changed is touched."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assistant.document.block import Block, Cell, Document
from assistant.errors import EditRefused
from assistant.formats.docx.archive import replace_member
from assistant.formats.docx.assembly import Assembly
from assistant.formats.docx.collector import collector_paused
from assistant.formats.docx.fresh import Fresh
from assistant.formats.docx.names import kind
from assistant.formats.docx.order import Unit, arrange, block_count, check_ends, last_block
from assistant.formats.docx.package import read_package
from assistant.formats.docx.picture import Picture
from assistant.formats.docx.protection import protected
from assistant.formats.docx.removal import check_removable, remove
from assistant.formats.docx.segments import same_runs
from assistant.formats.docx.xml import serialise
from assistant.formats.layout import Layout

if TYPE_CHECKING:
    from lxml.etree import _Element

Units = dict[tuple[str, int], Unit]
"""The units of a container in the order of the base: ("block", origin) or ("table", number)."""
_PROTECTED = "本文设有编辑保护，没有保存任何改动，请先在 Word 里取消保护。"
_LOCKED = "目录、嵌套表格等锁定的内容不能删除或复制，没有保存任何改动。"
_TABLES = "表格的行列不能在这里增减，没有保存任何改动。"
_CONTAINERS = "段落只能在同一个单元格或正文之内移动，没有保存任何改动。"
_CELLS = "表格单元格和正文至少要留一个段落，没有保存任何改动。"


def write(base: bytes, document: Document, levels: Mapping[str, int], layout: Layout | None = None) -> bytes:
    """Return the bytes of `base` with its main part changed to hold `document`.

    `levels` maps block ids to heading levels (0 title, 1-4 heading; absent: body); they and `layout` only decide how
    new paragraphs look. Nothing changed: `base` itself is returned. Raises EditRefused with one Chinese sentence where
    the document lacks something that can't be taken out, and CannotOpen where `base` isn't a readable file.
    """
    with collector_paused():
        return _write(base, document, levels, layout)


def _write(base: bytes, document: Document, levels: Mapping[str, int], layout: Layout | None) -> bytes:
    package = read_package(base)
    picture = Picture(package)
    if _same(picture, document):
        return base
    if protected(package.settings):
        raise EditRefused(_PROTECTED, "documentProtection is enforced")
    _Writing(picture, document, Fresh(picture, document, levels, layout)).carry_out()
    return replace_member(base, package.main, serialise(picture.body.root))


def _same(picture: Picture, document: Document) -> bool:
    """Tell whether the document is what the base holds."""
    items = picture.body.items
    if len(items) != len(document.blocks):
        return False
    return all(
        block.origin == item.origin
        and block.container == item.container
        and (block.opaque is not None) == (item.opaque is not None)
        and (item.opaque is not None or same_runs(picture.runs[item.origin], block.runs))
        for item, block in zip(items, document.blocks, strict=True)
    )


class _Writing:
    """One save under way."""

    def __init__(self, picture: Picture, document: Document, fresh: Fresh) -> None:
        self._picture, self._document = picture, document
        self._items = {item.origin: item for item in picture.body.items}
        self._assembly = Assembly(picture, document)
        self._fresh = fresh

    def carry_out(self) -> None:
        """Build the paragraphs, take out what is gone, and put everything in order."""
        base = self._base_units()
        homes = self._elements()
        paragraphs = self._assembly.paragraphs()
        final = self._final_units(base, paragraphs)
        self._check_complete(base, final)
        kept = {id(unit) for units in final.values() for unit in units}
        before = self._ends()
        for container, units in base.items():
            for unit in units.values():
                if id(unit) not in kept:
                    self._remove(unit)
            arrange(homes[container], final[container])
        check_ends(before)

    def _ends(self) -> dict["_Element", tuple[int, str]]:
        """Return how many blocks every cell and content control holds, and the last, to see which are emptied."""
        parents = {item.elements[0].getparent() for item in self._picture.body.items}
        return {parent: (block_count(parent), last_block(parent)) for parent in parents if parent is not None}

    def _base_units(self) -> dict[Cell | None, Units]:
        """Return the units of every container: blocks by origin, tables by number."""
        result: dict[Cell | None, Units] = {None: {}}
        for item in self._picture.body.items:
            if item.container is not None:
                body, table = result[None], item.container.table
                body.setdefault(("table", table), Unit([self._picture.body.tables[table][1]], len(body)))
            units = result.setdefault(item.container, {})
            units["block", item.origin] = Unit(item.elements, len(units))
        return result

    def _final_units(
        self, base: dict[Cell | None, Units], paragraphs: Mapping[int, Unit]
    ) -> dict[Cell | None, list[Unit]]:
        result: dict[Cell | None, list[Unit]] = {container: [] for container in base}
        used: set[int] = set()
        last_table: int | None = None
        for position, block in enumerate(self._document.blocks):
            if block.container not in result:
                raise EditRefused(_TABLES, f"no container {block.container}")
            table = None if block.container is None else block.container.table
            if table is not None and table != last_table:
                self._use(base[None]["table", table], used, result[None])
            last_table = table
            unit = self._unit(position, block, base, paragraphs)
            self._use(unit, used, result[block.container])
        return result

    def _use(self, unit: Unit, used: set[int], units: list[Unit]) -> None:
        if id(unit) in used:
            raise EditRefused(_LOCKED, "a table or locked block stands twice")
        used.add(id(unit))
        units.append(unit)

    def _unit(
        self,
        position: int,
        block: Block,
        base: dict[Cell | None, Units],
        paragraphs: Mapping[int, Unit],
    ) -> Unit:
        item = self._items.get(block.origin) if block.origin is not None else None
        if block.opaque is not None:
            if item is None or item.opaque is None or item.container != block.container:
                raise EditRefused(_LOCKED, f"unknown locked block {block.origin}")
            return base[item.container]["block", item.origin]
        unit = paragraphs.get(position)
        if unit is None:
            return Unit([self._fresh.paragraph(position)], None)
        origin = self._assembly.original_at(position)
        known = base[block.container].get(("block", origin)) if origin is not None else None
        if origin is not None and known is None:
            raise EditRefused(_CONTAINERS, f"paragraph {origin} moved to {block.container}")
        return unit if known is None else known

    def _check_complete(self, base: dict[Cell | None, Units], final: dict[Cell | None, list[Unit]]) -> None:
        for container, units in base.items():
            if units and not final[container]:
                raise EditRefused(_CELLS, f"container {container} left empty")
            kept = {id(unit) for unit in final[container]}
            for (what, number), unit in units.items():
                if id(unit) in kept:
                    continue
                if what == "table":
                    raise EditRefused(_TABLES, f"table {number} is missing")
                if self._items[number].opaque is not None:
                    raise EditRefused(_LOCKED, f"locked block {number} is missing")
                if not self._assembly.dissolved(number):
                    check_removable(self._picture, number)

    def _remove(self, unit: Unit) -> None:
        for element in unit.elements:
            remove(element)

    def _elements(self) -> dict[Cell | None, "_Element"]:
        """Return the element of every container that holds a block."""
        result: dict[Cell | None, _Element] = {None: self._picture.body.body}
        for item in self._picture.body.items:
            if item.container not in result:
                result[item.container] = next(e for e in item.elements[0].iterancestors() if kind(e) == "tc")
        return result
