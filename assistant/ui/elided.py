"""A one-line label that shortens its text instead of cutting it off, with the whole text as tip if it has no other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assistant.ui.overriding import override


class ElidedLabel(QLabel):
    """Shows as much of its text as there is room for; `text()` stays whole."""

    def __init__(
        self, text: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._mode = mode
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def shown_text(self) -> str:
        """Return what is visible at the present width."""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    @override
    def setToolTip(self, tip: str) -> None:
        """Say something else than the whole text."""
        self._tip = tip
        super().setToolTip(tip)

    @override
    def minimumSizeHint(self) -> QSize:
        """Allow any width down to a few characters."""
        return QSize(self.fontMetrics().horizontalAdvance("字" * 4), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shortened text in the colour and font of the style sheet."""
        painter = QPainter(self)
        shown = self.shown_text()
        self.style().drawItemText(
            painter, self.contentsRect(), int(self.alignment()), self.palette(), self.isEnabled(), shown,
            self.foregroundRole(),
        )  # fmt: skip
        painter.end()
        super().setToolTip(self._tip or ("" if shown == self.text() else self.text()))
