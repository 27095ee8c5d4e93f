"""How an inline token (a field, a note, a drawing) is drawn: a small labelled chip, or the image that it stands for."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from assistant.text.characters import TOKEN
from assistant.ui.editor import properties as prop
from assistant.ui.editor.laying_out import finish_layout
from assistant.ui.editor.picture_store import Embedded, PictureStore
from assistant.ui.editor.rows import blocks, runs
from assistant.ui.overriding import override

TALLEST_POINTS = 22 * 28.0
"""An image is never taller than the 22 lines of a page (GB/T 9704-2012, 5.2.3), so that it can be scrolled past."""


class TokenChip(QPyTextObject):
    """Draws tokens; register it for `properties.TOKEN_OBJECT`."""

    def __init__(self, parent: QTextDocument, text: QColor, fill: QColor) -> None:
        """Take the two colours of the theme."""
        super().__init__(parent)
        self.text = text
        self.fill = fill
        self._pictures = PictureStore()

    def show_pictures(self, document: QTextDocument, images: dict[int, Embedded]) -> None:
        """Show these images, by token number, in place of chips; no edit, nothing to undo."""
        before = self._pictures.numbers()
        self._pictures.set_images(images)
        changed = before | self._pictures.numbers()
        if changed:
            finish_layout(document)
        for block in blocks(document) if changed else ():
            if TOKEN in block.text() and any(run.token and run.token.number in changed for run in runs(block)):
                document.markContentsDirty(block.position(), block.length())

    def shown(self) -> frozenset[int]:
        """Return the numbers of the tokens that are shown as images."""
        return self._pictures.numbers()

    def _font(self, document: QTextDocument) -> QFont:
        font = QFont(document.defaultFont())
        font.setPointSizeF(font.pointSizeF() * 0.62)
        device = document.documentLayout().paintDevice()
        return QFont(font, device) if device is not None else font

    def _metrics(self, document: QTextDocument) -> QFontMetricsF:
        return QFontMetricsF(self._font(document))

    @override
    def intrinsicSize(self, document: QTextDocument, position: int, fmt: QTextFormat) -> QSizeF:
        """Return the size of chip or image in pixels."""
        number = prop.token_of(fmt.toCharFormat()).number
        if number in self._pictures:
            return self._picture_size(document, position, number)
        metrics = self._metrics(document)
        label = prop.token_of(fmt.toCharFormat()).label
        return QSizeF(metrics.horizontalAdvance(label) + metrics.height() * 0.9, metrics.height() * 1.15)

    @override
    def drawObject(
        self, painter: QPainter, rect: QRectF, document: QTextDocument, _position: int, fmt: QTextFormat
    ) -> None:
        """Draw the image, or the label on its ground."""
        number = prop.token_of(fmt.toCharFormat()).number
        if number in self._pictures and self._draw_picture(painter, rect, number):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.text, 1))
        painter.setBrush(self.fill)
        inner = rect.adjusted(1.5, 1.5, -1.5, -0.5)
        painter.drawRoundedRect(inner, 3, 3)
        painter.setFont(self._font(document))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, prop.token_of(fmt.toCharFormat()).label)
        painter.restore()

    def _picture_size(self, document: QTextDocument, position: int, number: int) -> QSizeF:
        """Return the size of an image: as in the file, but within the column and the page."""
        device = document.documentLayout().paintDevice()
        point = device.logicalDpiX() / 72 if device is not None else 1.0
        width, height = (side * point for side in self._pictures.size(number))
        room = document.textWidth() if document.textWidth() > 0 else width
        frame = document.frameAt(position)  # a cursor would ask for the layout that is being made
        if isinstance(frame, QTextTable):
            room = _cell_width(frame, position, room)
        shape = document.findBlock(position).blockFormat()
        room -= (shape.textIndent() + shape.rightMargin()) * point / self._screen_point()
        scale = min(1.0, room / width, TALLEST_POINTS * point / height)
        return QSizeF(width * scale, height * scale)

    def _screen_point(self) -> float:
        """Return the pixels of a point at which block formats are given; Qt scales them to the device."""
        return QGuiApplication.primaryScreen().logicalDotsPerInchX() / 72

    def _draw_picture(self, painter: QPainter, rect: QRectF, number: int) -> bool:
        ratio = painter.device().devicePixelRatioF()
        size = QSize(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))
        image = self._pictures.image(number, size)
        if image is None:
            return False
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, image)
        painter.restore()
        return True


def chip_of(document: QTextDocument) -> TokenChip | None:
    """Return what draws the tokens of a text."""
    found = document.findChild(TokenChip)
    return found if isinstance(found, TokenChip) else None


def _cell_width(table: QTextTable, position: int, width: float) -> float:
    """Return the room in the table cell at a position; all columns are equally wide."""
    columns = table.cellAt(position).columnSpan()
    return max(8.0, width * columns / table.columns() - 2 * table.format().cellPadding() - 2)
