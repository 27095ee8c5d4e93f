"""What has become of a promise of last year: one button a state, a second click takes it back."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from assistant.ui.models.last_year_rows import STATE_TITLES
from assistant.ui.panels.flow_layout import FlowLayout
from assistant.ui.theme import set_kind


class PromiseStates(QObject):
    """The buttons, by state, in a `layout` of their own; `chosen` carries the state that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.layout = FlowLayout(4)
        group = QButtonGroup(self)
        group.setExclusive(False)
        self.buttons: dict[str, QToolButton] = {}
        for state, title in STATE_TITLES.items():
            button = QToolButton(parent)
            set_kind(button, "choice")
            button.setText(title)
            button.setAccessibleName(f"今年{title}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, which=state: self.chosen.emit(which))
            group.addButton(button)
            self.layout.addWidget(button)
            self.buttons[state] = button

    def show_state(self, state: str) -> None:
        """Show which state holds; none where it is empty."""
        for name, button in self.buttons.items():
            button.setChecked(name == state)

    def set_visible(self, *, visible: bool) -> None:
        """Show the buttons, or not."""
        for button in self.buttons.values():
            button.setVisible(visible)
