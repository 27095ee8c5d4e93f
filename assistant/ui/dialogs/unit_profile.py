"""单位资料: who reports, filled in once, used in every report."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.checks.switches import RuleBook
from assistant.document.context import Unit
from assistant.text.characters import clean
from assistant.text.months import month_in_words
from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.fields import CalmSpinBox
from assistant.ui.theme import SPACE, set_kind

YEARS = (2012, 2099)
_BETWEEN = re.compile(r"[、，,；;\n]+")
_MOST = 60
_WIDTH = 620
_LABEL = 160

_FIELDS = (
    ("name", "单位全称(&U)", "例如：青石镇党委"),
    ("short_name", "单位简称(&J)", "例如：青石镇"),
    ("person", "书记姓名(&N)", "例如：李明"),
    ("post", "职务(&P)", "例如：党委书记"),
    ("superior", "上级党组织(&S)", "例如：青山县委"),
    ("other_names", "其他可以出现的名称(&T)", "曾用名、另一块牌子、下属单位，用顿号隔开"),
)
_LATEST = (
    ("latest_plenum", "最近的全会(&M)", "例如：党的二十届五中全会"),
    ("latest_campaign", "最近的集中教育(&E)", "例如：学习教育的全称"),
    ("latest_plan", "现行的规划(&G)", "例如：“十五五”规划"),
)


class UnitProfileDialog(QDialog):
    """A form; nothing in it has to be filled, nothing changes before 确定."""

    def __init__(self, preset: Unit, year: int, usual_year: int, parent: QWidget | None = None) -> None:
        """`year` is the report year wanted, 0 for the usual one, which is `usual_year` today."""
        super().__init__(parent)
        self.setWindowTitle("单位资料")
        self.lines: dict[str, QLineEdit] = {}
        self.year = CalmSpinBox()
        self.year.setRange(YEARS[0] - 1, YEARS[1])
        self.year.setSuffix(" 年度")
        self.year.setSpecialValueText(f"按日期定（现在是 {usual_year} 年度）")
        self.year.setValue(year)
        self.year.setAccessibleName("述职年度")
        self.accept_button, self.cancel = QPushButton("确定"), QPushButton("取消")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(_note("填一次，以后的稿子都用：补进稿子里的空，核对有没有写成别的单位。只存在这台电脑上。"))
        form = self._form(_FIELDS, preset)
        form.addRow(_label("述职年度(&Y)", self.year), self.year)
        column.addLayout(form)
        column.addSpacing(SPACE[0])
        column.addWidget(_heading("比提法数据新的会议和提法"))
        self.updated = _note("")
        self.show_updated("")
        column.addWidget(self.updated)
        column.addLayout(self._form(_LATEST, preset))
        column.addStretch(1)
        column.addLayout(answer_line(self, self.accept_button, self.cancel))
        self.setMinimumWidth(_WIDTH)
        self.lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_book(self, book: RuleBook) -> None:
        """Say what a rule book says of the dated data."""
        self.show_updated(book.updated)

    def show_updated(self, month: str) -> None:
        """Say up to which month (2026-03) the dated data was kept; empty where that is not known yet."""
        until = f"提法数据截至 {month_in_words(month)}。" if month else ""
        self.updated.setText(f"{until}此后的全会、集中教育和规划填在这里，就不会当成写错。")

    def value(self) -> tuple[Unit, int]:
        """Return the unit as the form has it now, and the report year, 0 for the usual one."""
        said = {name: clean(line.text()).strip() for name, line in self.lines.items()}
        others = tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(said.pop("other_names")) if part.strip()))
        year = self.year.value()
        return Unit(other_names=others, **said), year if year >= YEARS[0] else 0

    def _form(self, rows: tuple[tuple[str, str, str], ...], preset: Unit) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE[2])
        form.setVerticalSpacing(SPACE[1])
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label, example in rows:
            known = getattr(preset, name)
            line = QLineEdit("、".join(known) if isinstance(known, tuple) else known)
            line.setPlaceholderText(example)
            line.setAccessibleName(label.partition("(")[0])
            line.setMaxLength(_MOST if name != "other_names" else 4 * _MOST)
            self.lines[name] = line
            form.addRow(_label(label, line), line)
        return form


def _label(words: str, field: QWidget) -> QLabel:
    """Return a label as wide as those of the other form, so that all fields stand in one line."""
    label = QLabel(words)
    label.setBuddy(field)
    label.setMinimumWidth(_LABEL)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    set_kind(label, "strong")
    return label


def _note(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    set_kind(label, "small")
    return label
