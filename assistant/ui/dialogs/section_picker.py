"""The sections a notice wants: tick them, and put them in its order."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.document.requirements import SectionDemand
from assistant.template.report import ReportTemplate, SectionTemplate
from assistant.ui.theme import ROW, SPACE

_ROLE = Qt.ItemDataRole.UserRole


class SectionPicker(QWidget):
    """A list with a box for every section; moved by buttons, Alt and arrow keys, or the mouse."""

    def __init__(self, kind: ReportTemplate, others: Sequence[ReportTemplate], parent: QWidget | None = None) -> None:
        """Offer the sections of a kind, and behind them, unticked, those only `others` have."""
        super().__init__(parent)
        self._sections = {section.role: section for section in kind.sections}
        self._usual = [SectionDemand(section.role, section.need) for section in kind.sections]
        for other in others:
            for section in other.sections:
                if section.role not in self._sections:
                    self._sections[section.role] = section
                    self._usual.append(SectionDemand(section.role, "optional"))
        self.list = QListWidget()
        self.list.setAccessibleName("通知要求的部分")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.up, self.down = QPushButton("上移(&U)"), QPushButton("下移(&D)")
        for button, step, keys in ((self.up, -1, "Alt+Up"), (self.down, 1, "Alt+Down")):
            button.setAutoDefault(False)
            button.setToolTip(f"{'上' if step < 0 else '下'}移所选的部分（{keys}）")
            button.clicked.connect(lambda _=False, by=step: self.move_by(by))
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(lambda by=step: self.move_by(by))
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        line.addWidget(self.up)
        line.addWidget(self.down)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        column.addWidget(self.list, 1)
        column.addLayout(line)
        self.list.currentRowChanged.connect(self._check)
        self.set_demands(())

    def set_demands(self, demands: Sequence[SectionDemand]) -> None:
        """Show these demands; none of them: as the kind has it."""
        known = [demand for demand in demands if demand.role in self._sections]
        named = {demand.role for demand in known}
        self.list.clear()
        for demand in (*known, *(usual for usual in self._usual if usual.role not in named)):
            self.list.addItem(_item(self._sections[demand.role], ticked=demand.need != "optional"))
        self.list.setCurrentRow(0)

    def demands(self) -> tuple[SectionDemand, ...]:
        """Return what is demanded, in order; empty where all is as the kind has it anyway."""
        found = tuple(self._demand(self.list.item(row)) for row in range(self.list.count()))
        return () if found == tuple(self._usual) else found

    def move_by(self, step: int) -> None:
        """Move the chosen section up (-1) or down (1); nothing at the end of the list."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)

    def _demand(self, item: QListWidgetItem) -> SectionDemand:
        role = item.data(_ROLE)
        if item.checkState() != Qt.CheckState.Checked:
            return SectionDemand(role, "optional")
        usual = next(demand.need for demand in self._usual if demand.role == role)
        return SectionDemand(role, "required" if usual == "optional" else usual)

    def _check(self, row: int) -> None:
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)


def _item(section: SectionTemplate, *, ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(section.name)
    item.setData(_ROLE, section.role)
    item.setSizeHint(QSize(0, ROW))
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled
        | Qt.ItemFlag.ItemIsSelectable
        | Qt.ItemFlag.ItemIsUserCheckable
        | Qt.ItemFlag.ItemIsDragEnabled
    )
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item
