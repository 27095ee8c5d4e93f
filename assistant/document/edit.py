"""Edits as values, and what they do to a document.

All edits of one tuple refer to the picture before any of them; together they are one undo step.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.document.block import Block, Cell, Document, Marks, Run, Said, Span
from assistant.document.identity import identified
from assistant.document.splice import marked, replaced
from assistant.errors import EditRefused
from assistant.text.characters import TOKEN, clean


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Put `new` in place of the characters of `span`, which must still read `expected`."""

    span: Span
    expected: str
    new: str


@dataclass(frozen=True, slots=True)
class InsertBlocks:
    """Put new paragraphs after the block `after` (None: before the first), into its container.

    `in_body`: where `after` stands in a table, put them after the whole table instead.
    """

    after: str | None
    texts: tuple[str, ...]
    said: tuple[Said | None, ...] = ()
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class RemoveBlocks:
    """Take whole blocks out."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveBlocks:
    """Put blocks, in document order, after the block `after` (None: before the first) of the same container.

    Whole tables move like paragraphs of the body. `in_body`: where `after` stands in a table, put them after the whole
    table instead.
    """

    ids: tuple[str, ...]
    after: str | None
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class SetMark:
    """Switch a character mark on or off."""

    span: Span
    mark: Marks
    on: bool


@dataclass(frozen=True, slots=True)
class SetSaid:
    """Record what the user says a block is (None takes it back)."""

    block: str
    said: Said | None


@dataclass(frozen=True, slots=True)
class SetLabel:
    """Show another automatic number before a block, because its place among its fellows has changed.

    The file holds no such number: Word counts anew.
    """

    block: str
    label: str


@dataclass(frozen=True, slots=True)
class SetLayout:
    """Choose the layout profile of the document (None: leave the file's own)."""

    layout: str | None


Edit = ReplaceText | InsertBlocks | RemoveBlocks | MoveBlocks | SetMark | SetSaid | SetLabel | SetLayout

_STALE = "这处文字已经改动，没有修改任何内容，请重新检查后再试。"
_LOCKED = "这里是不能直接编辑的内容，没有修改任何内容，请在 Word 里处理它。"


def apply(document: Document, edits: Iterable[Edit]) -> Document:
    """Return the document after the edits.

    Raises EditRefused, leaving nothing half done, where a block is gone, the text is not what was expected, a token or
    an opaque block would be lost, a cell would stay without a paragraph, or blocks would change their container.
    """
    edits = tuple(edits)
    blocks: list[Block] = list(document.blocks)
    known = {block.id: block for block in blocks}
    _edit_texts(known, edits)
    blocks = [known[block.id] for block in blocks]
    layout = document.layout
    for edit in edits:
        if isinstance(edit, SetLayout):
            layout = edit.layout
        elif isinstance(edit, SetSaid):
            i = _position(blocks, edit.block)
            blocks[i] = replace(blocks[i], said=edit.said)
        elif isinstance(edit, SetLabel):
            i = _position(blocks, edit.block)
            blocks[i] = replace(blocks[i], label=edit.label)
        elif isinstance(edit, MoveBlocks):
            blocks = _move(blocks, edit)
    for edit in reversed(edits):  # several insertions after one block stand in the order given
        if isinstance(edit, InsertBlocks):
            blocks = _insert(blocks, edit)
    for edit in edits:
        if isinstance(edit, RemoveBlocks):
            blocks = _remove(blocks, edit)
    return Document(identified(blocks), document.tables, layout)


def check_replace(block: Block | None, edit: ReplaceText) -> Block:
    """Return the block an edit may change, or raise EditRefused."""
    if block is None:
        raise EditRefused(_STALE, f"no block {edit.span.block}")
    if block.opaque is not None:
        raise EditRefused(_LOCKED, f"block {block.id} is opaque")
    start, end = edit.span.start, edit.span.end
    if not 0 <= start <= end <= len(block.text) or block.text[start:end] != edit.expected:
        raise EditRefused(_STALE, f"{block.text[start:end]!r} is not {edit.expected!r}")
    if TOKEN in edit.expected:
        raise EditRefused(_LOCKED, "a token would be lost")
    return block


def _edit_texts(known: dict[str, Block], edits: tuple[Edit, ...]) -> None:
    texts = [edit for edit in edits if isinstance(edit, ReplaceText | SetMark)]
    for edit in sorted(texts, key=lambda e: (e.span.start, e.span.end), reverse=True):
        block = known.get(edit.span.block)
        if isinstance(edit, ReplaceText):
            block = check_replace(block, edit)
            runs = replaced(block.runs, edit.span.start, edit.span.end, clean(edit.new))
        else:
            if block is None or block.opaque is not None:
                raise EditRefused(_STALE, f"no block {edit.span.block} to mark")
            runs = marked(block.runs, edit.span.start, edit.span.end, edit.mark, on=edit.on)
        known[block.id] = replace(block, runs=runs)
    spans = sorted((e.span for e in texts if isinstance(e, ReplaceText)), key=lambda s: (s.block, s.start, s.end))
    for left, right in itertools.pairwise(spans):
        if left.block == right.block and right.start < left.end:
            raise EditRefused(_STALE, "overlapping replacements")


def _position(blocks: list[Block], block_id: str) -> int:
    for i, block in enumerate(blocks):
        if block.id == block_id:
            return i
    raise EditRefused(_STALE, f"no block {block_id}")


def _after(blocks: list[Block], after: str | None) -> tuple[int, Cell | None]:
    if after is None:
        return 0, None
    i = _position(blocks, after)
    return i + 1, blocks[i].container


def _insert(blocks: list[Block], edit: InsertBlocks) -> list[Block]:
    at, container = _after(blocks, edit.after)
    if edit.in_body:
        at, container = _past_table(blocks, at, container), None
    said = edit.said or (None,) * len(edit.texts)
    new = [
        Block(f"inserted.{i}", (Run(text),) if text else (), container=container, said=word)
        for i, (text, word) in enumerate(zip(map(clean, edit.texts), said, strict=True))
    ]
    return blocks[:at] + new + blocks[at:]


def _remove(blocks: list[Block], edit: RemoveBlocks) -> list[Block]:
    gone = set(edit.ids)
    if missing := gone - {block.id for block in blocks}:
        raise EditRefused(_STALE, f"no blocks {sorted(missing)}")
    for block in blocks:
        if block.id in gone and (block.opaque is not None or block.fixed or TOKEN in block.text):
            raise EditRefused(_LOCKED, f"block {block.id} holds something locked")
    kept = [block for block in blocks if block.id not in gone]
    if {block.container for block in blocks} != {block.container for block in kept}:
        raise EditRefused("表格单元格和正文至少要留一个段落，没有修改任何内容。", "last paragraph of its container")
    return kept


def _move(blocks: list[Block], edit: MoveBlocks) -> list[Block]:
    ids = set(edit.ids)
    moved = [block for block in blocks if block.id in ids]
    if len(moved) != len(ids) or edit.after in ids:
        raise EditRefused(_STALE, f"cannot move {edit.ids} after {edit.after}")
    rest = [block for block in blocks if block.id not in ids]
    at, container = _after(rest, edit.after)
    if edit.in_body:
        at, container = _past_table(rest, at, container), None
    left = {block.container.table for block in rest if block.container is not None}
    homes = {block.container for block in moved}
    whole = {home for home in homes if home is not None and home.table not in left}
    if homes - {container} and (container is not None or homes - whole - {None}):
        raise EditRefused("段落只能在同一个单元格或正文之内移动，没有修改任何内容。", "move between containers")
    return rest[:at] + moved + rest[at:]


def _past_table(blocks: list[Block], at: int, container: Cell | None) -> int:
    """Return the position after the table that the block before `at`, in `container`, stands in."""
    if container is None:
        return at
    return 1 + max(i for i, block in enumerate(blocks) if block.container and block.container.table == container.table)
