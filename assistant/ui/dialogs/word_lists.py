"""我的词库: three lists in one dialog; nothing counts before 确定."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from assistant.document.context import OwnWord
from assistant.document.own_words import ALLOWED, FORBIDDEN, REQUIRED, TITLES, WordLists, read_words
from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.dialogs.word_table import WordTable
from assistant.ui.theme import SPACE, set_kind

_SIZE = (720, 520)
_HEADS = {
    FORBIDDEN: ("不要写的词", "改用", "原因"),
    REQUIRED: ("必须写到的词", "原因"),
    ALLOWED: ("不报的词",),
}
_NOTES = {
    FORBIDDEN: "稿子里写了这些词就提示；填了“改用”的，采纳时换成它。",
    REQUIRED: "稿子里一处也没写到就提示。",
    ALLOWED: "人名、单位名、地方说法：校对时不再当成错。检查结果里的“加入词库”也放到这里。",
}


class WordListsDialog(QDialog):
    """Asks for the unit's own words; `import_wanted` and `export_wanted` are served by who opened it."""

    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, lists: WordLists, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("我的词库")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("词库")
        self.tabs.tabBar().setAccessibleName("词库")
        self.tables = {title: WordTable(title, _HEADS[title], _NOTES[title]) for title in TITLES}
        for title, table in self.tables.items():
            self.tabs.addTab(table, title)
            table.pasted.connect(lambda text, to=title: self.take(read_words(text, to)))
            table.changed.connect(self._count)
        self.said = QLabel()
        self.said.setWordWrap(True)
        set_kind(self.said, "muted")
        self.take_in, self.give_out = QPushButton("导入(&M)…"), QPushButton("导出(&E)…")
        self.accept_button = QPushButton("确定")
        self._build()
        self._fill(lists)
        self.resize(*_SIZE)

    def value(self) -> WordLists:
        """Return the lists as they stand now."""
        rows = {title: table.rows() for title, table in self.tables.items()}
        found = WordLists(
            tuple(OwnWord(*row) for row in rows[FORBIDDEN]),
            tuple(OwnWord(text, "", note) for text, note in rows[REQUIRED]),
            tuple(text for (text,) in rows[ALLOWED]),
        )
        return WordLists().with_all_of(found)  # each word once

    def take(self, more: WordLists) -> None:
        """Add words that are not there yet, and say how many those were."""
        before = self.value()
        after = before.with_all_of(more)
        self._fill(after)
        new, doubled = after.size - before.size, before.size + more.size - after.size
        self.say(f"添了 {new} 个词" + (f"，{doubled} 个已经有了" if doubled else "") + "。")

    def say(self, words: str) -> None:
        """Say what happened, beside the buttons."""
        self.said.setText(words)

    def _fill(self, lists: WordLists) -> None:
        self.tables[FORBIDDEN].set_rows([(word.text, word.instead, word.note) for word in lists.forbidden])
        self.tables[REQUIRED].set_rows([(word.text, word.note) for word in lists.required])
        self.tables[ALLOWED].set_rows([(word,) for word in lists.allowed])

    def _count(self) -> None:
        for place, (title, table) in enumerate(self.tables.items()):
            count = len(table.rows())
            self.tabs.setTabText(place, f"{title} {count}" if count else title)

    def _build(self) -> None:
        for button in (self.take_in, self.give_out):
            button.setAutoDefault(False)
        self.take_in.clicked.connect(self.import_wanted)
        self.give_out.clicked.connect(self.export_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[2])
        column.addWidget(self.tabs, 1)
        column.addLayout(answer_line(self, self.accept_button, left=(self.take_in, self.give_out, self.said)))
