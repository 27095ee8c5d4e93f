"""文稿库: the shelf behind its window: kept in step with the store, searched, and taken from."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from assistant.answers import Answer
from assistant.description import Description
from assistant.document.block import Document
from assistant.document.context import Context
from assistant.errors import AssistantError
from assistant.jobs import Copy, Describe, Export
from assistant.session import OpenedFile
from assistant.storage.draft import Draft
from assistant.storage.drafts import DraftStore
from assistant.storage.passages import About, Hit, Owner
from assistant.storage.shelf import DRAFT, Entry, entries, stale, text_of
from assistant.template.report import ReportTemplate
from assistant.ui.background import Background
from assistant.ui.dialogs.library import LibraryWindow
from assistant.ui.file_commands import FileCommands
from assistant.ui.main_window import MainWindow
from assistant.ui.messages import Message
from assistant.ui.panel_commands import PanelCommands
from assistant.ui.saving import SAVE_FILTER, file_name
from assistant.ui.storing import Storing


class Library:
    """Opens the window and serves it; built and connected by `features`."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        storing: Storing,
        templates: tuple[ReportTemplate, ...],
        *,
        files: FileCommands,
        panels: PanelCommands,
        load_draft: Callable[[int], None],
        import_past: Callable[[], None],
        past_changed: Callable[[], None],
    ) -> None:
        """Build nothing yet: the window is made when it is first asked for."""
        self._window = window
        self._background = background
        self._storing = storing
        self._kinds = {template.id: template.title for template in templates}
        self._files = files
        self._panels = panels
        self._load_draft = load_draft
        self._import_past = import_past
        self._past_changed = past_changed
        self._indexing = False
        self.view: LibraryWindow | None = None

    def show(self) -> None:
        """Show the window, with what stands on the shelf now."""
        if self.view is None:
            self.view = self._make()
        self.view.set_desk(text=self._window.shows_text)
        self.view.show()
        self.view.activateWindow()
        self.view.head.search.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Bring the window in step with the store, if it is open."""
        if self.view is None or not self.view.isVisible():
            return
        self._storing.ask(entries, (), self.view.show_entries, self._fail)
        self._index()

    def desk_changed(self) -> None:
        """Note whether there is a text on the desk, and that the store may have changed."""
        if self.view is not None:
            self.view.set_desk(text=self._window.shows_text)
            self.refresh()

    # ---- the index ------------------------------------------------------------------------------------------------

    def _index(self) -> None:
        """Index what has changed, one text at a time: drafts being saved must never wait behind it."""
        if not self._indexing:
            self._indexing = True
            self._storing.ask(stale, {}, self._index_next, self._fail)

    def _index_next(self, waiting: dict[Owner, str]) -> None:
        if not waiting:
            self._indexing = False
            if self.view is not None:
                self._storing.ask(entries, (), self.view.show_entries, self._fail)
                self._search(self.view.head.words)
            return
        owner = next(iter(waiting))
        stamp = waiting.pop(owner)

        def load(store: DraftStore) -> tuple[Document, Context]:
            if owner.kind == DRAFT:
                draft = store.load(owner.number)
                return draft.document, draft.context
            return store.past.load(owner.number), Context()

        def described(loaded: tuple[Document, Context]) -> None:
            document, context = loaded

            def put(answer: Answer) -> None:
                found = answer if isinstance(answer, Description) else Description()
                about = About(found.kind, found.year, found.unit, found.characters)
                self._storing.run(
                    lambda store: store.passages.put(owner, stamp, document, about),
                    lambda _: self._index_next(waiting),
                    self._fail,
                )

            self._background.submit(Describe(document, context), put, lambda _: put(Description()))

        # A text that can't be read is passed over: it is listed, but can't be searched.
        self._storing.run(load, described, lambda _: self._index_next(waiting))

    def _search(self, words: str) -> None:
        view = self.view
        if view is None or not words:
            return

        def look(store: DraftStore) -> tuple[Hit, ...]:
            return store.passages.search(words)

        self._storing.ask(look, (), lambda hits: view.show_hits(words, hits), self._fail)

    # ---- what is done with a text ---------------------------------------------------------------------------------

    def _text(self, entry: Entry) -> None:
        view = self.view
        if view is None:
            return
        self._storing.run(
            lambda store: text_of(store, entry.owner),
            lambda document: view.show_text(entry.owner, document),
            self._fail,
        )

    def _open(self, entry: Entry) -> None:
        self._load_draft(entry.owner.number)
        self._window.activateWindow()

    def _copy(self, entry: Entry) -> None:
        """Begin a new draft with the words of a text."""

        def begin(document: Document) -> None:
            job = Copy(document, self._files.context())
            self._files.leave(lambda: self._files.load(job, f"正在复制“{entry.title}”…"))
            self._window.activateWindow()

        self._storing.run(lambda store: text_of(store, entry.owner), begin, self._fail)

    def _export(self, entry: Entry) -> None:
        """Ask for a file and write the text into it; the draft keeps the file it belongs to."""
        folder = Path(entry.path).parent if entry.path else Path.home()
        name = file_name(Path(entry.title).stem + "（导出）")
        chosen, wanted = QFileDialog.getSaveFileName(self.view, "导出", str(folder / name), SAVE_FILTER)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_name(path.name + (".txt" if "*.txt" in wanted else ".docx"))

        def send(loaded: Draft | Document) -> None:
            # The file dialog has asked about a file that is there already.
            job = Export(path, loaded, replace=True)
            self._background.submit(job, done, self._window.messages.show_error)

        def done(answer: Answer) -> None:
            if isinstance(answer, OpenedFile):
                self._window.messages.show_message(Message(f"已导出到“{path.name}”。", "done"))

        def load(store: DraftStore) -> Draft | Document:
            return store.load(entry.owner.number) if entry.owner.kind == DRAFT else text_of(store, entry.owner)

        self._storing.run(load, send, self._fail)

    def _take(self, entry: Entry, texts: tuple[str, ...]) -> None:
        """Put passages behind the paragraph of the caret, under a mark that has to be taken away before handing in."""
        year = f"{entry.about.year}年" if entry.about.year else "以前的"
        mark = f"【摘自{year}报告，核对后删去】"
        if self._panels.insert_paragraphs((mark + texts[0], *texts[1:])):
            self._window.activateWindow()

    def _remove(self, entry: Entry) -> None:
        """Put a draft into the bin, forget a past report; what was learned from it is forgotten with it."""

        def removed(_nothing: None) -> None:
            self.refresh()
            if entry.owner.kind != DRAFT:
                self._past_changed()

        def remove(store: DraftStore) -> None:
            if entry.owner.kind == DRAFT:
                store.bin.put(entry.owner.number)
            else:
                store.past.remove(entry.owner.number)

        self._storing.run(remove, removed, self._fail)

    def _fail(self, error: AssistantError) -> None:
        self._indexing = False
        self._window.messages.show_error(error)

    def _make(self) -> LibraryWindow:
        view = LibraryWindow(self._window.theme, self._kinds, self._window)
        view.search_wanted.connect(self._search)
        view.text_wanted.connect(self._text)
        view.open_wanted.connect(self._open)
        view.copy_wanted.connect(self._copy)
        view.export_wanted.connect(self._export)
        view.remove_wanted.connect(self._remove)
        view.passage_taken.connect(self._take)
        view.import_wanted.connect(self._import_past)
        return view
