"""我的素材: the user's own phrases in one list, searched as one types, changed, deleted and put back."""

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from assistant.phrases.phrase import Phrase
from assistant.phrases.pinyin import NO_READINGS, Readings
from assistant.phrases.topics import Vocabulary
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind

_SIZE = (900, 560)
_HEADS = ("句子", "用在", "主题", "标签")
_WIDTHS = (460, 130, 130, 110)
_NONE = "还没有自己的素材。在正文里选中一句话，右键点“加入素材”，就存到这里；也可以从文件导入。"
_NO_MATCH = "没有找到，换个词或清空上面的搜索。"


class OwnPhrasesDialog(QDialog):
    """Shows the phrases; changes nothing itself.

    Signals: `add_wanted`, `edit_wanted` (Phrase), `delete_wanted` (ids), `undo_wanted`, `import_wanted`,
    `export_wanted`.
    """

    add_wanted = Signal()
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    undo_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, vocabulary: Vocabulary, readings: Readings = NO_READINGS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("我的素材")
        self._topics = {topic.key: topic.name for topic in vocabulary.topics}
        self._model = QStandardItemModel(0, len(_HEADS), self)
        self._model.setHorizontalHeaderLabels(list(_HEADS))
        self._shown = _Matching(readings, self)
        self._shown.setSourceModel(self._model)
        self.search, self.list, self.empty = QLineEdit(), QTreeView(), QLabel()
        self.add, self.edit, self.remove = QPushButton("新增(&N)…"), QPushButton("编辑(&D)…"), QPushButton("删除(&R)")
        self.take_in, self.give_out = QPushButton("导入(&M)…"), QPushButton("导出(&X)…")
        self.said, self.undo, self.close_button = QLabel(), QPushButton("撤销(&Z)"), QPushButton("关闭")
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self.show_phrases(())

    def show_phrases(self, phrases: tuple[Phrase, ...]) -> None:
        """Show these, the newest first; search and choice stay as they are."""
        chosen = {phrase.id for phrase in self.chosen()}
        self._model.removeRows(0, self._model.rowCount())
        for phrase in reversed(phrases):
            self._model.appendRow(self._row(phrase))
        for row in range(self._shown.rowCount()):
            index = self._shown.index(row, 0)
            if index.data(Qt.ItemDataRole.UserRole).id in chosen:
                flags = self.list.selectionModel().SelectionFlag
                self.list.selectionModel().select(index, flags.Select | flags.Rows)
        self._follow()

    def say(self, words: str, *, undo: bool = False) -> None:
        """Say what happened, beside the buttons; `undo`: it can be taken back."""
        self.said.setText(words)
        self.said.setToolTip(words)
        self.undo.setVisible(undo)

    def chosen(self) -> tuple[Phrase, ...]:
        """Return the chosen phrases in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(index.data(Qt.ItemDataRole.UserRole) for index in rows)

    def _row(self, phrase: Phrase) -> list[QStandardItem]:
        topic = self._topics.get(phrase.topics[0], "") if phrase.topics else ""
        tags = "、".join((*phrase.tags, *(("口头",) if phrase.spoken else ())))
        items = [QStandardItem(text) for text in (phrase.text, ROLE_TITLES.get(phrase.role, ""), topic, tags)]
        for item in items:
            item.setEditable(False)
            item.setToolTip(item.text())
        items[0].setData(phrase, Qt.ItemDataRole.UserRole)
        return items

    def _follow(self) -> None:
        count, total = self._shown.rowCount(), self._model.rowCount()
        self.empty.setText(_NO_MATCH if total else _NONE)
        self._pages.setCurrentIndex(0 if count else 1)
        chosen = len(self.chosen())
        self.edit.setEnabled(chosen == 1)
        self.remove.setEnabled(chosen > 0)
        self.give_out.setEnabled(total > 0)
        self.setWindowTitle(f"我的素材 · {total} 条" if total else "我的素材")

    def _search(self, words: str) -> None:
        self._shown.look_for(words)
        self._follow()

    def _edit(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self.edit_wanted.emit(chosen[0])

    def _delete(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.delete_wanted.emit(tuple(phrase.id for phrase in chosen))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        self.list.activated.connect(lambda _: self._edit())
        self.add.clicked.connect(lambda _=False: self.add_wanted.emit())
        self.edit.clicked.connect(lambda _=False: self._edit())
        self.remove.clicked.connect(lambda _=False: self._delete())
        self.undo.clicked.connect(lambda _=False: self.undo_wanted.emit())
        self.take_in.clicked.connect(lambda _=False: self.import_wanted.emit())
        self.give_out.clicked.connect(lambda _=False: self.export_wanted.emit())
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self._delete, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence.StandardKey.Undo, self.list, self._undo, context=Qt.ShortcutContext.WidgetShortcut)

    def _undo(self) -> None:
        if self.undo.isVisible():
            self.undo_wanted.emit()

    def _build(self) -> None:
        self.search.setPlaceholderText("搜索：词语、拼音或首字母")
        self.search.setAccessibleName("搜索素材")
        self.search.setClearButtonEnabled(True)
        self.list.setModel(self._shown)
        self.list.setAccessibleName("我的素材")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        set_kind(self.list, "rows")
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            head.resizeSection(column, width)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.empty.setContentsMargins(SPACE[2], SPACE[2], SPACE[2], SPACE[2])
        for label in (self.empty, self.said):
            set_kind(label, "muted")
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(self.search)
        column.addWidget(self._pages, 1)
        column.addLayout(self._buttons())
        self.undo.hide()

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        for button in (self.add, self.edit, self.remove, self.take_in, self.give_out):
            line.addWidget(button)
        line.addWidget(self.said, 1)
        for button in (self.undo, self.close_button):
            line.addWidget(button)
        for place in range(line.count()):
            button = line.itemAt(place).widget()
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        return line


class _Matching(QSortFilterProxyModel):
    """The rows that hold every word looked for, in any column, as it stands or as pinyin."""

    def __init__(self, readings: Readings, parent: QWidget) -> None:
        super().__init__(parent)
        self._readings = readings
        self._words: list[tuple] = []

    def look_for(self, text: str) -> None:
        self._words = [(word, self._readings.patterns(word)) for word in text.lower().split()]
        self.invalidateFilter()

    @override
    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:
        model = self.sourceModel()
        hay = " ".join(model.index(row, column, parent).data() or "" for column in range(len(_HEADS))).lower()
        return all(word in hay or any(p.search(hay) for p in patterns) for word, patterns in self._words)
