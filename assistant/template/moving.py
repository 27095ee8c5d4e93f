"""Move sections and paragraphs, and make headings deeper or less deep: edits of one undo step, numbers included."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.document.block import Block, Document
from assistant.document.edit import Edit, MoveBlocks, apply
from assistant.document.outline import Report, Section
from assistant.errors import EditRefused
from assistant.template.renumbering import Place, counted, renumber
from assistant.text.numbering import leading

_NO_SECTION = "这一段不是标题，文字没有变化，请把光标放在标题上再试。"
_SHARED = "这个标题和别的标题在同一段里，文字没有变化，请先把它们分成两段。"
_FIRST = "已经在最前面了，不能再上移。"
_LAST = "已经在最后面了，不能再下移。"
_TOP = "已经是一级标题了，不能再升级。"
_NOTHING_ABOVE = "它前面没有同级的标题，不能再降级。"
_AUTOMATIC = "这里的编号是 Word 自动编的，文字没有变化，请在 Word 里升级或降级。"


def move_section(document: Document, report: Report, heading_block: str, *, down: bool) -> tuple[Edit, ...]:
    """Return the edits that move a section, with all below it, over its neighbour; numbers are counted anew.

    The last sub-section of a section goes down to the beginning of the next section, the first one up to the end of
    the one before. Blank paragraphs between sections stay between them. Raises EditRefused, with one sentence, where
    there is no such section or nowhere to go.
    """
    path = _path(report.sections, heading_block)
    siblings, at = path[-1]
    section = siblings[at]
    _check_apart(section, siblings, path)
    before = _places(report.sections)
    if 0 <= (other := at + (1 if down else -1)) < len(siblings):
        upper, lower = (section, siblings[other]) if down else (siblings[other], section)
        _check_apart(lower, siblings, path)
        moves = _exchange(document, upper, lower)
        after = _exchanged(before, upper, lower)
    else:
        target = _neighbour(path, down=down)
        moves, place = _into(document, section, target, down=down)
        after = _put(before, section, place)
    return (*moves, *renumber(document, before, after))


def move_paragraphs(document: Document, first: str, last: str, *, down: bool) -> tuple[Edit, ...]:
    """Return the edits that move paragraphs (ids of the first and last) over the one before or behind them.

    In a table cell they stay in the cell; in the body a table is passed, or taken along, as a whole. Raises EditRefused
    where there is nowhere to go.
    """
    blocks = document.blocks
    positions = {block.id: i for i, block in enumerate(blocks)}
    low, high = positions[first], positions[last]
    home = blocks[low].container if blocks[low].container == blocks[high].container else None
    if home is None:
        low, high = _whole(blocks, low, high)
    beyond = high + 1 if down else low - 1
    if not 0 <= beyond < len(blocks) or (home is not None and blocks[beyond].container != home):
        raise EditRefused(_LAST if down else _FIRST, "nowhere to go")
    start, end = (beyond, beyond) if home is not None else _whole(blocks, beyond, beyond)
    numbers = _exchanged_numbers(blocks[low : high + 1], blocks[start : end + 1])
    if not down:  # the paragraphs before go behind: in a cell nothing may stand before them
        low, high, start, end = start, end, low, high
    return (MoveBlocks(_ids(document, low, high), blocks[end].id, in_body=home is None), *numbers)


def _exchanged_numbers(some: Sequence[Block], others: Sequence[Block]) -> tuple[Edit, ...]:
    """Return the edits by which two paragraphs of one list exchange their numbers."""
    if len(some) != 1 or len(others) != 1:
        return ()
    a, b = (leading(block.label or block.text) for block in (some[0], others[0]))
    if a is None or b is None or a.style is not b.style or abs(a.value - b.value) != 1:
        return ()
    return (*counted(some[0], b.value), *counted(others[0], a.value))


def relevel(document: Document, report: Report, block: str, *, deeper: bool) -> tuple[Edit, ...]:
    """Return the edits that make a heading, with those below it, one level deeper or less deep.

    A typed number takes the pattern of its new level (一、→（一）→ 1.→（1）, or what the report uses there); an
    un-numbered heading is said to have it. Raises EditRefused, with one sentence, where that can't be done.
    """
    path = _path(report.sections, block)
    siblings, at = path[-1]
    section = siblings[at]
    if not deeper and len(path) == 1:
        raise EditRefused(_TOP, "level 1")
    if deeper and at == 0:
        raise EditRefused(_NOTHING_ABOVE, "no sibling before")
    before = _places(report.sections)
    own = {place.heading.index for place in _places((section,))}
    if any(document.blocks[index].label for index in own):
        raise EditRefused(_AUTOMATIC, "automatic numbers follow the file's styles")
    step = 1 if deeper else -1
    after = [replace(place, level=place.level + step) if place.heading.index in own else place for place in before]
    return renumber(document, before, after)


def order_after(document: Document, edits: Sequence[Edit]) -> tuple[int, ...]:
    """Return for each place after the edits' moves the position of the block before them that stands there."""
    plain = Document(
        tuple(
            Block(block.id, origin=i, container=block.container, opaque=block.opaque)
            for i, block in enumerate(document.blocks)
        )
    )
    moved = apply(plain, [edit for edit in edits if isinstance(edit, MoveBlocks)])
    return tuple(block.origin for block in moved.blocks if block.origin is not None)


