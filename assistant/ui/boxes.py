"""Layouts whose parts touch each other and the edge: panels that fill their place."""

from PySide6.QtWidgets import QBoxLayout


def packed(box: QBoxLayout) -> QBoxLayout:
    """Return the layout without space around or between its parts."""
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box
