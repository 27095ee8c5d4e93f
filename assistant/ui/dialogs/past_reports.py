"""学习往年报告: what the completer has learned from, with a switch each, and the way in and out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.learning import SUFFIXES
from assistant.ui.dialogs.answer_line import ANSWER_WIDTH
from assistant.ui.dialogs.past_table import PastRow, PastTable
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind

_SIZE = (720, 520)
_REFUSED_HEIGHT = 84
_NOTE = "选几份自己往年的报告，打字时就照您的习惯提示后面的词句。只在本机学习，数字和人名不学，原文件不动。"
_TRACELESS = "已打开“不留痕”，不再学习新的报告。"
_EMPTY = (
    "还没有学习过报告。\n点“添加文件”选几份往年的报告，或者点“添加文件夹”一次选一批；.docx、.doc、.wps、.txt 都行。"
)


class PastReportsDialog(QDialog):
    """Lists the reports.

    Signals: `files_chosen` names of files, or of one folder; `learned_switched` a report and whether to learn from it;
    `forget_wanted` reports; `cancelled` read no further.
    """

    files_chosen = Signal(object)
    learned_switched = Signal(int, bool)
    forget_wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, traceless: bool = False, ghost: bool = False) -> None:
        """Show nothing yet; with `traceless` nothing can be added."""
        super().__init__(parent)
        self.setWindowTitle("学习往年报告")
        self._traceless, self._ghost = traceless, ghost
        self.table = PastTable()
        self.add_files, self.add_folder = QPushButton("添加文件(&I)…"), QPushButton("添加文件夹(&F)…")
        self.forget = QPushButton("忘掉所选(&D)")
        self.progress, self.cancel = QProgressBar(), QPushButton("取消")
        self.state = QLabel()
        self.refused = QListWidget()
        self.close_button = QPushButton("关闭")
        self._build()
        self._connect()
        self._show_running(on=False)
        self.show_rows(())
        self.resize(*_SIZE)
        self.add_files.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rows(self, rows: Sequence[PastRow], *, ghost: bool | None = None) -> None:
        """Show these reports; the row that was chosen stays chosen. `ghost`: the grey words are switched on."""
        self._ghost = self._ghost if ghost is None else ghost
        self.table.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        learned = [row for row in rows if row.learned]
        words = sum(row.words for row in learned)
        hint = "" if self._ghost or not learned else "；“工具 → 续写提示”还没有打开"
        self.summary.setText(f"用 {len(learned)} 份报告、{words:,} 字来续写{hint}。" if rows else "")
        self._selected()

    def show_progress(self, done: int, whole: int, name: str) -> None:
        """Show which file is being read."""
        self._show_running(on=True)
        self.progress.setRange(0, whole)
        self.progress.setValue(done)
        self.state.setText(f"正在读第 {done + 1} 份，共 {whole} 份：{name}")

    def show_refused(self, name: str, sentence: str) -> None:
        """List a file that could not be learned, and why."""
        self.refused.addItem(f"{name}：{sentence}")
        self.refused.setVisible(True)

    def show_done(self, taken: int) -> None:
        """Say how many reports were taken."""
        self._show_running(on=False)
        kept_out = self.refused.count()
        words = f"新学了 {taken} 份报告" if taken else "没有新学到报告"
        self.state.setText(f"{words}，{kept_out} 份没有学：" if kept_out else f"{words}。")

    def reject(self) -> None:
        """Close; what is being read stops."""
        self.cancelled.emit()
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; what is being read stops."""
        self.cancelled.emit()
        super().closeEvent(event)

    # ---- inside ---------------------------------------------------------------------------------------------------

    def _selected(self) -> None:
        self.forget.setEnabled(bool(self.table.chosen()) and not self.cancel.isVisibleTo(self))

    def _choose_files(self) -> None:
        names = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        files, _ = QFileDialog.getOpenFileNames(self, "选往年的报告", "", f"报告 ({names})")
        self._begin(files)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "选放往年报告的文件夹")
        self._begin([folder] if folder else [])

    def _begin(self, names: list[str]) -> None:
        if names:
            self.refused.clear()
            self.refused.hide()
            self.state.setText("正在找报告…")
            self._show_running(on=True)
            self.progress.setRange(0, 0)
            self.files_chosen.emit(names)

    def _show_running(self, *, on: bool) -> None:
        for widget in (self.progress, self.cancel):
            widget.setVisible(on)
        for button in (self.add_files, self.add_folder):
            button.setEnabled(not on and not self._traceless)
        self._selected()

    def _build(self) -> None:
        note = QLabel(_TRACELESS if self._traceless else _NOTE)
        self.summary = QLabel()
        for label in (note, self.summary, self.state):
            label.setWordWrap(True)
            set_kind(label, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(note)
        column.addLayout(_line(self.add_files, self.add_folder, None, self.forget))
        column.addWidget(self._table_or_nothing(), 1)
        column.addWidget(self.summary)
        column.addWidget(self.state)
        column.addLayout(_line(self.progress, self.cancel))
        column.addWidget(self.refused)
        column.addLayout(_line(None, self.close_button))
        self.refused.setFixedHeight(_REFUSED_HEIGHT)
        self.refused.setWordWrap(True)
        set_kind(self.refused, "plain")
        self.refused.hide()
        self.refused.setAccessibleName("没有学的文件")
        self.progress.setAccessibleName("进度")
        self.progress.setTextVisible(False)
        for button in (self.add_files, self.add_folder, self.forget, self.cancel, self.close_button):
            button.setAutoDefault(False)
        self.close_button.setMinimumWidth(ANSWER_WIDTH)

    def _table_or_nothing(self) -> QStackedWidget:
        empty = QLabel(_EMPTY)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        set_kind(empty, "muted")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(empty)
        return self._pages

    def _connect(self) -> None:
        self.add_files.clicked.connect(lambda *_: self._choose_files())
        self.add_folder.clicked.connect(lambda *_: self._choose_folder())
        self.forget.clicked.connect(lambda *_: self.forget_wanted.emit(self.table.chosen()))
        self.cancel.clicked.connect(lambda *_: self.cancelled.emit())
        self.close_button.clicked.connect(lambda *_: self.reject())
        self.table.learned_switched.connect(self.learned_switched)
        self.table.itemSelectionChanged.connect(self._selected)


def _line(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None is the space between them."""
    line = QHBoxLayout()
    line.setSpacing(SPACE[1])
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return line
