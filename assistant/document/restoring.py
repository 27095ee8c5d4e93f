"""The edits that make a text say again what another one says: how a version from the history comes back."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from assistant.document.block import Block, Cell, Document, Marks, Run, Span
from assistant.document.difference import replacements
from assistant.document.edit import Edit, InsertBlocks, RemoveBlocks, ReplaceText, SetMark, SetSaid, apply
from assistant.document.pairing import Pair, pair
from assistant.text.characters import TOKEN


@dataclass(frozen=True, slots=True)
class Restoration:
    """The edits, and how many paragraphs they can't bring back: locked ones, and tables that are no longer there."""

    edits: tuple[Edit, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands in a container: one block, or the blocks of a whole table; `key` says what it is paired by."""

    key: Hashable
    blocks: tuple[Block, ...]
    table: int | None = None

    @property
    def locked(self) -> bool:
        return not isinstance(self.key, str)


def restoration(current: Document, wanted: Document) -> Restoration:
    """Return the edits that lead from one document to the words, marks and levels of another.

    Nothing locked is touched: tables, tokens and locked blocks of `current` stay, whatever `wanted` has of them.
    """
    return _Restoring(current, wanted).carry_out()


def restored(current: Document, wanted: Document) -> Document:
    """Return the text of `wanted` as an edit of `current`: over the same base, so that it can be saved like it."""
    return apply(current, restoration(current, wanted).edits)


class _Restoring:
    def __init__(self, current: Document, wanted: Document) -> None:
        self._current, self._wanted = current, wanted
        self._edits: list[Edit] = []
        self._left_out = 0

    def carry_out(self) -> Restoration:
        old, new = _body(self._current), _body(self._wanted)
        self._container(old, new, pair([entry.key for entry in old], [entry.key for entry in new]))
        return Restoration(tuple(self._edits), self._left_out)

    def _container(self, old: Sequence[_Entry], new: Sequence[_Entry], pairs: Sequence[Pair]) -> None:
        after: Block | None = None
        in_body = False
        removed: list[Block] = []
        filled = any(entry.table is None and entry.locked for entry in old)
        for i, j in pairs:
            if i is not None:
                after, in_body = old[i].blocks[-1], old[i].table is not None
            if i is None and j is not None:
                self._insert(new[j], after, in_body=in_body)
                filled = filled or not new[j].locked
            elif j is None and i is not None:
                filled = not self._remove(old[i], removed) or filled
            elif i is not None and j is not None:
                self._change(old[i], new[j])
                filled = filled or old[i].table is None
        if removed and not filled:  # a text, and a cell, never stays without a paragraph
            self._edits.extend(replacements(removed.pop(0), ""))
        if removed:
            self._edits.append(RemoveBlocks(tuple(block.id for block in removed)))

    def _insert(self, entry: _Entry, after: Block | None, *, in_body: bool) -> None:
        if entry.locked:
            self._left_out += 1
            return
        block = entry.blocks[0]
        text = block.text.replace(TOKEN, "")
        self._left_out += TOKEN in block.text
        name = None if after is None else after.id
        self._edits.append(InsertBlocks(name, (text,), (block.said,), in_body=in_body))

    def _remove(self, entry: _Entry, removed: list[Block]) -> bool:
        """Take a paragraph out, and tell whether it goes; of one with something locked in it only the words do."""
        block = entry.blocks[0]
        if entry.locked:
            return entry.table is not None
        if block.fixed or TOKEN in block.text:
            self._edits.extend(replacements(block, ""))
            return False
        removed.append(block)
        return True

    def _change(self, old: _Entry, new: _Entry) -> None:
        if old.table is not None and new.table is not None:
            for cell in self._current.tables[old.table].cells:
                here, there = Cell(old.table, cell.row, cell.column), Cell(new.table, cell.row, cell.column)
                olds, news = _cell(old.blocks, here), _cell(new.blocks, there)
                self._container(olds, news, _in_turn(len(olds), len(news)))
        elif not old.locked:
            block, wanted = old.blocks[0], new.blocks[0]
            replaced = replacements(block, wanted.text)
            self._edits += [*replaced, *_marks(block, wanted, replaced)]
            if block.said != wanted.said:
                self._edits.append(SetSaid(block.id, wanted.said))


def _in_turn(old: int, new: int) -> list[Pair]:
    """Pair the few paragraphs of a cell by their place: nothing can be put in before the first one there."""
    return [(n if n < old else None, n if n < new else None) for n in range(max(old, new))]


def _body(document: Document) -> list[_Entry]:
    """Return what stands in the body, in order; the blocks of a table as one entry."""
    entries: list[_Entry] = []
    for block in document.blocks:
        table = None if block.container is None else block.container.table
        if table is None:
            entries.append(_entry(block))
        elif entries and entries[-1].table == table:
            last = entries.pop()
            entries.append(_Entry(last.key, (*last.blocks, block), table))
        else:
            entries.append(_Entry(("table", document.tables[table]), (block,), table))
    return entries


def _cell(blocks: Sequence[Block], cell: Cell) -> list[_Entry]:
    return [_entry(block) for block in blocks if block.container == cell]


def _entry(block: Block) -> _Entry:
    return _Entry(block.text if block.opaque is None else ("locked", block.opaque), (block,))


def _marks(block: Block, wanted: Block, replaced: Sequence[ReplaceText]) -> list[SetMark]:
    """Return what makes the characters that stay bold, italic or underlined as they were."""
    old, new = _by_character(block.runs), _by_character(wanted.runs)
    edits = []
    for i, j, length in _kept(len(old), replaced):
        for mark in (Marks.BOLD, Marks.ITALIC, Marks.UNDERLINE):
            for start, end, on in _stretches(old[i : i + length], new[j : j + length], mark):
                edits.append(SetMark(Span(block.id, i + start, i + end), mark, on))
    return edits


def _kept(length: int, replaced: Sequence[ReplaceText]) -> list[tuple[int, int, int]]:
    """Return (start before, start after, length) of what replacements leave alone, each stretch by itself."""
    found = []
    before = after = 0
    for edit in sorted(replaced, key=lambda edit: (edit.span.start, edit.span.end)):
        found.append((before, after, edit.span.start - before))
        after += edit.span.start - before + len(edit.new)
        before = edit.span.end
    return [*found, (before, after, length - before)]


def _by_character(runs: Sequence[Run]) -> list[Marks]:
    return [run.marks for run in runs for _ in run.text]


def _stretches(old: Sequence[Marks], new: Sequence[Marks], mark: Marks) -> list[tuple[int, int, bool]]:
    """Return (start, end, on) of the stretches where a mark has to be switched."""
    found: list[tuple[int, int, bool]] = []
    for at, (one, other) in enumerate(zip(old, new, strict=False)):  # tokens may be fewer than there were
        if one & mark == other & mark:
            continue
        on = bool(other & mark)
        if found and found[-1][1] == at and found[-1][2] == on:
            found[-1] = (found[-1][0], at + 1, on)
        else:
            found.append((at, at + 1, on))
    return found
