"""One list of the unit's own words: a table to type and paste into."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.overriding import override
from assistant.ui.theme import ROW, SPACE, set_kind

Row = tuple[str, ...]


class WordTable(QWidget):
    """Rows of words; `pasted` carries text from the clipboard, `changed` comes after every change."""

    pasted = Signal(str)
    changed = Signal()

    def __init__(self, title: str, heads: Sequence[str], note: str, parent: QWidget | None = None) -> None:
        """`heads` are the columns, the word first; `note` says what the list is for."""
        super().__init__(parent)
        self.table = _Table(0, len(heads))
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.add, self.remove = QPushButton("添一条(&I)"), QPushButton("删去所选(&R)")
        self.paste = QPushButton("粘贴多行(&V)")
        self.paste.setToolTip("把复制好的词粘贴进来，一行一个；在表里按 Ctrl+V 也一样")
        self._build(note)
        self.table.pasted.connect(self.pasted)
        self.table.itemChanged.connect(lambda _: self.changed.emit())
        self.table.itemSelectionChanged.connect(self._check)
        self.table.removed.connect(self._remove)
        self.add.clicked.connect(lambda _=False: self._add())
        self.remove.clicked.connect(lambda _=False: self._remove())
        self.paste.clicked.connect(lambda _=False: self.table.paste())
        self._check()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)
        self.table.blockSignals(False)
        self._check()
        self.changed.emit()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows as they stand, without those that have no word."""
        count = self.table.columnCount()
        rows = (tuple(self._text(row, column) for column in range(count)) for row in range(self.table.rowCount()))
        return tuple(row for row in rows if row[0])

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _append(self, row: Row) -> None:
        number = self.table.rowCount()
        self.table.insertRow(number)
        for column, text in enumerate(row):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(number, column, item)

    def _add(self) -> None:
        self._append(("",) * self.table.columnCount())
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.editItem(self.table.item(row, 0))

    def _remove(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedIndexes()))

    def _build(self, note: str) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW + SPACE[0])
        table.setShowGrid(False)
        set_kind(table, "table")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        label = QLabel(note)
        label.setWordWrap(True)
        set_kind(label, "small")
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        for button in (self.add, self.paste, self.remove):
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE[2], 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(label)
        column.addWidget(table, 1)
        column.addLayout(line)


class _Table(QTableWidget):
    """A table that takes lines from the clipboard and lets Delete take rows out."""

    pasted = Signal(str)
    removed = Signal()

    def paste(self) -> None:
        """Hand on what is in the clipboard, if it is text."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.pasted.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes lines, Delete takes the chosen rows out, Enter types into a cell, it closes nothing."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and self.selectedIndexes():
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() != QAbstractItemView.State.EditingState and self.currentItem() is not None:
                self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)
