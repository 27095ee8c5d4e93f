"""The numbers of a notice: 字数, 分钟, 问题条数, 占比, 截止日期, 报送命名."""

import re
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from assistant.document.requirements import Requirements
from assistant.ui.fields import CalmSpinBox
from assistant.ui.theme import SPACE

_DATE = re.compile(r"(20[0-9]{2})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*日?\s*(?:之?前|以前|截止)?")
_WORDS, _STEP = 20_000, 100
NO_DATE = "截止日期没有看懂，请写成 2026-01-15 这样。"
CROSSED = "字数的下限比上限大，请改一下。"


class Limits(QWidget):
    """A form of limits; 0 shows as 不限. `changed` after every change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least, self.most = _spin(_WORDS, " 字", _STEP), _spin(_WORDS, " 字", _STEP)
        self.minutes, self.speed = _spin(120, " 分钟"), _spin(400, " 字/分", 10)
        self.speed.setMinimum(80)
        self.speed.setSpecialValueText("")
        self.problems, self.share = _spin(20, " 条"), _spin(90, " %", 5)
        self.share.setPrefix("不少于 ")
        self.figures = QCheckBox("主要工作要有数据(&F)")
        self.deadline, self.naming = QLineEdit(), QLineEdit()
        self.deadline.setPlaceholderText("例如：2026-01-15")
        self.naming.setPlaceholderText("例如：单位+姓名+述职报告")
        self.naming.setMaxLength(80)
        self.deadline.setMaxLength(20)
        self._lay_out()
        for box in (self.least, self.most, self.minutes, self.speed, self.problems, self.share):
            box.valueChanged.connect(lambda _: self._check())
        self.deadline.textChanged.connect(lambda _: self._check())

    def trouble(self) -> str:
        """Return what is wrong with the form in one sentence, empty where it is fine."""
        if self.most.value() and self.least.value() > self.most.value():
            return CROSSED
        return NO_DATE if self._date() is None else ""

    def fill(self, requirements: Requirements) -> None:
        """Show these limits."""
        for name in ("least", "most", "minutes", "speed", "problems", "share"):
            getattr(self, name).setValue(getattr(requirements, name))
        self.figures.setChecked(requirements.figures)
        self.deadline.setText(requirements.deadline)
        self.naming.setText(requirements.naming)

    def over(self, requirements: Requirements) -> Requirements:
        """Return requirements with the limits of the form."""
        return replace(
            requirements,
            least=self.least.value(),
            most=self.most.value(),
            minutes=self.minutes.value(),
            speed=self.speed.value(),
            problems=self.problems.value(),
            share=self.share.value(),
            figures=self.figures.isChecked(),
            deadline=self._date() or "",
            naming=self.naming.text().strip(),
        )

    def _date(self) -> str | None:
        """Return the date as ISO text, empty for none, None where it can't be read."""
        text = self.deadline.text().strip()
        found = _DATE.fullmatch(text)
        if not text or found is None:
            return "" if not text else None
        try:
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        except ValueError:
            return None

    def _check(self) -> None:
        self.deadline.setProperty("wrong", self._date() is None)
        self.deadline.style().unpolish(self.deadline)
        self.deadline.style().polish(self.deadline)
        self.changed.emit()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(SPACE[3])
        form.setVerticalSpacing(SPACE[1])
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, name, box in (
            ("字数不少于(&L)", "字数不少于", self.least),
            ("字数不超过(&B)", "字数不超过", self.most),
            ("讲完不超过(&T)", "讲完不超过", self.minutes),
            ("讲话速度(&S)", "讲话速度", self.speed),
            ("问题不少于(&P)", "问题不少于", self.problems),
        ):
            box.setAccessibleName(name)
            form.addRow(label, box)
        self.share.setAccessibleName("问题和打算占全文不少于")
        form.addRow("问题和打算占(&H)", self.share)
        form.addRow("", self.figures)
        self.deadline.setAccessibleName("截止日期")
        self.naming.setAccessibleName("报送命名")
        form.addRow("截止日期(&E)", self.deadline)
        form.addRow("报送命名(&N)", self.naming)


def _spin(most: int, suffix: str, step: int = 1) -> CalmSpinBox:
    box = CalmSpinBox()
    box.setRange(0, most)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setSpecialValueText("不限")
    box.setGroupSeparatorShown(True)
    return box
