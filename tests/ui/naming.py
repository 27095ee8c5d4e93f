"""What every window part is held to: all that takes the focus has a name a screen reader can say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(root: QWidget) -> list[str]:
    """Return the widgets that take the focus but have no accessible name."""
    silent = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face and not face.text(QAccessible.Text.Name):
            silent.append(type(widget).__name__)
    return silent