_Path = list[tuple[Sequence[Section], int]]


def _path(sections: Sequence[Section], block: str) -> _Path:
    """Return the way to a section: on every level the sections side by side and the position among them."""

    def search(level: Sequence[Section]) -> _Path:
        headed = [section for section in level if section.heading is not None and section.heading.level > 0]
        for i, section in enumerate(headed):
            if section.heading is not None and section.heading.block == block:
                return [(headed, i)]
            if below := search(section.children):
                return [(headed, i), *below]
        return []

    path = search(sections)
    if not path:
        raise EditRefused(_NO_SECTION, f"no heading {block}")
    return path


def _places(sections: Sequence[Section]) -> list[Place]:
    """Return the headings of sections and of all below them, in reading order."""
    result = []
    for section in sections:
        if section.heading is not None and section.heading.level > 0:
            result.append(Place(section.heading, section.heading.level))
        result += _places(section.children)
    return result


def _check_apart(section: Section, siblings: Sequence[Section], path: _Path) -> None:
    """Refuse to move what shares its first paragraph with the section before or above it."""
    above = [level[at] for level, at in path[:-1]]
    before = [other for other in siblings if other.first < section.first]
    if any(other.first == section.first for other in above) or any(other.last >= section.first for other in before):
        raise EditRefused(_SHARED, f"two headings in block {section.first}")


def _content_end(document: Document, section: Section) -> int:
    """Return the position of a section's last block that isn't blank."""
    last = section.last
    while last > section.first and _is_blank(document.blocks[last]):
        last -= 1
    return last


def _outside(document: Document, section: Section) -> bool:
    """Tell whether a section stands in the body, whose tables it takes along and passes; in a form's cell it stays."""
    return document.blocks[section.first].container is None


def _is_blank(block: Block) -> bool:
    return block.opaque is None and block.container is None and not block.text.strip()


def _ids(document: Document, first: int, last: int) -> tuple[str, ...]:
    return tuple(block.id for block in document.blocks[first : last + 1])


def _exchange(document: Document, upper: Section, lower: Section) -> list[Edit]:
    end, target = _content_end(document, upper), document.blocks[_content_end(document, lower)].id
    outside = _outside(document, upper)
    moves: list[Edit] = [MoveBlocks(_ids(document, upper.first, end), target, in_body=outside)]
    if blanks := _ids(document, end + 1, upper.last):
        moves.append(MoveBlocks(blanks, target, in_body=outside))
    return moves


def _exchanged(before: list[Place], upper: Section, lower: Section) -> list[Place]:
    a, b = _places((upper,)), _places((lower,))
    first = before.index(a[0])
    return [*before[:first], *b, *a, *before[first + len(a) + len(b) :]]


def _neighbour(path: _Path, *, down: bool) -> Section:
    """Return the section before or behind the one that holds the last of the path."""
    refusal = EditRefused(_LAST if down else _FIRST, "nowhere to go")
    if len(path) < 2:
        raise refusal
    uncles, at = path[-2]
    other = at + (1 if down else -1)
    if not 0 <= other < len(uncles):
        raise refusal
    return uncles[other]


def _into(document: Document, section: Section, target: Section, *, down: bool) -> tuple[list[Edit], Place]:
    """Return the move to the beginning (or end) of another section, and the heading it will stand behind there."""
    ids = _ids(document, section.first, _content_end(document, section))
    outside = _outside(document, section)
    child = target.children[0] if target.children and down else None
    if child is None:
        end = document.blocks[_content_end(document, target)].id
        behind = _places((target,))[-1]
        return [MoveBlocks(ids, end, in_body=outside)], behind
    if child.first == target.first or child.heading is None:
        raise EditRefused(_SHARED, f"two headings in block {child.first}")
    after = document.blocks[child.first - 1].id
    return [MoveBlocks(ids, after, in_body=outside)], _places((target,))[0]


def _put(before: list[Place], section: Section, behind: Place) -> list[Place]:
    own = _places((section,))
    rest = [place for place in before if place not in own]
    at = rest.index(behind) + 1
    return [*rest[:at], *own, *rest[at:]]


def _whole(blocks: Sequence[Block], low: int, high: int) -> tuple[int, int]:
    """Widen a range to the whole of the tables at its ends."""

    def together(a: Block, b: Block) -> bool:
        return a.container is not None and b.container is not None and a.container.table == b.container.table

    while low > 0 and together(blocks[low - 1], blocks[low]):
        low -= 1
    while high + 1 < len(blocks) and together(blocks[high], blocks[high + 1]):
        high += 1
    return low, high
