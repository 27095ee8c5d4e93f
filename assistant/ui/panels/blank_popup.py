"""What a blank may be filled with, in a small frame under it; it never takes the keyboard unasked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind

MOST = 4
"""Values offered for one blank."""

_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Offer:
    """A value for a blank and where it comes from, in a few Chinese words."""

    value: str
    whence: str


class BlankPopup(QFrame):
    """Lists offers; `taken` the value of one, `left` back to the text."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make it a child of the page, hidden."""
        super().__init__(parent)
        set_kind(self, "popup")
        self.setAccessibleName("可以填的内容")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE[0], SPACE[0], SPACE[0], SPACE[0])
        self._column.setSpacing(0)
        self._hint = QLabel("Alt+↓ 选用，或直接输入")
        set_kind(self._hint, "small")
        self._hint.setContentsMargins(SPACE[1], 2, SPACE[1], 2)
        self.buttons: list[QPushButton] = []
        self.hide()

    def offer(self, offers: Sequence[Offer], blank: QRect) -> None:
        """Show offers beside a blank, whose place is in the coordinates of the page; none: hide."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._column.removeWidget(self._hint)
        self.buttons = [self._button(one) for one in offers[:MOST]]
        for button in self.buttons:
            self._column.addWidget(button)
        self._column.addWidget(self._hint)
        self._hint.show()
        if not self.buttons:
            self.hide()
            return
        self.show()
        for button in self.buttons:
            button.show()  # added to a frame that is shown already
        self._column.activate()
        self.resize(self._column.totalSizeHint())
        self._place(blank)
        self.raise_()
        spoken = QAccessibleAnnouncementEvent(
            self, f"可以填：{'、'.join(one.value for one in offers[:MOST])}，按 Alt+下选用"
        )
        QAccessible.updateAccessibility(spoken)

    def enter(self) -> None:
        """Give the keyboard to the first offer."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, take with Enter, go back with Escape."""
        place = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.buttons[(place + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[place].click()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, one: Offer) -> QPushButton:
        short = one.value if len(one.value) <= _LONGEST else f"{one.value[:_LONGEST]}…"
        button = _Row(f"{short}　{one.whence}".replace("&", "&&"), self)
        button.setAccessibleName(f"填入{one.value}，{one.whence}")
        button.setToolTip(one.value)
        set_kind(button, "row")
        button.clicked.connect(lambda _=False: self.taken.emit(one.value))
        return button

    def _place(self, blank: QRect) -> None:
        """Stand under the blank, above it where there is no room, never beyond the page."""
        page, size = self.parentWidget().rect(), self.size()
        below = blank.bottom() + SPACE[0]
        top = below if below + size.height() <= page.bottom() else blank.top() - SPACE[0] - size.height()
        left = max(0, min(blank.left(), page.right() - size.width()))
        self.move(QPoint(left, max(0, top)))


class _Row(QPushButton):
    """A button that leaves the keys to the frame around it, which knows all of them."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the space bar only."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()
