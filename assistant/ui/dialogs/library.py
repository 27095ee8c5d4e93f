"""文稿库: every draft and past report in one window, searched as one types, to be read, opened and quoted from."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant.document.block import Document
from assistant.storage.passages import Hit, Owner
from assistant.storage.shelf import DRAFT, Entry
from assistant.ui.boxes import packed
from assistant.ui.models.library_model import LibraryModel
from assistant.ui.models.library_rows import LibraryRow, places, rows
from assistant.ui.panels.library_head import LibraryHead
from assistant.ui.panels.library_list import LibraryList
from assistant.ui.panels.library_text import LibraryText
from assistant.ui.theme import SPACE, Theme, set_kind

SIZE = (1040, 660)
"""Width and height at first, in device-independent pixels: it fits a screen of 1366 × 768."""
_NOTHING = "这里会列出本机的草稿和导入过的往年报告。现在还没有，先打开或新建一份稿子，或者点“导入往年报告”。"
_NO_MATCH = "没有找到。换一个词，或者把年度、文种改回“全部”。"


class LibraryWindow(QDialog):
    """Shows the shelf; changes nothing itself.

    Signals: `search_wanted` (words, '' ends the search); `text_wanted` (Entry) to be shown; `open_wanted`,
    `copy_wanted`, `export_wanted`, `remove_wanted` (Entry); `passage_taken` (Entry, paragraphs) to put into the text on
    the desk; `import_wanted`.
    """

    search_wanted = Signal(str)
    text_wanted = Signal(object)
    open_wanted = Signal(object)
    copy_wanted = Signal(object)
    export_wanted = Signal(object)
    remove_wanted = Signal(object)
    passage_taken = Signal(object, object)
    import_wanted = Signal()

    def __init__(self, theme: Theme, kinds: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Build an empty window; `kinds` are the titles of report kinds by id."""
        super().__init__(parent)
        self.setWindowTitle("文稿库")
        self.resize(*SIZE)
        self._kinds = kinds
        self._entries: tuple[Entry, ...] = ()
        self._hits: tuple[Hit, ...] | None = None
        self._shown: Owner | None = None
        self._desk = False
        self._model = LibraryModel(self)
        self.head = LibraryHead(kinds)
        self.list, self.text = LibraryList(self._model, theme), LibraryText(theme)
        self.note, self.count = QLabel(), QLabel()
        self.open_button, self.copy_button = QPushButton("打开"), QPushButton("复制一份再改")
        self.export_button, self.remove_button = QPushButton("导出…"), QPushButton("移出文稿库")
        self.take_button = QPushButton("插入到当前文稿")
        self.previous, self.next = QPushButton("上一处"), QPushButton("下一处")
        self._build()
        self._connect()
        self._follow()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show what stands on the shelf now; filter, search and choice stay as they are."""
        self._entries = entries
        self.head.offer(entries)
        self._refill()

    def show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
        """Show what was found for these words, unless others have been typed meanwhile."""
        if words == self.head.words:
            self._hits = hits if words else None
            self._refill()

    def show_text(self, owner: Owner, document: Document | None) -> None:
        """Show a text, if it is still the chosen one."""
        entry = self.chosen()
        if entry is not None and entry.owner == owner:
            self._shown = owner
            self.text.show_text(document)
            self._mark()

    def set_desk(self, *, text: bool) -> None:
        """Tell whether there is a text to put passages into."""
        self._desk = text
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self.list.delegate.theme = self.text.theme = theme
        self.list.viewport().update()

    def chosen(self) -> Entry | None:
        """Return the chosen text, None where there is none."""
        row: LibraryRow | None = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return None if row is None else row.entry

    def _refill(self) -> None:
        before = self.chosen()
        shown = rows(self._entries, self._kinds, self.head.wanted, self._hits, date.today())
        self._model.set_rows(shown)
        place = self._model.place(before.owner) if before is not None else QModelIndex()
        if not place.isValid() and shown:
            place = self._model.index(0)
        self.list.setCurrentIndex(place)
        self.list.setVisible(bool(shown))
        self.note.setVisible(not shown)
        self.note.setText(_NO_MATCH if self._entries else _NOTHING)
        found = sum(row.hits for row in shown)
        self.count.setText(f"{len(shown)} 份，{found} 段" if self._hits is not None else f"共 {len(shown)} 份")
        self._choose()

    def _choose(self) -> None:
        entry = self.chosen()
        self._follow()
        if entry is None:
            self._shown = None
            self.text.show_text(None)
        elif entry.owner != self._shown:
            self.text_wanted.emit(entry)
        else:
            self._mark()

    def _mark(self) -> None:
        words = self.head.words.split()
        found = self.text.mark(words, places(self._hits, self._shown)) if self._hits and self._shown else 0
        if not found:
            self.text.mark((), ())
        for button in (self.previous, self.next):
            button.setVisible(found > 0)

    def _follow(self) -> None:
        """Offer what can be done with the chosen text."""
        entry = self.chosen()
        for button in (self.open_button, self.copy_button, self.export_button, self.remove_button):
            button.setEnabled(entry is not None)
        draft = entry is not None and entry.owner.kind == DRAFT
        self.open_button.setVisible(draft or entry is None)
        self.remove_button.setText("移到回收站" if draft else "移出文稿库")
        self.take_button.setEnabled(entry is not None and self._desk)
        self.take_button.setToolTip("插入选中的文字，没有选中时插入光标所在的一段" if self._desk else "先打开一份文稿")

    def _take(self) -> None:
        entry, texts = self.chosen(), self.text.passage()
        if entry is not None and texts:
            self.passage_taken.emit(entry, texts)

    def _emit(self, signal: Signal) -> None:
        if (entry := self.chosen()) is not None:
            signal.emit(entry)

    def _open(self) -> None:
        entry = self.chosen()
        if entry is not None:
            (self.open_wanted if entry.owner.kind == DRAFT else self.copy_wanted).emit(entry)

    def _look(self, words: str) -> None:
        if words:
            self.search_wanted.emit(words)
        else:
            self.show_hits("", ())

    def _connect(self) -> None:
        self.head.words_changed.connect(self._look)
        self.head.filter_changed.connect(self._refill)
        self.head.import_wanted.connect(self.import_wanted)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.list.doubleClicked.connect(lambda _: self._open())
        self.open_button.clicked.connect(lambda: self._emit(self.open_wanted))
        self.copy_button.clicked.connect(lambda: self._emit(self.copy_wanted))
        self.export_button.clicked.connect(lambda: self._emit(self.export_wanted))
        self.remove_button.clicked.connect(lambda: self._emit(self.remove_wanted))
        self.take_button.clicked.connect(self._take)
        self.previous.clicked.connect(lambda: self.text.step(forwards=False))
        self.next.clicked.connect(lambda: self.text.step(forwards=True))
        QShortcut(QKeySequence("Ctrl+F"), self, self.head.search.setFocus)
        QShortcut(QKeySequence("F3"), self, lambda: self.text.step(forwards=True))
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self.text.step(forwards=False))

    def _build(self) -> None:
        set_kind(self.note, "muted")
        set_kind(self.count, "small")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        for button in self._buttons():
            button.setAutoDefault(False)
        column = packed(QVBoxLayout(self))
        column.addWidget(self.head)
        column.addWidget(self._middle(), 1)
        column.addWidget(self._foot())

    def _buttons(self) -> tuple[QPushButton, ...]:
        doing = (self.open_button, self.copy_button, self.export_button, self.remove_button, self.take_button)
        return (*doing, self.previous, self.next)

    def _middle(self) -> QWidget:
        left = QFrame()
        set_kind(left, "panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE[0], SPACE[1], SPACE[0], SPACE[1])
        column.addWidget(self.list, 1)
        column.addWidget(self.note, 1)
        self.count.setContentsMargins(SPACE[2], 0, SPACE[2], 0)
        column.addWidget(self.count)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        left.setMinimumWidth(280)
        split.addWidget(left)
        split.addWidget(self.text)
        split.setSizes([400, SIZE[0] - 400])
        split.setStretchFactor(1, 1)
        return split

    def _foot(self) -> QWidget:
        foot = QFrame()
        set_kind(foot, "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        line.setSpacing(SPACE[1])
        for button in (self.open_button, self.copy_button, self.export_button, self.remove_button):
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.previous, self.next, self.take_button):
            line.addWidget(button)
        return foot
