"""Bring two documents together: what of the old one stays, what goes and what is new, in one order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.document.block import BODY_LEVEL, Block, Cell, Document, Run
from assistant.formats.docx.alignment import signs
from assistant.formats.docx.course import Piece, Target
from assistant.formats.docx.pairing import Group, Profile, groups
from assistant.formats.docx.rewording import pieces_between
from assistant.text.characters import TOKEN
from assistant.text.numbering import leading

_HEADING = 40
"""Characters up to which a numbered paragraph counts as a heading."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A block of a container by its position, or a whole table by its number."""

    block: int = -1
    table: int = -1


_Step = tuple[list[Entry], list[Entry]]


@dataclass(slots=True)
class Comparison:
    """Both documents in one: `document` in the order of the result, with the tables and locked blocks of the old one.

    `targets` say for every paragraph of it by position what it is made of; `sections` give for each section break that
    stays its block. `gone` are old tables, `added` new ones with the position after which they stand (-1: at the top).
    """

    blocks: list[Block] = field(default_factory=list)
    targets: dict[int, Target] = field(default_factory=dict)
    sections: dict[int, int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    added: list[tuple[int, int]] = field(default_factory=list)
    levels: dict[str, int] = field(default_factory=dict)


def compared(old: Document, new: Document, section_breaks: frozenset[int]) -> Comparison:
    """Compare two documents; `section_breaks` are the paragraphs of the old one that end a section.

    Locked blocks of the old document stay as they are; those of the new one only tell where they stand in its text.
    """
    return _Comparing(old, new, section_breaks).carry_out()


class _Comparing:
    def __init__(self, old: Document, new: Document, section_breaks: frozenset[int]) -> None:
        self._old, self._new, self._breaks = old, new, section_breaks
        self._old_entries, self._new_entries = _entries(old), _entries(new)
        self._kinds: dict[str, str] = {}
        self._result = Comparison()
        self._current: Cell | None = None  # the old container whose blocks are being added
        self._may_break = True  # whether a section that ends here would be followed by anything
        self._free: int | None = None  # the last new paragraph, as long as it may take over a section break

    def carry_out(self) -> Comparison:
        self._container(None, None)
        return self._result

    def _container(self, old_cell: Cell | None, new_cell: Cell | None) -> None:
        old = self._old_entries.get(old_cell, [])
        new = self._new_entries.get(new_cell, [])
        self._free = None
        steps = self._steps(old, new)
        last = max((at for at, (_, news) in enumerate(steps) if news), default=-1)
        for at, (olds, news) in enumerate(steps):
            self._may_break = at < last or at == len(steps) - 1
            if olds and news:
                self._keep(olds, news)
            for entry in () if news else olds:
                self._delete(entry)
            for entry in () if olds else news:
                self._insert(entry)

    def _steps(self, old: Sequence[Entry], new: Sequence[Entry]) -> list[_Step]:
        """Return in order what becomes what: nothing on the right is deleted, nothing on the left inserted."""
        steps: list[_Step] = []
        done_old = done_new = 0
        pairs = groups([self._profile(self._old, e) for e in old], [self._profile(self._new, e) for e in new])
        for group in [*pairs, Group((len(old),), (len(new),))]:
            steps.extend(([entry], []) for entry in old[done_old : group.old[0]])
            steps.extend(([], [e]) for e in new[done_new : group.new[0]] if not self._is_locked(e))
            done_old, done_new = group.old[-1] + 1, group.new[-1] + 1
            if group.old[0] < len(old):
                steps.append(([old[i] for i in group.old], [new[j] for j in group.new]))
        return self._with_end(steps)

    def _with_end(self, steps: list[_Step]) -> list[_Step]:
        """Leave a paragraph at the end where all old ones there would go: a cell, and a text, must end with one."""
        after = len(steps)
        while after and not steps[after - 1][1] and not self._is_fixed(steps[after - 1][0][0]):
            after -= 1
        last = after
        while last and not steps[last - 1][1]:
            last -= 1
        if after in (0, len(steps)) or last in (0, after):
            return steps
        if steps[last - 1][1][0].table >= 0 or self._is_locked(steps[last - 1][1][0]):
            return steps
        olds, news = steps[last - 1]
        apart: list[_Step] = [([entry], []) for entry in olds]
        apart += [([], [entry]) for entry in news[:-1]]
        return [*steps[: last - 1], *apart, *steps[last:], ([], [news[-1]])]

    def _is_fixed(self, entry: Entry) -> bool:
        """Tell whether an old entry keeps its place even where the new text hasn't got it."""
        return entry.table >= 0 or self._old.blocks[entry.block].opaque is not None

    def _is_locked(self, entry: Entry) -> bool:
        return entry.table < 0 and self._new.blocks[entry.block].opaque is not None

    def _profile(self, document: Document, entry: Entry) -> Profile:
        if entry.table >= 0:
            cells = (b.text for b in document.blocks if b.container is not None and b.container.table == entry.table)
            return Profile("\n".join(cells), document.tables[entry.table])
        block = document.blocks[entry.block]
        if block.opaque is not None:
            return Profile(block.opaque.preview, block.opaque.kind)
        return Profile(block.text.replace(TOKEN, ""))

    def _delete(self, entry: Entry) -> None:
        """Leave an old paragraph out; tables and locked blocks stay in the order, and section breaks where they can."""
        if entry.table >= 0:
            self._result.gone.add(entry.table)
            for cell in self._cells(entry.table):
                for inner in self._old_entries[cell]:
                    self._unchanged(self._old.blocks[inner.block])
            self._free = None
            return
        block = self._old.blocks[entry.block]
        if block.opaque is not None:
            self._unchanged(block)
            self._free = None
        elif block.origin in self._breaks and self._may_break and self._free is not None and block.origin is not None:
            self._result.sections[block.origin] = self._free
            self._free = None

    def _insert(self, entry: Entry) -> None:
        if entry.table >= 0:
            self._result.added.append((len(self._result.blocks) - 1, entry.table))
            return
        block = self._new.blocks[entry.block]
        text = block.text.replace(TOKEN, "")
        container = self._current
        runs = (Run(text),) if text else ()
        position = self._append(Block("", runs, container=container), _level(block))
        self._result.targets[position] = Target(position, tuple(map(Piece, signs(runs))), None)
        self._free = position

    def _keep(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        if old[0].table >= 0:
            for place in self._old.tables[old[0].table].cells:
                self._current = Cell(old[0].table, place.row, place.column)
                self._container(self._current, Cell(new[0].table, place.row, place.column))
            self._current = None
            self._free = None
            return
        olds = [self._old.blocks[entry.block] for entry in old]
        if olds[0].opaque is not None:
            self._unchanged(olds[0])
            self._free = None
            return
        for at in range(len(olds) - 2, -1, -1):
            if olds[at].origin in self._breaks:
                olds = olds[at + 1 :]  # text is not joined over a section break
                break
        news = [self._new.blocks[entry.block] for entry in new]
        position = -1
        for block, pieces in zip(news, pieces_between(olds, news, self._kinds), strict=True):
            position = self._append(olds[0], _level(olds[0]))
            home = olds[0].origin
            self._result.targets[position] = Target(position, tuple(pieces), home)
            self._result.blocks[position] = replace(self._result.blocks[position], label=block.label or olds[0].label)
        self._free = position
        last = olds[-1].origin
        if last is not None and last in self._breaks and self._may_break:
            self._result.sections[last] = position
            self._free = None

    def _unchanged(self, block: Block) -> None:
        position = self._append(block, _level(block))
        if block.opaque is None:
            pieces = (Piece(sign, block.origin, atom) for atom, sign in enumerate(signs(block.runs)))
            self._result.targets[position] = Target(position, tuple(pieces), block.origin)

    def _append(self, block: Block, level: int) -> int:
        position = len(self._result.blocks)
        self._result.blocks.append(replace(block, id=str(position)))
        if level != BODY_LEVEL:
            self._result.levels[str(position)] = level
        return position

    def _cells(self, table: int) -> list[Cell]:
        return [Cell(table, place.row, place.column) for place in self._old.tables[table].cells]


def _entries(document: Document) -> dict[Cell | None, list[Entry]]:
    result: dict[Cell | None, list[Entry]] = {None: []}
    last: int | None = None
    for position, block in enumerate(document.blocks):
        table = None if block.container is None else block.container.table
        if table is not None and table != last:
            result[None].append(Entry(table=table))
        last = table
        result.setdefault(block.container, []).append(Entry(position))
    return result


def _level(block: Block) -> int:
    """Return the heading level, by style or typed number: it only decides which neighbour lends its look."""
    if block.style_level is not None:
        return block.style_level
    ordinal = leading(block.text) if len(block.text) <= _HEADING else None
    if ordinal is None or not ordinal.sure or not 1 <= ordinal.style.rank <= 4:
        return BODY_LEVEL
    return ordinal.style.rank
