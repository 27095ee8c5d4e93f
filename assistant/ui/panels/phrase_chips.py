"""What the suggestions can be narrowed to: small buttons under the filter, one pressed at most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from assistant.phrases.query import FAVOURITES, OWN_ONLY, SPOKEN
from assistant.ui.theme import SPACE, set_kind

_ONLY = (
    (FAVOURITES, "收藏", "只看收藏的句子"),
    (OWN_ONLY, "我的", "只看自己的素材和往年报告里的句子"),
    (SPOKEN, "口头", "只看适合当众说的短句"),
)
NOTHING = {
    FAVOURITES: "还没有收藏的句子。把鼠标移到一条建议上点“收藏”，或者选中它按 S。",
    OWN_ONLY: "这里还没有自己的素材。在正文里选中一句话，右键点“加入素材”，就能存下来反复用。",
    SPOKEN: "没有找到适合当众说的短句，再点一次“口头”看全部。",
}
"""Why there is nothing, by what the offer is narrowed to."""


class PhraseChips(QWidget):
    """`changed` (what only is wanted, '' for all; whether measures for the problem are), `own_wanted`."""

    changed = Signal(str, bool)
    own_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: self._chip(text, tip) for name, text, tip in _ONLY}
        self.measures = self._chip("措施", "看针对光标处这个问题的整改措施")
        self.own = QToolButton(self)
        self.own.setText("素材")
        self.own.setToolTip("查看、修改、导入和导出我的素材")
        self.own.clicked.connect(self.own_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[0])
        for button in (*self.buttons.values(), self.measures):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.own)
        self.show_problem("")

    def only(self) -> str:
        """Return what only is wanted, '' for everything."""
        return next((name for name, button in self.buttons.items() if button.isChecked()), "")

    def show_problem(self, problem: str) -> None:
        """Offer measures where the caret is in a problem; elsewhere they are not wanted any more."""
        self.measures.setVisible(bool(problem))
        if not problem and self.measures.isChecked():
            self.measures.setChecked(False)
            self.changed.emit(self.only(), False)

    def _chip(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        set_kind(button, "chip")
        button.clicked.connect(lambda: self._pressed(button))
        return button

    def _pressed(self, pressed: QToolButton) -> None:
        for button in self.buttons.values():
            if button is not pressed and pressed is not self.measures:
                button.setChecked(False)
        self.changed.emit(self.only(), self.measures.isChecked())
