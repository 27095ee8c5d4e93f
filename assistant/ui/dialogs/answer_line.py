"""The last line of a dialog: its answers, in the order of the Chinese editions of Word and WPS, 确定 before 取消."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from assistant.ui.theme import SPACE

ANSWER_WIDTH = 88
"""Pixels an answer is wide at least."""


def answer_line(
    dialog: QDialog,
    accept: QPushButton,
    cancel: QPushButton | None = None,
    left: Sequence[QWidget] = (),
    *,
    harmless: bool = True,
) -> QHBoxLayout:
    """Return the line, connected: `accept` takes the dialog's value, 取消 leaves all as it was.

    What stands at the `left` begins the line; its last widget takes the room. Enter accepts, but cancels where
    accepting is not `harmless`.
    """
    cancel = cancel or QPushButton("取消")
    line = QHBoxLayout()
    line.setSpacing(SPACE[1])
    for widget in left:
        line.addWidget(widget, int(widget is left[-1]))
    if not left:
        line.addStretch(1)
    accept.setDefault(harmless)
    cancel.setDefault(not harmless)
    for button in (accept, cancel):
        button.setAutoDefault(button.isDefault())
        button.setMinimumWidth(ANSWER_WIDTH)
        line.addWidget(button)
    accept.clicked.connect(dialog.accept)
    cancel.clicked.connect(dialog.reject)
    return line
