"""A sentence under the name of where it stands, with stretches of it marked."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout

from assistant.ui.elided import ElidedLabel
from assistant.ui.theme import SPACE, set_kind


class Passage(QFrame):
    """One sentence with what is shared marked in it, under the name of where it stands."""

    def __init__(self, name: str) -> None:
        super().__init__()
        set_kind(self, "card")
        self._head, self.words = ElidedLabel(name, Qt.TextElideMode.ElideMiddle), QLabel()
        set_kind(self._head, "small")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(name)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.words)
        area.setFixedHeight(96)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACE[2], SPACE[1], SPACE[2], SPACE[1])
        box.setSpacing(SPACE[0])
        box.addWidget(self._head)
        box.addWidget(area)

    def show_text(self, name: str, text: str, stretches: tuple[tuple[int, int], ...], mark: str) -> None:
        """Show a sentence, stretches of it marked."""
        self._head.setText(name)
        self.words.setAccessibleName(f"{name}：{text}")
        parts, at = [], 0
        for start, end in stretches:
            parts += [escape(text[at:start]), f'<span style="background:{mark}">{escape(text[start:end])}</span>']
            at = end
        self.words.setText("".join([*parts, escape(text[at:])]))
