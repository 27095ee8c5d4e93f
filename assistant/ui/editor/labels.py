"""Automatic numbers, which are no part of the text, painted in front of their paragraphs."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QTextEdit

from assistant.ui.editor import properties as prop
from assistant.ui.theme import Theme

_GAP = 6
"""Pixels between number and text."""
_LEAST = 0.4
"""How narrow a long number (第十二部分) gets at most, as a part of its width."""


def paint_labels(painter: QPainter, editor: QTextEdit, visible: QRect, theme: Theme) -> None:
    """Paint the numbers of the paragraphs in a part of the viewport."""
    layout = editor.document().documentLayout()
    offset = editor.verticalScrollBar().value()
    block = editor.cursorForPosition(visible.topLeft()).block()
    painter.setPen(theme.colour("muted"))
    font: QFont | None = None
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() - offset > visible.bottom():
            return
        label = block.blockFormat().property(prop.BLOCK_LABEL)
        lines = block.layout()
        if label and lines.lineCount():
            if font is None:
                font = QFont(editor.document().defaultFont(), layout.paintDevice())
                painter.setFont(font)
            line = lines.lineAt(0)
            origin = lines.position() + QPointF(0, -offset)
            end = QPointF(origin.x() + line.naturalTextRect().left(), origin.y() + line.y() + line.ascent())
            _paint(painter, label, end, QFontMetricsF(font).horizontalAdvance(label))
        block = block.next()


def fitted(width: float, room: float) -> float:
    """Return how much a number of a width is squeezed, so that it is not cut off at the edge of the column."""
    return max(_LEAST, min(1.0, room / width)) if width > 0 else 1.0


def _paint(painter: QPainter, label: str, end: QPointF, width: float) -> None:
    """Paint a number in front of the text that begins at `end`."""
    squeezed = fitted(width, end.x() - _GAP)
    painter.save()
    painter.translate(end.x() - _GAP - width * squeezed, end.y())
    painter.scale(squeezed, 1)
    painter.drawText(QPointF(), label)
    painter.restore()
