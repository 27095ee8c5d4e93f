"""Number and choice fields that the mouse wheel changes only after the user has gone into them; a box for many."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from assistant.ui.overriding import override


class _Calm:
    """What both do with the wheel; stands before the widget among the bases."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pass the wheel on while somebody else has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmComboBox(_Calm, QComboBox):
    """A choice that lets the wheel scroll the page around it unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class CalmSpinBox(_Calm, QSpinBox):
    """A number that lets the wheel scroll the page around it unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class GroupBox(QCheckBox):
    """A box for many things: half ticked where some of them are on; a click ticks it fully, or not at all."""

    @override
    def nextCheckState(self) -> None:
        """Never stop halfway."""
        full = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if full else Qt.CheckState.Checked)
