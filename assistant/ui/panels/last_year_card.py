"""The chosen row of 去年 in full: last year's words, a field for this year's, the buttons that decide."""

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.document.last_year import Promise
from assistant.reuse.found import NAME
from assistant.ui.models.findings_rows import shortened
from assistant.ui.models.last_year_rows import LastYearRow, RowKind, suggested
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.overriding import override
from assistant.ui.panels.flow_layout import FlowLayout
from assistant.ui.panels.last_year_words import changes, head
from assistant.ui.panels.promise_states import PromiseStates
from assistant.ui.theme import set_kind

_LONGEST = 120
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[XxＸ×*]+|[一二三四五六七八九十两百千]+")
_EXAMPLES = {"figure": "今年的数", "date": "今年的日期", "campaign": "今年的活动", NAME: "现在的单位、职务或姓名"}
_CARDS = frozenset({RowKind.PROMISE, RowKind.PLACE, RowKind.KEPT, RowKind.CARRIED, RowKind.CONFIRMED})


class LastYearCard(QFrame):
    """Shows one row; its signals say what was decided.

    `taken` (row, new words), `all_taken` (rows, each as suggested), `kept`, `reopened`, `confirmed`,
    `section_confirmed` and `located` (row), `skipped`, `promise_changed` (number, Promise).
    """

    taken = Signal(object, str)
    all_taken = Signal(tuple)
    kept = Signal(object)
    reopened = Signal(object)
    confirmed = Signal(object)
    section_confirmed = Signal(object)
    located = Signal(object)
    skipped = Signal()
    promise_changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "foot")
        self.setAccessibleName("选中的一处")
        self._head, self._words, self._message, self._source = (QLabel(self) for _ in range(4))
        for label, kind in (
            (self._head, "small"),
            (self._words, "strong"),
            (self._message, ""),
            (self._source, "small"),
        ):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_kind(label, kind)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.field = QLineEdit(self)
        self.field.setMaxLength(200)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._weigh)
        self.field.editingFinished.connect(self._note)
        self._states = PromiseStates(self)
        self._states.chosen.connect(self._state)
        self.states = self._states.buttons
        self._buttons = FlowLayout(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(4)
        for label in (self._head, self._words, self._message, self._source):
            box.addWidget(label)
        box.addSpacing(4)
        box.addLayout(self._states.layout)
        box.addWidget(self.field)
        box.addSpacing(4)
        box.addLayout(self._buttons)
        self._row: LastYearRow | None = None
        self._take: QPushButton | None = None
        self.hide()

    def show_row(self, row: LastYearRow | None) -> None:
        """Show a row that can be decided on; nothing for another or None."""
        if row is not None and row.kind not in _CARDS and not suggested(row):
            row = None
        if row == self._row:
            return
        same = row is not None and self._row is not None and row.key == self._row.key
        held = next((button.text() for button in self.buttons() if button.hasFocus()), None)
        in_field = self.field.hasFocus()
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self._fill(row, keep_field=same and in_field)
        if in_field and not same and self.field.isVisibleTo(self):
            self.enter_field()
        elif held is not None:
            again = [button for button in self.buttons() if button.text() == held] or self.buttons()
            if again:
                again[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def enter_field(self) -> None:
        """Put the keyboard into the field, last year's number chosen so that typing replaces it."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        number = _NUMBER.search(self.field.text())
        if number is not None and self._row is not None and self._row.kind is RowKind.PLACE:
            self.field.setSelection(number.start(), number.end() - number.start())
        else:
            self.field.selectAll()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons in their order."""
        items = [self._buttons.itemAt(i) for i in range(self._buttons.count())]
        return [item.widget() for item in items if item is not None] if self._row else []

    def ring(self) -> list[QWidget]:
        """Return what Tab walks through."""
        return [*self.states.values(), self.field, *self.buttons()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the field's words, Ctrl+Enter keeps last year's."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is not self.field or not pressed or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return super().eventFilter(watched, event)
        if self._row is not None and self._row.kind is RowKind.PLACE:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.kept.emit(self._row)
            else:
                self._take_words()
        else:
            self._note()
        return True

    # ---- filling --------------------------------------------------------------------------------------------------

    def _fill(self, row: LastYearRow, *, keep_field: bool) -> None:
        self._words.setText(shortened(row.words, _LONGEST))
        self._message.setText(self._told(row))
        self._message.setVisible(bool(self._message.text()))
        self._head.setText(head(row))
        self._source.hide()
        self._states.set_visible(visible=row.kind is RowKind.PROMISE)
        self.field.setVisible(row.kind in (RowKind.PLACE, RowKind.PROMISE))
        self._clear()
        if row.kind is RowKind.PLACE:
            self._fill_place(row, keep_field=keep_field)
        elif row.kind is RowKind.PROMISE:
            self._fill_promise(row, keep_field=keep_field)
        elif row.kind is RowKind.GROUP:
            self._fill_group(row)
        elif row.kind is RowKind.CARRIED:
            self._button("仍然属实", lambda: self.confirmed.emit(row), "primary", "这句今年仍然成立，去掉沿用的记号")
            title = ROLE_TITLES.get(row.role, "这一部分")
            self._button("全部确认…", lambda: self.section_confirmed.emit(row), "", f"“{title}”里剩下的句子一起确认")
            self._button("去改这句", lambda: self.located.emit(row), "quiet", "到正文里改写")
        else:
            word = "重新考虑" if row.kind is RowKind.KEPT else "重新标记"
            self._button(word, lambda: self.reopened.emit(row), "", "放回没有定下的里面")

    def _told(self, row: LastYearRow) -> str:
        if row.waiting is None:
            return ""
        found = row.waiting.item.found
        if found.source:
            self._source.setText(f"依据：{found.source}")
            self._source.show()
        return found.message

    def _fill_place(self, row: LastYearRow, *, keep_field: bool) -> None:
        if row.waiting is None:
            return
        found = row.waiting.item.found
        self.field.setAccessibleName("今年写成")
        self.field.setPlaceholderText(_EXAMPLES.get(row.waiting.place.kind, "今年的写法"))
        self._take = self._button("改成", self._take_words, "primary", "把正文里的这一处改成上面写的（回车）")
        self._button("保留", lambda: self.kept.emit(row), "", "这一处今年仍然这样写（Ctrl+回车）")
        self._button("跳过", self.skipped.emit, "quiet", "以后再说，到下一处（F8）")
        if not keep_field:
            self.field.setText(found.text if found.suggestion is None else found.suggestion)
        self._weigh()

    def _fill_group(self, row: LastYearRow) -> None:
        """Offer to take all suggestions of a group, each told beforehand."""
        rows = suggested(row)
        self._message.setText(changes(rows))
        self._message.show()
        words = f"照建议改这 {len(rows)} 处"
        self._button(words, lambda: self.all_taken.emit(rows), "primary", "一次撤销就能恢复；没有建议的不动")

    def _fill_promise(self, row: LastYearRow, *, keep_field: bool) -> None:
        if row.promise is None:
            return
        self._take = None
        self.field.setAccessibleName("落实情况，一句话")
        self.field.setPlaceholderText("一句话说明落实情况（可以不写）")
        if not keep_field:
            self.field.setText(row.promise.note)
        self._states.show_state(row.promise.state)

    def _weigh(self) -> None:
        """Offer to take only words that differ from last year's."""
        if self._take is not None and self._row is not None:
            words = self.field.text().strip()
            self._take.setEnabled(bool(words) and words != self._row.words)

    def _take_words(self) -> None:
        words = self.field.text().strip()
        if self._row is not None and self._row.kind is RowKind.PLACE and words and words != self._row.words:
            self.taken.emit(self._row, words)

    def _note(self) -> None:
        promise = self._row.promise if self._row is not None else None
        if promise is not None and self.field.text().strip() != promise.note:
            self._say(replace(promise, note=self.field.text().strip()))

    def _state(self, state: str) -> None:
        promise = self._row.promise if self._row is not None else None
        if promise is not None:
            again = promise.state == state  # a second click takes it back
            self._say(replace(promise, state="" if again else state, note=self.field.text().strip()))

    def _say(self, promise: Promise) -> None:
        """Tell of a promise; the list follows in a moment, and until then this is what was said last."""
        if self._row is not None:
            self._row = replace(self._row, promise=promise)
            self._states.show_state(promise.state)
            self.promise_changed.emit(self._row.number, promise)

    def _button(self, text: str, act: Callable[[], object], kind: str = "", tip: str = "") -> QPushButton:
        button = QPushButton(text, self)
        set_kind(button, kind)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.clicked.connect(lambda _=False: act())
        self._buttons.addWidget(button)
        button.show()
        return button

    def _clear(self) -> None:
        self._take = None
        while (item := self._buttons.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
