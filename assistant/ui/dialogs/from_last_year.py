"""Asks which report is last year's and which year the new one is about."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QWidget

from assistant.ui.dialogs.new_report import YEARS
from assistant.ui.dialogs.short_form import fields, lay_out
from assistant.ui.elided import ElidedLabel
from assistant.ui.fields import CalmSpinBox
from assistant.ui.theme import SPACE, set_kind

FILTER = "往年的报告 (*.docx *.docm *.dotx *.dotm *.doc *.dot *.wps *.wpt *.txt);;所有文件 (*)"
_NOTE = (
    "另起一份新稿：标题和开头的年度先改好，其余照旧；要改的年份、数字、活动、会议和提法逐处列出，"
    "去年的打算逐条核对，沿用未改的句子做上记号。去年的文件一个字节也不动。"
)


@dataclass(frozen=True, slots=True)
class FromLastYear:
    """Last year's file, and the year the new report is about."""

    path: Path
    year: int


class FromLastYearDialog(QDialog):
    """A file and a year."""

    def __init__(self, path: Path | None, folder: Path, year: int, parent: QWidget | None = None) -> None:
        """`path` is chosen already or None; `folder` is where choosing begins."""
        super().__init__(parent)
        self.setWindowTitle("从去年的报告开始")
        self._path, self._folder = path, folder
        self.name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self.name.setMinimumWidth(220)
        self.choose = QPushButton("选择文件(&O)…")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.year = CalmSpinBox()
        self.year.setRange(*YEARS)
        self.year.setSuffix(" 年度")
        self.year.setValue(year)
        self.year.setAccessibleName("新稿的述职年度")
        file = QHBoxLayout()
        file.setSpacing(SPACE[1])
        file.addWidget(self.name, 1)
        file.addWidget(self.choose)
        form = fields(SPACE[2])
        form.setVerticalSpacing(SPACE[2])
        form.addRow("去年的报告", file)
        form.addRow("新稿述的是(&Y)", self.year)
        self.begin = QPushButton("开始")
        lay_out(self, form, _NOTE, self.begin, width=520)
        self._show_path()

    def value(self) -> FromLastYear | None:
        """Return what was chosen, None while there is no file."""
        return None if self._path is None else FromLastYear(self._path, self.year.value())

    @classmethod
    def ask(cls, path: Path | None, folder: Path, year: int, parent: QWidget | None = None) -> FromLastYear | None:
        """Show the form and wait; None if the user changes their mind."""
        dialog = cls(path, folder, year, parent)
        try:
            return dialog.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "选择去年的报告", str(self._folder), FILTER)
        if name:
            self._path = Path(name)
            self._folder = self._path.parent
            self._show_path()
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_path(self) -> None:
        chosen = self._path is not None
        self.name.setText(self._path.name if self._path is not None else "还没有选择")
        self.name.setToolTip(str(self._path) if chosen else "")
        set_kind(self.name, "strong" if chosen else "muted")
        self.begin.setEnabled(chosen)
