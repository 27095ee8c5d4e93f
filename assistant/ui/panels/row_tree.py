"""A calm tree for hand-painted rows: hover, Enter, small buttons in rows, and open or closed remembered by key."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from assistant.ui.models.tree_model import Index, TreeModel
from assistant.ui.models.tree_node import Row
from assistant.ui.overriding import override
from assistant.ui.panels.row_painting import Painter, RowDelegate
from assistant.ui.theme import set_kind

_STATE = QStyle.StateFlag


class RowTree(QTreeView):
    """A tree of frozen rows.

    `picked` tells of a click on a row, `opened` of Enter, `turned` that another row is the current one, `moved` that it
    was made so by hand (arrow keys too), `pushed` of a small button (its name), `asked` where a context menu is wanted.

    While the mouse is down nothing is told: what others do then (a card that opens below) moves the rows, and Qt, still
    at the press, would select the row that has come under the pointer.
    """

    picked = Signal(object)
    opened = Signal(object)
    turned = Signal()
    moved = Signal(object)
    pushed = Signal(object, str)
    asked = Signal(object, QPoint)

    def __init__(
        self, model: TreeModel, painter: Painter[Any], starts_open: Callable[[Any], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._painter, self._starts_open = painter, starts_open
        self._open: dict[str, bool] = {}
        self._hover = QModelIndex()
        self._pressed = QPersistentModelIndex()
        self._pressed_button: str | None = None
        self._by_hand = self._held = self._turned_meanwhile = False
        set_kind(self, "plain")
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(painter, self))
        self.expanded.connect(lambda index: self._remember(index, opened=True))
        self.collapsed.connect(lambda index: self._remember(index, opened=False))
        model.rowsInserted.connect(self._unfold)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def current_row(self) -> Row | None:
        """Return the row the keyboard is at, or None."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole)

    def show_row(self, key: str) -> None:
        """Choose the row with this key and bring it into view, without telling anybody."""
        index = self.model().find(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @contextmanager
    def current_kept(self) -> Iterator[None]:
        """Keep the current row through what happens meanwhile, where it moves to another place, too.

        A row that moves is taken out and put in again, and Qt makes its neighbour the current one.
        """
        row = self.current_row()
        yield
        index = self.model().find(row.key) if row is not None else QModelIndex()
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)

    def folded(self) -> tuple[str, ...]:
        """Return the keys of the rows folded by hand."""
        return tuple(key for key, is_open in self._open.items() if not is_open)

    def fold(self, keys: tuple[str, ...]) -> None:
        """Fold these rows, now or when they come, and no others."""
        for key in self._open:
            self._open[key] = True
        self._open.update(dict.fromkeys(keys, False))
        for key, is_open in tuple(self._open.items()):
            index = self.model().find(key)
            if index.isValid():
                self.setExpanded(index, is_open)

    def buttons(self, index: QModelIndex) -> tuple[tuple[str, QRect], ...]:
        """Return names and places of the small buttons a row shows now."""
        if not (index.isValid() and (index == self._hover or self._focused(index))):
            return ()
        return self._painter.buttons(self.visualRect(index), self.font(), index.data(Qt.ItemDataRole.UserRole))

    @override
    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row_option = QStyleOptionViewItem(option)
        row_option.rect = self.visualRect(index)
        row_option.font = self.font()
        state = _STATE.State_None
        if index == self._hover:
            state |= _STATE.State_MouseOver
        if self.selectionModel().isSelected(index):
            state |= _STATE.State_Selected
        if self._focused(index):
            state |= _STATE.State_HasFocus
        if self.isExpanded(index):
            state |= _STATE.State_Open
        if self.model().hasChildren(index):
            state |= _STATE.State_Children
        row_option.state = state
        self.itemDelegate().paint(painter, row_option, index)

    @override
    def drawBranches(self, *_: object) -> None:
        return  # the row painter draws its chevron itself

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.HoverMove):
            self._hover_at(self.indexAt(event.position().toPoint()))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.HoverLeave):
            self._hover_at(QModelIndex())
        return super().viewportEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Asked before the press makes the row current: a button that only then appears was not what the user aimed at.
        self._pressed_button = self._button_at(event.position().toPoint())
        self._held = True
        super().mousePressEvent(event)
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        if event.button() != Qt.MouseButton.LeftButton:  # a menu may follow, and take the release
            self._let_go()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self._pressed = QPersistentModelIndex()  # the second release of a double click asks for nothing more

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        same, self._pressed = self._pressed == index, QPersistentModelIndex()
        button, self._pressed_button = self._pressed_button, None
        under = self._button_at(point)
        inside = point.x() >= self.visualRect(index).left() or not self.model().hasChildren(index)  # no chevron there
        row = index.data(Qt.ItemDataRole.UserRole)
        self._let_go()
        if event.button() != Qt.MouseButton.LeftButton or not same or row is None:
            return
        if button is None and inside:
            self.picked.emit(row)
        elif button is not None and button == under:
            self.pushed.emit(row, button)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_row() is not None:
                self.opened.emit(self.current_row())
            return
        if event.key() == Qt.Key.Key_Space:  # nothing to tick here: the panel may have a use for it
            event.ignore()
            return
        self._let_go()
        self._by_hand = True
        super().keyPressEvent(event)
        self._by_hand = False

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            point = self.visualRect(index).center() if by_key else event.pos()
            self.asked.emit(index.data(Qt.ItemDataRole.UserRole), self.viewport().mapToGlobal(point))

    def _focused(self, index: Index) -> bool:
        return self.hasFocus() and index == self.currentIndex()

    def _button_at(self, point: QPoint) -> str | None:
        return next((name for name, box in self.buttons(self.indexAt(point)) if box.contains(point)), None)

    def _hover_at(self, index: QModelIndex) -> None:
        if index != self._hover:
            self._hover = index
            self.viewport().update()

    def _remember(self, index: QModelIndex, *, opened: bool) -> None:
        self._open[index.data(Qt.ItemDataRole.UserRole).key] = opened

    def _unfold(self, parent: QModelIndex, first: int, last: int) -> None:
        self._hover = QModelIndex()
        for place in range(first, last + 1):
            index = self.model().index(place, 0, parent)
            count = self.model().rowCount(index)
            row = index.data(Qt.ItemDataRole.UserRole)
            if count:
                self._unfold(index, 0, count - 1)
            if count and self._open.get(row.key, self._starts_open(row)):
                self.setExpanded(index, True)

    def _current_changed(self, index: QModelIndex) -> None:
        if self._held:
            self._turned_meanwhile = True
            return
        self.turned.emit()
        if self._by_hand and index.isValid():
            self.moved.emit(index.data(Qt.ItemDataRole.UserRole))

    def _let_go(self) -> None:
        """Tell what has become current while the mouse was down."""
        self._held = False
        if self._turned_meanwhile:
            self._turned_meanwhile = False
            self._by_hand = True
            self._current_changed(self.currentIndex())
            self._by_hand = False
