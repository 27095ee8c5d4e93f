"""How a row of the findings list looks: level, class, the words with their correction, the reason under them."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assistant.ui.models.findings_rows import FindingRow, RowKind, replacement, words
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.panels.row_painting import paint_ground
from assistant.ui.theme import Theme

GLYPH = 16
_STATE = QStyle.StateFlag


class FindingRowPainter:
    """Paints rows of findings."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def height(self, row: FindingRow, font: QFont) -> int:
        """Return one line for headings, two for what is to be read."""
        if row.kind == RowKind.LEVEL:
            return drawing.row_height(font)
        if row.kind == RowKind.CATEGORY:
            return drawing.row_height(font) - 4
        if row.brief:
            return drawing.row_height(font)
        return QFontMetrics(font).height() + QFontMetrics(drawing.small(font)).height() + 10

    @override
    def buttons(self, rect: QRect, font: QFont, row: FindingRow) -> tuple[tuple[str, QRect], ...]:
        """Return none: what can be done stands in the card below the list, in real buttons."""
        return ()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: FindingRow) -> None:
        """Paint a row."""
        if row.kind in (RowKind.LEVEL, RowKind.CATEGORY):
            paint_ground(painter, option, self.theme)
            self._heading(painter, option, row)
            return
        calm = QStyleOptionViewItem(option)
        calm.state &= ~_STATE.State_Children  # the arrow of a folded rule stands at its end
        paint_ground(painter, calm, self.theme)
        self._finding(painter, option, row)

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: FindingRow) -> None:
        rect, theme = option.rect, self.theme
        level = row.kind == RowKind.LEVEL
        painter.setFont(drawing.strong(option.font) if level else drawing.small(option.font))
        painter.setPen(theme.colour(drawing.LEVEL_COLOURS[row.level] if level else "muted"))
        text = row.level.label if level else row.category
        painter.drawText(rect, drawing.LEFT, text)
        x = rect.left() + painter.fontMetrics().horizontalAdvance(text) + 8
        painter.setFont(drawing.small(option.font))
        painter.setPen(theme.colour("muted"))
        painter.drawText(rect.adjusted(x - rect.left(), 0, 0, 0), drawing.LEFT, str(len(row.findings)))

    def _finding(self, painter: QPainter, option: QStyleOptionViewItem, row: FindingRow) -> None:
        rect, metrics = option.rect, QFontMetrics(option.font)
        left, top = (
            rect.left() - 14,
            rect.top() + ((rect.height() - metrics.height()) // 2 if row.brief else 5),
        )  # below the class name, where other rows have their arrow
        sign = QRect(left, top + (metrics.height() - GLYPH) // 2, GLYPH, GLYPH)
        drawing.glyph(painter, sign, row.level, self.theme)
        left, right = left + GLYPH + 8, rect.right() - 14
        if row.kind == RowKind.OFTEN:
            opened = bool(option.state & _STATE.State_Open)
            box = QRect(right - 12, rect.top(), 16, rect.height())
            drawing.chevron(painter, box, self.theme.colour("muted"), opened=opened)
            right -= 20
        first = QRect(left, top, right - left, metrics.height())
        small = drawing.small(option.font)
        second = QRect(left, first.bottom() + 1, first.width(), QFontMetrics(small).height())
        if row.kind == RowKind.OFTEN:
            self._line(painter, first, row.first.message, "text")
            below = f"全文 {len(row.findings)} 处"
        else:
            self._change(painter, first, row)
            below = row.first.message
        if not row.brief:
            painter.setFont(small)
            self._line(painter, second, below, "muted")

    def _change(self, painter: QPainter, box: QRect, row: FindingRow) -> None:
        """Paint `部暑 → 部署`; the correction is never elided away by long words before it."""
        arrow, new = "  →  ", replacement(row.first)
        plain, bold = painter.font(), drawing.strong(painter.font())
        metrics = QFontMetrics(bold)
        tail = [(arrow, "muted"), (new, "accent")] if new else []
        half = max(box.width() // 2 - metrics.horizontalAdvance(arrow), 20)
        kept = metrics.horizontalAdvance(arrow) + min(metrics.horizontalAdvance(new), half) if new else 0
        end = box.right() + 1
        room = end - kept
        head = [(row.before, "muted"), (words(row.first), "text"), (row.after, "muted")]
        for text, colour, limit in [(*part, room) for part in head if part[0]] + [(*part, end) for part in tail]:
            painter.setFont(bold if colour == "text" and (row.before or row.after) else plain)
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, limit - box.left())
            self._line(painter, box, shown, colour)
            box = box.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)

    def _line(self, painter: QPainter, box: QRect, text: str, colour: str) -> None:
        painter.setPen(self.theme.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, drawing.LEFT, shown)
