"""The chosen finding in full: what, why, on what basis, and the buttons that settle it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.checks.rule import Finding, Fix
from assistant.ui.models.findings_rows import (
    FindingRow,
    RowKind,
    is_word,
    replacement,
    safe_fixes,
    shortened,
    visible,
    words,
)
from assistant.ui.panels.drawing import LEVEL_COLOURS
from assistant.ui.panels.flow_layout import FlowLayout
from assistant.ui.theme import set_kind

_SIGNS = {"error": "✕", "suspect": "？", "hint": "i"}
_MOST = 3


class FindingCard(QFrame):
    """Shows one row of findings; its signals say which button was pressed."""

    fixes_chosen = Signal(tuple)
    ignored = Signal(object)
    rule_disabled = Signal(str)
    word_allowed = Signal(str)
    section_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "foot")
        self.setAccessibleName("选中的问题")
        self._head, self._change, self._message, self._source = (QLabel(self) for _ in range(4))
        for label, kind in ((self._change, "strong"), (self._message, ""), (self._source, "small")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            set_kind(label, kind)
        self._buttons = FlowLayout(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(4)
        for label in (self._head, self._change, self._message, self._source):
            box.addWidget(label)
        box.addSpacing(4)
        box.addLayout(self._buttons)
        self._row: FindingRow | None = None
        self.hide()

    def show_row(self, row: FindingRow | None) -> None:
        """Show a finding or a rule that fires often; nothing for a heading or None."""
        if row is not None and row.kind not in (RowKind.FINDING, RowKind.OFTEN):
            row = None
        if row == self._row:
            return
        held = next((button.text() for button in self.buttons() if button.hasFocus()), None)
        self._row = row
        if row is not None:
            self._fill(row)
        self.setVisible(row is not None)
        if held is not None and row is not None:  # the keyboard stays on the same button from one finding to the next
            same = [button for button in self.buttons() if button.text() == held] or self.buttons()
            same[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons in their order, the safest first."""
        items = [self._buttons.itemAt(i) for i in range(self._buttons.count())]
        return [item.widget() for item in items if item is not None] if self._row else []

    def _fill(self, row: FindingRow) -> None:
        finding, many = row.first, row.kind == RowKind.OFTEN
        role = LEVEL_COLOURS[row.level]
        set_kind(self._head, role)
        self._head.setText(f"{_SIGNS[role]} {row.level.label} · {row.category}")
        new = shortened(replacement(finding) or "")
        change = f"全文 {len(row.findings)} 处" if many else shortened(words(finding)) + (f"  →  {new}" if new else "")
        self._change.setText(change)
        self._message.setText(finding.message)
        self._source.setText(f"依据：{finding.source}")
        self._source.setVisible(bool(finding.source))
        self._clear()
        if many:
            self._many_buttons(row)
        else:
            self._one_buttons(finding)

    def _one_buttons(self, finding: Finding) -> None:
        labels = [fix.label for fix in finding.fixes]
        for fix in finding.fixes[:_MOST]:
            self._fix_button(fix, finding, alike=labels.count(fix.label) > 1)
        if finding.span is None and finding.role is not None:
            role, report = finding.role, finding.report
            self._button("补上", lambda: self.section_wanted.emit(role, report), "primary")
        self._button("忽略", lambda: self.ignored.emit(finding), tip="这一处不再提示")
        if is_word(finding):
            self._button("加入词库", lambda: self.word_allowed.emit(finding.text), "quiet", "这个词以后都不再提示")
        self._button("不再提示此类", lambda: self.rule_disabled.emit(finding.rule), "quiet", "这条规则以后都不再提示")

    def _many_buttons(self, row: FindingRow) -> None:
        fixes = safe_fixes(row.findings)
        if fixes:
            self._button(f"全部采纳 {len(fixes)} 处", lambda: self.fixes_chosen.emit(fixes), "primary")
        self._button("本单位习惯，不再提示", lambda: self.rule_disabled.emit(row.first.rule))

    def _fix_button(self, fix: Fix, finding: Finding, *, alike: bool) -> None:
        new = None if fix.replacement is None else visible(fix.replacement) or "删去"
        label = f"{fix.label}“{new}”" if alike and new else fix.label
        if not label.startswith("采纳"):  # the word users know, and short: 改为“部署” → 采纳“部署”
            label = f"采纳{label[2:]}" if label.startswith("改为") else f"采纳：{label}"
        tip = f"{words(finding)} → {new}" if new else ""
        first = fix is finding.fixes[0]
        self._button(label, lambda: self.fixes_chosen.emit((fix,)), "primary" if first else "", tip)

    def _button(self, text: str, act: object, kind: str = "", tip: str = "") -> None:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{text}：{tip}" if tip else text)
        button.setToolTip(tip)
        set_kind(button, kind)
        button.clicked.connect(lambda _=False: act())
        self._buttons.addWidget(button)
        button.show()

    def _clear(self) -> None:
        while item := self._buttons.takeAt(0):
            item.widget().hide()
            item.widget().deleteLater()
