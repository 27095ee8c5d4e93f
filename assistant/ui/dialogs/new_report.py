"""Asks what a new report is about: kind, unit, post, person, year."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPushButton, QWidget

from assistant.document.context import Unit
from assistant.ui.dialogs.short_form import fields, lay_out
from assistant.ui.fields import CalmComboBox, CalmSpinBox
from assistant.ui.panels.start_page import KindCard
from assistant.ui.theme import SPACE

_ABOUT = "不填也能建立：空着的地方会在稿子里标成待填，按 F11 逐个补上。"
YEARS = (2012, 2099)
"""Years one can choose; reports of this kind are asked for since 2012's congress."""


@dataclass(frozen=True, slots=True)
class NewReport:
    """What the user wants to write: kind of report, who reports, the year reported on."""

    kind: str
    year: int
    unit: Unit = field(default_factory=Unit)


class NewReportDialog(QDialog):
    """A short form; nothing in it has to be filled, what stays empty becomes a blank in the text."""

    def __init__(self, kinds: tuple[KindCard, ...], preset: NewReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("新建述职稿")
        self._kinds = kinds
        self._short_name = (preset.unit.name, preset.unit.short_name)
        self.kind = CalmComboBox()
        for kind in kinds:
            self.kind.addItem(kind.title, kind.id)
        self.kind.setCurrentIndex(max(0, self.kind.findData(preset.kind)))
        self.kind.view().setAccessibleName("文种")
        self.unit = _line(preset.unit.name, "例如：青石镇党委")
        self.post = _line(preset.unit.post, "例如：党委书记")
        self.person = _line(preset.unit.person, "可以不填")
        self.year = CalmSpinBox()
        self.year.setRange(*YEARS)
        self.year.setSuffix(" 年度")
        self.year.setValue(preset.year)
        lay_out(self, self._form(), _ABOUT, QPushButton("建立"), width=460)
        (self.unit if not self.unit.text() else self.year).setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> NewReport:
        """Return what the form says now."""
        name = self.unit.text().strip()
        known, short = self._short_name
        unit = Unit(
            name=name,
            short_name=short if name == known else "",  # the short name of another unit would be wrong
            post=self.post.text().strip(),
            person=self.person.text().strip(),
        )
        return NewReport(self.kind.currentData(), self.year.value(), unit)

    @classmethod
    def ask(cls, kinds: tuple[KindCard, ...], preset: NewReport, parent: QWidget | None = None) -> NewReport | None:
        """Show the form and wait; None if the user changes their mind."""
        dialog = cls(kinds, preset, parent)
        try:
            return dialog.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def _form(self) -> QFormLayout:
        form = fields()
        form.setVerticalSpacing(SPACE[2])
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows = (
            ("文种(&K)", self.kind, "文种"),
            ("单位全称(&U)", self.unit, "单位全称"),
            ("职务(&P)", self.post, "职务"),
            ("姓名(&N)", self.person, "姓名"),
            ("述职年度(&Y)", self.year, "述职年度"),
        )
        for label, field_widget, name in rows:
            field_widget.setAccessibleName(name)
            form.addRow(label, field_widget)
        return form


def _line(text: str, example: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(example)
    line.setMaxLength(60)
    return line
