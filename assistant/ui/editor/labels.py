"""Automatic numbers, which are no part of the text, painted in front of their paragraphs."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QTextEdit

from assistant.ui.editor import properties as prop
from assistant.ui.theme import Theme

_GAP = 6
"""Pixels between number and text."""


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
            x = origin.x() + line.naturalTextRect().left() - QFontMetricsF(font).horizontalAdvance(label) - _GAP
            painter.drawText(QPointF(x, origin.y() + line.y() + line.ascent()), label)
        block = block.next()
