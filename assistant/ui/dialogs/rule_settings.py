"""校对设置: every rule, what it finds, and a box to switch it; by class, by level, or one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.checks.rule import Level
from assistant.checks.switches import RuleBook, group_switched, is_on
from assistant.text.months import month_in_words
from assistant.ui.dialogs.answer_line import ANSWER_WIDTH
from assistant.ui.dialogs.rule_tree import RuleTree
from assistant.ui.fields import GroupBox
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind

_SIZE = (860, 620)
_WORD = 8
_RESET, _UNDO = "恢复默认(&O)", "撤销恢复默认(&O)"


class RuleSettingsDialog(QDialog):
    """One view; what is switched counts at once.

    Signals: `changed` carries the keys of what is off; `newer_wanted` asks for newer dated formulations.
    """

    changed = Signal(tuple)
    newer_wanted = Signal()

    def __init__(self, off: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("校对设置")
        self.off = tuple(off)
        self._book = RuleBook()
        self._before: tuple[str, ...] | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText("搜索规则、例子、依据（Ctrl+F）")
        self.search.setAccessibleName("搜索规则")
        self.search.setClearButtonEnabled(True)
        self.levels = {level: GroupBox(level.label) for level in sorted(Level, reverse=True)}
        self.tree = RuleTree()
        self.detail, self.source, self.count = QLabel(), QLabel(), QLabel("正在取规则…")
        self.reset, self._close = QPushButton(_RESET), QPushButton("关闭")
        self.newer = QPushButton("换新的提法数据(&D)…")
        self._build()
        self._connect()
        self.resize(*_SIZE)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_book(self, book: RuleBook) -> None:
        """Show the rules."""
        self._book = book
        for part in (*self.levels.values(), self.newer):
            part.setEnabled(True)
        self.tree.show_rules(book.cards, self.off)
        self._tell()

    def say(self, words: str) -> None:
        """Say what came of something, where a rule is explained."""
        self.detail.setText(words)
        self.source.clear()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search field Enter and the arrow leads into the list."""
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _take(self, off: tuple[str, ...]) -> None:
        self.off = off
        self._before = None
        self._tell()
        self.changed.emit(off)

    def _switch_level(self, level: Level) -> None:
        on = self.levels[level].checkState() == Qt.CheckState.Checked
        off = group_switched(self.off, self._book.cards, f"level:{level.label}", on=on)
        self.tree.set_off(off)
        self._take(off)

    def _reset(self) -> None:
        """Switch everything on again; the next press takes that back."""
        before, off = (None, self._before) if self._before is not None else (self.off, ())
        self._take(off)
        self._before = before
        self.tree.set_off(off)
        self._tell()

    def _tell(self) -> None:
        cards = self._book.cards
        heard = [card for card in cards if is_on(card, self.off)]
        for level, box in self.levels.items():
            there = [card for card in cards if card.level == level]
            on = sum(card.level == level for card in heard)
            full, part, none = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
            box.setCheckState(full if on == len(there) else part if on else none)
        hits = self.tree.search(self.search.text()) if self.search.text().strip() else len(cards)
        found = f"找到 {hits} 条，" if self.search.text().strip() else ""
        if cards:
            month = month_in_words(self._book.updated)
            until = f"；提法数据截至 {month}，此后会议请自行核对" if month else ""
            self.count.setText(f"{found}共 {len(cards)} 条规则，开着 {len(heard)} 条{until}。")
        self.reset.setText(_UNDO if self._before is not None else _RESET)
        self.reset.setEnabled(bool(self.off) or self._before is not None)

    def _search(self) -> None:
        self.tree.search(self.search.text())
        self._tell()

    def _explain(self) -> None:
        card = self.tree.current_card()
        message = card.message.format(text=_short(card.wrong), right=_short(card.right or "")) if card else ""
        self.detail.setText(message or "选中一条规则，这里说明它查什么。")
        self.source.setText(f"依据：{card.source}" if card and card.source else "")

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._search())
        for level, box in self.levels.items():
            box.clicked.connect(lambda _=False, which=level: self._switch_level(which))
        self.tree.switched_off.connect(self._take)
        self.tree.currentItemChanged.connect(lambda *_: self._explain())
        self.reset.clicked.connect(lambda _=False: self._reset())
        self.newer.clicked.connect(lambda _=False: self.newer_wanted.emit())
        self._close.clicked.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        for part in (*self.levels.values(), self.newer, self.reset):  # until the rules are there
            part.setEnabled(False)
        self._explain()

    def _build(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for line in (above, below):
            line.setSpacing(SPACE[2])
        above.addWidget(self.search, 1)
        for box in self.levels.values():
            above.addWidget(box)
        for label, kind in ((self.detail, ""), (self.source, "small"), (self.count, "muted")):
            label.setWordWrap(label is not self.count)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_kind(label, kind)
        below.addWidget(self.newer)
        below.addStretch(1)
        self.newer.setToolTip("选一个比现在更新的 timeline.toml；内容有错的不会换上")
        for button in (self.reset, self._close):
            button.setMinimumWidth(ANSWER_WIDTH)
            below.addWidget(button)
        for button in (self.newer, self.reset, self._close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addLayout(above)
        column.addWidget(self.tree, 1)
        column.addWidget(self._explanation())
        column.addWidget(self.count)
        column.addLayout(below)

    def _explanation(self) -> QWidget:
        """Return a place of one height, so that the list stays where it is while one walks through it."""
        place = QWidget()
        lines = QVBoxLayout(place)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE[0])
        lines.addWidget(self.detail)
        lines.addWidget(self.source)
        lines.addStretch(1)
        place.setFixedHeight(self.detail.fontMetrics().lineSpacing() * 3 + SPACE[2])
        return place


def _short(example: str) -> str:
    """Return what a message quotes of an example: a word, but no sentence."""
    return example if 0 < len(example) <= _WORD else "……"
