"""How a row of 去年 looks: the words of last year amid what stands around them, what to do under them."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from assistant.ui.models.last_year_rows import LastYearRow, RowKind
from assistant.ui.panels import drawing
from assistant.ui.panels.row_painting import paint_ground
from assistant.ui.theme import Theme

_BOX = 14
_GAP = 8
_TICKED = frozenset({"done", "partly", "not", "unsaid"})


class LastYearPainter:
    """Paints rows of 去年."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def height(self, row: LastYearRow, font: QFont) -> int:
        """Return one line for headings and sections, two for what is decided on."""
        if row.kind in (RowKind.GROUP, RowKind.MISSING) or not row.below:
            return drawing.row_height(font)
        return QFontMetrics(font).height() + QFontMetrics(drawing.small(font)).height() + 10

    def button(self, rect: QRect, font: QFont, row: LastYearRow) -> tuple[str, QRect] | None:
        """Return 补上 for a missing section; everything else is done in the card below the list."""
        if row.kind is not RowKind.MISSING:
            return None
        size = drawing.pill_size(font, "补上")
        top = rect.center().y() - size.height() // 2
        return "补上", QRect(rect.right() - 10 - size.width(), top, size.width(), size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: LastYearRow) -> None:
        """Paint a row."""
        paint_ground(painter, option, self.theme)
        if row.kind is RowKind.GROUP:
            self._heading(painter, option, row)
            return
        rect = option.rect
        left = rect.left() + (4 if row.kind is RowKind.PROMISE else -14)
        if row.kind is RowKind.PROMISE:
            self._box(painter, QRect(left - 2, rect.top() + 6, _BOX, _BOX), row)
            left += _BOX + _GAP - 2
        metrics = QFontMetrics(option.font)
        one_line = self.height(row, option.font) == drawing.row_height(option.font)
        top = rect.top() + ((rect.height() - metrics.height()) // 2 if one_line else 5)
        first = QRect(left, top, rect.right() - 12 - left, metrics.height())
        if row.kind is RowKind.MISSING:
            self._missing(painter, option, first, row)
            return
        self._words(painter, first, row)
        if row.below:
            painter.setFont(drawing.small(option.font))
            height = painter.fontMetrics().height()
            colour = "accent" if row.below.startswith("→") else "muted"
            self._line(painter, QRect(left, first.bottom() + 1, first.width(), height), row.below, colour)

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: LastYearRow) -> None:
        painter.setFont(drawing.strong(option.font))
        self._line(painter, option.rect, row.words, "muted" if row.folded else "text")
        x = painter.fontMetrics().horizontalAdvance(row.words) + _GAP
        painter.setFont(drawing.small(option.font))
        self._line(painter, option.rect.adjusted(x, 0, 0, 0), str(len(row.children)), "muted")

    def _missing(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, row: LastYearRow) -> None:
        pill = self.button(option.rect, option.font, row)
        if pill is not None:
            drawing.pill(painter, pill[1], pill[0], self.theme)
            box.setRight(pill[1].left() - _GAP)
        self._line(painter, box, f"缺 {row.words}", "ghost")

    def _words(self, painter: QPainter, box: QRect, row: LastYearRow) -> None:
        """Paint the words between what stands before and after them; they are never elided for their surroundings."""
        plain, bold = painter.font(), drawing.strong(painter.font())
        around = bool(row.before or row.after)
        colour = "muted" if row.kind in (RowKind.KEPT, RowKind.CONFIRMED) else "text"
        for text, ink, font in (
            (row.before, "muted", plain),
            (row.words, colour, bold if around else plain),
            (row.after, "muted", plain),
        ):
            if text and box.width() > 0:
                painter.setFont(font)
                self._line(painter, box, text, ink)
                box = box.adjusted(painter.fontMetrics().horizontalAdvance(text), 0, 0, 0)
        painter.setFont(plain)

    def _box(self, painter: QPainter, rect: QRect, row: LastYearRow) -> None:
        """Paint the box of a promise: a tick 已落实, a dash 部分落实, a cross 未落实, a slash 不写."""
        state = row.promise.state if row.promise is not None else ""
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("accent" if state in _TICKED else "edge"), 1))
        painter.setBrush(self.theme.colour("page"))
        painter.drawRoundedRect(box, 3, 3)
        colours = {"done": "accent", "partly": "suspect", "not": "error", "unsaid": "muted"}
        if state in colours:
            painter.setPen(QPen(self.theme.colour(colours[state]), 1.8, c=Qt.PenCapStyle.RoundCap))
            for line in _STROKES[state]:
                points = [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in line]
                painter.drawPolyline(QPolygonF(points))
        painter.restore()

    def _line(self, painter: QPainter, box: QRect, text: str, colour: str) -> None:
        painter.setPen(self.theme.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, drawing.LEFT, shown)


_STROKES = {
    "done": (((0.22, 0.52), (0.42, 0.72), (0.78, 0.28)),),
    "partly": (((0.25, 0.5), (0.75, 0.5)),),
    "not": (((0.28, 0.28), (0.72, 0.72)), ((0.28, 0.72), (0.72, 0.28))),
    "unsaid": (((0.3, 0.75), (0.7, 0.25)),),
}
