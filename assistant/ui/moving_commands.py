"""上移、下移、升级、降级: of the section or paragraph at the caret or chosen in the outline, one undo step each.

What moves and recognises sections is imported where it is done: the window starts without it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor

from assistant.document.block import Document, Span
from assistant.document.edit import Edit, SetSaid
from assistant.document.outline import Report
from assistant.errors import EditRefused
from assistant.template.report import ReportTemplate
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.models.outline_rows import OutlineRow
from assistant.ui.work import Work

SECTION_BREAK = "section_break"
"""Key of the message that asks before something passes a section break."""

_NO_HEADING = "这一段不是标题，文字没有变化，请把光标放在标题上再试。"


class MovingCommands:
    """Moves and re-levels what the user points at."""

    def __init__(
        self,
        window: MainWindow,
        templates: tuple[ReportTemplate, ...],
        work: Callable[[], Work],
        look_again: Callable[[], None],
    ) -> None:
        """`work` gives the text on the desk, `look_again` has it analysed at once."""
        self._window = window
        self._templates = templates
        self._work = work
        self._look_again = look_again
        self._asked: tuple[Document, tuple[Edit, ...]] | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        return {
            "move_up": lambda: self.move(down=False),
            "move_down": lambda: self.move(down=True),
            "promote": lambda: self.relevel(deeper=False),
            "demote": lambda: self.relevel(deeper=True),
        }

    def move(self, *, down: bool) -> None:
        """Move the section chosen in the outline, else what the caret stands in: a section, or paragraphs."""
        row = self._chosen_row()
        if row is not None:
            self.move_section(row.block, down=down)
            return
        first, last = self._selected()
        if first and first == last and self._is_heading(first):
            self.move_section(first, down=down)
        elif first:
            from assistant.template.moving import move_paragraphs

            self._try(lambda document: move_paragraphs(document, first, last, down=down))

    def relevel(self, *, deeper: bool) -> None:
        """Make the heading chosen in the outline, else the one at the caret, deeper or less deep."""
        row = self._chosen_row()
        block = row.block if row is not None else self._selected()[0]
        if block:
            self.relevel_section(block, deeper=deeper)

    def move_section(self, block: str, *, down: bool) -> None:
        """Move the section of a heading."""
        from assistant.template.moving import move_section

        self._try(
            lambda document: self._for_heading(document, block, lambda r: move_section(document, r, block, down=down))
        )

    def relevel_section(self, block: str, *, deeper: bool) -> None:
        """Make a heading, with those below it, deeper or less deep."""
        from assistant.template.moving import relevel

        self._try(
            lambda document: self._for_heading(document, block, lambda r: relevel(document, r, block, deeper=deeper))
        )

    def choose(self, name: str, _choice: str) -> None:
        """Serve the button of the message about a section break: do it all the same, if nothing has changed."""
        if name == SECTION_BREAK and self._asked is not None:
            document, edits = self._asked
            self._asked = None
            if self._window.editor.bridge.picture().document == document:
                self._carry_out(document, edits)

    def _chosen_row(self) -> OutlineRow | None:
        tree = self._window.outline.tree
        row = tree.current_row() if tree.hasFocus() else None
        return row if isinstance(row, OutlineRow) and row.block else None

    def _selected(self) -> tuple[str, str]:
        """Return the ids of the first and last paragraph of the selection; empty where there is none."""
        editor = self._window.editor
        cursor = editor.textCursor()
        first, _ = editor.bridge.place(cursor.selectionStart())
        last, offset = editor.bridge.place(cursor.selectionEnd())
        if first is None or last is None:
            return "", ""
        picture = editor.bridge.picture()
        at = picture.by_id[last.id]
        if offset == 0 and last.id != first.id:
            at -= 1  # a selection up to the start of a line doesn't mean that line
        return first.id, picture.document.blocks[at].id

    def _reports(self, document: Document) -> Sequence[Report]:
        from assistant.template.structure import recognise

        return recognise(document, self._templates, self._work().context)

    def _is_heading(self, block: str) -> bool:
        reports = self._reports(self._window.editor.bridge.picture().document)
        return any(h.block == block and h.level > 0 for report in reports for h in report.headings)

    def _for_heading(
        self, document: Document, block: str, make: Callable[[Report], tuple[Edit, ...]]
    ) -> tuple[Edit, ...]:
        for report in self._reports(document):
            if any(heading.block == block and heading.level > 0 for heading in report.headings):
                return make(report)
        raise EditRefused(_NO_HEADING, f"no heading {block}")

    def _try(self, make: Callable[[Document], tuple[Edit, ...]]) -> None:
        from assistant.template.moving import order_after

        document = self._window.editor.bridge.picture().document
        try:
            edits = make(document)
            order = order_after(document, edits)
        except EditRefused as refusal:
            self._window.messages.show_message(Message(refusal.message, "info", key="moving"))
            return
        if any(document.blocks[i].fixed for place, i in enumerate(order) if place != i):
            self._asked = document, edits
            question = "这次移动会越过一处分节符，页面设置可能跟着变化。"
            self._window.messages.show_message(
                Message(question, "warning", (Choice("move", "仍然移动"),), key=SECTION_BREAK)
            )
            return
        self._carry_out(document, edits)

    def _carry_out(self, document: Document, edits: tuple[Edit, ...]) -> None:
        from assistant.template.moving import order_after

        editor = self._window.editor
        anchor, caret = (
            editor.bridge.place(at) for at in (editor.textCursor().anchor(), editor.textCursor().position())
        )
        before = editor.bridge.picture().by_id
        order = order_after(document, edits)
        try:
            if not editor.apply(edits):
                return  # it waits for the input method
        except EditRefused as refusal:
            self._window.messages.show_error(refusal)
            return
        if editor.highlighter is not None and any(isinstance(edit, SetSaid) for edit in edits):
            editor.highlighter.rehighlight()
        ends = [(order.index(before[block.id]), offset) for block, offset in (anchor, caret) if block is not None]
        if len(ends) == 2:
            self._select(ends)
        self._look_again()

    def _select(self, ends: list[tuple[int, int]]) -> None:
        """Select again what was selected: pairs of a block's new position and an offset."""
        editor = self._window.editor
        blocks = editor.bridge.picture().document.blocks
        spans = [Span(blocks[at].id, offset, offset) for at, offset in ends]
        places = [editor.bridge.cursor(span).position() for span in spans]
        cursor = QTextCursor(editor.document())
        cursor.setPosition(places[0])
        cursor.setPosition(places[1], QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
