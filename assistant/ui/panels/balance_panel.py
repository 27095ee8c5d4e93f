"""篇幅: lengths against what is advised, problems and measures, what could be pressed, words, quotations to check."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from assistant.ui.boxes import packed
from assistant.ui.models.balance_model import BalanceModel
from assistant.ui.models.balance_rows import BalanceRow, RowKind
from assistant.ui.overriding import override
from assistant.ui.panels.balance_painter import CHANGE, CHECKED, LINK, NEXT, UNCHECKED, UNLINK, BalanceRowPainter
from assistant.ui.panels.row_tree import RowTree
from assistant.ui.theme import ROW, Theme, set_kind


class BalancePanel(QFrame):
    """Shows an overview and tells what the user wants; changes nothing itself.

    `place_chosen` (block id, start, end) asks to show a place; `linked` and `unlinked` (problem, measure) match the two
    by hand or no more; `quotation_checked` (words, checked) ticks one off; `word_changed` (place, word, new word) puts
    another word there; `checklist_wanted`, `closed`, `text_focus_requested`.
    """

    place_chosen = Signal(str, int, int)
    linked = Signal(str, str)
    unlinked = Signal(str, str)
    quotation_checked = Signal(str, bool)
    word_changed = Signal(object, str, str)
    checklist_wanted = Signal()
    closed = Signal()
    text_focus_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "panel")
        self._rows: tuple[BalanceRow, ...] = ()
        self._at: dict[str, int] = {}
        self._painter = BalanceRowPainter(theme)
        self._model = BalanceModel(self)
        self.tree = RowTree(self._model, self._painter, lambda row: not row.key.endswith(("loose", "words")), self)
        self.tree.setAccessibleName("篇幅和措施")
        self.tree.setIndentation(14)
        self._empty = QLabel("正在看全文…", self)
        self.tree.hide()
        self.checklist = QPushButton("检查单…", self)
        self.close_button = QToolButton(self)
        self._build()

    def show_rows(self, rows: Sequence[BalanceRow]) -> None:
        """Show these rows; what was chosen and unfolded stays so."""
        self._rows = tuple(rows)
        self._model.set_rows(self._rows)
        self._empty.setText("这里还没有可看的：写下几个部分以后再来。")
        self._empty.setVisible(not rows)
        self.tree.setVisible(bool(rows))

    def show_group(self, key: str) -> bool:
        """Choose the first row of a group and bring it into view; False where there is no such group."""
        group = next((row for row in self._rows if row.key == key), None)
        if group is None:
            return False
        self.tree.setExpanded(self._model.find(key), True)
        self.tree.show_row(group.children[0].key)
        return True

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._painter.theme = theme
        self.tree.viewport().update()

    def menu_for(self, row: BalanceRow) -> QMenu:
        """Return the menu of what a problem (or measure) can be matched with by hand."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        to_measures = row.kind is not RowKind.SPARE
        menu.addAction("由哪条措施解决：" if to_measures else "解决哪个问题：").setEnabled(False)
        menu.addSeparator()
        for text in row.offered:
            shown = (text if len(text) <= 30 else f"{text[:30]}…").replace("&", "&&")
            link = (row.problem, text) if to_measures else (text, row.measure)
            menu.addAction(shown, lambda pair=link: self.linked.emit(*pair))
        if not row.offered:
            menu.addAction("还没有可以对上的").setEnabled(False)
        return menu

    def words_for(self, row: BalanceRow) -> QMenu:
        """Return the menu of what could stand for a word, at the place that was shown last."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = row.places[self._at.get(row.key, 0) % len(row.places)]
        for new in row.instead:
            title = f"换成“{new}”" if new else "删去这个词"
            menu.addAction(title, lambda word=new: self.word_changed.emit(place, row.text, word))
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.tree.current_row()
        if event.key() == Qt.Key.Key_Escape:
            self.text_focus_requested.emit()
        elif event.key() == Qt.Key.Key_Space and row is not None and row.kind is RowKind.QUOTE:
            self.quotation_checked.emit(row.problem, not row.done)
        else:
            super().keyPressEvent(event)

    def _picked(self, row: BalanceRow) -> None:
        """Go to the place of a row; to the next one where it has several."""
        if not row.places:
            return
        at = self._at.get(row.key, -1) + 1 if row.kind is RowKind.WORD else 0
        self._at[row.key] = at % len(row.places)
        self.place_chosen.emit(*row.places[self._at[row.key]])

    def _opened(self, row: BalanceRow) -> None:
        if row.kind is RowKind.GROUP:
            index = self.tree.currentIndex()
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif row.kind is RowKind.ALONE:
            self._pushed(row, LINK)
        else:
            self._picked(row)

    def _asked(self, row: BalanceRow, point: QPoint) -> None:
        if row.kind in (RowKind.ALONE, RowKind.SPARE, RowKind.PAIR):
            self.menu_for(row).popup(point)
        elif row.kind is RowKind.WORD:
            self._pushed(row, CHANGE)

    def _pushed(self, row: BalanceRow, name: str) -> None:
        if name == LINK:
            boxes = dict(self.tree.buttons(self._model.find(row.key)))
            corner = boxes[LINK].bottomLeft() if LINK in boxes else QPoint()
            self.menu_for(row).popup(self.tree.viewport().mapToGlobal(corner))
        elif name == CHANGE:
            if row.key not in self._at:
                self._picked(row)
            box = dict(self.tree.buttons(self._model.find(row.key))).get(CHANGE)
            corner = box.bottomLeft() if box is not None else QPoint()
            self.words_for(row).popup(self.tree.viewport().mapToGlobal(corner))
        elif name == UNLINK:
            self.unlinked.emit(row.problem, row.measure)
        elif name == NEXT:
            self._picked(row)
        elif name in (CHECKED, UNCHECKED):
            self.quotation_checked.emit(row.problem, name == CHECKED)

    def _build(self) -> None:
        self.tree.picked.connect(self._picked)
        self.tree.opened.connect(self._opened)
        self.tree.pushed.connect(self._pushed)
        self.tree.asked.connect(self._asked)
        title = QLabel("篇幅和措施", self)
        title.setMinimumHeight(ROW)
        set_kind(title, "strong")
        set_kind(self._empty, "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.checklist.setAutoDefault(False)
        self.checklist.setToolTip("交稿前给签字人看的一页纸：篇幅、部分、问题、空、引语")
        self.checklist.clicked.connect(lambda _=False: self.checklist_wanted.emit())
        self.close_button.setText("×")
        self.close_button.setToolTip("收起这一页")
        self.close_button.setAccessibleName("收起篇幅")
        self.close_button.clicked.connect(lambda _=False: self.closed.emit())
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 4, 4)
        head.addWidget(title, 1)
        head.addWidget(self.checklist)
        head.addWidget(self.close_button)
        box = packed(QVBoxLayout(self))
        box.addLayout(head)
        box.addWidget(self.tree, 1)
        box.addWidget(self._empty, 1)
