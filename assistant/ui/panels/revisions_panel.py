"""修订: what others changed in the file and what they remarked, each with the buttons that settle it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.formats.revision import Comment, Revision
from assistant.ui.boxes import packed
from assistant.ui.models.revisions_model import RevisionsModel
from assistant.ui.models.revisions_rows import ChangeRow, RowKind, change_rows, readable
from assistant.ui.overriding import override
from assistant.ui.panels.revision_card import RevisionCard
from assistant.ui.panels.revision_rows_painter import RevisionRowPainter
from assistant.ui.panels.tree_and_card import TreeAndCard
from assistant.ui.theme import ROW, Theme, set_kind

_NOTHING = "这份文件里没有修订，也没有批注。"


class RevisionsPanel(TreeAndCard[ChangeRow, RevisionCard]):
    """Shows revisions and comments and tells what the user decides; changes nothing itself.

    `place_chosen` (paragraph) asks to show a place in the text, `change_chosen` (Revision or Comment) says which change
    it is; `resolve_requested` (frozenset of revision numbers, or None for all; accept or not), `reply_requested`
    (number of the comment that begins the conversation, text), `comments_removed` (frozenset of comment numbers),
    `text_focus_requested` to go to the text.
    """

    place_chosen = Signal(int)
    change_chosen = Signal(object)
    resolve_requested = Signal(object, bool)
    reply_requested = Signal(int, str)
    comments_removed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(RevisionRowPainter(theme), RevisionsModel, lambda _row: True, RevisionCard, parent)
        self._empty.setText(_NOTHING)
        self._title = QLabel(self)
        self.accept_all, self.reject_all = QPushButton("全部接受", self), QPushButton("全部拒绝", self)
        self._build()
        self.show_changes((), ())

    def show_changes(self, revisions: Iterable[Revision], comments: Iterable[Comment]) -> None:
        """Show what is in the file now; what was chosen stays chosen, what was settled gives way to the next."""
        rows = change_rows(revisions, comments)
        onward = self._put_rows(rows, readable(rows))
        self._title.setText(f"共 {self.count} 处" if self.count else "修订和批注")
        for button in (self.accept_all, self.reject_all):
            button.setVisible(any(row.key == "revisions" for row in rows))
        self.tree.setVisible(bool(self.count))
        self._empty.setVisible(not self.count)
        if onward is not None:
            self.tree.show_row(onward.key)
        self.card.end_sending()
        self._show_card()
        if onward is not None and self._holds_focus():
            self._tell(onward)

    @property
    def count(self) -> int:
        """Return how many rows there are to read: revisions, comments and answers."""
        return len(self._listed)

    def select_revision(self, number: int) -> None:
        """Choose a revision because the text did; tells nobody."""
        self._select(lambda row: row.revision is not None and row.revision.number == number)

    def select_comment(self, number: int) -> None:
        """Choose a comment because the text did; tells nobody."""
        self._select(lambda row: row.comment is not None and row.comment.number == number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.tree.current_row()
        if event.key() == Qt.Key.Key_Delete and row is not None and row.comment is not None:
            self._remove(row.together)
        else:
            super().keyPressEvent(event)

    def _select(self, wanted: Callable[[ChangeRow], bool]) -> None:
        row = next((row for row in self._listed if wanted(row)), None)
        if row is not None:
            self._choose(row)

    def _ring(self) -> list[QWidget]:
        return [self.accept_all, self.reject_all, self.tree, *self.card.ring()]

    def _tell(self, row: ChangeRow) -> None:
        if row.kind != RowKind.GROUP and row.paragraph >= 0:
            self.place_chosen.emit(row.paragraph)
            self.change_chosen.emit(row.revision or row.comment)

    def _moved(self, row: ChangeRow) -> None:
        self._settled = ""
        self._tell(row)

    def _opened(self, row: ChangeRow) -> None:
        """Enter goes to the place, opens or closes a group."""
        if row.kind == RowKind.GROUP:
            self._fold_or_unfold()
        elif row.paragraph >= 0:
            self._tell(row)
            self.text_focus_requested.emit()

    def _settle(self, number: int, accept: bool) -> None:  # noqa: FBT001 (a slot)
        self._note_settled()
        self.resolve_requested.emit(frozenset({number}), accept)

    def _remove(self, numbers: frozenset[int]) -> None:
        self._note_settled()
        self.comments_removed.emit(numbers)

    def _build(self) -> None:
        self.tree.setAccessibleName("修订和批注")
        self.tree.moved.connect(self._moved)
        self.tree.picked.connect(self._tell)
        self.tree.opened.connect(self._opened)
        self.card.settled.connect(self._settle)
        self.card.replied.connect(self.reply_requested)
        self.card.removed.connect(self._remove)
        self.card.located.connect(lambda: self._opened(self.tree.current_row()))
        self.accept_all.clicked.connect(lambda: self.resolve_requested.emit(None, True))
        self.reject_all.clicked.connect(lambda: self.resolve_requested.emit(None, False))
        for button, tip in (
            (self.accept_all, "照修订改好全文，批注不动"),
            (self.reject_all, "去掉全部修订，恢复修改前的样子，批注不动"),
        ):
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.setAccessibleName(f"{button.text()}：{tip}")
            set_kind(button, "link")
        set_kind(self._title, "strong")
        self._arrange()

    def _arrange(self) -> None:
        head, box = QHBoxLayout(), packed(QVBoxLayout(self))
        head.setContentsMargins(12, 4, 4, 4)
        head.addWidget(self._title, 1)
        self._title.setMinimumHeight(ROW)
        head.addWidget(self.accept_all)
        head.addWidget(self.reject_all)
        box.addLayout(head)
        box.addWidget(self.tree, 1)
        box.addWidget(self._empty, 1)
        box.addWidget(self.card)
