"""How a row of the outline looks: number and title, 字数, badge, accent bar; ghosts dashed."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assistant.ui.models.outline_rows import OutlineRow
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.panels.outline_row_room import LEAST, Beside, Widths, beside
from assistant.ui.panels.row_painting import full_width, paint_ground
from assistant.ui.theme import RADIUS, Theme

FILL = "补上"
MORE = "更正"
NOT_HEADING = "不是标题"
SAID = "已定"
_TITLE = 84
"""Room a title keeps beside the buttons; where there is less, the menu of corrections gives way."""

_STATE = QStyle.StateFlag


class OutlineRowPainter:
    """Paints outline rows; `current` is the key of the section under the caret."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.current = ""

    @override
    def height(self, row: OutlineRow, font: QFont) -> int:
        """Return the height of a row."""
        return drawing.row_height(font)

    def buttons(self, rect: QRect, font: QFont, row: OutlineRow) -> tuple[tuple[str, QRect], ...]:
        """Return 补上 for a ghost, 不是标题 and 更正 (the menu of corrections) for a heading."""
        if row.inside or (not row.ghost and row.report and not row.block):
            return ()
        names = (FILL,) if row.ghost else (NOT_HEADING, MORE) if row.level > 0 and not row.implied else (MORE,)
        sizes = [drawing.pill_size(font, name) for name in names]
        if len(names) > 1 and sum(size.width() + 4 for size in sizes) + 10 + _TITLE > rect.width():
            names, sizes = names[:1], sizes[:1]
        placed = []
        right = rect.right() - 10
        for name, size in zip(reversed(names), reversed(sizes), strict=True):
            top = rect.center().y() - size.height() // 2
            placed.append((name, QRect(right - size.width(), top, size.width(), size.height())))
            right -= size.width() + 4
        return tuple(reversed(placed))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, row: OutlineRow) -> None:
        """Paint a row."""
        paint_ground(painter, option, self.theme)
        rect = option.rect
        if row.key == self.current:
            painter.fillRect(QRect(0, rect.top() + 4, drawing.BAR, rect.height() - 8), self.theme.colour("accent"))
        right = rect.right() - 12
        active = bool(option.state & (_STATE.State_MouseOver | _STATE.State_HasFocus))
        buttons = self.buttons(rect, option.font, row) if active else ()
        for name, box in buttons:
            drawing.pill(painter, box, name, self.theme)
        if buttons:
            right = buttons[0][1].left() - 8
        if row.ghost:
            self._ghost(painter, rect, right, row)
        else:
            shown = self._beside(option, right, row, words=not buttons and bool(row.level or row.children))
            right = self._figures(painter, option, right, row, shown)
            self._title(painter, option, right, row)

    def _ghost(self, painter: QPainter, rect: QRect, right: int, row: OutlineRow) -> None:
        theme = self.theme
        box = QRectF(rect.left() - 6, rect.top() + 2.5, full_width(rect).right() - rect.left() - 1, rect.height() - 5)
        pen = QPen(theme.colour("ghost"), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        if row.need == "required":
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(theme.colour("ghost"))
        text = QRect(rect.left(), rect.top(), right - rect.left(), rect.height())
        title = f"缺 {row.text}"
        painter.drawText(
            text, drawing.LEFT, painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, text.width())
        )

    def _beside(self, option: QStyleOptionViewItem, right: int, row: OutlineRow, *, words: bool) -> Beside:
        """Return what stands behind the title: all there is, as long as the title can begin."""
        metrics = QFontMetrics(drawing.small(option.font))
        found = _found(option, row)
        widths = Widths(
            words=_words_width(metrics, row) if words else 0,
            said=metrics.horizontalAdvance(SAID) + 8 if words and row.said is not None and not row.implied else 0,
            badge=drawing.DOT + 8 if found else 0,
            count=drawing.count_width(option.font, str(found)) if found else 0,
        )
        return beside(right - option.rect.left(), _least_title(option.font, row), widths)

    def _figures(
        self, painter: QPainter, option: QStyleOptionViewItem, right: int, row: OutlineRow, shown: Beside
    ) -> int:
        if shown.words:
            right = self._words(painter, option, right, row)
        if shown.said:
            right = self._said(painter, option, right)
        if shown.badge:
            count = str(_found(option, row)) if shown.count else ""
            right = drawing.badge(painter, right, option.rect.center().y(), count, self.theme) - 8
        return right

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, right: int, row: OutlineRow) -> int:
        font = drawing.small(option.font)
        painter.setPen(self.theme.colour("muted"))
        painter.setFont(font)
        painter.drawText(QRect(0, option.rect.top(), right, option.rect.height()), drawing.RIGHT, f"{row.words:,}")
        painter.setFont(option.font)
        return right - _words_width(QFontMetrics(font), row)

    def _said(self, painter: QPainter, option: QStyleOptionViewItem, right: int) -> int:
        """Tell that the user said what this is."""
        font = drawing.small(option.font)
        width = QFontMetrics(font).horizontalAdvance(SAID)
        painter.setFont(font)
        painter.setPen(self.theme.colour("accent"))
        painter.drawText(QRect(0, option.rect.top(), right, option.rect.height()), drawing.RIGHT, SAID)
        painter.setFont(option.font)
        return right - width - 8

    def _title(self, painter: QPainter, option: QStyleOptionViewItem, right: int, row: OutlineRow) -> None:
        font = _title_font(option.font, row)
        painter.setFont(font)
        painter.setPen(self.theme.colour("muted" if row.implied else "text"))
        box = QRect(option.rect.left(), option.rect.top(), right - option.rect.left(), option.rect.height())
        # Headings are told apart by how they begin, the titles of several reports (…述职报告（林业局）) by their ends.
        mode = Qt.TextElideMode.ElideRight if row.level else Qt.TextElideMode.ElideMiddle
        shown = QFontMetrics(font).elidedText(row.number + row.text, mode, box.width())
        painter.drawText(box, drawing.LEFT, shown)


def _title_font(font: QFont, row: OutlineRow) -> QFont:
    return drawing.strong(font) if row.level <= 1 and not row.implied else font


def _least_title(font: QFont, row: OutlineRow) -> int:
    """Return the room a title wants: the whole of it, or its number and its first characters with the ellipsis."""
    metrics = QFontMetrics(_title_font(font, row))
    begun = metrics.horizontalAdvance(row.number + row.text[:LEAST] + "…")
    return min(begun, metrics.horizontalAdvance(row.number + row.text))


def _words_width(metrics: QFontMetrics, row: OutlineRow) -> int:
    return max(metrics.horizontalAdvance(f"{row.words:,}"), metrics.horizontalAdvance("888")) + 8


def _found(option: QStyleOptionViewItem, row: OutlineRow) -> int:
    """Return the findings a row stands for: those in rows one can see are theirs."""
    unfolded = bool(option.state & _STATE.State_Open and option.state & _STATE.State_Children)
    return row.own if unfolded else row.findings
