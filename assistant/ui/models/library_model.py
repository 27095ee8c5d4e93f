"""The texts of the library as a list model."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from assistant.storage.passages import Owner
from assistant.ui.models.library_rows import LibraryRow
from assistant.ui.models.tree_model import Index
from assistant.ui.overriding import override

_ROLE = Qt.ItemDataRole


class LibraryModel(QAbstractListModel):
    """One row a text; `UserRole` gives its LibraryRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LibraryRow, ...] = ()

    def set_rows(self, rows: tuple[LibraryRow, ...]) -> None:
        """Show these; where the same texts stand in the same order, what is chosen stays chosen."""
        if [row.entry.owner for row in rows] == [row.entry.owner for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place(self, owner: Owner) -> Index:
        """Return the index of a text, an invalid one where it is not shown."""
        for number, row in enumerate(self._rows):
            if row.entry.owner == owner:
                return self.index(number)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == _ROLE.UserRole:
            return row
        if role == _ROLE.DisplayRole:
            return row.title
        if role == _ROLE.ToolTipRole:
            return "\n".join(part for part in (row.title, row.entry.path) if part)
        if role == _ROLE.AccessibleTextRole:
            found = f"，{row.hits} 处" if row.hits else ""
            return f"{row.title}，{row.badge}，{row.detail}{found}"
        return None
