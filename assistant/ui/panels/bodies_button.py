"""Under the outline: the paragraphs the user has taken out of it, to be found again and given back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistant.ui.panels.choice_button import ChoiceButton
from assistant.ui.theme import Theme

PREVIEW = 24
"""Code points of a paragraph shown in the menu."""


class BodiesButton(ChoiceButton):
    """Hidden while there is no such paragraph.

    `place_chosen` (block id) asks to jump to one, `let_go` (block id) to have it recognised by the program again.
    """

    edge = 12  # in line with 篇幅 below it
    place_chosen = Signal(str)
    let_go = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("bodies")
        self.setToolTip("这些段落您说过不是标题。点这里可以找到它们，也可以恢复自动判断。")
        self.hide()

    def show_bodies(self, bodies: tuple[tuple[str, str], ...]) -> None:
        """List these paragraphs (block id, text)."""
        self.setVisible(bool(bodies))
        self.clear()
        title = f"您定为正文的 {len(bodies)} 段"
        self.setText(title)
        self.setAccessibleName(title)
        for block, text in bodies:
            entry = self.menu().addMenu(_preview(text))
            entry.addAction("转到这里", lambda block=block: self.place_chosen.emit(block))
            entry.addAction("恢复自动判断", lambda block=block: self.let_go.emit(block))


def _preview(text: str) -> str:
    words = text.strip()
    words = f"{words[:PREVIEW]}…" if len(words) > PREVIEW else words
    return words.replace("&", "&&") or "（空段落）"  # a single & would be taken for a key
