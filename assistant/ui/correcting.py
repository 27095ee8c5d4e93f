"""The leader's corrections: listed, shown on the page, settled, answered; and findings written as comments."""

from collections.abc import Callable

from assistant.answers import Answer, Ready
from assistant.corrections import (
    Annotate,
    Correction,
    Corrections,
    Dismiss,
    Respond,
    Settle,
)
from assistant.document.block import Span
from assistant.errors import AssistantError
from assistant.formats.revision import Comment, Revision
from assistant.jobs import Correct, ListCorrections
from assistant.ui.background import Background
from assistant.ui.dialogs.author import AuthorDialog
from assistant.ui.display import looks_of
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Choice, Message
from assistant.ui.panels.side_panel import REVISIONS
from assistant.ui.preferences import Preferences
from assistant.ui.viewing import show_span
from assistant.ui.work import Work

CORRECTED = "corrected"
"""Key of the message after a correction, with its button to take it back."""
PROTECTED = "这个文件设有编辑保护，没有改动，要处理修订请先在 Word 里取消保护。"
PATIENCE = 60_000
"""Milliseconds after which a correction counts as hung."""


class Correcting:
    """Serves the 修订 tab, the 修订 view and the commands around revisions.

    `put` puts a text with another base on the desk in place of this one.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        *,
        work: Callable[[], Work | None],
        put: Callable[[Ready, bool], None],
    ) -> None:
        """Connect nothing; `wiring` does."""
        self._window = window
        self._background = background
        self._preferences = preferences
        self._work = work
        self._put = put
        self._found = Corrections()
        self._before: tuple[Ready, bool] | None = None

    # ---- what there is --------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Forget the corrections of a text that leaves the desk."""
        self._before = None
        self._show(Corrections())

    def refresh(self) -> None:
        """List the corrections of the text as it is now."""
        work = self._work()
        if work is None or work.file.opened.format != "docx":
            return
        document = self._window.editor.bridge.picture().document

        def done(answer: Answer) -> None:
            if isinstance(answer, Corrections) and self._work() is work:
                self._show(answer)

        self._background.submit(ListCorrections(work.file, document), done, self._failed, key="corrections")

    def text_analysed(self) -> None:
        """Keep the list up to date while there is one."""
        if self._found.revisions or self._found.comments:
            self.refresh()

    def _show(self, found: Corrections) -> None:
        self._found = found
        window = self._window
        window.revisions.show_changes(found.revisions, found.comments)
        window.side.set_changes(len(found.revisions) + len(found.comments))
        window.action("show_marked").setEnabled(bool(found.revisions or found.comments))
        if not (found.revisions or found.comments):
            window.show_marked(shown=False)
        work = self._work()
        if work is not None and window.marked.isVisible():
            self._fill_view(work)

    def _fill_view(self, work: Work) -> None:
        looks = looks_of(work.analysed, work.analysis.reports)
        numbers = {block: number for number, block in (self._found.blocks or {}).items()}
        by_number = {numbers[block]: look for block, look in looks.items() if block in numbers}
        self._window.marked.show_marked(self._found.marked, self._found.revisions, self._found.comments, by_number)

    # ---- looking --------------------------------------------------------------------------------------------------

    def toggle_view(self, *, shown: bool) -> None:
        """Switch between the final text, which can be edited, and the text with its changes, which can't."""
        work = self._work()
        self._window.show_marked(shown=shown)
        if shown and work is not None:
            self._fill_view(work)
            self._window.side.show_tab(REVISIONS)
            self._window.set_panel("side", shown=True)

    def go_to(self, paragraph: int) -> None:
        """Show a paragraph of the written file: in the view that is open."""
        if self._window.marked.isVisible():
            self._window.marked.show_paragraph(paragraph)
            return
        block = (self._found.blocks or {}).get(paragraph)
        if block is not None:
            show_span(self._window.editor, Span(block, 0, 0))

    def show_change(self, change: object) -> None:
        """Show a revision or comment in the view of changes, if that is open."""
        if not self._window.marked.isVisible():
            return
        if isinstance(change, Revision):
            self._window.marked.show_revision(change.number)
        elif isinstance(change, Comment):
            self._window.marked.show_comment(change.number)

    # ---- deciding -------------------------------------------------------------------------------------------------

    def settle(self, numbers: frozenset[int] | None, accept: bool) -> None:  # noqa: FBT001 (a signal's signature)
        """Accept or reject revisions."""
        count = len(self._found.revisions) if numbers is None else len(numbers)
        word = "接受" if accept else "拒绝"
        self._correct(Settle(numbers, accept), f"已{word} {count} 处修订。")

    def answer(self, comment: int, text: str) -> None:
        """Answer a comment."""
        author = self.author()
        if author:
            self._correct(Respond(comment, text, author), "已回复批注。")

    def dismiss(self, comments: frozenset[int]) -> None:
        """Take comments out."""
        self._correct(Dismiss(comments), f"已删除 {len(comments)} 条批注。")

    def annotate(self) -> None:
        """Write the findings that are shown into the file as comments."""
        work = self._work()
        findings = tuple(f for f in work.shown() if f.span is not None) if work is not None else ()
        if not findings:
            self._window.messages.show_message(Message("没有可以写成批注的检查结果，请先按“校对”。", key="annotate"))
            return
        author = self.author()
        if author:
            self._correct(Annotate(findings, author), f"已把 {len(findings)} 条检查结果写成批注。")

    def author(self) -> str:
        """Return the name that stands at our revisions and comments; ask once, empty where the user gives none."""
        known = self._preferences.settings.author
        if known:
            return known
        name = AuthorDialog.ask(self._preferences.settings.person, self._window) or ""
        if name:
            self._preferences.change(author=name)
        return name

    def choose(self, name: str, choice: str) -> None:
        """Take the last correction back."""
        if name == CORRECTED and choice == "undo" and self._before is not None:
            (ready, modified), self._before = self._before, None
            self._put(ready, modified)
            self.refresh()

    def _correct(self, correction: Correction, words: str) -> None:
        work, editor = self._work(), self._window.editor
        if work is None:
            return
        if editor.isReadOnly():
            self._window.messages.show_message(Message(PROTECTED, "warning", key=CORRECTED))
            return
        editor.finish_composition()
        document, modified = editor.bridge.picture().document, editor.document().isModified()
        before = Ready(work.file, document, work.analysis, work.context)

        def done(answer: Answer) -> None:
            if not isinstance(answer, Ready) or self._work() is not work:
                return
            if editor.bridge.picture().document != document:
                self._window.messages.show_message(Message("这期间文字有改动，没有执行，请再点一次。", key=CORRECTED))
                return
            shown = self._window.marked.isVisible()
            self._put(answer, True)
            self._before = before, modified
            self._window.messages.show_message(Message(words, "done", (Choice("undo", "撤销"),), key=CORRECTED))
            self.refresh()
            self._window.show_marked(shown=shown)

        self._background.submit(
            Correct(work.file, document, work.context, correction), done, self._failed, first=True, patience=PATIENCE
        )

    def _failed(self, error: AssistantError) -> None:
        self._window.messages.show_error(error)
