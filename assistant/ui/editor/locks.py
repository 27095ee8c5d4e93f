"""The two nets around what is locked: a question before every edit, a census after it."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from assistant.document.block import Document
from assistant.text.characters import TOKEN
from assistant.ui.editor import properties as prop
from assistant.ui.editor.rows import blocks
from assistant.ui.editor.utf16 import between


def may_edit(cursor: QTextCursor) -> bool:
    """Tell whether replacing the selection (or typing at the caret) leaves everything locked alone."""
    document = cursor.document()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    a, b = document.findBlock(first), document.findBlock(last)
    if _opaque(a) or _opaque(b):
        return False
    if a == b:
        return TOKEN not in between(a.text(), first - a.position(), last - a.position())
    return _joinable(a, b, first, last)


def in_opaque(cursor: QTextCursor) -> bool:
    """Tell whether the caret stands in a block that is locked as a whole."""
    return _opaque(cursor.block())


def _joinable(a: QTextBlock, b: QTextBlock, first: int, last: int) -> bool:
    cell = a.blockFormat().property(prop.BLOCK_CELL)
    block = a
    while block.isValid() and block.position() <= b.position():
        fmt = block.blockFormat()
        if _opaque(block) or fmt.property(prop.BLOCK_CELL) != cell:
            return False
        if block != a and fmt.property(prop.BLOCK_FIXED) and block.blockNumber() <= b.blockNumber():
            return False  # its paragraph end holds a section break and would be taken by the one before
        if block != b and fmt.property(prop.BLOCK_FIXED):
            return False
        if TOKEN in block.text():
            start = max(first - block.position(), 0)
            if TOKEN in between(block.text(), start, last - block.position()):
                return False
        block = block.next()
    return True


def _opaque(block: QTextBlock) -> bool:
    return block.blockFormat().property(prop.BLOCK_OPAQUE) is not None


@dataclass(frozen=True, slots=True)
class Census:
    """What must never vanish unasked: opaque blocks, tokens, cells, paragraphs that hold a section break."""

    opaque: frozenset[int | None] = frozenset()
    tokens: frozenset[int] = frozenset()
    cells: frozenset[str] = frozenset()
    fixed: frozenset[int | None] = frozenset()

    def lost(self, later: "Census") -> bool:
        """Tell whether something of this census is missing in a later one."""
        return not (
            self.opaque <= later.opaque
            and self.tokens <= later.tokens
            and self.cells <= later.cells
            and self.fixed <= later.fixed
        )

    def __bool__(self) -> bool:
        """Whether there is anything locked at all; without it no edit needs a second look."""
        return bool(self.opaque or self.tokens or self.cells or self.fixed)


def census_of(document: Document) -> Census:
    """Count what is locked in a text that was loaded from a document just now."""
    tokens = (run.token for block in document.blocks for run in block.runs)
    return Census(
        frozenset(block.origin for block in document.blocks if block.opaque is not None),
        frozenset(token.number for token in tokens if token is not None),
        frozenset(prop.encode_cell(block.container) for block in document.blocks if block.container is not None),
        frozenset(block.origin for block in document.blocks if block.fixed),
    )


def take_census(document: QTextDocument) -> Census:
    """Count what is locked, as the text is now."""
    opaque, tokens, cells, fixed = set(), set(), set(), set()
    for block in blocks(document):
        fmt = block.blockFormat()
        origin = fmt.property(prop.BLOCK_ORIGIN)
        if fmt.property(prop.BLOCK_OPAQUE) is not None:
            opaque.add(origin)
        if (cell := fmt.property(prop.BLOCK_CELL)) is not None:
            cells.add(cell)
        if fmt.property(prop.BLOCK_FIXED):
            fixed.add(origin)
        if TOKEN in block.text():
            tokens.update(_tokens(block))
    return Census(frozenset(opaque), frozenset(tokens), frozenset(cells), frozenset(fixed))


def _tokens(block: QTextBlock) -> set[int]:
    found = set()
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        number = fragment.charFormat().property(prop.RUN_TOKEN)
        if number is not None and TOKEN in fragment.text():
            found.add(int(number))
        it += 1
    return found
