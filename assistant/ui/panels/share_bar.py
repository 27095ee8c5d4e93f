"""篇幅: a thin stacked bar of work, problems and next steps, with the figures in words under it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistant.ui.models.balance import Balance
from assistant.ui.overriding import override
from assistant.ui.panels import drawing
from assistant.ui.theme import Theme

_PARTS = (("工作", "accent"), ("问题", "suspect"), ("打算", "hint"))
_BAR = 6
_DOT, _BETWEEN = 12, 8
"""From a part's dot to its words, and between two parts at least, in device-independent pixels."""


class ShareBar(QWidget):
    """Shows a balance; its words are its accessible description. `clicked`: by the mouse, Enter or the space bar."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shares")
        self._theme, self._balance = theme, Balance()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("篇幅")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._theme = theme
        self.update()

    def set_balance(self, value: Balance) -> None:
        """Show another balance."""
        if value != self._balance:
            self._balance = value
            self.setAccessibleDescription(self.words())
            self.setToolTip(f"{self.words()}。点这里看各部分、问题和措施。")
            self.update()

    def words(self) -> str:
        """Return the figures as one sentence."""
        b = self._balance
        shares = "，".join(f"{name} {share}%" for (name, _), share in zip(_PARTS, b.shares(), strict=True))
        limit = f"，要求 {b.limit:,} 字以内" if b.limit else ""
        whole = f"全文 {b.total:,} 字{limit}"
        return f"{whole}；{shares}" if b.parted else whole

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetrics(drawing.small(self.font())).height()
        return QSize(200, 8 + line + 6 + _BAR + 6 + line + 10)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.ground(painter, self.rect(), self._theme, chosen=False, hover=self.underMouse(), focus=self.hasFocus())
        font = drawing.small(self.font())
        painter.setFont(font)
        metrics, b, theme = QFontMetrics(font), self._balance, self._theme
        left, width, y = 12, self.width() - 24, 8
        line = QRectF(left, y, width, metrics.height())
        painter.setPen(theme.colour("muted"))
        painter.drawText(line, drawing.LEFT, "篇幅")
        total = f"{b.total:,} / {b.limit:,} 字" if b.limit else f"{b.total:,} 字"
        painter.setPen(theme.colour("error" if b.limit and b.total > b.limit else "text"))
        painter.drawText(line, drawing.RIGHT, total)
        if not b.parted:
            return
        self._bar(painter, QRectF(left, line.bottom() + 6, width, _BAR))
        self._legend(painter, left, line.bottom() + 6 + _BAR + 6 + metrics.height() / 2)

    def _bar(self, painter: QPainter, box: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(box, _BAR / 2, _BAR / 2)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(box, self._theme.colour("line"))
        b = self._balance
        whole, x = max(b.total, b.limit or 0, 1), box.left()
        for (_, colour), words in zip(_PARTS, (b.work, b.problems, b.plans), strict=True):
            part = box.width() * words / whole
            if part >= 1:
                painter.fillRect(QRectF(x, box.top(), part - 1, box.height()), self._theme.colour(colour))
            x += part
        painter.restore()

    def _legend(self, painter: QPainter, left: float, middle: float) -> None:
        width = self.width() - 2 * left
        measure = painter.fontMetrics().horizontalAdvance
        labels = [f"{name} {share}%" for (name, _), share in zip(_PARTS, self._balance.shares(), strict=True)]
        sizes = [_DOT + measure(label) for label in labels]
        third = width / len(_PARTS)
        roomy = max(sizes) + _BETWEEN <= third
        if not roomy:  # what the panel leaves over parts them
            labels = [label.replace(" ", "") for label in labels]
            sizes = [_DOT + measure(label) for label in labels]
        spare = (width - sum(sizes)) / (len(_PARTS) - 1)
        x = left
        for (_, colour), label, size in zip(_PARTS, labels, sizes, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(colour))
            painter.drawRoundedRect(QRectF(x, middle - 4, 8, 8), 2, 2)
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QRectF(x + _DOT, middle - 16, size, 32), drawing.LEFT, label)
            x += third if roomy else size + spare
