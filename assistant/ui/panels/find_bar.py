"""The bar for finding and replacing, above the page; it only says what the user wants."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from assistant.ui.icons import Icons
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind


class Step(Enum):
    """Where to go: stay at the caret while the words are still being typed, or to a neighbour."""

    HERE = "here"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for, and which hit to show; an empty text ends the search."""

    text: str
    step: Step = Step.HERE


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put `new` in the place of `text`, at the hit that is shown or everywhere."""

    text: str
    new: str
    everywhere: bool = False


class FindBar(QFrame):
    """Fields and buttons; Enter goes on, Shift+Enter back, Escape closes."""

    searched = Signal(Search)
    replaced = Signal(Replacement)
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "bar")
        self.setAccessibleName("查找和替换")
        self.text, self.new = QLineEdit(), QLineEdit()
        self.hits = QLabel()
        self.hits.setAccessibleName("查找结果")
        self.previous = _tool(icons, "previous", "上一个", "上一个（Shift+Enter）")
        self.next = _tool(icons, "next", "下一个", "下一个（Enter）")
        self.one, self.all = QPushButton("替换"), QPushButton("全部替换")
        self.close_button = _tool(icons, "close", "", "关闭查找（Esc）")
        self.close_button.setAccessibleName("关闭查找")
        for field, name, hint in ((self.text, "查找内容", "查找"), (self.new, "替换为", "替换为；留空就是删去")):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.setClearButtonEnabled(True)
            field.setMaximumWidth(320)
        self._lay_out()
        self.text.textChanged.connect(lambda: self._search(Step.HERE))
        self.previous.clicked.connect(lambda: self._search(Step.PREVIOUS))
        self.next.clicked.connect(lambda: self._search(Step.NEXT))
        self.one.clicked.connect(lambda: self._replace(everywhere=False))
        self.all.clicked.connect(lambda: self._replace(everywhere=True))
        self.close_button.clicked.connect(self._leave)
        self.show_hits(0, 0)
        self.hide()

    def open(self, text: str = "", *, replace: bool = False) -> None:
        """Show the bar, with `text` (the selection, say) to look for, and with the second row for replacing."""
        for part in (self.new, self.one, self.all):
            part.setVisible(replace)
        if text and "\n" not in text:
            self.text.setText(text)
        self.show()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self._search(Step.HERE)

    def show_hits(self, current: int, total: int) -> None:
        """Say which hit of how many is shown; counted from 1, 0 means none."""
        text = self.text.text()
        if not text:
            words = ""
        elif not total:
            words = "✕ 没有找到"
        else:
            words = f"第 {current} 处，共 {total} 处" if current else f"共 {total} 处"
        self.hits.setText(words)
        set_kind(self.hits, "suspect" if text and not total else "muted")
        for part in (self.previous, self.next, self.one, self.all):
            part.setEnabled(bool(total))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Serve Enter, Shift+Enter and Escape for every field of the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _enter(self, *, back: bool) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
        elif focus is self.new and not back:
            self._replace(everywhere=False)
        else:
            self._search(Step.PREVIOUS if back else Step.NEXT)

    def _search(self, step: Step) -> None:
        self.searched.emit(Search(self.text.text(), step))

    def _replace(self, *, everywhere: bool) -> None:
        if self.text.text():
            self.replaced.emit(Replacement(self.text.text(), self.new.text(), everywhere))

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE[2], SPACE[1], SPACE[1], SPACE[1])
        grid.setHorizontalSpacing(SPACE[1])
        grid.setVerticalSpacing(SPACE[1])
        grid.addWidget(self.text, 0, 0)
        grid.addWidget(self.new, 1, 0)
        for row, parts in enumerate(((self.previous, self.next, self.hits), (self.one, self.all))):
            line = QHBoxLayout()
            line.setSpacing(SPACE[0])
            for part in parts:
                line.addWidget(part)
            line.addStretch(1)
            grid.addLayout(line, row, 1)
        grid.addWidget(self.close_button, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        # The Tab key goes from what is looked for straight to what replaces it, as in Word.
        for one, other in ((self.text, self.new), (self.new, self.previous), (self.next, self.one)):
            QWidget.setTabOrder(one, other)


def _tool(icons: Icons, icon: str, text: str, tip: str) -> QPushButton:
    button = QPushButton()
    set_kind(button, "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(text)
    icons.dress(button, icon)
    return button
