"""What a screen reader is told of widgets."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def nameless(parent: QWidget) -> list[str]:
    """Return the classes of visible widgets below `parent` that take the focus but have no name to be read."""
    return [
        type(widget).__name__
        for widget in parent.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(parent)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
