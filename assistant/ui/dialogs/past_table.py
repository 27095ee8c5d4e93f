"""The list of past reports that the completer may learn from, each with a tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from assistant.ui.theme import ROW

_HEADS = ("报告（打了勾的用来续写）", "年度", "文种", "字数")
_NAME, _YEAR, _KIND, _WORDS = range(4)


@dataclass(frozen=True, slots=True)
class PastRow:
    """A report in the list; `year` 0 and `kind` '' where nothing was recognised, `words` its 字数."""

    id: int
    name: str
    year: int
    kind: str
    words: int
    learned: bool


class PastTable(QTableWidget):
    """Shows reports; `learned_switched` tells of one that was ticked or no longer is."""

    learned_switched = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__(0, len(_HEADS))
        self._filling = False
        self.setAccessibleName("往年报告")
        self.setHorizontalHeaderLabels(_HEADS)
        for column in range(len(_HEADS)):
            side = Qt.AlignmentFlag.AlignRight if column == _WORDS else Qt.AlignmentFlag.AlignLeft
            self.horizontalHeaderItem(column).setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        for column, width in ((_YEAR, 64), (_KIND, 210), (_WORDS, 72)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, width)
        self.itemChanged.connect(self._changed)

    def show_rows(self, rows: Sequence[PastRow]) -> None:
        """Show these reports; those that were chosen stay chosen."""
        chosen = self.chosen()
        self._filling = True
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            self._fill(number, row)
        self._filling = False
        for number, row in enumerate(rows):
            if row.id in chosen:
                self.selectRow(number)

    def chosen(self) -> tuple[int, ...]:
        """Return the reports that are chosen, by their ids."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(int(self.item(row, _NAME).data(Qt.ItemDataRole.UserRole)) for row in rows)

    def _fill(self, number: int, row: PastRow) -> None:
        cells = (row.name, str(row.year or ""), row.kind, f"{row.words:,}")
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if column == _WORDS:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(text)
            self.setItem(number, column, item)
        first = self.item(number, _NAME)
        first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        first.setCheckState(Qt.CheckState.Checked if row.learned else Qt.CheckState.Unchecked)
        first.setData(Qt.ItemDataRole.UserRole, row.id)

    def _changed(self, item: QTableWidgetItem) -> None:
        if not self._filling and item.column() == _NAME:
            on = item.checkState() == Qt.CheckState.Checked
            self.learned_switched.emit(int(item.data(Qt.ItemDataRole.UserRole)), on)
