"""How a sentence found elsewhere looks in the list: its share, its words, its source under it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from assistant.ui.models.overlap_rows import OverlapRow
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.panels.row_painting import paint_ground
from assistant.ui.theme import SPACE, Theme


class OverlapPainter:
    """Paints a sentence with its share, and its source under it."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    @override
    def height(self, row: OverlapRow, font: QFont) -> int:
        """Return two lines."""
        return QFontMetrics(font).height() + QFontMetrics(drawing.small(font)).height() + 10

    @override
    def button(self, rect: QRect, font: QFont, row: OverlapRow) -> tuple[str, QRect] | None:
        """Return None: rows have no buttons."""
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: OverlapRow) -> None:
        """Paint a row."""
        paint_ground(painter, option, self.theme)
        rect, metrics = option.rect, QFontMetrics(option.font)
        share = metrics.horizontalAdvance("100%") + SPACE[1]
        first = QRect(rect.left() + SPACE[2], rect.top() + 5, rect.width() - 2 * SPACE[2], metrics.height())
        painter.setFont(drawing.strong(option.font))
        self._line(painter, first, row.share, "suspect")
        painter.setFont(option.font)
        first = first.adjusted(share, 0, 0, 0)
        self._line(painter, first, row.words, "text")
        painter.setFont(drawing.small(option.font))
        below = QRect(first.left(), first.bottom() + 1, first.width(), painter.fontMetrics().height())
        self._line(painter, below, row.source, "muted")

    def _line(self, painter: QPainter, box: QRect, text: str, colour: str) -> None:
        painter.setPen(self.theme.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, drawing.LEFT, shown)
