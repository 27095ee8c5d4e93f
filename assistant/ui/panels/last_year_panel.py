"""去年: what of last year's report this one still has to settle, in steps that can be taken in any order."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.ui.elided import ElidedLabel
from assistant.ui.models.last_year_model import LastYearModel
from assistant.ui.models.last_year_rows import LastYearRow, RowKind, Step, readable
from assistant.ui.models.last_year_view import LastYearView, waiting_rows
from assistant.ui.models.role_titles import ROLE_TITLES
from assistant.ui.panels.last_year_card import LastYearCard
from assistant.ui.panels.last_year_painter import LastYearPainter
from assistant.ui.panels.row_tree import RowTree
from assistant.ui.panels.step_bar import StepBar
from assistant.ui.theme import Theme, set_kind

_NOTHING = {
    Step.STRUCTURE: "没有认出各部分的标题，可以在大纲里指定。",
    Step.PROMISES: "去年的稿子里没有认出下步打算。",
    Step.PLACES: "没有要改的了：每一处都改过，或者由您定下保留。",
    Step.CARRIED: "没有沿用未改的句子了。",
}


class LastYearPanel(QFrame):
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
    text_focus_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self.step = Step.PLACES
        self.view: LastYearView | None = None
        self._settled, self._updating = "", False
        self._painter = LastYearPainter(theme)
        self._model = LastYearModel(self)
        self.tree = RowTree(self._model, self._painter, lambda row: not row.folded, self)
        self.card = LastYearCard(self)
        self._source, self._empty = ElidedLabel(parent=self), QLabel(self)
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
        self.tree.show_row(row.key)
        self._show_card()
        self._tell(row)
        self.card.enter_field()
        return True

    def rows(self, step: Step) -> tuple[LastYearRow, ...]:
        """Return the rows of a step as they are now."""
        return () if self.view is None else self.view.rows(step)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._painter.theme = theme
        self.tree.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape:
            self.text_focus_requested.emit()
        else:
            super().keyPressEvent(event)

    # ---- showing --------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        view = self.view
        if view is None:
            return
        before = readable(self._rows)
        rows = view.rows(self.step)
        self._updating = True
        self._model.set_rows(rows)
        self._rows, self._updating = rows, False
        self.steps.show_view(view)
        self.tree.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.setText(_NOTHING[self.step])
        self._show_foot(view)
        onward = self._onward(before, readable(rows))
        if onward is not None:
            self.tree.show_row(onward.key)
        self._show_card()
        if onward is not None and self._has_focus():
            self._tell(onward)

    _rows: tuple[LastYearRow, ...] = ()

    def _onward(self, before: Sequence[LastYearRow], after: Sequence[LastYearRow]) -> LastYearRow | None:
        """Return the row after the one that was just settled here, once that has left the list."""
        left = {row.key: row for row in after}
        if not self._settled or self._settled in left:
            return None
        keys = [row.key for row in before]
        place = keys.index(self._settled) + 1 if self._settled in keys else len(keys)
        self._settled = ""
        undecided = (RowKind.PLACE, RowKind.CARRIED)
        following = [key for key in (*keys[place:], *keys[:place]) if key in left and left[key].kind in undecided]
        return left[following[0]] if following else None

    def _show_foot(self, view: LastYearView) -> None:
        self._foot.setVisible(self.step is Step.PROMISES and bool(view.last.promises))
        for role, button in self.fill.items():
            count = view.ready(role)
            button.setText(f"写进{ROLE_TITLES[role]} {count} 条" if count else f"写进{ROLE_TITLES[role]}")
            button.setAccessibleName(button.text())
            button.setEnabled(count > 0)

    def _show_card(self) -> None:
        if self._updating:  # in the middle of a change of the list nothing may ask for its layout
            return
        focus = QApplication.focusWidget()
        held = focus is not None and self.card.isAncestorOf(focus)
        self.card.show_row(self.tree.current_row())
        if held and self.card.isHidden():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        ring = [*self.steps.buttons.values(), self.tree, *self.card.ring(), *self.fill.values()]
        for one, following in pairwise(ring):
            self.setTabOrder(one, following)
        self.layout().activate()
        if self.tree.currentIndex().isValid():
            self.tree.scrollTo(self.tree.currentIndex())

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

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
            index = self.tree.currentIndex()
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
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
        self.tree.setIndentation(14)
        self.tree.moved.connect(self._moved)
        self.tree.picked.connect(self._tell)
        self.tree.opened.connect(self._opened)
        self.tree.pushed.connect(lambda row, _name: self.section_wanted.emit(row.role, row.number))
        self.tree.selectionModel().currentChanged.connect(self._show_card)
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
        set_kind(self._empty, "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._arrange()

    def _go(self, row: LastYearRow) -> None:
        self._tell(row)
        self.text_focus_requested.emit()

    def _arrange(self) -> None:
        foot, box = QHBoxLayout(self._foot), QVBoxLayout(self)
        set_kind(self._foot, "foot")
        foot.setContentsMargins(12, 8, 12, 8)
        foot.setSpacing(8)
        for button in self.fill.values():
            foot.addWidget(button, 1)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(self._source)
        box.addLayout(head)
        box.addWidget(self.steps)
        box.addWidget(self.tree, 1)
        box.addWidget(self._empty, 1)
        box.addWidget(self.card)
        box.addWidget(self._foot)
