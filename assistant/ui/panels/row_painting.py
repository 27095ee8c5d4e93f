"""How a row of a tree is painted: by hand, inside the rectangle Qt gives it, on a ground of our own."""

from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.ui.models.tree_model import Index
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.theme import Theme

_STATE = QStyle.StateFlag
R_contra = TypeVar("R_contra", contravariant=True)


class Painter(Protocol[R_contra]):
    """What paints the rows of one tree."""

    theme: Theme

    def height(self, row: R_contra, font: QFont) -> int:
        """Return how tall a row is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: R_contra) -> None:
        """Paint a row into `option.rect`, which begins behind its chevron."""

    def buttons(self, rect: QRect, font: QFont, row: R_contra) -> tuple[tuple[str, QRect], ...]:
        """Return names and places of the small buttons a row shows under the mouse or the keyboard."""


class RowDelegate(QStyledItemDelegate):
    """Ties a row painter to Qt's item views."""

    def __init__(self, painter: Painter[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.painter = painter

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, self.painter.height(index.data(Qt.ItemDataRole.UserRole), option.font))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setFont(option.font)
        self.painter.paint(painter, option, index.data(Qt.ItemDataRole.UserRole))
        painter.restore()


def chevron_box(rect: QRect) -> QRect:
    """Return where the chevron stands: in the indentation before the row's own rectangle."""
    return QRect(rect.left() - 12, rect.top(), 12, rect.height())


def full_width(rect: QRect) -> QRect:
    """Return the rectangle of a whole row, indentation included."""
    return QRect(0, rect.top(), rect.right() + 1, rect.height())


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Paint the ground of a row and, where rows are below it, its chevron."""
    state = option.state
    drawing.ground(
        painter,
        full_width(option.rect),
        theme,
        chosen=bool(state & _STATE.State_Selected),
        hover=bool(state & _STATE.State_MouseOver),
        focus=bool(state & _STATE.State_HasFocus),
    )
    if state & _STATE.State_Children:
        opened = bool(state & _STATE.State_Open)
        drawing.chevron(painter, chevron_box(option.rect), theme.colour("muted"), opened=opened)
