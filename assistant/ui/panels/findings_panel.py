"""检查: what the rules object to, calm at first sight, each with its reason and one click to settle it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.checks.rule import CLASSES, Finding, Level
from assistant.ui.boxes import packed
from assistant.ui.models.findings_model import FindingsModel
from assistant.ui.models.findings_rows import FindingRow, RowKind, finding_rows, key_of, readable, safe_fixes
from assistant.ui.overriding import override
from assistant.ui.panels.finding_card import FindingCard
from assistant.ui.panels.findings_rows_painter import FindingRowPainter
from assistant.ui.panels.tree_and_card import TreeAndCard
from assistant.ui.theme import ROW, Theme, set_kind


class FindingsPanel(TreeAndCard[FindingRow, FindingCard]):
    """Shows findings and tells what the user decides; changes nothing itself.

    `finding_chosen` (Finding) asks to show its place in the text; `fix_requested` (tuple of Fix) to apply fixes as one
    step; `ignore_requested` (Finding), `rule_disabled` (rule id) and `word_allowed` (word) to be quiet from now on;
    `section_wanted` (role, number of the report) to put in a missing section; `full_check_requested` to show more than
    必错.
    """

    finding_chosen = Signal(object)
    fix_requested = Signal(tuple)
    ignore_requested = Signal(object)
    rule_disabled = Signal(str)
    word_allowed = Signal(str)
    section_wanted = Signal(str, int)
    full_check_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            FindingRowPainter(theme), FindingsModel, lambda row: row.kind != RowKind.OFTEN, FindingCard, parent
        )
        self._findings: tuple[Finding, ...] = ()
        self._texts: Mapping[str, str] | None = None
        self._checked: tuple[str, ...] | None = None
        self._errors_only = True
        self._title, self._rest = QLabel(self), QLabel(self)
        self.take_all, self.check = QPushButton("采纳必错", self), QPushButton("校对", self)
        self._foot = QFrame(self)
        self._build()
        self._refresh()

    def show_findings(
        self, findings: Iterable[Finding], checked: Iterable[str] = CLASSES, texts: Mapping[str, str] | None = None
    ) -> None:
        """Show the open findings.

        `checked` are the classes that were looked for, told when nothing was found; none: that is still going on.
        `texts` are the texts of the blocks by id, from which short words get a little context.
        """
        self._findings, self._checked, self._texts = tuple(findings), tuple(checked), texts
        self._refresh()

    def set_mode(self, *, errors_only: bool) -> None:
        """Show 必错 only (a file just opened) or everything (after 校对)."""
        if errors_only != self._errors_only:
            self._errors_only = errors_only
            self._refresh()

    def select(self, finding: Finding) -> None:
        """Choose a finding because the text did; tells nobody."""
        key = key_of(finding, self._shown())
        if key:
            self.tree.show_row(key)
            self._show_card()

    def _shown(self) -> tuple[Finding, ...]:
        return tuple(f for f in self._findings if f.level == Level.ERROR or not self._errors_only)

    def _refresh(self) -> None:
        shown = self._shown()
        rows = finding_rows(shown, self._texts)
        rows = rows[0].children if rows and self._errors_only else rows
        onward = self._put_rows(rows, readable(rows))
        rest = len(self._findings) - len(shown)
        many = f"必错 {len(shown)} 处" if self._errors_only else f"共 {len(shown)} 处"
        none = "没有必错" if self._errors_only else "没有待处理的问题"
        self._title.setText(many if shown else none if self._checked is not None else "检查")
        fixes = safe_fixes(shown)
        self.take_all.setText(f"采纳必错 {len(fixes)} 处")
        self.take_all.setAccessibleName(self.take_all.text())
        self.take_all.setVisible(bool(fixes))
        self._foot.setVisible(self._errors_only)
        self._rest.setText(f"其余 {rest} 条在按“校对”后显示" if rest else "按“校对”看疑似和提示")
        self._empty.setText(self._nothing())
        self._empty.setVisible(not shown)
        self.tree.setVisible(bool(shown))
        if onward is not None:
            self.tree.show_row(onward.key)
        self._show_card()
        if onward is not None:
            self._tell(onward)

    def _tell(self, row: FindingRow) -> None:
        """Show the next finding in the text, but only while the user is going through the list."""
        if row.kind == RowKind.FINDING and self._holds_focus():
            self.finding_chosen.emit(row.first)

    def _nothing(self) -> str:
        if self._checked is None:
            return "打开文稿后，这里显示检查结果。"
        if not self._checked:
            return "正在检查，稍后这里显示结果。"
        found = "没有发现必错。" if self._errors_only else "没有发现问题。"
        return f"已检查{'、'.join(self._checked)}，{found}"

    def _ring(self) -> list[QWidget]:
        return [self.tree, *self.card.buttons(), self.take_all, self.check]

    def _build(self) -> None:
        self.tree.setAccessibleName("检查结果")
        self.tree.moved.connect(self._moved)
        self.tree.picked.connect(self._picked)
        self.tree.opened.connect(self._opened)
        self.card.fixes_chosen.connect(self._settle(self.fix_requested))
        self.card.ignored.connect(self._settle(self.ignore_requested))
        self.card.rule_disabled.connect(self._settle(self.rule_disabled))
        self.card.word_allowed.connect(self._settle(self.word_allowed))
        self.card.section_wanted.connect(self.section_wanted)
        self.take_all.clicked.connect(lambda: self.fix_requested.emit(safe_fixes(self._shown())))
        self.check.clicked.connect(self.full_check_requested)
        for button, kind, tip in (
            (self.take_all, "link", "采纳全部必错，一次撤销就能恢复"),
            (self.check, "", "看全部提示（F7）"),
        ):
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.setAccessibleName(button.text())
            set_kind(button, kind)
        for label, kind in ((self._title, "strong"), (self._rest, "small")):
            set_kind(label, kind)
        self._rest.setWordWrap(True)
        self._arrange()

    def _arrange(self) -> None:
        head, foot, box = QHBoxLayout(), QHBoxLayout(self._foot), packed(QVBoxLayout(self))
        head.setContentsMargins(12, 4, 4, 4)
        head.addWidget(self._title, 1)
        self._title.setMinimumHeight(ROW)
        head.addWidget(self.take_all)
        set_kind(self._foot, "foot")
        foot.setContentsMargins(12, 8, 12, 8)
        foot.addWidget(self._rest, 1)
        foot.addWidget(self.check)
        box.addLayout(head)
        box.addWidget(self.tree, 1)
        box.addWidget(self._empty, 1)
        box.addWidget(self.card)
        box.addWidget(self._foot)

    def _settle(self, signal: object) -> object:
        def pass_on(value: object) -> None:
            self._note_settled()
            signal.emit(value)

        return pass_on

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.tree.current_row()
        if event.key() == Qt.Key.Key_Delete and row is not None and row.kind == RowKind.FINDING:
            self._settle(self.ignore_requested)(row.first)
        else:
            super().keyPressEvent(event)

    def _moved(self, row: FindingRow) -> None:
        self._settled = ""
        if row.kind == RowKind.FINDING:
            self.finding_chosen.emit(row.first)

    def _picked(self, row: FindingRow) -> None:
        if row.kind == RowKind.FINDING:
            self.finding_chosen.emit(row.first)
        elif row.kind == RowKind.OFTEN:
            self._fold_or_unfold()

    def _opened(self, row: FindingRow) -> None:
        """Enter takes the safest correction of one finding, opens or closes what stands for many."""
        if row.kind != RowKind.FINDING:
            self._fold_or_unfold()
        elif row.first.fixes:
            self._settle(self.fix_requested)((row.first.fixes[0],))
        elif row.first.role is not None and row.first.span is None:
            self.section_wanted.emit(row.first.role, row.first.report)
        else:
            self.finding_chosen.emit(row.first)
