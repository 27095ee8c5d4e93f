"""What the notice says must be written: paste it, and each point becomes a line to tick, linked to a section."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.document.requirements import Item
from assistant.ui.fields import CalmComboBox
from assistant.ui.theme import ROW, SPACE, set_kind

_HEADS = ("要写的内容（打了勾的不再提示）", "写在哪个部分", "稿子里")
_TEXT, _ROLE, _TOLD = range(3)
_PASTE_ROWS = 84


class NoticeItems(QWidget):
    """A box to paste into and the checklist that comes of it; `pasted` carries the text to be read."""

    pasted = Signal(str)

    def __init__(
        self,
        roles: Sequence[tuple[str, str]],
        told: Callable[[Item], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`roles` are the sections an item can be linked to (role, name); `told` says whether the text has an item."""
        super().__init__(parent)
        self._roles = (("", "不限"), *roles)
        self._told = told
        self.paste = QPlainTextEdit()
        self.paste.setPlaceholderText("把通知里“要写哪些内容”“有什么要求”的文字粘贴到这里，一条一行或者连着的都可以。")
        self.paste.setAccessibleName("通知文字")
        self.paste.setTabChangesFocus(True)
        self.paste.setFixedHeight(_PASTE_ROWS)
        self.read = QPushButton("整理成清单(&L)")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        set_kind(self.summary, "small")
        self.table = QTableWidget(0, len(_HEADS))
        self.remove = QPushButton("删去所选(&R)")
        self.add = QPushButton("添一条(&I)")
        self._build()
        self._connect()

    def set_items(self, items: Sequence[Item]) -> None:
        """Show these items."""
        self.table.setRowCount(0)
        for item in items:
            self._append(item)
        self._check()

    def add_items(self, items: Sequence[Item]) -> int:
        """Add items that are not there yet; return how many those were."""
        known = {item.text for item in self.items()}
        new = [item for item in items if item.text not in known]
        for item in new:
            self._append(item)
        self._check()
        return len(new)

    def items(self) -> tuple[Item, ...]:
        """Return the items as they stand now; lines without a word are left out."""
        found = (self._item(row) for row in range(self.table.rowCount()))
        return tuple(item for item in found if item.text)

    def _item(self, row: int) -> Item:
        cell, place = self.table.item(row, _TEXT), self.table.cellWidget(row, _ROLE)
        box = place.findChild(CalmComboBox) if place is not None else None
        role = box.currentData() if box is not None else ""
        return Item(cell.text().strip(), role, cell.checkState() == Qt.CheckState.Checked)

    def _append(self, item: Item) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        cell = QTableWidgetItem(item.text)
        cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        cell.setCheckState(Qt.CheckState.Checked if item.done else Qt.CheckState.Unchecked)
        cell.setToolTip(item.text)
        self.table.setItem(row, _TEXT, cell)
        box = CalmComboBox()
        box.setAccessibleName("写在哪个部分")
        for role, name in self._roles:
            box.addItem(name, role)
        box.setCurrentIndex(max(0, box.findData(item.role)))
        box.view().setAccessibleName("写在哪个部分")
        box.currentIndexChanged.connect(self._tell)
        self.table.setCellWidget(row, _ROLE, _apart(box))
        told = QTableWidgetItem()
        told.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        told.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(row, _TOLD, told)
        self._tell()

    def _tell(self) -> None:
        """Say of every item whether the text has it."""
        if self._told is None:
            return
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            cell, item = self.table.item(row, _TOLD), self._item(row)
            if cell is not None:
                cell.setText("" if not item.text else "有" if self._told(item) else "没看到")
        self.table.blockSignals(False)

    def _add_empty(self) -> None:
        self._append(Item(""))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, _TEXT)
        self.table.editItem(self.table.item(row, _TEXT))
        self._check()

    def _remove_chosen(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._check()

    def _read(self) -> None:
        text = self.paste.toPlainText()
        if text.strip():
            self.paste.clear()
            self.pasted.emit(text)
            if self.table.rowCount():  # Enter is 确定 again, no new line in the box
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedIndexes()))
        self.read.setEnabled(bool(self.paste.toPlainText().strip()))

    def _connect(self) -> None:
        self.read.clicked.connect(lambda _=False: self._read())
        self.add.clicked.connect(lambda _=False: self._add_empty())
        self.remove.clicked.connect(lambda _=False: self._remove_chosen())
        self.paste.textChanged.connect(self._check)
        self.table.itemSelectionChanged.connect(self._check)
        self.table.itemChanged.connect(lambda _: self._tell())
        self._check()

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName("必写内容清单")
        table.setHorizontalHeaderLabels(_HEADS)
        table.setColumnHidden(_TOLD, self._told is None)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW + SPACE[2])
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_ROLE, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(_TOLD, QHeaderView.ResizeMode.ResizeToContents)
        table.setColumnWidth(_ROLE, 168)
        above, below = QHBoxLayout(), QHBoxLayout()
        for line in (above, below):
            line.setSpacing(SPACE[1])
        above.addWidget(self.read)
        above.addWidget(self.summary, 1)
        below.addWidget(self.add)
        below.addWidget(self.remove)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[2], 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.paste)
        column.addLayout(above)
        column.addWidget(table, 1)
        column.addLayout(below)
        for button in (self.read, self.add, self.remove):
            button.setAutoDefault(False)


def _apart(box: CalmComboBox) -> QWidget:
    """Return a holder that keeps a field apart from those in the rows above and below."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 3, 0, 3)
    line.addWidget(box)
    return holder
