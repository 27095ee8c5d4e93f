"""按通知定要求: what this year's notice demands, entered in the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from assistant.document.requirements import Item, Requirements
from assistant.template.notice import read_notice
from assistant.template.report import ReportTemplate
from assistant.text.characters import clean
from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.dialogs.limits import Limits
from assistant.ui.dialogs.notice_items import NoticeItems
from assistant.ui.dialogs.section_picker import SectionPicker
from assistant.ui.theme import SPACE, set_kind

_LIMITS = ("least", "most", "minutes", "problems", "share", "figures", "deadline")
_SIZE = (740, 560)
UNKEPT = "填的还没有记下；再按一次“取消”就不要了。"


class RequirementsDialog(QDialog):
    """Two tabs: sections and limits, and what must be written. Nothing changes before 确定."""

    def __init__(
        self,
        kind: ReportTemplate,
        others: Sequence[ReportTemplate],
        preset: Requirements,
        parent: QWidget | None = None,
        *,
        heading: str = "",
        told: Callable[[Item], bool] | None = None,
    ) -> None:
        """`kind` is the report's, `others` lend sections; `heading` says whose notice; `told`: the text has an item."""
        super().__init__(parent)
        self.setWindowTitle("通知要求")
        self._kind = kind
        self.sections = SectionPicker(kind, others)
        self.limits = Limits()
        roles = [(section.role, section.name) for section in kind.sections if section.title]
        self.items = NoticeItems(roles, told)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("通知要求")
        self.tabs.addTab(self._first_tab(), "部分和篇幅")
        self.tabs.addTab(self.items, "必写内容")
        self.trouble = QLabel()
        set_kind(self.trouble, "error")
        self.accept_button = QPushButton("确定")
        self.reset_button = QPushButton("恢复默认(&O)")
        self._lay_out(heading)
        self.limits.changed.connect(self._check)
        self.items.pasted.connect(self._read)
        self.fill(preset)
        self._preset = self.value()
        self.resize(*_SIZE)
        self.sections.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, heading: str) -> None:
        note = QLabel(f"{heading}通知怎么要求就怎么填，没有要求的不用管；填了的才会核对，都只作提示。")
        note.setWordWrap(True)
        set_kind(note, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[1])
        column.addWidget(note)
        column.addWidget(self.tabs, 1)
        column.addSpacing(SPACE[1])
        column.addLayout(self._answers())

    def fill(self, requirements: Requirements) -> None:
        """Show these requirements."""
        self.sections.set_demands(requirements.sections)
        self.limits.fill(requirements)
        self.items.set_items(requirements.items)
        self.items.summary.clear()
        self._check()

    def value(self) -> Requirements:
        """Return the requirements as the form has them now."""
        return self.limits.over(Requirements(sections=self.sections.demands(), items=self.items.items()))

    @classmethod
    def ask(
        cls,
        kind: ReportTemplate,
        others: Sequence[ReportTemplate],
        preset: Requirements,
        parent: QWidget | None = None,
        *,
        heading: str = "",
        told: Callable[[Item], bool] | None = None,
    ) -> Requirements | None:
        """Show the form and wait; None if the user changes their mind."""
        dialog = cls(kind, others, preset, parent, heading=heading, told=told)
        try:
            return dialog.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def reject(self) -> None:
        """Leave all as it was; where much may have been entered, only when asked twice: nothing brings it back."""
        unread = self.items.paste.toPlainText().strip()
        if self._warned or (self.value() == self._preset and not unread):
            super().reject()
            return
        self._warned = True
        self.trouble.setText(UNKEPT)

    def _read(self, text: str) -> None:
        """Take limits and items out of a pasted notice, and say what was found."""
        found = read_notice(clean(text), self._kind)
        usual = Requirements()
        stated = [name for name in _LIMITS if getattr(found, name) != getattr(usual, name)]
        if stated:
            self.limits.fill(replace(self.value(), **{name: getattr(found, name) for name in stated}))
        new = self.items.add_items(found.items)
        said = [f"整理出 {new} 条" if new else "没有整理出新的内容"]
        if stated:
            said.append(f"按通知填好了{'、'.join(_NAMES[name] for name in stated)}，在“部分和篇幅”里")
        self.items.summary.setText("；".join(said) + "。")

    def _check(self) -> None:
        self._warned = False
        trouble = self.limits.trouble()
        self.trouble.setText(trouble)
        self.accept_button.setEnabled(not trouble)

    def _first_tab(self) -> QWidget:
        page = QWidget()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, title, widget, stretch in (
            (left, "要写哪些部分，按什么顺序", self.sections, 1),
            (right, "篇幅和报送", self.limits, 0),
        ):
            label = QLabel(title)
            set_kind(label, "strong")
            column.setSpacing(SPACE[1])
            column.addWidget(label)
            column.addWidget(widget, stretch)
        right.addStretch(1)
        line = QHBoxLayout(page)
        line.setContentsMargins(0, SPACE[2], 0, 0)
        line.setSpacing(SPACE[4])
        line.addLayout(left, 1)
        line.addLayout(right, 1)
        return page

    def _answers(self) -> QHBoxLayout:
        self.reset_button.setToolTip("各项都恢复成没有通知要求时的样子，按“确定”才生效")
        self.reset_button.setAutoDefault(False)
        self.reset_button.clicked.connect(lambda _=False: self.fill(Requirements(speed=self.limits.speed.value())))
        return answer_line(self, self.accept_button, left=(self.reset_button, self.trouble))


_NAMES = {
    "least": "字数下限",
    "most": "字数上限",
    "minutes": "时间",
    "problems": "问题条数",
    "share": "占比",
    "figures": "数据要求",
    "deadline": "截止日期",
}
