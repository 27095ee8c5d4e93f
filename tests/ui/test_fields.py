"""Fields that a turning wheel does not change behind the user's back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from assistant.ui.fields import CalmComboBox, CalmSpinBox


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[tuple[CalmComboBox, CalmSpinBox, QLineEdit]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    combo, spin, line = CalmComboBox(), CalmSpinBox(), QLineEdit()
    combo.addItems(["一", "二"])
    spin.setValue(5)
    for field in (combo, spin, line):
        column.addWidget(field)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    line.setFocus()
    yield combo, spin, line
    holder.close()


def turn(widget: QWidget) -> bool:
    """Turn the wheel by one notch towards the user; tell whether the widget took it."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_passes_over_fields_without_focus(form: tuple[CalmComboBox, CalmSpinBox, QLineEdit]) -> None:
    combo, spin, _ = form
    turn(combo)
    turn(spin)
    assert (combo.currentIndex(), spin.value()) == (0, 5)


def test_the_wheel_changes_the_field_one_is_in(form: tuple[CalmComboBox, CalmSpinBox, QLineEdit]) -> None:
    combo, spin, _ = form
    combo.setFocus()
    assert turn(combo)
    spin.setFocus()
    assert turn(spin)
    assert (combo.currentIndex(), spin.value()) == (1, 4)
