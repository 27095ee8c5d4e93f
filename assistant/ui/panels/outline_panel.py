"""大纲: the sections a report has and the ones it lacks, beside the text."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from assistant.document.block import BODY_LEVEL, Said
from assistant.document.outline import ROLES
from assistant.ui.boxes import packed
from assistant.ui.models.balance import Balance
from assistant.ui.models.outline_model import OutlineModel
from assistant.ui.models.outline_rows import Outline, OutlineRow, limited, row_at
from assistant.ui.models.role_titles import LEVEL_TITLES, ROLE_TITLES
from assistant.ui.overriding import override
from assistant.ui.panels.bodies_button import BodiesButton
from assistant.ui.panels.choice_button import ChoiceButton, add_choice
from assistant.ui.panels.kinds_button import KindsButton
from assistant.ui.panels.outline_rows_painter import FILL, MORE, NOT_HEADING, OutlineRowPainter
from assistant.ui.panels.row_tree import RowTree
from assistant.ui.panels.share_bar import ShareBar
from assistant.ui.theme import Theme, set_kind

_LEVELS = ("只看一级标题", "看到二级标题", "看到三级标题")


class OutlinePanel(QFrame):
    """Shows an Outline and tells what the user wants; changes nothing itself.

    `place_chosen` (block id, offset in code points) asks to jump; `section_wanted` (role, number of the report) to put
    in a missing section; `said_chosen` (block id, Said or None) to correct what a paragraph was taken for;
    `kind_chosen` (id) to take the report for another kind; `move_wanted` (block id, down) to move a section over its
    neighbour; `level_wanted` (block id, deeper) to change its level; `requirements_wanted` to say what the notice
    demands; `balance_wanted` to look at the lengths; `text_focus_requested` to go back to the text. `report` is the
    number of the report that holds the caret.
    """

    place_chosen = Signal(str, int)
    requirements_wanted = Signal()
    balance_wanted = Signal()
    section_wanted = Signal(str, int)
    said_chosen = Signal(str, object)
    kind_chosen = Signal(str)
    move_wanted = Signal(str, bool)
    level_wanted = Signal(str, bool)
    text_focus_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline, self._level, self._caret = Outline(), 3, ("", 0)
        self._rows: tuple[OutlineRow, ...] = ()
        self.report = 0
        set_kind(self, "panel")
        self._painter = OutlineRowPainter(theme)
        self._model = OutlineModel(self)
        self.tree = RowTree(self._model, self._painter, lambda _row: True, self)
        self.tree.setAccessibleName("大纲")
        self.tree.picked.connect(self._jump)
        self.tree.opened.connect(self._opened)
        self.tree.pushed.connect(self._pushed)
        self.tree.asked.connect(lambda row, point: self.menu_for(row).popup(point))
        self.kinds, self._levels = KindsButton(theme, self), ChoiceButton(theme, self)
        self.kinds.kind_chosen.connect(self.kind_chosen)
        self.kinds.requirements_wanted.connect(self.requirements_wanted)
        self._empty = QLabel("写下“一、”“（一）”这样的标题后，这里就有大纲。", self)
        self._bodies = BodiesButton(theme, self)
        self._bodies.place_chosen.connect(lambda block: self.place_chosen.emit(block, 0))
        self._bodies.let_go.connect(lambda block: self.said_chosen.emit(block, None))
        self._bar = ShareBar(theme, self)
        self._bar.clicked.connect(self.balance_wanted)
        for widget, name in ((self._levels, "levels"), (self._empty, "empty")):
            widget.setObjectName(name)
        self._build()
        self.show_outline(Outline())

    def show_outline(self, value: Outline) -> None:
        """Show another picture of the outline; choice, folding and scrolling stay."""
        self._outline = value
        self._rows = limited(value.rows, self._level)
        with self.tree.current_kept():
            self._model.set_rows(self._rows)
        self._empty.setVisible(not value.rows)
        self.tree.setVisible(bool(value.rows))
        self._bar.setVisible(bool(value.rows))
        self._bodies.show_bodies(value.bodies)
        self.set_current(*self._caret)

    def set_current(self, block: str, offset: int = 0) -> None:
        """Mark the section that holds the caret (block id, offset in code points)."""
        self._caret = (block, offset)
        place = self._outline.place(block, offset)
        row = row_at(self._rows, place) if place else None
        key = row.key if row else ""
        if key != self._painter.current:
            self._painter.current = key
            index = self._model.find(key)
            if index.isValid() and not self.tree.underMouse():
                self.tree.scrollTo(index)
            self.tree.viewport().update()
        self.report = row.report if row else 0
        balances = self._outline.balances
        self._bar.set_balance(balances[self.report] if self.report < len(balances) else Balance())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._painter.theme = theme
        for part in (self._bar, self.kinds, self._levels, self._bodies):
            part.set_theme(theme)
        self.tree.viewport().update()

    def set_level(self, level: int) -> None:
        """Show headings down to a level, 1 to 3."""
        self._level = level
        self.show_outline(self._outline)

    def menu_for(self, row: OutlineRow) -> QMenu:
        """Return the context menu of a row: jump, fill in, correct a wrong guess."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.ghost:
            menu.addAction("补上这一部分", lambda: self.section_wanted.emit(row.role, row.report))
            return menu
        menu.addAction("转到这里", lambda: self.place_chosen.emit(row.block, row.start))
        if row.inside:
            return menu
        menu.addSeparator()
        if not row.implied and row.level > 0:
            self._add_moves(menu, row)
        said = row.said or Said()
        if not row.implied:
            menu.addAction("这不是标题\tDel", lambda: self._say(row, replace(said, level=BODY_LEVEL, role=None)))
        levels, group = menu.addMenu("设为标题"), QActionGroup(menu)
        for level, title in enumerate(LEVEL_TITLES[:4]):
            action = add_choice(levels, title, group, checked=level == row.level and not row.implied)
            action.triggered.connect(lambda _=False, chosen=level: self._say(row, replace(said, level=chosen)))
        roles, group = menu.addMenu("本节是"), QActionGroup(menu)
        for role in ROLES:
            action = add_choice(roles, ROLE_TITLES[role], group, checked=role == row.role)
            action.triggered.connect(lambda _=False, chosen=role: self._say(row, replace(said, role=chosen)))
        if row.said is not None:
            menu.addSeparator()
            menu.addAction("恢复自动判断", lambda: self._say(row, None))
        return menu

    def _add_moves(self, menu: QMenu, row: OutlineRow) -> None:
        for text, key, wanted, value in (
            ("上移", "Up", self.move_wanted, False),
            ("下移", "Down", self.move_wanted, True),
            ("升级", "Left", self.level_wanted, False),
            ("降级", "Right", self.level_wanted, True),
        ):
            keys = QKeySequence(f"Alt+Shift+{key}").toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{text}\t{keys}")  # shown only: the window has the keys
            action.triggered.connect(lambda _=False, signal=wanted, on=value: signal.emit(row.block, on))
        menu.addSeparator()

    def _build(self) -> None:
        for i, title in enumerate(_LEVELS):
            action = self._levels.add(title, checked=i + 1 == self._level)
            action.triggered.connect(lambda _=False, level=i + 1: self.set_level(level))
        self._levels.setText("级别")
        self._levels.setToolTip("大纲显示到第几级标题")
        self._levels.setAccessibleName("大纲显示到第几级标题")
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 4)
        head.setSpacing(4)
        head.addWidget(self.kinds, 1)
        head.addWidget(self._levels)
        set_kind(self._empty, "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = packed(QVBoxLayout(self))
        box.addLayout(head)
        box.addWidget(self.tree, 1)
        box.addWidget(self._empty, 1)
        box.addWidget(self._bodies)
        box.addWidget(self._bar)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.text_focus_requested.emit()
        elif event.key() == Qt.Key.Key_Delete and self.tree.current_row() is not None:
            self._not_heading(self.tree.current_row())
        else:
            super().keyPressEvent(event)

    def _jump(self, row: OutlineRow) -> None:
        if not row.ghost:
            self.place_chosen.emit(row.block, row.start)

    def _opened(self, row: OutlineRow) -> None:
        if row.ghost:
            self.section_wanted.emit(row.role, row.report)
        else:
            self._jump(row)

    def _pushed(self, row: OutlineRow, name: str) -> None:
        if name == FILL:
            self.section_wanted.emit(row.role, row.report)
        elif name == MORE:
            boxes = dict(self.tree.buttons(self._model.find(row.key)))
            corner = boxes[MORE].bottomLeft() if MORE in boxes else QPoint()
            self.menu_for(row).popup(self.tree.viewport().mapToGlobal(corner))
        elif name == NOT_HEADING:
            self._not_heading(row)

    def _not_heading(self, row: OutlineRow) -> None:
        if not row.ghost and not row.implied and not row.inside and row.level > 0:
            self._say(row, replace(row.said or Said(), level=BODY_LEVEL, role=None))

    def _say(self, row: OutlineRow, said: Said | None) -> None:
        self.said_chosen.emit(row.block, said)
