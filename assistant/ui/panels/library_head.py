"""What the library is to show: words to look for, year, kind of report, source."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from assistant.storage.shelf import DRAFT, PAST, Entry
from assistant.ui.fields import CalmComboBox
from assistant.ui.models.library_rows import Filter, reports, years
from assistant.ui.theme import SPACE, set_kind

TYPING_PAUSE = 150
"""Milliseconds of rest after which what was typed is looked for."""
WIDEST = 220
"""Most that a choice takes from the search field, in device-independent pixels."""


class LibraryHead(QFrame):
    """The bar above the list.

    Signals: `words_changed` (what to look for, '' for nothing) once the typing rests; `filter_changed`;
    `import_wanted`.
    """

    words_changed = Signal(str)
    filter_changed = Signal()
    import_wanted = Signal()

    def __init__(self, kinds: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Build the bar; `kinds` are the titles of report kinds by id."""
        super().__init__(parent)
        set_kind(self, "bar")
        self._kinds = kinds
        self.search, self.year, self.report, self.source = QLineEdit(), CalmComboBox(), CalmComboBox(), CalmComboBox()
        self.import_button = QPushButton("导入往年报告…")
        self.import_button.setAutoDefault(False)
        self.search.setPlaceholderText("在全部文稿里找：几个词用空格分开")
        self.search.setClearButtonEnabled(True)
        self.source.addItem("草稿和往年报告", "")
        self.source.addItem("只看草稿", DRAFT)
        self.source.addItem("只看往年报告", PAST)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._arrange()
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.words))
        for choice in self._choices:
            choice.currentIndexChanged.connect(lambda _: self.filter_changed.emit())
        self.import_button.clicked.connect(self.import_wanted)

    @property
    def words(self) -> str:
        """What is to be looked for."""
        return self.search.text().strip()

    @property
    def wanted(self) -> Filter:
        """What the choices say."""
        return Filter(self.year.currentData() or 0, self.report.currentData() or "", self.source.currentData() or "")

    def offer(self, entries: Iterable[Entry]) -> None:
        """Offer the years and kinds there are; what is chosen stays chosen while it is there."""
        entries = tuple(entries)
        _fill(self.year, "全部年度", tuple((year, f"{year} 年度") for year in years(entries)))
        _fill(self.report, "全部文种", reports(entries, self._kinds))

    @property
    def _choices(self) -> tuple[CalmComboBox, ...]:
        return (self.year, self.report, self.source)

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        line.setSpacing(SPACE[1])
        self.search.setAccessibleName("查找")
        line.addWidget(self.search, 1)
        for choice, name in zip(self._choices, ("年度", "文种", "来源"), strict=True):
            choice.setAccessibleName(name)
            choice.view().setAccessibleName(name)
            choice.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setMaximumWidth(WIDEST)
            line.addWidget(choice)
        line.addWidget(self.import_button)


def _fill(choice: CalmComboBox, everything: str, items: tuple[tuple[object, str], ...]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    choice.addItem(everything, None)
    for value, words in items:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
