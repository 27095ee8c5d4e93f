"""历史版本: what the text said before, to be read, compared and brought back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from assistant.document.block import Document
from assistant.document.side_by_side import Row
from assistant.ui.models.version_rows import VersionRow
from assistant.ui.panels.difference_view import DifferenceView
from assistant.ui.theme import SPACE, Theme, set_kind

SIZE = (1100, 660)
"""Width and height at first, in device-independent pixels: it fits a screen of 1366 × 768."""

COMPARE, READ = 0, 1
"""Tabs: side by side, and the version by itself."""

_NOTHING = "还没有历史版本。写作时每隔几分钟自动留一个，存文件时留一个；“文件 → 存为版本”随时可以留一个。"
_HINT = "按住 Ctrl 再点一个，可以让两个版本互相对比。"
_AND_NOW = "现在"


class HistoryWindow(QDialog):
    """Shows the versions of one draft; changes nothing itself.

    Signals: `compared` (older id, newer id or 0 for the present text) is to be shown; `read` (id) likewise;
    `restore_wanted` (id); `marked_wanted` (older id, newer id or 0) as a Word file with revisions; `note_wanted` and
    `remove_wanted` (id).
    """

    compared = Signal(int, int)
    read = Signal(int)
    restore_wanted = Signal(int)
    marked_wanted = Signal(int, int)
    note_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build an empty window."""
        super().__init__(parent)
        self.setWindowTitle("历史版本")
        self.resize(*SIZE)
        self._rows: dict[int, VersionRow] = {}
        self._difference: tuple[Row, ...] = ()
        self.list, self.view, self.tabs = QListWidget(), DifferenceView(theme), QTabBar()
        self.changes_only = QCheckBox("只看有改动的段落(&O)")
        self.summary, self._note = QLabel(), QLabel(_NOTHING)
        self.restore_button, self.marked_button = QPushButton("恢复到此版本(&R)"), QPushButton("生成花脸稿(&M)")
        self.note_button, self.remove_button = QPushButton("写备注(&N)…"), QPushButton("删除此版本(&D)")
        self._build()
        self.list.itemSelectionChanged.connect(self._chosen)
        self.tabs.currentChanged.connect(lambda _: self._chosen())
        self.changes_only.toggled.connect(lambda _: self._fill())
        for button, signal in (
            (self.restore_button, self.restore_wanted),
            (self.note_button, self.note_wanted),
            (self.remove_button, self.remove_wanted),
        ):
            button.clicked.connect(lambda _=False, emit=signal.emit: emit(self.pair()[0]))
        self.marked_button.clicked.connect(lambda: self.marked_wanted.emit(*self.pair()))
        self._chosen()

    def show_versions(self, rows: tuple[VersionRow, ...]) -> None:
        """List the versions; what was chosen stays, at first the newest is."""
        kept = set(self.chosen())
        self._rows = {row.id: row for row in rows}
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.time}　{row.name}\n{row.length}")
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.read_aloud)
            item.setToolTip(row.read_aloud)
            if row.named:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.list.addItem(item)
            item.setSelected(row.id in kept)
        if rows and not self.list.selectedItems():
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._note.setVisible(not rows)
        self._chosen()

    def show_difference(self, older: int, newer: int, rows: tuple[Row, ...], words: tuple[int, int]) -> None:
        """Show two versions side by side, if they are still the chosen ones."""
        if (older, newer) == self.pair() and self.tabs.currentIndex() == COMPARE:
            self._difference = rows
            changed = sum(not row.same for row in rows)
            self.summary.setText(f"{changed} 段有改动 · {words[0]:,} 字 → {words[1]:,} 字" if changed else "没有改动")
            self._fill()

    def show_text(self, version: int, document: Document) -> None:
        """Show a version by itself, if it is still the chosen one."""
        if version == self.pair()[0] and self.tabs.currentIndex() == READ:
            self.summary.setText(self._rows[version].length if version in self._rows else "")
            self.view.show_text(block.label + block.text for block in document.blocks)

    def chosen(self) -> tuple[int, ...]:
        """Return the chosen versions, the newer one first."""
        rows = sorted(self.list.row(item) for item in self.list.selectedItems())
        return tuple(self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows)

    def pair(self) -> tuple[int, int]:
        """Return the older and the newer of what is compared; 0 stands for the present text, and for nothing."""
        chosen = self.chosen()
        return (chosen[-1], chosen[0]) if len(chosen) > 1 else (chosen[0], 0) if chosen else (0, 0)

    def _chosen(self) -> None:
        chosen = self.chosen()
        for button in (self.restore_button, self.note_button, self.remove_button):
            button.setEnabled(len(chosen) == 1)
        self.marked_button.setEnabled(0 < len(chosen) <= 2)
        self.changes_only.setEnabled(self.tabs.currentIndex() == COMPARE)
        self.summary.clear()
        if not 0 < len(chosen) <= 2:
            self.view.show_text(("选一个版本与现在的文稿对比，或者选两个互相对比。",) if self._rows else ())
        elif self.tabs.currentIndex() == COMPARE:
            self.compared.emit(*self.pair())
        else:
            self.read.emit(self.pair()[0])

    def _fill(self) -> None:
        if self.tabs.currentIndex() != COMPARE or not self.chosen():
            return
        older, newer = self.pair()
        titles = tuple(self._rows[one].time if one in self._rows else _AND_NOW for one in (older, newer))
        self.view.show_rows(self._difference, (titles[0], titles[1]), changes_only=self.changes_only.isChecked())

    def _build(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._versions())
        splitter.addWidget(self._reading())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([300, SIZE[0] - 300])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        whole.setSpacing(SPACE[2])
        whole.addWidget(splitter, 1)
        whole.addLayout(self._buttons())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _versions(self) -> QWidget:
        """Return the side with the list of versions."""
        self.list.setAccessibleName("版本")
        set_kind(self.list, "plain")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setSpacing(2)
        self.list.setWordWrap(False)
        hint = QLabel(_HINT)
        side = QWidget()
        column = _column(side, right=SPACE[2])
        for widget, stretch in ((self._note, 0), (self.list, 1), (hint, 0)):
            column.addWidget(widget, stretch)
        for label in (self._note, hint):
            label.setWordWrap(True)
            set_kind(label, "small")
        return side

    def _reading(self) -> QWidget:
        """Return the side where versions are read and compared."""
        self.tabs.addTab("左右对比")
        self.tabs.addTab("这个版本的全文")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName("看什么")
        self.changes_only.setChecked(True)
        set_kind(self.summary, "small")
        head = QHBoxLayout()
        head.setSpacing(SPACE[2])
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.summary)
        head.addWidget(self.changes_only)
        side = QWidget()
        column = _column(side, left=SPACE[2])
        column.addLayout(head)
        column.addWidget(self.view, 1)
        return side

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        self.restore_button.setToolTip("把文稿改回这个版本的文字，是一步，可以撤销；恢复前的文字也会留一个版本")
        self.marked_button.setToolTip("生成一份带修订的 Word 文稿，显示从旧版本到新版本改了什么")
        set_kind(self.restore_button, "primary")
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        for button in (self.restore_button, self.marked_button, self.note_button, self.remove_button):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        close.setAutoDefault(False)
        line.addWidget(close)
        return line


def _column(widget: QWidget, *, left: int = 0, right: int = 0) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(left, 0, right, 0)
    column.setSpacing(SPACE[1])
    return column
