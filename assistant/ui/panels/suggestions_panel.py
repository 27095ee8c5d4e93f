"""建议: sentences for the section under the caret, one click away."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.phrases.phrase import Suggestion
from assistant.ui.boxes import packed
from assistant.ui.models.suggestions_model import SuggestionsModel
from assistant.ui.overriding import override
from assistant.ui.panels.phrase_chips import NOTHING, PhraseChips
from assistant.ui.panels.suggestion_cards import SuggestionCards
from assistant.ui.theme import Theme, set_kind


class SuggestionsPanel(QFrame):
    """Shows suggestions and tells which one is taken; inserts nothing itself.

    `phrase_chosen` (Suggestion), `more_requested` for the next five, `filter_changed` (the words of the filter box),
    `narrowed` (what only is wanted, and whether measures for the problem under the caret), `starred` and `lessened`
    (Suggestion), `edit_wanted` (Suggestion), `own_wanted` to see the user's own material, `text_focus_requested` to go
    back to the text.
    """

    phrase_chosen = Signal(object)
    more_requested = Signal()
    filter_changed = Signal(str)
    narrowed = Signal(str, bool)
    starred = Signal(object)
    lessened = Signal(object)
    edit_wanted = Signal(object)
    own_wanted = Signal()
    text_focus_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self._model = SuggestionsModel(self)
        self.list = SuggestionCards(self._model, theme, self)
        self.filter, self.more = QLineEdit(self), QPushButton("换一组", self)
        self.chips = PhraseChips(self)
        self._title, self._empty, self._keys = QLabel(self), QLabel(self), QLabel("Alt+1…5 插入", self)
        self._section = ""
        self._build()
        self.show_suggestions("", ())

    def show_suggestions(self, section: str, suggestions: Iterable[Suggestion], problem: str = "") -> None:
        """Show up to five suggestions for a section, named as the text or the report kind names it.

        `problem` names the problem under the caret: measures for it can be asked for.
        """
        self.chips.show_problem(problem)
        self._section = f"针对{problem}的措施" if problem and self.chips.measures.isChecked() else section
        self._model.set_suggestions(suggestions)
        count = self._model.rowCount()
        self.list.scheduleDelayedItemsLayout()
        parts = (self._section, f"{count} 条" if count else "")
        self._title.setText(" · ".join(part for part in parts if part) or "建议")
        self._title.setToolTip(self._section)
        self._empty.setText(self._nothing())
        for widget, visible in ((self.list, count), (self._empty, not count), (self._keys, count)):
            widget.setVisible(bool(visible))
        self.more.setEnabled(bool(count))
        if count and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0))

    def choose(self, number: int) -> None:
        """Take the suggestion with a number, 1 to 5 (Alt+number anywhere in the window)."""
        one = self._model.suggestion(number)
        if one is not None:
            self.phrase_chosen.emit(one)

    def drop(self, number: int) -> None:
        """Take the suggestion with a number where it has been dragged to, not where something has been typed of it."""
        one = self._model.suggestion(number)
        if one is not None:
            self.phrase_chosen.emit(replace(one, overlap=0))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self.list.delegate.theme = theme
        self.list.viewport().update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self._model.rowCount():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave_filter()
                return True
        return super().eventFilter(watched, event)

    def _leave_filter(self) -> None:
        if self.filter.text():
            self.filter.clear()
        else:
            self.text_focus_requested.emit()

    def _nothing(self) -> str:
        if self.filter.text():
            return f"没有找到含“{self.filter.text()}”的句子，换个词或清空筛选再看。"
        if self.chips.only():
            return NOTHING[self.chips.only()]
        if self._section:
            return "这一节暂时没有可用的句子，先写几个字，或在上面筛选。"
        return "把光标放进某一节，这里就有这一节常用的句子。"

    def _build(self) -> None:
        set_kind(self._title, "strong")
        set_kind(self._keys, "small")
        set_kind(self._empty, "muted")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setContentsMargins(4, 0, 4, 0)
        self._title.setMinimumWidth(1)  # a long heading is cut, it never widens the panel
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self.filter.setPlaceholderText("筛选：词语、拼音或首字母")
        self.filter.setAccessibleName("筛选建议")
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.filter.textChanged.connect(self.filter_changed)
        self.filter.returnPressed.connect(lambda: self.choose(1))
        self.list.setAccessibleName("建议的句子")
        self.list.chosen.connect(self.phrase_chosen)
        self.list.starred.connect(self.starred)
        self.list.lessened.connect(self.lessened)
        self.list.edit_wanted.connect(self.edit_wanted)
        self.chips.changed.connect(self.narrowed)
        self.chips.own_wanted.connect(self.own_wanted)
        self.list.left.connect(self.text_focus_requested)
        self.list.left_upwards.connect(lambda: self.filter.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.more.setAccessibleName("换一组建议")
        self.more.setAutoDefault(False)
        self.more.clicked.connect(self.more_requested)
        self._arrange()

    def _arrange(self) -> None:
        head, foot, box = QVBoxLayout(), QHBoxLayout(), packed(QVBoxLayout(self))
        head.setContentsMargins(8, 12, 8, 8)  # in line with the cards
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self.filter)
        head.addWidget(self.chips)
        foot.setContentsMargins(12, 4, 8, 8)
        foot.addWidget(self._keys)
        foot.addStretch(1)
        foot.addWidget(self.more)
        box.addLayout(head)
        box.addWidget(self.list, 1)
        box.addWidget(self._empty, 1)
        box.addLayout(foot)
