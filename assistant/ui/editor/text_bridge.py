"""The bridge between the live text, which belongs to Qt, and its immutable picture."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from assistant.document.block import Block, Document, Span, Table
from assistant.document.edit import Edit
from assistant.document.projection import NOTHING, Projected, project
from assistant.errors import EditRefused
from assistant.ui.editor import properties as prop
from assistant.ui.editor.edits import EditApplication
from assistant.ui.editor.kept_rows import KeptRows
from assistant.ui.editor.loading import load_into, loaded_rows
from assistant.ui.editor.look import PageLook
from assistant.ui.editor.utf16 import to_code_points, to_units


@dataclass(frozen=True)
class Picture:
    """A document and, for each of its blocks, the number of its text block at the moment it was taken."""

    document: Document
    numbers: tuple[int, ...]
    by_id: dict[str, int] = field(default_factory=dict, compare=False)
    by_number: dict[int, int] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        """Index the blocks both ways."""
        self.by_id.update((block.id, i) for i, block in enumerate(self.document.blocks))
        self.by_number.update((number, i) for i, number in enumerate(self.numbers))


class TextBridge:
    """Loads a document into a QTextDocument, takes its picture, applies edits to it."""

    def __init__(self, text: QTextDocument, look: PageLook) -> None:
        """Serve one text document for its whole life; `text_changed` has to be told of every edit."""
        self._text = text
        self._look = look
        self._tables: tuple[Table, ...] = ()
        self._picture: Picture | None = None
        self._rows = KeptRows(text)
        self._before: Projected = NOTHING

    @property
    def tables(self) -> tuple[Table, ...]:
        """The locked grids of the loaded document."""
        return self._tables

    def load(
        self, document: Document, roles: Mapping[str, str], ignored: frozenset[tuple[str, str]] = frozenset()
    ) -> None:
        """Replace the whole text; the undo stack starts empty. `roles` gives the look key of a block id."""
        self._tables = document.tables
        self._picture = None
        load_into(self._text, document, roles, self._look, _encoded(ignored))
        known = loaded_rows(document)
        self._rows.put(known)
        self._before = Projected(document, (), known, known, document.blocks) if known else NOTHING

    def text_changed(self, position: int, _removed: int, added: int) -> None:
        """Forget the last picture where the text has changed: `added` characters from `position` on are new."""
        self._picture = None
        self._rows.changed(position, added)

    def read_anew(self) -> None:
        """Forget the last picture as a whole."""
        self._picture, self._before = None, NOTHING
        self._rows.forget()

    def picture(self) -> Picture:
        """Return the picture of the text as it is now."""
        if self._picture is None:
            layout = self._text.rootFrame().frameFormat().property(prop.FRAME_LAYOUT)
            self._before = project(self._rows.read(), self._tables, layout or None, self._before)
            self._picture = Picture(self._before.document, self._before.positions)
        return self._picture

    def apply(self, edits: tuple[Edit, ...], cursor: QTextCursor | None = None) -> QTextCursor:
        """Carry out the edits as one undo step and return a cursor over the last text put in.

        `cursor` does the work; undone, the caret is where it was at the beginning.
        Raises EditRefused, with the text untouched, where `document.edit.apply` would.
        """
        application = EditApplication(self._text, self.picture().document, self.picture().numbers, self._look)
        return application.run(edits, cursor)

    def ignored(self) -> frozenset[tuple[str, str]]:
        """Return the findings the user has ignored: pairs of rule and text. They are text state, so undo knows them."""
        kept = self._text.rootFrame().frameFormat().property(prop.FRAME_IGNORED)
        return frozenset((rule, words) for rule, words in json.loads(kept or "[]"))

    def ignore(self, pairs: frozenset[tuple[str, str]], cursor: QTextCursor | None = None) -> None:
        """Ignore findings, as one undo step; undone, the caret is where `cursor` is now."""
        self._set_ignored(self.ignored() | pairs, cursor)

    def heed(self, pairs: frozenset[tuple[str, str]], cursor: QTextCursor | None = None) -> None:
        """Ignore findings no longer, as one undo step; undone, the caret is where `cursor` is now."""
        self._set_ignored(self.ignored() - pairs, cursor)

    def _set_ignored(self, pairs: frozenset[tuple[str, str]], cursor: QTextCursor | None) -> None:
        fmt = self._text.rootFrame().frameFormat()
        fmt.setProperty(prop.FRAME_IGNORED, _encoded(pairs))
        cursor = cursor or QTextCursor(self._text)
        cursor.beginEditBlock()
        self._text.rootFrame().setFrameFormat(fmt)
        cursor.endEditBlock()

    def text_block(self, block_id: str) -> QTextBlock:
        """Return the text block of a block of the present picture; raises EditRefused where it is gone."""
        picture = self.picture()
        i = picture.by_id.get(block_id)
        if i is None:
            raise EditRefused("这一段已经不在文中了。", f"no block {block_id}")
        return self._text.findBlockByNumber(picture.numbers[i])

    def cursor(self, span: Span) -> QTextCursor:
        """Return a cursor that selects a span of the present picture."""
        block = self.text_block(span.block)
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + to_units(text, span.start))
        cursor.setPosition(block.position() + to_units(text, span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def place(self, position: int) -> tuple[Block | None, int]:
        """Return the block at a Qt position and the offset in it (code points); no block for a phantom."""
        block = self._text.findBlock(position)
        picture = self.picture()
        i = picture.by_number.get(block.blockNumber())
        found = None if i is None else picture.document.blocks[i]
        return found, to_code_points(block.text(), position - block.position())


def _encoded(ignored: frozenset[tuple[str, str]]) -> str:
    return json.dumps(sorted(ignored), ensure_ascii=False) if ignored else ""
