"""Commands of the menus on the text itself: marks, headings, blanks, findings, panes."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication

from assistant.checks.rule import Level
from assistant.document.block import BODY_LEVEL, Block, Marks, Said, Span
from assistant.document.edit import SetMark
from assistant.errors import EditRefused
from assistant.text.characters import TOKEN
from assistant.ui.blank_walk import select_blank
from assistant.ui.editor.marking import Mark, marks_of
from assistant.ui.editor.rows import blocks
from assistant.ui.finding_commands import FindingCommands
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.panel_commands import PanelCommands


class TextCommands:
    """Carries out commands at the caret."""

    def __init__(
        self, window: MainWindow, panels: PanelCommands, findings: FindingCommands, full_check: Callable[[], None]
    ) -> None:
        """`full_check` shows findings of every level."""
        self._window = window
        self._panels, self._findings = panels, findings
        self._full_check = full_check

    def table(self) -> dict[str, Callable[[], None]]:
        """Return the commands by id."""
        editor = self._window.editor
        return {
            "undo": editor.undo,
            "redo": editor.redo,
            "cut": editor.cut,
            "copy": editor.copy,
            "paste": editor.paste,
            "select_all": editor.selectAll,
            "blank": self.insert_blank,
            "heading1": lambda: self.say(1),
            "heading2": lambda: self.say(2),
            "heading3": lambda: self.say(3),
            "body": lambda: self.say(BODY_LEVEL),
            "bold": self.bold,
            "next_finding": self.next_finding,
            "take_fix": self.take_fix,
            "ignore_fix": self.ignore_fix,
            "next_blank": lambda: self.walk_blanks(forwards=True),
            "previous_blank": lambda: self.walk_blanks(forwards=False),
            "next_pane": lambda: self.walk_panes(1),
            "previous_pane": lambda: self.walk_panes(-1),
        }

    def say(self, level: int) -> None:
        """Say what the paragraph under the caret is."""
        editor = self._window.editor
        block, _ = editor.bridge.place(editor.textCursor().position())
        if block is not None:
            self._panels.say(block.id, Said(level))

    def menu_actions(self) -> list[QAction]:
        """Return what the context menu offers for a paragraph the user has said something of."""
        editor = self._window.editor
        block, _ = editor.bridge.place(editor.textCursor().position())
        if block is None or block.said is None:
            return []
        again = QAction("这一段恢复自动判断")
        again.triggered.connect(lambda: self._panels.say(block.id, None))
        return [again]

    def bold(self) -> None:
        """Switch bold on the selection; as in Word, on unless all of it is bold already."""
        editor = self._window.editor
        cursor = editor.textCursor()
        spans = self._selected_spans(cursor)
        if not spans or editor.isReadOnly():
            return
        on = not all(_is_bold(block, start, end) for block, start, end in spans)
        edits = tuple(SetMark(Span(block.id, start, end), Marks.BOLD, on) for block, start, end in spans)
        try:
            editor.bridge.apply(edits, editor.caret())
        except EditRefused as refusal:
            self._window.messages.show_error(refusal)
            return
        editor.setTextCursor(cursor)

    def _selected_spans(self, cursor: QTextCursor) -> list:
        bridge = self._window.editor.bridge
        first, last = bridge.place(cursor.selectionStart()), bridge.place(cursor.selectionEnd())
        if first[0] is None or last[0] is None or not cursor.hasSelection():
            return []
        picture = bridge.picture()
        low, high = picture.by_id[first[0].id], picture.by_id[last[0].id]
        result = []
        for block in picture.document.blocks[low : high + 1]:
            start = first[1] if block is first[0] else 0
            end = last[1] if block is last[0] else len(block.text)
            if start < end and block.opaque is None:
                result.append((block, start, end))
        return result

    def insert_blank(self) -> None:
        """Put an empty blank at the caret and select what is to be named."""
        editor = self._window.editor
        chosen = editor.textCursor().selectedText()
        name = chosen if chosen and "\u2029" not in chosen and TOKEN not in chosen else "待填"
        place = editor.insert_at_caret(f"【{name}】")
        if place is not None:
            cursor = editor.textCursor()
            cursor.setPosition(place[0] + 1)
            cursor.setPosition(place[1] - 1, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)

    def walk_blanks(self, *, forwards: bool) -> None:
        """Select the next or previous blank; say so where there is none."""
        if select_blank(self._window.editor, forwards=forwards):
            self._window.editor.setFocus()
        else:
            self._window.messages.show_message(Message("文中没有待填处了。", "done", key="blanks"))

    def mark_under_caret(self) -> Mark | None:
        """Return the loudest finding at the caret."""
        cursor = self._window.editor.textCursor()
        offset = cursor.selectionStart() - cursor.document().findBlock(cursor.selectionStart()).position()
        block = cursor.document().findBlock(cursor.selectionStart())
        here = [mark for mark in marks_of(block) if mark.start <= offset <= mark.end]
        return max(here, key=lambda mark: mark.level, default=None)

    def take_fix(self) -> None:
        """Apply the first fix of the finding at the caret."""
        mark = self.mark_under_caret()
        if mark is not None and mark.finding.fixes:
            self._findings.apply_fixes(mark.finding.fixes[:1])

    def ignore_fix(self) -> None:
        """Ignore the finding at the caret."""
        mark = self.mark_under_caret()
        if mark is not None:
            self._findings.ignore(mark.finding)

    def next_finding(self, level: Level | None = None) -> None:
        """Select the next finding after the caret, of one level or any; after the last, the first."""
        editor = self._window.editor
        places = [
            (block.position() + mark.start, block.position() + mark.end, mark)
            for block in blocks(editor.document())
            for mark in marks_of(block)
            if level is None or mark.level == level
        ]
        if not places:
            self._full_check()
            return
        start = editor.textCursor().selectionEnd()
        begin, end, mark = next((place for place in places if place[0] >= start), places[0])
        cursor = editor.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()
        self._window.findings.select(mark.finding)

    def walk_panes(self, step: int) -> None:
        """Move the focus to the next pane: outline, text, side panel, status bar."""
        panes = self._window.panes()
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if focus is not None and pane.isAncestorOf(focus)), None)
        if here is None:
            here = next((i for i, pane in enumerate(panes) if pane is focus), 0)
        panes[(here + step) % len(panes)].setFocus()


def _is_bold(block: Block, start: int, end: int) -> bool:
    """Tell whether all letters of a stretch of a block are bold; spaces and tokens don't count."""
    place = 0
    for run in block.runs:
        text = run.text[max(0, start - place) : max(0, end - place)]
        place += len(run.text)
        if text.strip() and run.token is None and not run.marks & Marks.BOLD:
            return False
    return True
