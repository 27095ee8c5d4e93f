"""What hand-painted rows share: grounds, the glyph of a level, badges, chevrons, small buttons."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from assistant.checks.rule import Level
from assistant.ui.theme import POINTS, RADIUS, ROW, SMALL_POINTS, Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

LEVEL_COLOURS = {Level.ERROR: "error", Level.SUSPECT: "suspect", Level.HINT: "hint"}
"""The colour role of each level; shape and line style say the same without colour."""

BAR = 3
"""Width of the accent bar beside the current row, in device-independent pixels."""

DOT = 6
"""Width of the dot that tells of open findings, in device-independent pixels."""


def small(font: QFont) -> QFont:
    """Return the font for what stands beside the main words."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * SMALL_POINTS / POINTS)
    return result


def strong(font: QFont) -> QFont:
    """Return the font of group headings."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result


def row_height(font: QFont) -> int:
    """Return the height of a row of one line: touchable, and never cutting large fonts."""
    return max(ROW, QFontMetrics(font).height() + 8)


def ground(painter: QPainter, rect: QRect, theme: Theme, *, chosen: bool, hover: bool, focus: bool) -> None:
    """Paint what lies behind a row: chosen, under the mouse, or neither; with the keyboard a frame as well."""
    if not (chosen or hover or focus):
        return
    painter.setPen(QPen(theme.colour("accent"), 2) if focus else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("chosen" if chosen else "hover") if chosen or hover else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(2, 1, -4, -1), RADIUS, RADIUS)


def glyph(painter: QPainter, rect: QRect, level: Level, theme: Theme) -> None:
    """Paint the sign of a level: ✕ in a disc 必错, ？ in a diamond 疑似, i in a ring 提示."""
    colour, box = theme.colour(LEVEL_COLOURS[level]), QRectF(rect).adjusted(1, 1, -1, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if level == Level.ERROR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(box)
        arm = box.width() * 0.2
        painter.setPen(QPen(theme.colour("panel"), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        centre = box.center()
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))
    else:
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if level == Level.SUSPECT:
            c, r = box.center(), box.width() / 2 + 0.5
            corners = [QPointF(c.x(), c.y() - r), QPointF(c.x() + r, c.y()), QPointF(c.x(), c.y() + r)]
            painter.drawPolygon(QPolygonF([*corners, QPointF(c.x() - r, c.y())]))
        else:
            painter.drawEllipse(box)
        font = strong(painter.font())
        font.setPixelSize(max(8, round(rect.height() * 0.62)))
        painter.setFont(font)
        painter.drawText(QRectF(rect), CENTRE, "?" if level == Level.SUSPECT else "i")
    painter.restore()


def count_width(font: QFont, count: str) -> int:
    """Return how much wider the number makes a badge."""
    return QFontMetrics(small(font)).horizontalAdvance(count) + 4


def badge(painter: QPainter, right: int, middle: int, count: str, theme: Theme) -> int:
    """Paint a dot and the number of open findings, if it is told, ending at `right`; return where the dot begins."""
    left = right - DOT - (count_width(painter.font(), count) if count else 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if count:
        painter.setFont(small(painter.font()))
        painter.setPen(theme.colour("suspect"))
        half = painter.fontMetrics().height() // 2 + 2
        painter.drawText(QRect(left + DOT + 4, middle - half, right - left - DOT - 3, 2 * half), CENTRE, count)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("suspect"))
    painter.drawEllipse(QRectF(left, middle - 3, DOT, DOT))
    painter.restore()
    return left


def chevron(painter: QPainter, rect: QRect, colour: QColor, *, opened: bool) -> None:
    """Paint the arrow of a row that has rows below it."""
    c, r = QRectF(rect).center(), 3.5
    if opened:
        points = [QPointF(c.x() - r, c.y() - r / 2), QPointF(c.x(), c.y() + r / 2), QPointF(c.x() + r, c.y() - r / 2)]
    else:
        points = [QPointF(c.x() - r / 2, c.y() - r), QPointF(c.x() + r / 2, c.y()), QPointF(c.x() - r / 2, c.y() + r)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(points)
    painter.restore()


def pill_size(font: QFont, text: str) -> QSize:
    """Return the size of a small button painted in a row."""
    metrics = QFontMetrics(small(font))
    return QSize(metrics.horizontalAdvance(text) + 16, metrics.height() + 4)


def pill(painter: QPainter, box: QRect, text: str, theme: Theme) -> None:
    """Paint a small button in a row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.setBrush(theme.colour("page"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.setPen(theme.colour("accent"))
    painter.setFont(small(painter.font()))
    painter.drawText(box, CENTRE, text)
    painter.restore()
