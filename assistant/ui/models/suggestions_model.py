"""The suggestions offered at one moment as a list model: what a card says on the screen and to a screen reader."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from assistant.phrases.phrase import Suggestion
from assistant.ui.editor.drags import PHRASE_MIME
from assistant.ui.models.tree_model import Index
from assistant.ui.overriding import override

MOST = 5
"""Suggestions shown at a time: one key each, 1 to 5."""

_ROLE = Qt.ItemDataRole


class SuggestionsModel(QAbstractListModel):
    """Up to five suggestions, best first; `UserRole` gives the Suggestion itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Suggestion, ...] = ()

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Show these in place of the last ones; the chosen row stays chosen."""
        new, old = tuple(suggestions)[:MOST], len(self._shown)
        if new == self._shown:
            return
        if len(new) < old:
            self.beginRemoveRows(QModelIndex(), len(new), old - 1)
            self._shown = self._shown[: len(new)]
            self.endRemoveRows()
        elif len(new) > old:
            self.beginInsertRows(QModelIndex(), old, len(new) - 1)
            self._shown += new[old:]
            self.endInsertRows()
        self._shown = new
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def suggestion(self, number: int) -> Suggestion | None:
        """Return the suggestion with a number (1 to 5), None where there is none."""
        return self._shown[number - 1] if 1 <= number <= len(self._shown) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        one = self._shown[index.row()]
        if role == _ROLE.UserRole:
            return one
        if role == _ROLE.DisplayRole:
            return one.phrase.text
        if role == _ROLE.ToolTipRole:
            return one.phrase.text + (f"\n{one.phrase.note}" if one.phrase.note else "")
        if role == _ROLE.AccessibleTextRole:
            marks = ("已收藏" if one.favourite else "", "已用过" if one.used else "")
            why = "，".join(part for part in (one.reason, one.source, *marks) if part)
            return f"{index.row() + 1}，{one.phrase.text} {why}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags)

    @override
    def mimeTypes(self) -> list[str]:
        return [PHRASE_MIME, "text/plain"]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the number of the card for our own page, its words for every other program."""
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(PHRASE_MIME, str(index.row() + 1).encode())
            data.setText(index.data())
        return data
