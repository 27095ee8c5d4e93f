"""A card or row that is one button: icon, title, a quieter second line, and a date at the end."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from assistant.ui.elided import ElidedLabel
from assistant.ui.icons import Icons
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind


class Card(QPushButton):
    """A button that shows several pieces of text; Enter presses it as well as the space bar."""

    def __init__(
        self, icons: Icons, icon: str, title: str, *, detail: str = "", aside: str = "", kind: str = "card"
    ) -> None:
        super().__init__()
        set_kind(self, kind)
        self.title = title
        self.detail = detail
        self.setAccessibleName("，".join(part for part in (title, aside) if part))
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        tight = SPACE[1] if kind == "row" else SPACE[2]
        line.setContentsMargins(SPACE[2], tight, SPACE[2], tight)
        line.setSpacing(SPACE[2])
        picture = QLabel()
        line.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = ElidedLabel(title)
        words.addWidget(head)
        if detail:
            below = ElidedLabel(detail, Qt.TextElideMode.ElideMiddle)
            set_kind(below, "small")
            words.addWidget(below)
        line.addLayout(words, 1)
        if aside:
            date = QLabel(aside)
            set_kind(date, "small")
            line.addWidget(date)
        icons.dress(picture, icon, "accent" if kind == "card" else "muted")
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the pieces, not of a button's text."""
        return self.layout().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the smallest size of the pieces."""
        return self.layout().minimumSize()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too: outside dialogs Qt buttons know only the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the page knows which card is next; Qt would go to whatever button is nearest
        else:
            super().keyPressEvent(event)
