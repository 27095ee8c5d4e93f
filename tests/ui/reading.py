"""What a screen reader is told of widgets, and giving one the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def nameless(parent: QWidget) -> list[str]:
    """Return the classes of visible widgets below `parent` that take the focus but have no name to be read."""
    return [
        type(widget).__name__
        for widget in parent.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(parent)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def give_focus(qtbot: QtBot, widget: QWidget) -> None:
    """Give the keyboard to a widget, as a click on it would, and wait until it has it."""
    widget.window().activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
