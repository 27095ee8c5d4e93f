"""雷同检查: which sentences stand in other reports too, each beside its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.document.block import Document
from assistant.reuse.overlap import Overlap, shared
from assistant.ui.elided import ElidedLabel
from assistant.ui.models.overlap_rows import OverlapModel, OverlapRow, overlap_rows, sources, summary
from assistant.ui.panels.overlap_painter import OverlapPainter
from assistant.ui.panels.passage import Passage
from assistant.ui.panels.row_tree import RowTree
from assistant.ui.theme import SPACE, Theme, set_kind

_HINT = "逐句比对 13 个字以上连着相同的文字，全程在本机。选好和什么比，按“开始”。"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to compare with: the past reports kept here, last year's file, a folder."""

    past: bool
    last_year: bool
    folder: Path | None


class OverlapDialog(QDialog):
    """Stays open beside the text. `wanted` asks to compare, `cancelled` to stop, `place_chosen` (Span) for a place."""

    wanted = Signal(object)
    cancelled = Signal()
    place_chosen = Signal(object)
    jumped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("雷同检查")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._theme = theme
        self._folder: Path | None = None
        self.past, self.last_year, self.folder = QCheckBox(), QCheckBox(), QCheckBox("文件夹")
        self.folder_name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.choose = QPushButton("选择文件夹(&O)…")
        self.start = QPushButton("开始(&S)")
        self.progress = QProgressBar()
        self._told, self._most = QLabel(_HINT), QLabel()
        self._model = OverlapModel(self)
        self.tree = RowTree(self._model, OverlapPainter(theme), lambda _row: True, self)
        self.ours, self.theirs = Passage("本稿"), Passage("来源")
        self.jump = QPushButton("到正文里看(&G)")
        self._busy = False
        self._build()
        self.resize(900, 560)

    def offer(self, past: int, last_year: str) -> None:
        """Offer what there is to compare with: so many past reports, last year's file by its name (empty: none)."""
        self.past.setText(f"往年报告 {past} 份" if past else "往年报告（文稿库里还没有）")
        self.past.setEnabled(past > 0)
        self.past.setChecked(past > 0)
        self.last_year.setText(f"去年的文件“{last_year}”")
        self.last_year.setVisible(bool(last_year))
        self.last_year.setChecked(bool(last_year))
        self._weigh()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of the files have been read; the button stops it."""
        self._busy = True
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()
        self.start.setText("取消(&C)")
        self._told.setText(f"正在比对，{done} / {total} 份…" if total else "正在比对…")
        self._weigh()

    def end_progress(self, words: str = "") -> None:
        """Show that nothing is going on any more, and why, if something went wrong."""
        self._busy = False
        self.progress.hide()
        self.start.setText("开始(&S)")
        self._told.setText(words or _HINT)
        self._weigh()

    def show_found(self, document: Document, found: Overlap, count: int, complaints: Sequence[str]) -> None:
        """Show what was found in a document compared with so many others."""
        self.end_progress(summary(found, count))
        unread = f"{len(complaints)} 份没能读：{complaints[0]}" if complaints else ""
        self._most.setText("\n".join(part for part in (sources(found), unread) if part))
        self._most.setVisible(bool(self._most.text()))
        rows = overlap_rows(document, found)
        self._model.set_rows(rows)
        if rows:
            self.tree.setCurrentIndex(self._model.index(0, 0))
        self._show_current()
        if rows:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def told(self) -> str:
        """The sentence that says what is going on, or what was found."""
        return self._told.text()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._theme = theme
        self.tree.itemDelegate().painter.theme = theme
        self.tree.viewport().update()
        self._show_current()

    def reject(self) -> None:
        """Stop what is going on before closing."""
        if self._busy:
            self.cancelled.emit()
        super().reject()

    def _show_current(self) -> None:
        row = self.tree.current_row()
        self.jump.setEnabled(row is not None)
        for passage in (self.ours, self.theirs):
            passage.setVisible(row is not None)
        if row is None:
            return
        same = row.same
        mark = self._theme.blank
        self.ours.show_text("本稿", same.text, shared(same.text, same.source.text), mark)
        self.theirs.show_text(row.source, same.source.text, shared(same.source.text, same.text), mark)

    def _go(self, row: OverlapRow | None) -> None:
        if row is not None:
            self.jumped.emit(row.span)

    def _press(self) -> None:
        if self._busy:
            self.cancelled.emit()
            return
        folder = self._folder if self.folder.isChecked() else None
        last_year = self.last_year.isChecked() and not self.last_year.isHidden()
        self.wanted.emit(Wanted(self.past.isChecked() and self.past.isEnabled(), last_year, folder))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "和哪个文件夹里的稿子比", str(self._folder or Path.home()))
        if chosen:
            self.set_folder(Path(chosen))

    def set_folder(self, folder: Path) -> None:
        """Compare with the files of a folder too."""
        self._folder = folder
        self.folder_name.setText(str(folder))
        self.folder.setEnabled(True)
        self.folder.setChecked(True)
        self._weigh()

    def _weigh(self) -> None:
        chosen = self.folder.isChecked() and self._folder is not None
        last = self.last_year.isChecked() and not self.last_year.isHidden()
        past = self.past.isChecked() and self.past.isEnabled()
        self.start.setEnabled(self._busy or chosen or last or past)
        for box in (self.past, self.last_year, self.folder, self.choose):
            box.setDisabled(self._busy or (box is self.folder and self._folder is None) or not self._may(box))

    def _may(self, box: QWidget) -> bool:
        return box is not self.past or "还没有" not in self.past.text()

    # ---- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for box in (self.past, self.last_year, self.folder):
            box.toggled.connect(self._weigh)
        self.folder.setEnabled(False)
        self.folder_name.setText("还没有选择")
        set_kind(self.folder_name, "muted")
        set_kind(self.start, "primary")
        set_kind(self._most, "small")
        self._told.setWordWrap(True)
        self._most.setWordWrap(True)
        self._most.hide()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("进度")
        self.progress.hide()
        self.tree.setAccessibleName("相同的句子")
        self.tree.setIndentation(0)
        self.tree.setRootIsDecorated(False)
        self.tree.moved.connect(lambda row: self.place_chosen.emit(row.span))
        self.tree.picked.connect(lambda row: self.place_chosen.emit(row.span))
        self.tree.opened.connect(self._go)
        self.tree.turned.connect(self._show_current)
        self.choose.clicked.connect(self._ask_folder)
        self.start.clicked.connect(self._press)
        self.jump.clicked.connect(lambda: self._go(self.tree.current_row()))
        for button in (self.choose, self.start, self.jump):
            button.setAutoDefault(False)
        self._arrange()
        self._show_current()

    def _arrange(self) -> None:
        what, folder, told, pair, foot = (QHBoxLayout() for _ in range(5))
        for line in (what, folder, told, pair, foot):
            line.setSpacing(SPACE[2])
        for box in (self.past, self.last_year):
            what.addWidget(box)
        what.addStretch(1)
        folder.addWidget(self.folder)
        folder.addWidget(self.folder_name, 1)
        folder.addWidget(self.choose)
        folder.addWidget(self.start)
        told.addWidget(self._told, 1)
        told.addWidget(self.progress)
        pair.addWidget(self.ours, 1)
        pair.addWidget(self.theirs, 1)
        foot.addStretch(1)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(self.jump)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[1])
        for part in (what, folder, told):
            column.addLayout(part)
        column.addWidget(self._most)
        column.addWidget(self.tree, 1)
        column.addLayout(pair)
        column.addLayout(foot)
