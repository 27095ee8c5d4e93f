"""What the user decides about last year's report, carried out: on the text as one undo step, else on its context."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from PySide6.QtGui import QAction

from assistant.document.edit import ReplaceText
from assistant.document.last_year import LastYear, Promise
from assistant.errors import AssistantError, EditRefused
from assistant.paths import resources
from assistant.reuse.promises import Frames, load_frames
from assistant.template.demands import demanded
from assistant.template.report import ReportTemplate
from assistant.text.sentences import sentences
from assistant.ui.blank_walk import select_blank
from assistant.ui.dialogs.question import Role, ask
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.models.last_year_rows import LastYearRow, RowKind, Step, readable
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.panels.last_year_panel import LastYearPanel
from assistant.ui.work import Work

WRITTEN = "promises"
"""Key of the message about promises put into the text."""


class Changed(Protocol):
    """Is told of a decision; `again`: the list has to be made anew."""

    def __call__(self, *, again: bool) -> None:
        """Show it and keep it."""


class LastYearDecisions:
    """Serves the panel; `work` gives the text on the desk, `look_again` has it analysed, `changed` is told."""

    def __init__(
        self,
        window: MainWindow,
        templates: tuple[ReportTemplate, ...],
        panel: LastYearPanel,
        *,
        work: Callable[[], Work | None],
        look_again: Callable[[], None],
        changed: Changed,
    ) -> None:
        """Connect nothing yet."""
        self._window, self._templates, self._panel = window, templates, panel
        self._work, self._look_again, self._changed = work, look_again, changed

    def connect_parts(self) -> None:
        """Connect the panel, once."""
        panel = self._panel
        panel.taken.connect(lambda row, words: self.take((row,), lambda _: words))
        panel.all_taken.connect(lambda rows: self.take(rows, _suggestion))
        panel.kept.connect(lambda row: self._decide(lambda last: last.with_settled(row.waiting.place)))
        panel.reopened.connect(self.reopen)
        panel.confirmed.connect(lambda row: self._decide(lambda last: last.with_confirmed(row.passage.text)))
        panel.section_confirmed.connect(lambda row: self.confirm_section(row.role))
        panel.promise_changed.connect(self.note_promise)
        panel.promises_wanted.connect(self.put_in)

    def take(self, rows: tuple[LastYearRow, ...], words: Callable[[LastYearRow], str]) -> None:
        """Put this year's words in place of last year's, one undo step."""
        from assistant.reuse.pending import settlements

        editor = self._window.editor
        changes = [(row.waiting.item, words(row)) for row in rows if row.waiting is not None]
        before = editor.bridge.picture().document
        try:
            editor.apply(tuple(ReplaceText(item.span, item.found.text, new) for item, new in changes))
        except EditRefused as refusal:
            self._window.messages.show_error(refusal)
            return
        settled = settlements(before, changes)
        self._decide(lambda last: last.with_settled(*settled), again=False)
        self._look_again()

    def reopen(self, row: LastYearRow) -> None:
        """Take a decision back."""
        if row.waiting is not None:
            self._decide(lambda last: last.without_settled(row.waiting.place))
        elif row.passage is not None:
            self._decide(lambda last: last.with_confirmed(row.passage.text, wanted=False))

    def note_promise(self, number: int, promise: Promise) -> None:
        """Note what became of a promise."""
        self._decide(lambda last: last.with_promise(number, promise))

    def confirm_section(self, role: str) -> None:
        """Ask, then confirm every sentence of a section that stands as last year."""
        texts = self._standing(role)
        if texts and agreed(self._window, ROLE_TITLES.get(role, "这一部分"), len(texts)):
            self._decide(lambda last: last.with_confirmed(*texts))

    def _standing(self, role: str) -> list[str]:
        """Return the sentences of a section that nobody has confirmed."""
        return [row.passage.text for row in self._carried() if row.role == role and row.passage is not None]

    def _carried(self) -> tuple[LastYearRow, ...]:
        return tuple(row for row in readable(self._panel.rows(Step.CARRIED)) if row.kind is RowKind.CARRIED)

    def put_in(self, role: str) -> None:
        """Put the promises that are decided on into a section, one undo step; facts stay blank."""
        from assistant.reuse.promises import put_in
        from assistant.template.structure import recognise

        work, editor = self._work(), self._window.editor
        if work is None:
            return
        document = editor.bridge.picture().document
        templates = demanded(self._templates, work.context.requirements)
        reports = recognise(document, templates, work.context)
        if not reports:
            return
        template = next(template for template in templates if template.id == reports[0].kind)
        promises = work.context.last_year.promises
        edits = put_in(document, reports[0], template, promises, frames=self.frames, role=role)
        try:
            if not edits or not editor.apply(edits):
                return
        except AssistantError as refusal:
            self._window.messages.show_error(refusal)
            return
        cursor = editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        editor.setTextCursor(cursor)
        select_blank(editor, forwards=True, wrap=False)
        words = f"已写进“{ROLE_TITLES[role]}”，空着的事实按 F11 逐个填。"
        self._window.messages.show_message(Message(words, "done", (Choice("undo", "撤销"),), key=WRITTEN))
        self._look_again()

    def menu_actions(self) -> list[QAction]:
        """Return what the context menu offers for the sentence under the caret."""
        work, editor = self._work(), self._window.editor
        if work is None or not work.context.last_year.begun:
            return []
        block, offset = editor.bridge.place(editor.textCursor().selectionStart())
        here = next((s for s in sentences(block.text) if s.start <= offset < s.end), None) if block else None
        if here is None or not work.context.last_year.waits(here.text):
            return []
        confirm = QAction("这句仍然属实")
        confirm.triggered.connect(lambda: self._decide(lambda last: last.with_confirmed(here.text)))
        role = next((row.role for row in self._carried() if row.span and row.span.block == block.id), None)
        if role is None:
            return [confirm]
        together = QAction(f"“{ROLE_TITLES.get(role, '这一部分')}”全部确认…")
        together.triggered.connect(lambda: self.confirm_section(role))
        return [confirm, together]

    @cached_property
    def frames(self) -> Frames:
        """The sentences with blanks for promises."""
        return load_frames(resources() / "reuse" / "promises.toml")

    def _decide(self, change: Callable[[LastYear], LastYear], *, again: bool = True) -> None:
        work = self._work()
        if work is not None:
            work.context = replace(work.context, last_year=change(work.context.last_year))
            self._changed(again=again)


def _suggestion(row: LastYearRow) -> str:
    return (row.waiting.item.found.suggestion if row.waiting is not None else None) or row.words


def agreed(window: MainWindow, title: str, count: int) -> bool:
    """Ask whether all sentences of a section still hold."""
    question = f"“{title}”里还有 {count} 句沿用去年，都仍然属实吗？"
    return ask(window, "全部确认", question, "", ("都属实", Role.AcceptRole), ("再看看", Role.RejectRole)) == 0
