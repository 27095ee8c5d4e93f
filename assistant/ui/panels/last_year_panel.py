"""去年: what of last year's report this one still has to settle, in steps that can be taken in any order."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.ui.boxes import packed
from assistant.ui.elided import ElidedLabel
from assistant.ui.models.last_year_model import LastYearModel
from assistant.ui.models.last_year_rows import LastYearRow, RowKind, Step, readable
from assistant.ui.models.last_year_view import LastYearView, waiting_rows
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.overriding import override
from assistant.ui.panels.last_year_card import LastYearCard
from assistant.ui.panels.last_year_painter import LastYearPainter
from assistant.ui.panels.step_bar import StepBar
from assistant.ui.panels.tree_and_card import TreeAndCard
from assistant.ui.theme import Theme, set_kind

_NOTHING = {
    Step.STRUCTURE: "没有认出各部分的标题，可以在大纲里指定。",
    Step.PROMISES: "去年的稿子里没有认出下步打算。",
    Step.PLACES: "没有要改的了：每一处都改过，或者由您定下保留。",
    Step.CARRIED: "没有沿用未改的句子了。",
}
_UNDECIDED = (RowKind.PLACE, RowKind.CARRIED)
"""What is gone on with once a row has been settled."""


class LastYearPanel(TreeAndCard[LastYearRow, LastYearCard]):
    """Shows what is left of last year's report and tells what the user decides; changes nothing itself.

    `place_chosen` (Span) asks to show a place; `taken` (row, new words), `all_taken` (rows), `kept`, `reopened`,
    `confirmed` and `section_confirmed` (row) are decisions, `promise_changed` (number, Promise) another;
    `promises_wanted` (role) asks to put them into that section, `section_wanted` (role, number of the report) for a
    missing one.
    """

    place_chosen = Signal(object)
    taken = Signal(object, str)
    all_taken = Signal(tuple)
    kept = Signal(object)
    reopened = Signal(object)
    confirmed = Signal(object)
    section_confirmed = Signal(object)
    promise_changed = Signal(int, object)
    promises_wanted = Signal(str)
    section_wanted = Signal(str, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(LastYearPainter(theme), LastYearModel, lambda row: not row.folded, LastYearCard, parent)
        self.step = Step.PLACES
        self.view: LastYearView | None = None
        self._source = ElidedLabel(parent=self)
        self.steps = StepBar(self.step, self)
        self.fill = {role: QPushButton(self) for role in ("rectification", "main_work")}
        self._foot = QFrame(self)
        self._build()

    def show_view(self, view: LastYearView) -> None:
        """Show what is left now; what was chosen stays chosen, what was settled gives way to the next."""
        self.view = view
        self._source.setText(f"{view.last.year} → {view.year} 年度，起自“{view.last.name}”")
        if self.isVisible():
            self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while another tab was in front."""
        super().showEvent(event)
        self._refresh()

    def show_step(self, step: Step) -> None:
        """Bring one step to the front."""
        if step is not self.step:
            self.step, self._settled = step, ""
            self._refresh()
        self.steps.show_step(step)

    def walk(self, *, forwards: bool) -> bool:
        """Go to the next or previous place nobody has decided on; False where there is none."""
        self.show_step(Step.PLACES)
        rows = waiting_rows(self.view) if self.view is not None else ()
        if not rows:
            return False
        current = self.tree.current_row()
        keys = [row.key for row in rows]
        at = keys.index(current.key) if current is not None and current.key in keys else (-1 if forwards else 0)
        row = rows[(at + (1 if forwards else -1)) % len(rows)]
        self._choose(row)
        self._tell(row)
        self.card.enter_field()
        return True

    def rows(self, step: Step) -> tuple[LastYearRow, ...]:
        """Return the rows of a step as they are now."""
        return () if self.view is None else self.view.rows(step)

    # ---- showing --------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        view = self.view
        if view is None:
            return
        rows = view.rows(self.step)
        onward = self._put_rows(rows, readable(rows), lambda row: row.kind in _UNDECIDED)
        self.steps.show_view(view)
        self.tree.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText(_NOTHING[self.step])
        self._show_foot(view)
        if onward is not None:
            self.tree.show_row(onward.key)
        self._show_card()
        if onward is not None and self._holds_focus():
            self._tell(onward)

    def _show_foot(self, view: LastYearView) -> None:
        self._foot.setVisible(self.step is Step.PROMISES and bool(view.last.promises))
        for role, button in self.fill.items():
            count = view.ready(role)
            button.setText(f"写进{ROLE_TITLES[role]} {count} 条" if count else f"写进{ROLE_TITLES[role]}")
            button.setAccessibleName(button.text())
            button.setEnabled(count > 0)

    def _ring(self) -> list[QWidget]:
        return [*self.steps.buttons.values(), self.tree, *self.card.ring(), *self.fill.values()]

    # ---- what the user does ---------------------------------------------------------------------------------------

    def _tell(self, row: LastYearRow) -> None:
        if row.span is not None:
            self.place_chosen.emit(row.span)

    def _moved(self, row: LastYearRow) -> None:
        self._settled = ""
        self._tell(row)

    def _opened(self, row: LastYearRow) -> None:
        """Enter goes to the field of a place, to a section, opens or closes a group."""
        if row.kind is RowKind.GROUP:
            self._fold_or_unfold()
        elif row.kind is RowKind.MISSING:
            self.section_wanted.emit(row.role, row.number)
        elif row.kind in (RowKind.PLACE, RowKind.PROMISE):
            self.card.enter_field()
        elif row.kind is RowKind.CARRIED:
            self._settle(row)
            self.confirmed.emit(row)
        else:
            self._tell(row)

    def _settle(self, row: LastYearRow) -> None:
        self._settled = row.key

    def _build(self) -> None:
        self.steps.chosen.connect(self.show_step)
        self.tree.setAccessibleName("去年的稿子留下的")
        self.tree.moved.connect(self._moved)
        self.tree.picked.connect(self._tell)
        self.tree.opened.connect(self._opened)
        self.tree.pushed.connect(lambda row, _name: self.section_wanted.emit(row.role, row.number))
        card = self.card
        for signal in (card.taken, card.kept, card.confirmed):
            signal.connect(lambda row, *_: self._settle(row))
        card.taken.connect(self.taken)
        card.all_taken.connect(self.all_taken)
        card.kept.connect(self.kept)
        card.confirmed.connect(self.confirmed)
        card.reopened.connect(self.reopened)
        card.section_confirmed.connect(self.section_confirmed)
        card.promise_changed.connect(self.promise_changed)
        card.skipped.connect(lambda: self.walk(forwards=True))
        card.located.connect(self._go)
        for role, button in self.fill.items():
            button.setAutoDefault(False)
            button.setToolTip("按落实情况写成带空的句子，放在这一部分末尾，一次撤销就能拿掉")
            button.clicked.connect(lambda _=False, which=role: self.promises_wanted.emit(which))
        set_kind(self._source, "small")
        self._arrange()

    def _go(self, row: LastYearRow) -> None:
        self._tell(row)
        self.text_focus_requested.emit()

    def _arrange(self) -> None:
        foot, box = QHBoxLayout(self._foot), packed(QVBoxLayout(self))
        set_kind(self._foot, "foot")
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(8)
        for button in self.fill.values():
            foot.addWidget(button, 1)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(self._source)
        box.addLayout(head)
        box.addWidget(self.steps)
        box.addWidget(self.tree, 1)
        box.addWidget(self._empty, 1)
        box.addWidget(self.card)
        box.addWidget(self._foot)
