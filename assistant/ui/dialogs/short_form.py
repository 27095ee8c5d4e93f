"""A dialog that is a short form: fields, a sentence about them, the answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QPushButton, QVBoxLayout

from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.theme import SPACE, set_kind


def fields(gap: int = SPACE[3]) -> QFormLayout:
    """Return a form with its labels at the right, `gap` pixels before the fields."""
    form = QFormLayout()
    form.setHorizontalSpacing(gap)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return form


def lay_out(dialog: QDialog, form: QFormLayout, about: str, accept: QPushButton, *, width: int) -> None:
    """Fill a dialog of at least that width; `accept` takes its value."""
    note = QLabel(about)
    note.setWordWrap(True)
    set_kind(note, "small")
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
    column.setSpacing(SPACE[3])
    column.addLayout(form)
    column.addWidget(note)
    column.addStretch(1)
    column.addLayout(answer_line(dialog, accept))
    dialog.setMinimumWidth(width)
