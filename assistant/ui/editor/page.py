"""The page around the text: column width, margins, zoom.

Zoom changes the resolution of the layout's paint device, not a single format: faces, indents and line heights scale
together, and nothing enters the undo stack (measured on Qt 6.9.3).
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QTextEdit

from assistant.ui.editor.look import PageLook
from assistant.ui.theme import Theme

ZOOMS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)
_INCH = 0.0254
SIDE_MARGIN = 44
"""Paper left and right of the column at 100 %, in pixels: what is left of 28 mm when the page shares a small screen."""
TOP_MARGIN = 56
"""Paper above the first line: a message over the page covers none of it."""


class Page:
    """Zoom and margins of one editor."""

    def __init__(self, editor: QTextEdit, look: PageLook) -> None:
        """Start at 100 %."""
        self._editor = editor
        self._look = look
        self.zoom = 1.0
        self._device = QImage(1, 1, QImage.Format.Format_ARGB32)

    def set_zoom(self, zoom: float) -> None:
        """Lay the text out for a zoom factor."""
        self.zoom = zoom
        dots = round(self._look.point * 72 * zoom / _INCH)
        self._device = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._device.setDotsPerMeterX(dots)
        self._device.setDotsPerMeterY(dots)
        self._editor.document().documentLayout().setPaintDevice(self._device)
        self._editor.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self._editor.setLineWrapColumnOrWidth(self.column)
        self.place()

    @property
    def column(self) -> int:
        """Width of the text column in pixels."""
        return self._look.column_pixels(self.zoom)

    def width_at(self, zoom: float) -> int:
        """Return the width of the paper at a zoom factor, in pixels."""
        return self._look.column_pixels(zoom) + 2 * round(SIDE_MARGIN * zoom)

    def place(self) -> tuple[int, int, int, int]:
        """Return the viewport margins that centre the column, left, top, right, bottom in pixels."""
        spare = self._editor.width() - self._editor.verticalScrollBar().sizeHint().width() - self.column
        left = max(12, spare // 2)
        return left, 0, max(0, spare - left), 0

    def paint_paper(self, painter: QPainter, theme: Theme) -> None:
        """Paint desk and paper behind the viewport; the painter is the editor's own."""
        editor = self._editor
        column = editor.viewport().geometry()
        margin = round(SIDE_MARGIN * self.zoom)
        paper = QRectF(column.left() - margin, -1, self.column + 2 * margin, editor.height() + 2)
        painter.fillRect(editor.rect(), theme.colour("surface"))
        painter.fillRect(paper, theme.colour("page"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(paper)


def wheel_zoom(event: QWheelEvent, zoom: float) -> float | None:
    """Return the zoom that the wheel asks for together with Ctrl, None where it scrolls."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return next_zoom(zoom, up=event.angleDelta().y() > 0)


def next_zoom(zoom: float, *, up: bool) -> float:
    """Return the neighbouring zoom step."""
    if up:
        return min((step for step in ZOOMS if step > zoom + 0.001), default=ZOOMS[-1])
    return max((step for step in ZOOMS if step < zoom - 0.001), default=ZOOMS[0])
