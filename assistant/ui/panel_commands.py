"""What outline and suggestions ask for, carried out on the text: each wish is one undo step."""

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QTextCursor

from assistant.document.block import BODY_LEVEL, Said, Span
from assistant.document.edit import Edit, InsertBlocks, SetSaid
from assistant.errors import AssistantError
from assistant.phrases.phrase import Suggestion
from assistant.template.report import ReportTemplate
from assistant.ui.blank_walk import select_blank
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.models.role_titles import LEVEL_TITLES, ROLE_TITLES
from assistant.ui.viewing import show_span
from assistant.ui.work import Work

SAID = "said"
"""Key of the message about what the user said a paragraph is."""

_BLANK = re.compile("【[^】]*】")


class PanelCommands:
    """Carries out what outline and suggestions ask for."""

    def __init__(
        self,
        window: MainWindow,
        templates: tuple[ReportTemplate, ...],
        work: Callable[[], Work],
        look_again: Callable[[], None],
    ) -> None:
        """`work` gives the text on the desk, `look_again` has it analysed at once."""
        self._window = window
        self._templates = {template.id: template for template in templates}
        self._work = work
        self._look_again = look_again

    def go_to(self, block: str, offset: int) -> None:
        """Put the caret at an offset of a block and bring it to the top, as the beginning of what follows."""
        if show_span(self._window.editor, Span(block, offset, offset), heading=True):
            self._window.editor.setFocus()

    def show_span(self, span: Span) -> None:
        """Select a range of the text; the focus stays in the panel."""
        show_span(self._window.editor, span)

    def add_section(self, role: str, number: int) -> None:
        """Put a missing section, heading and skeleton, in its place and select its first blank."""
        from assistant.template.demands import demanded
        from assistant.template.skeleton import insert_section
        from assistant.template.structure import recognise

        editor, work = self._window.editor, self._work()
        document = editor.bridge.picture().document
        templates = demanded(tuple(self._templates.values()), work.context.requirements)
        reports = recognise(document, templates, work.context)
        if number >= len(reports):
            return
        kind = next(template for template in templates if template.id == reports[number].kind)
        template = kind.as_variant(reports[number].variant)
        edits = insert_section(document, reports[number], template, role)
        if not edits or not self._do(edits):
            return
        inserted = next(edit for edit in edits if isinstance(edit, InsertBlocks))
        self._show_inserted(inserted)
        self._look_again()

    def _show_inserted(self, inserted: InsertBlocks) -> None:
        editor = self._window.editor
        picture = editor.bridge.picture()
        blocks = picture.document.blocks
        first = inserted.texts[0] if inserted.texts else ""
        for i in range(len(blocks)):
            if blocks[i].text == first and blocks[i].origin is None:
                start = editor.bridge.text_block(blocks[i].id)
                cursor = QTextCursor(start)
                editor.setTextCursor(cursor)
                if not select_blank(editor, forwards=True, wrap=False):
                    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
                    editor.setTextCursor(cursor)
                editor.ensureCursorVisible()
                editor.setFocus()
                return

    def insert_phrase(self, suggestion: Suggestion) -> None:
        """Put a phrase at the caret, in place of what was typed of it, and select its first blank."""
        editor = self._window.editor
        cursor = editor.textCursor()
        if _BLANK.fullmatch(cursor.selectedText()):
            # A sentence doesn't fit into a blank of another one: it goes on where the paragraph ends.
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            editor.setTextCursor(cursor)
        block, offset = editor.bridge.place(cursor.position())
        if suggestion.overlap and block is not None and not cursor.hasSelection():
            span = Span(block.id, max(0, offset - suggestion.overlap), offset)
            editor.setTextCursor(editor.bridge.cursor(span))
        elif block is not None and self._is_heading(block.id) and cursor.atBlockEnd() and not cursor.hasSelection():
            if self._do((InsertBlocks(block.id, (suggestion.phrase.text,), (), in_body=block.container is None),)):
                self._enter(editor.textCursor().selectionStart())
            return
        place = editor.insert_at_caret(suggestion.phrase.text)
        if place is not None:
            self._enter(place[0])

    def insert_paragraphs(self, texts: tuple[str, ...]) -> bool:
        """Put whole paragraphs behind the one of the caret as one step; tell whether they are there."""
        editor = self._window.editor
        block, _ = editor.bridge.place(editor.textCursor().position())
        after = block.id if block is not None else None
        in_body = block is not None and block.container is None
        done = self._do((InsertBlocks(after, texts, (), in_body=in_body),))
        if done:
            self._look_again()
        return done

    def _enter(self, start: int) -> None:
        """Go into the text from a Qt position on: to its first blank, else to its end."""
        editor = self._window.editor
        end = editor.textCursor().selectionEnd()
        cursor = editor.textCursor()
        cursor.setPosition(start)
        editor.setTextCursor(cursor)
        if not select_blank(editor, forwards=True, wrap=False, until=end):
            cursor.setPosition(end)
            editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        editor.setFocus()

    def say(self, block: str, said: Said | None) -> None:
        """Record what the user says a paragraph is."""
        if self._do((SetSaid(block, said),)):
            editor = self._window.editor
            if editor.highlighter is not None:
                editor.highlighter.rehighlightBlock(editor.bridge.text_block(block))
            words = f"{_told(said)}，Ctrl+Z 撤销。"
            self._window.messages.show_message(Message(words, "done", key=SAID))
            self._look_again()

    def choose_kind(self, kind: str) -> None:
        """Take the report under the caret for another kind."""
        work = self._work()
        reports, number = work.analysis.reports, self._window.outline.report
        if len(reports) > 1 and number < len(reports):
            others = frozenset(said for said in work.context.kinds if said[0] != reports[number].title)
            work.context = replace(work.context, kinds=others | {(reports[number].title, kind)})
        else:
            work.context = replace(work.context, kind=kind, kinds=frozenset())
        self._look_again()

    def _is_heading(self, block: str) -> bool:
        reports = self._work().analysis.reports
        return any(h.block == block and not h.run_in for report in reports for h in report.headings)

    def _do(self, edits: tuple[Edit, ...]) -> bool:
        try:
            return self._window.editor.apply(edits)
        except AssistantError as refusal:
            self._window.messages.show_error(refusal)
            return False


def _told(said: Said | None) -> str:
    """Return what the user said a paragraph is, as the beginning of a sentence."""
    if said is None:
        return "这一段恢复自动判断"
    if said.role is not None:
        return f"按您说的，这里是“{ROLE_TITLES.get(said.role, said.role)}”"
    if said.level == BODY_LEVEL:
        return "按您说的，这一段是正文，不再当作标题"
    return f"按您说的，这一段是{LEVEL_TITLES[said.level]}" if said.level is not None else "已按您说的记下"
