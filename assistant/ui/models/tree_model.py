"""A tree model over frozen rows that updates in place.

Rows are matched by key, so that views keep what is chosen, unfolded and scrolled to.
"""

import itertools
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assistant.ui.models.tree_node import Node, Row, renumber
from assistant.ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole


class TreeModel(QAbstractItemModel):
    """Frozen rows as a one-column tree. Subclasses say what a row shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._root = Node(0, None, None)
        self._nodes = {0: self._root}

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows; what has a key shown before stays the same item."""
        self._update(self._root, tuple(rows))

    def row_at(self, index: Index) -> Row | None:
        """Return the frozen row of an index, None for the root."""
        return self._node(index).row

    def find(self, key: str) -> QModelIndex:
        """Return the index of the row with this key, an invalid one where there is none."""
        for node in self._nodes.values():
            if node.row is not None and node.row.key == key:
                return self._index(node)
        return QModelIndex()

    def shown(self, row: Row) -> str:
        """Return the text of a row."""
        raise NotImplementedError

    def tip(self, row: Row) -> str:
        """Return what its tip says, nothing where it has none."""
        raise NotImplementedError

    def spoken(self, row: Row) -> str:
        """Return the row as one sentence to be read aloud."""
        return self.shown(row)

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        children = self._node(parent).children
        inside = 0 <= row < len(children) and column == 0 and (not parent.isValid() or parent.column() == 0)
        return self._index(children[row]) if inside else QModelIndex()

    @override
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:
        node = self._node(index).parent
        return QModelIndex() if node is None else self._index(node)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._node(parent).children)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._node(index).row
        if row is None or role == _ROLE.UserRole:
            return row
        answers = {_ROLE.DisplayRole: self.shown, _ROLE.ToolTipRole: self.tip, _ROLE.AccessibleTextRole: self.spoken}
        return (answers[role](row) or None) if role in answers else None

    def _node(self, index: Index) -> Node:
        return self._nodes.get(index.internalId(), self._root) if index.isValid() else self._root

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.place, 0, node.number)

    def _update(self, node: Node, rows: Sequence[Row]) -> None:
        old, new = [child.row.key for child in node.children if child.row], [row.key for row in rows]
        for tag, i1, i2, j1, j2 in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
            if tag == "equal":
                for child, row in zip(node.children[i1:i2], rows[j1:j2], strict=True):
                    self._change(child, row)
                continue
            if i2 > i1:
                self._remove(node, i1, i2)
            if j2 > j1:
                self._insert(node, i1, rows[j1:j2])

    def _change(self, node: Node, row: Row) -> None:
        if node.row != row:
            node.row = row
            self._update(node, row.children)
            self.dataChanged.emit(self._index(node), self._index(node))

    def _remove(self, node: Node, first: int, end: int) -> None:
        self.beginRemoveRows(self._index(node), first, end - 1)
        gone = node.children[first:end]
        del node.children[first:end]
        while gone:
            child = gone.pop()
            del self._nodes[child.number]
            gone.extend(child.children)
        renumber(node)
        self.endRemoveRows()

    def _insert(self, node: Node, at: int, rows: Sequence[Row]) -> None:
        self.beginInsertRows(self._index(node), at, at + len(rows) - 1)
        node.children[at:at] = [self._grown(row, node) for row in rows]
        renumber(node)
        self.endInsertRows()

    def _grown(self, row: Row, parent: Node) -> Node:
        node = Node(next(self._numbers), row, parent)
        self._nodes[node.number] = node
        node.children = [self._grown(child, node) for child in row.children]
        renumber(node)
        return node
