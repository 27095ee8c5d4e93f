"""A text shown whole: as tall as it needs up to a limit, scrolled beyond it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from assistant.ui.overriding import override

MOST = 160
"""Tallest such a text gets, in device-independent pixels: about seven lines, so that the list above stays in sight."""


class LongText(QScrollArea):
    """Takes the keyboard only while there is something to scroll."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is read aloud when the keyboard comes here."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self.label)
        self._settle()

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self.label.setText(text)
        self.verticalScrollBar().setValue(0)
        self._settle()
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(min(self.label.heightForWidth(max(width, 1)), MOST), 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        scrolls = self.label.heightForWidth(max(self.width(), 1)) > MOST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
