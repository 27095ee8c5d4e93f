"""The first page of the window: unsaved drafts, a new report, a Word file, recent files, a sample."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.ui.icons import Icons
from assistant.ui.moment import spoken
from assistant.ui.overriding import override
from assistant.ui.panels.card import Card
from assistant.ui.theme import SPACE, set_kind

WIDTH = 1040
"""Widest the page gets, in device-independent pixels: longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class KindCard:
    """A kind of report one can start: id of its template, its name, one line on who writes it."""

    id: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft that was never saved to a file since its last change; `path` is empty for a new report."""

    id: str
    title: str
    updated: datetime
    path: str = ""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file opened before, and when it was written; one that has gone stays listed, greyed.

    `opened` is None where that isn't known: not looked up yet, or gone.
    """

    path: str
    opened: datetime | None
    exists: bool = True


@dataclass(frozen=True, slots=True)
class StartContent:
    """What the page offers at the moment."""

    kinds: tuple[KindCard, ...]
    drafts: tuple[DraftCard, ...] = ()
    recent: tuple[RecentFile, ...] = ()
    binned: int = 0


class StartPage(QScrollArea):
    """Offers everything one can begin with; Enter opens what was worked on last.

    `draft_compared` asks to see a draft beside its file first, `draft_discarded` to put it into the bin.
    """

    new_requested = Signal(str)
    open_requested = Signal()
    last_year_requested = Signal()
    library_requested = Signal()
    path_requested = Signal(str)
    draft_requested = Signal(str)
    draft_compared = Signal(str)
    draft_discarded = Signal(str)
    bin_requested = Signal()
    sample_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._first: Card | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName("开始")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_content(self, content: StartContent, today: date) -> None:
        """Build the page anew from what there is."""
        page = QWidget()
        page.setMaximumWidth(WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        column.setSpacing(SPACE[1])
        _add_words(column, "述职助手", "title")
        _add_words(column, "写得规范，改得放心。全程离线，文稿不出本机。", "muted")
        drafts = [self._draft(draft, today) for draft in content.drafts]
        _add_group(
            column, "未保存的草稿", [self._draft_row(*pair) for pair in zip(content.drafts, drafts, strict=True)], 0
        )
        halves = QHBoxLayout()
        halves.setSpacing(SPACE[4])
        left, right = QVBoxLayout(), QVBoxLayout()
        for half, share in ((left, 5), (right, 6)):
            half.setSpacing(SPACE[1])
            halves.addLayout(half, share)
        files = [self._file(file, today) for file in content.recent]
        _add_group(left, "新建述职稿", [self._kind(kind) for kind in content.kinds], SPACE[1])
        _add_group(right, "打开", self._doors(), SPACE[1])
        _add_group(right, "最近", files, 0)
        if content.binned:
            left.addSpacing(SPACE[2])
            left.addWidget(self._bin_button(content.binned), 0, Qt.AlignmentFlag.AlignLeft)
        for half in (left, right):
            half.addStretch(1)
        column.addLayout(halves, 1)
        moments = [draft.updated for draft in content.drafts]
        moments += [file.opened or datetime.min for file in content.recent]  # the first of them was opened last
        known = [pair for pair in zip(moments, drafts + files, strict=True) if pair[1].isEnabled()]
        self._first = max(known, key=lambda pair: pair[0])[1] if known else None
        self.setWidget(page)

    def start(self) -> None:
        """Give the focus to what Enter will open: the newest, or the first kind of report if there is none."""
        target = self._first or next(iter(self.findChildren(Card)), None)
        if target:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the newest on Enter; arrows go from card to card."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._first:
            self._first.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        """Give the focus to the next or previous card that can be opened; the small buttons are for Tab."""
        cards = [card for card in self.findChildren(Card) if card.isEnabled()]
        here = next((i for i, card in enumerate(cards) if card.hasFocus()), None)
        if cards:
            cards[0 if here is None else (here + way) % len(cards)].setFocus(Qt.FocusReason.TabFocusReason)

    def _kind(self, kind: KindCard) -> Card:
        card = Card(self._icons, "new", kind.title, detail=kind.detail)
        card.clicked.connect(lambda: self.new_requested.emit(kind.id))
        return card

    def _doors(self) -> list[Card]:
        last = Card(self._icons, "recent", "从去年的报告开始", detail="另起今年的新稿，逐处列出要改的，原文件不动")
        last.clicked.connect(self.last_year_requested)
        door = Card(self._icons, "open", "打开 Word 文件", detail="接着写、改别人的稿子，也能打开 .txt")
        door.clicked.connect(self.open_requested)
        sample = Card(self._icons, "sample", "打开示例", detail="一篇虚构的述职稿，可以随便改，用来试一试")
        sample.clicked.connect(self.sample_requested)
        shelf = Card(self._icons, "building", "文稿库", detail="本机的草稿和往年报告都在这里，可以全文查找")
        shelf.clicked.connect(self.library_requested)
        return [last, door, shelf, sample]

    def _draft(self, draft: DraftCard, today: date) -> Card:
        origin = f"来自 {draft.path}" if draft.path else "还没有存成文件"
        title, aside = draft.title or "未命名的述职稿", spoken(draft.updated, today)
        card = Card(self._icons, "draft", title, detail=origin, aside=aside, kind="row")
        card.clicked.connect(lambda: self.draft_requested.emit(draft.id))
        return card

    def _draft_row(self, draft: DraftCard, card: Card) -> QWidget:
        """Return the card with what else can be done with the draft at its end."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[0])
        line.addWidget(card, 1)
        for text, tip, signal in (
            ("看差别", "先看草稿里写了什么、与文件有哪些不同，再决定", self.draft_compared),
            ("删除", "放进回收站，90 天内可以找回", self.draft_discarded),
        ):
            button = QPushButton(text)
            set_kind(button, "link")
            button.setToolTip(tip)
            button.setAccessibleName(f"{text}：{card.title}")
            button.clicked.connect(lambda _=False, emit=signal.emit: emit(draft.id))
            line.addWidget(button)
        return row

    def _bin_button(self, count: int) -> QPushButton:
        button = QPushButton(f"回收站（{count}）")
        set_kind(button, "link")
        button.setToolTip("删除的草稿，90 天内可以找回")
        button.clicked.connect(self.bin_requested)
        return button

    def _file(self, file: RecentFile, today: date) -> Card:
        path = Path(file.path)
        where = str(path.parent) if file.exists else f"文件不在原处了：{path.parent}"
        icon = "document" if file.exists else "missing"
        aside = spoken(file.opened, today) if file.opened is not None else ""
        card = Card(self._icons, icon, path.name, detail=where, aside=aside, kind="row")
        card.setEnabled(file.exists)
        card.clicked.connect(lambda: self.path_requested.emit(file.path))
        return card


def _add_words(column: QVBoxLayout, text: str, kind: str) -> None:
    label = QLabel(text)
    set_kind(label, kind)
    column.addWidget(label)


def _add_group(column: QVBoxLayout, title: str, cards: Sequence[QWidget], gap: int) -> None:
    if not cards:
        return
    column.addSpacing(SPACE[2])
    _add_words(column, title, "heading")
    box = QVBoxLayout()
    box.setSpacing(gap)
    for card in cards:
        box.addWidget(card)
    column.addLayout(box)
