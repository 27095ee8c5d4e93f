"""The list of texts in the library: how a row looks."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.ui.models.library_model import LibraryModel
from assistant.ui.models.library_rows import LibraryRow
from assistant.ui.models.tree_model import Index
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.theme import Theme, set_kind

_SIDE, _EDGE, _BETWEEN = 16, 8, 4
_STATE = QStyle.StateFlag


class LibraryDelegate(QStyledItemDelegate):
    """Paints a text: title and hits, below them what it is."""

    def __init__(self, theme: Theme, view: "LibraryList") -> None:
        super().__init__(view)
        self.theme, self._view = theme, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        font = self._view.font()
        words = QFontMetrics(drawing.strong(font)).height() + QFontMetrics(drawing.small(font)).height()
        return QSize(0, words + _BETWEEN + 2 * _EDGE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LibraryRow = index.data(Qt.ItemDataRole.UserRole)
        font, theme, rect = self._view.font(), self.theme, option.rect
        chosen = bool(option.state & _STATE.State_Selected)
        painter.save()
        drawing.ground(
            painter,
            rect,
            theme,
            chosen=chosen,
            hover=bool(option.state & _STATE.State_MouseOver),
            focus=chosen and self._view.hasFocus(),
        )
        box = rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        painter.setFont(drawing.strong(font))
        metrics = painter.fontMetrics()
        top = QRect(box.left(), box.top(), box.width(), metrics.height())
        right = self._hits(painter, top, row)
        painter.setPen(theme.colour("text"))
        room = right - top.left() - 8
        painter.drawText(top, drawing.LEFT, metrics.elidedText(row.title, Qt.TextElideMode.ElideMiddle, room))
        painter.setFont(drawing.small(font))
        painter.setPen(theme.colour("muted"))
        small = painter.fontMetrics()
        foot = QRect(box.left(), box.bottom() - small.height() + 1, box.width(), small.height())
        words = f"{row.badge} · {row.detail}"
        painter.drawText(foot, drawing.LEFT, small.elidedText(words, Qt.TextElideMode.ElideRight, foot.width()))
        painter.restore()

    def _hits(self, painter: QPainter, top: QRect, row: LibraryRow) -> int:
        """Paint how often what was looked for stands in the text; return where that begins."""
        if not row.hits:
            return top.right()
        words = f"{row.hits} 处"
        painter.setPen(self.theme.colour("accent"))
        painter.drawText(top, drawing.RIGHT, words)
        return top.right() - painter.fontMetrics().horizontalAdvance(words)


class LibraryList(QListView):
    """The texts, one row each."""

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "plain")
        self.setModel(model)
        self.delegate = LibraryDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("文稿")
