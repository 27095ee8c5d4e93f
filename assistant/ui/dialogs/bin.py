"""回收站: deleted drafts, to be taken back or deleted for good."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.storage.bin import KEPT_FOR
from assistant.storage.draft import DraftInfo
from assistant.ui.dialogs.question import Role, ask
from assistant.ui.moment import spoken
from assistant.ui.theme import SPACE, set_kind

_WORDS = f"删除的草稿连同历史版本在这里留 {KEPT_FOR.days} 天，到期自动清除；文件夹里的文件不受影响。"
_EMPTY = "回收站是空的。"


class BinDialog(QDialog):
    """Lists the drafts in the bin; changes nothing itself.

    Signals: `taken_back` and `destroyed` (ids of drafts).
    """

    taken_back = Signal(object)
    destroyed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__(parent)
        self.setWindowTitle("回收站")
        self.resize(640, 440)
        self.list, self.note = QListWidget(), QLabel(_WORDS)
        self.list.setAccessibleName("删除的草稿")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setSpacing(2)
        self.note.setWordWrap(True)
        set_kind(self.note, "small")
        self.back_button, self.destroy_button = QPushButton("恢复(&R)"), QPushButton("彻底删除(&D)…")
        self.empty_button = QPushButton("清空回收站(&E)…")
        self.back_button.clicked.connect(lambda: self.taken_back.emit(self.chosen()))
        self.destroy_button.clicked.connect(lambda: self._destroy(self.chosen()))
        self.empty_button.clicked.connect(lambda: self._destroy(self._all()))
        self.list.itemSelectionChanged.connect(self._follow)
        self.list.itemActivated.connect(lambda _: self.taken_back.emit(self.chosen()))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[3], SPACE[3], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addLayout(self._buttons())
        self._follow()

    def show_drafts(self, drafts: tuple[DraftInfo, ...], now: datetime) -> None:
        """List the drafts, as of a moment (local time with its zone)."""
        self.list.clear()
        for draft in drafts:
            item = QListWidgetItem(f"{draft.title or '未命名的述职稿'}\n{_facts(draft, now)}")
            item.setData(Qt.ItemDataRole.UserRole, draft.id)
            item.setToolTip(draft.source.path or "还没有存成文件")
            self.list.addItem(item)
        self.note.setText(_WORDS if drafts else f"{_EMPTY}{_WORDS}")
        if drafts:
            self.list.setCurrentRow(0)
        self._follow()

    def chosen(self) -> tuple[int, ...]:
        """Return the ids of the chosen drafts."""
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems())

    def _all(self) -> tuple[int, ...]:
        return tuple(self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count()))

    def _follow(self) -> None:
        for button in (self.back_button, self.destroy_button):
            button.setEnabled(bool(self.list.selectedItems()))
        self.empty_button.setEnabled(self.list.count() > 0)

    def _destroy(self, drafts: tuple[int, ...]) -> None:
        if drafts and confirm(len(drafts), self):
            self.destroyed.emit(drafts)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        for button in (self.back_button, self.destroy_button, self.empty_button, close):
            button.setAutoDefault(False)
            if button is close:
                line.addStretch(1)
            line.addWidget(button)
        return line


def confirm(count: int, parent: QWidget) -> bool:
    """Ask whether drafts shall go for good: this can't be undone."""
    question = f"彻底删除 {count} 份草稿和它们的历史版本？"
    detail = "删除以后找不回来；已经存成的文件不受影响。"
    answers = (("彻底删除", Role.DestructiveRole), ("取消", Role.RejectRole))
    return ask(parent, "彻底删除", question, detail, *answers, usual=1) == 0


def _facts(draft: DraftInfo, now: datetime) -> str:
    deleted = datetime.fromisoformat(draft.deleted or draft.updated).astimezone()
    left = max(-((now - deleted - KEPT_FOR) // timedelta(days=1)), 0)
    today: date = now.date()
    return f"{spoken(deleted.replace(tzinfo=None), today)} 删除 · 还留 {left} 天"
