"""How a row of 篇幅 looks: a title for a group; two lines, a length as a bar, small buttons under the mouse."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assistant.ui.models.balance_rows import BalanceRow, RowKind
from assistant.ui.panels import drawing
from assistant.ui.panels.row_painting import paint_ground
from assistant.ui.theme import Theme

LINK, UNLINK, NEXT, CHANGE, CHECKED, UNCHECKED = "对上…", "拆开", "下一处", "换成…", "已核", "重新核"
_BUTTONS = {
    RowKind.ALONE: (LINK,),
    RowKind.SPARE: (LINK,),
    RowKind.WORD: (CHANGE, NEXT),
}
_BAR = 4
_STATE = QStyle.StateFlag


class BalanceRowPainter:
    """Paints rows of 篇幅."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def height(self, row: BalanceRow, font: QFont) -> int:
        """Return one line for a group, two for what is in it, and room for the bar of a length."""
        if row.kind is RowKind.GROUP:
            return drawing.row_height(font)
        lines = QFontMetrics(font).height() + QFontMetrics(drawing.small(font)).height()
        return lines + (10 + _BAR + 4 if row.share else 10)

    def buttons(self, rect: QRect, font: QFont, row: BalanceRow) -> tuple[tuple[str, QRect], ...]:
        """Return the small buttons of a row, from left to right."""
        names = _BUTTONS.get(row.kind, ())
        if row.kind is RowKind.QUOTE:
            names = (UNCHECKED if row.done else CHECKED,)
        if row.kind is RowKind.PAIR:
            names = (UNLINK if row.by_hand else LINK,)
        placed, right = [], rect.right() - 10
        for name in reversed(names):
            size = drawing.pill_size(font, name)
            placed.append((name, QRect(right - size.width(), rect.top() + 5, size.width(), size.height())))
            right -= size.width() + 4
        return tuple(reversed(placed))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: BalanceRow) -> None:
        """Paint a row."""
        paint_ground(painter, option, self.theme)
        if row.kind is RowKind.GROUP:
            self._group(painter, option, row)
            return
        rect, theme = option.rect, self.theme
        active = bool(option.state & (_STATE.State_MouseOver | _STATE.State_HasFocus))
        buttons = self.buttons(rect, option.font, row) if active else ()
        right = rect.right() - 12
        for name, box in buttons:
            drawing.pill(painter, box, name, theme)
            right = min(right, box.left() - 8)
        metrics = QFontMetrics(option.font)
        line = QRect(rect.left(), rect.top() + 5, right - rect.left(), metrics.height())
        if row.value and not buttons:
            painter.setPen(theme.colour("suspect" if row.off else "muted"))
            painter.drawText(line, drawing.RIGHT, row.value)
            line.setRight(line.right() - metrics.horizontalAdvance(row.value) - 8)
        painter.setPen(theme.colour("muted" if row.done else "text"))
        painter.drawText(line, drawing.LEFT, metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, line.width()))
        self._note(painter, option, row, line.bottom() + 1)

    def _group(self, painter: QPainter, option: QStyleOptionViewItem, row: BalanceRow) -> None:
        font = drawing.strong(option.font)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(option.rect, drawing.LEFT, row.text)
        painter.setFont(drawing.small(option.font))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(option.rect.adjusted(0, 0, -12, 0), drawing.RIGHT, row.value)

    def _note(self, painter: QPainter, option: QStyleOptionViewItem, row: BalanceRow, top: int) -> None:
        font, rect = drawing.small(option.font), option.rect
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self.theme.colour("suspect" if row.off else "muted"))
        line = QRect(rect.left(), top, rect.right() - 12 - rect.left(), metrics.height())
        painter.drawText(line, drawing.LEFT, metrics.elidedText(row.note, Qt.TextElideMode.ElideRight, line.width()))
        if row.share:
            self._bar(painter, QRectF(line.left(), line.bottom() + 3, line.width(), _BAR), row)

    def _bar(self, painter: QPainter, box: QRectF, row: BalanceRow) -> None:
        """Paint the part of the whole, and a stroke where it is advised to end."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("line"))
        painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
        painter.setBrush(self.theme.colour("suspect" if row.off else "accent"))
        filled = QRectF(box.left(), box.top(), max(_BAR, box.width() * min(row.share, 1.0)), box.height())
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        if row.advised:
            x = box.left() + box.width() * row.advised
            painter.setPen(QPen(self.theme.colour("text"), 1.5))
            painter.drawLine(x, box.top() - 2, x, box.bottom() + 2)
        painter.restore()
