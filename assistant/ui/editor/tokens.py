"""How an inline token (a field, a note, a drawing) is drawn: a small labelled chip that can't be entered."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from assistant.ui.editor import properties as prop


class TokenChip(QPyTextObject):
    """Draws the chip; register it for `properties.TOKEN_OBJECT`."""

    def __init__(self, parent: QTextDocument, text: QColor, fill: QColor) -> None:
        """Take the two colours of the theme."""
        super().__init__(parent)
        self.text = text
        self.fill = fill

    def _font(self, document: QTextDocument) -> QFont:
        font = QFont(document.defaultFont())
        font.setPointSizeF(font.pointSizeF() * 0.62)
        device = document.documentLayout().paintDevice()
        return QFont(font, device) if device is not None else font

    def _metrics(self, document: QTextDocument) -> QFontMetricsF:
        return QFontMetricsF(self._font(document))

    def intrinsicSize(self, document: QTextDocument, _position: int, fmt: QTextFormat) -> QSizeF:
        """Return the chip's size in pixels."""
        metrics = self._metrics(document)
        label = prop.token_of(fmt.toCharFormat()).label
        return QSizeF(metrics.horizontalAdvance(label) + metrics.height() * 0.9, metrics.height() * 1.15)

    def drawObject(
        self, painter: QPainter, rect: QRectF, document: QTextDocument, _position: int, fmt: QTextFormat
    ) -> None:
        """Draw the label on its ground."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.text, 1))
        painter.setBrush(self.fill)
        inner = rect.adjusted(1.5, 1.5, -1.5, -0.5)
        painter.drawRoundedRect(inner, 3, 3)
        painter.setFont(self._font(document))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, prop.token_of(fmt.toCharFormat()).label)
        painter.restore()
