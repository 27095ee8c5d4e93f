"""A list of rows and, below it, a card that settles the chosen one: how the two keep step, the keyboard included."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from assistant.ui.models.tree_model import TreeModel
from assistant.ui.models.tree_node import Row
from assistant.ui.overriding import override
from assistant.ui.panels.row_painting import Painter
from assistant.ui.panels.row_tree import RowTree
from assistant.ui.theme import Theme, set_kind

R = TypeVar("R", bound=Row)
C = TypeVar("C", bound=QFrame)
INDENT = 14
"""Pixels a row stands further in than the one above it."""


def _any(_row: object) -> bool:
    return True


class TreeAndCard(QFrame, Generic[R, C]):
    """What the panels with a card have in common; a panel says what it shows and what is told of it.

    `_settled` is the key of the row the user has just settled: once it has left the list, the next one is chosen.
    `text_focus_requested` asks to go back to the text.
    """

    text_focus_requested = Signal()

    def __init__(
        self,
        painter: Painter[R],
        model: Callable[[QWidget], TreeModel],
        starts_open: Callable[[R], bool],
        card: Callable[[QWidget], C],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self._painter = painter
        self._model = model(self)
        self.tree = RowTree(self._model, painter, starts_open, self)
        self.tree.setIndentation(INDENT)
        self.card = card(self)
        self._empty = QLabel(self)
        set_kind(self._empty, "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._listed: tuple[R, ...] = ()
        self._settled, self._updating = "", False
        self.tree.turned.connect(self._show_card)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._painter.theme = theme
        self.tree.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.text_focus_requested.emit()
        else:
            super().keyPressEvent(event)

    def _ring(self) -> Sequence[QWidget]:
        """Return what Tab walks through, in order."""
        raise NotImplementedError

    def _put_rows(
        self, rows: Sequence[R], listed: tuple[R, ...], wanted: Callable[[R], bool] | None = None
    ) -> R | None:
        """List rows, of which `listed` are read one after the other; return the one to go on with, if one was settled.

        Only a `wanted` row is gone on with.
        """
        onward = self._onward(listed, wanted or _any)
        self._updating = True
        self._model.set_rows(rows)
        self._listed, self._updating = listed, False
        return onward

    def _onward(self, listed: Sequence[R], wanted: Callable[[R], bool]) -> R | None:
        left = {row.key: row for row in listed}
        if not self._settled or self._settled in left:
            return None
        before = [row.key for row in self._listed]
        place = before.index(self._settled) + 1 if self._settled in before else len(before)
        self._settled = ""
        following = (*before[place:], *before[:place], *left)
        return next((left[key] for key in following if key in left and wanted(left[key])), None)

    def _choose(self, row: R) -> None:
        """Choose a row without telling anybody."""
        self.tree.show_row(row.key)
        self._show_card()

    def _show_card(self) -> None:
        if self._updating:  # in the middle of a change of the list nothing may ask for its layout
            return
        held = self._holds_focus(self.card)
        self.card.show_row(self.tree.current_row())
        if held and not self._holds_focus(self.card):  # what had the keyboard is not there any more
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        for one, following in pairwise(self._ring()):
            self.setTabOrder(one, following)
        self.layout().activate()
        if self.tree.currentIndex().isValid():
            self.tree.scrollTo(self.tree.currentIndex())

    def _holds_focus(self, part: QWidget | None = None) -> bool:
        """Tell whether the keyboard is on anything in the panel, or in a part of it."""
        focus = QApplication.focusWidget()
        return focus is not None and (part or self).isAncestorOf(focus) and focus.isVisible()

    def _fold_or_unfold(self) -> None:
        index = self.tree.currentIndex()
        self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _note_settled(self) -> None:
        row = self.tree.current_row()
        self._settled = row.key if row is not None else ""
