"""What is left of a folded panel: a narrow strip with one button that brings it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from assistant.ui.icons import Icons
from assistant.ui.room import RAIL as WIDTH
from assistant.ui.theme import SPACE, set_kind


class Rail(QFrame):
    """Signals: `unfolded` the button was pressed."""

    unfolded = Signal()

    def __init__(self, name: str, icon: str, icons: Icons, parent: QWidget | None = None) -> None:
        """`name` is the panel's."""
        super().__init__(parent)
        set_kind(self, "panel")
        self.setFixedWidth(WIDTH)
        self.button = QToolButton()
        self.button.setText(name)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.button.setToolTip(f"展开{name}")
        self.button.setAccessibleName(f"展开{name}")
        self.button.setFixedWidth(WIDTH - 4)
        self.button.setStyleSheet("QToolButton { padding: 4px 0; }")  # the usual padding leaves no room for two words
        icons.dress(self.button, icon)
        self.button.clicked.connect(self.unfolded)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, SPACE[1], 2, SPACE[1])
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
