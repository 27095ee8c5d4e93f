"""History of the text on the desk: name a version, look at versions, bring one back."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from assistant.answers import Answer
from assistant.comparing import Differ, Difference, Restore
from assistant.document.block import Document
from assistant.document.restoring import Restoration
from assistant.errors import AssistantError
from assistant.storage.draft import NAMED, RESTORED, RevisionInfo
from assistant.storage.drafts import DraftStore
from assistant.storage.history import words_of
from assistant.ui.background import Background
from assistant.ui.drafting import Drafting
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.storing import Storing

if TYPE_CHECKING:
    from assistant.ui.dialogs.history import HistoryWindow

RESTORED_KEY = "restored"
"""Key of the message after a version was brought back."""
_PATIENCE = 60_000
"""Milliseconds after which a comparison counts as hung."""
_LEFT_OUT = "（表格、图片等锁定的内容保持现在的样子）"


class HistoryCommands:
    """Serves the history; `compare` makes a Word file with revisions of two versions."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        storing: Storing,
        drafting: Drafting,
        *,
        compare: Callable[[Document, Document], None],
        look_again: Callable[[], None],
    ) -> None:
        """Nothing is looked up before it is asked for."""
        self._window, self._background, self._storing, self._drafting = window, background, storing, drafting
        self._compare, self._look_again = compare, look_again
        self.view: HistoryWindow | None = None

    def table(self) -> dict[str, Callable[[], None]]:
        """Return what each command does, by its id."""
        return {"name_version": self.name_version, "history": self.show}

    def name_version(self) -> None:
        """Ask for a note and keep the text as it is now as a version."""
        from assistant.ui.dialogs.version_note import VersionNoteDialog

        note = VersionNoteDialog.ask("存为版本", "", self._window)
        if note is None:
            return
        document = self._document()

        def done(_: int) -> None:
            name = f"“{note}”" if note else ""
            words = f"已存为版本{name}，从“文件 → 历史版本”可以查看和恢复。"
            self._window.messages.show_message(Message(words, "done", key="version"))

        self._drafting.with_draft(
            lambda store, draft: store.history.keep(draft, document, NAMED, note),
            done,
            self._window.messages.show_error,
        )

    def show(self) -> None:
        """Show the versions of the text on the desk, until the window is closed."""
        from assistant.ui.dialogs.history import HistoryWindow

        self.view = view = HistoryWindow(self._window.theme, self._window)
        view.compared.connect(self._show_difference)
        view.read.connect(self._show_text)
        view.restore_wanted.connect(self._restore)
        view.marked_wanted.connect(self._mark)
        view.note_wanted.connect(self._note)
        view.remove_wanted.connect(self._remove)
        self._list()
        view.exec()
        self.view = None
        view.deleteLater()

    def _list(self) -> None:
        def done(revisions: tuple[RevisionInfo, ...]) -> None:
            if self.view is not None:
                from assistant.ui.models.version_rows import version_rows

                self.view.show_versions(version_rows(revisions, words_of(self._document()), date.today()))

        self._drafting.with_draft(lambda store, draft: store.history.list(draft), done, self._failed)

    def _show_difference(self, older: int, newer: int) -> None:
        def loaded(texts: tuple[Document, Document]) -> None:
            self._background.submit(Differ(*texts), answered, self._failed, key="differ", patience=_PATIENCE)

        def answered(answer: Answer) -> None:
            if isinstance(answer, Difference) and self.view is not None:
                self.view.show_difference(older, newer, answer.rows, answer.words)

        self._load(older, newer, loaded)

    def _show_text(self, version: int) -> None:
        def loaded(document: Document) -> None:
            if self.view is not None:
                self.view.show_text(version, document)

        self._storing.run(lambda store: store.history.load(version), loaded, self._failed)

    def _restore(self, version: int) -> None:
        editor = self._window.editor
        editor.finish_composition()
        current = self._document()

        def loaded(wanted: Document) -> None:
            self._background.submit(Restore(current, wanted), answered, self._failed, patience=_PATIENCE)

        def answered(answer: Answer) -> None:
            if not isinstance(answer, Restoration):
                return
            if self._document() != current:
                self._say(Message("这期间文字有改动，没有恢复，请再点一次。", key=RESTORED_KEY))
            elif not answer.edits:
                self._say(Message("现在的文字与这个版本一样，不用恢复。", key=RESTORED_KEY))
            else:
                self._apply(answer, current)

        self._storing.run(lambda store: store.history.load(version), loaded, self._failed)

    def _apply(self, restoration: Restoration, current: Document) -> None:
        """Keep the text as a version and change it, as one step."""
        self._drafting.with_draft(
            lambda store, draft: store.history.keep(draft, current, RESTORED), lambda _: None, self._failed
        )
        try:
            self._window.editor.apply(restoration.edits)
        except AssistantError as refusal:
            self._failed(refusal)
            return
        self._look_again()
        if self.view is not None:
            self.view.accept()
        rest = _LEFT_OUT if restoration.left_out else ""
        words = f"已恢复到选中的版本{rest}，按 Ctrl+Z 可以撤销；恢复前的文字也留了一个版本。"
        self._say(Message(words, "done", key=RESTORED_KEY))

    def _mark(self, older: int, newer: int) -> None:
        def loaded(texts: tuple[Document, Document]) -> None:
            if self.view is not None:
                self.view.accept()
            self._compare(*texts)

        self._load(older, newer, loaded)

    def _load(self, older: int, newer: int, loaded: Callable[[tuple[Document, Document]], None]) -> None:
        """Load two versions; 0 is the text as it is now."""
        present = self._document()

        def task(store: DraftStore) -> tuple[Document, Document]:
            return store.history.load(older), store.history.load(newer) if newer else present

        self._storing.run(task, loaded, self._failed)

    def _note(self, version: int) -> None:
        from assistant.ui.dialogs.version_note import VersionNoteDialog

        note = VersionNoteDialog.ask("版本备注", "", self.view or self._window)
        if note is not None:
            self._storing.run(lambda store: store.history.describe(version, note), lambda _: self._list(), self._failed)

    def _remove(self, version: int) -> None:
        self._storing.run(lambda store: store.history.remove(version), lambda _: self._list(), self._failed)

    def _document(self) -> Document:
        return self._window.editor.bridge.picture().document

    def _say(self, message: Message) -> None:
        if self.view is not None:
            self.view.accept()
        self._window.messages.show_message(message)

    def _failed(self, error: AssistantError) -> None:
        if self.view is not None:
            self.view.summary.setText(error.message)
        else:
            self._window.messages.show_error(error)
