"""The line at the foot of the window: length, speaking time, what is open, progress, draft, zoom."""

from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from assistant.ui.elided import ElidedLabel
from assistant.ui.icons import Icons
from assistant.ui.overriding import override
from assistant.ui.theme import SPACE, set_kind

PATIENCE = 500
"""Work shorter than this is not worth a bar, in milliseconds."""

ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200)
"""Zoom steps of the menu, in percent."""

NARROW = 1000
"""Below this width, in device-independent pixels, words give way to icons and tips (1366 pixels at 150 %)."""

PLACES = (
    ("blank", "待填", "blank", "muted", "还有这么多处要填（F11 到下一处）"),
    ("error", "必错", "error", "error", "一定写错了的地方（点一下到下一处）"),
    ("suspect", "疑似", "suspect", "suspect", "可能写错了的地方（点一下到下一处）"),
    ("hint", "提示", "hint", "hint", "可以再斟酌的地方（点一下到下一处）"),
)
"""What one can go to by a click: id, word, icon, colour role, tip."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Figures of the document: 字数 as Word counts, minutes to speak it, 字数 of the selection, open places."""

    words: int = 0
    minutes: int = 0
    selected: int = 0
    blank: int = 0
    error: int = 0
    suspect: int = 0
    hint: int = 0


@dataclass(frozen=True, slots=True)
class DraftState:
    """When the draft was last saved on this machine; `trouble` is one sentence if that failed."""

    saved: time | None = None
    trouble: str = ""


class StatusBar(QFrame):
    """Shows figures; a click on an open place asks to go there: blank, error, suspect or hint."""

    visit_requested = Signal(str)
    cancel_requested = Signal()
    zoom_requested = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        set_kind(self, "foot")
        self.setAccessibleName("状态栏")
        self._icons = icons
        self._counts = Counts()
        self._bare = False
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE[2], 2, SPACE[1], 2)
        line.setSpacing(SPACE[2])
        # The window may get narrower than all the words together.
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.length = QLabel()
        self.length.setAccessibleName("字数")
        line.addWidget(self.length)
        self.places = {place[0]: self._place(*place) for place in PLACES}
        row = QHBoxLayout()
        row.setSpacing(SPACE[0])
        for button in self.places.values():
            row.addWidget(button)
        line.addLayout(row)
        line.addStretch(1)
        self.progress = _Progress(patience)
        self.progress.cancel.clicked.connect(self.cancel_requested)
        self.progress.turned.connect(lambda on: self.setVisible(on or not self._bare))
        line.addWidget(self.progress)
        self.draft = ElidedLabel()
        self.draft.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.draft.setAccessibleName("本机草稿")
        self.draft.setMinimumWidth(1)  # the first to give way, its tip says the rest
        line.addWidget(self.draft)
        self.zoom = self._zoom_button()
        line.addWidget(self.zoom)
        self.show_counts(Counts())
        self.show_draft(DraftState())
        self.show_zoom(100)

    def set_bare(self, *, bare: bool) -> None:
        """Show progress only, and nothing at all while there is none: no text is open."""
        self._bare = bare
        for part in (self.length, self.draft, self.zoom):
            part.setVisible(not bare)
        self.show_counts(self._counts)
        self.setVisible(not bare or not self.progress.isHidden())

    def show_counts(self, counts: Counts) -> None:
        """Show the figures; what there is none of takes no room."""
        self._counts = counts
        narrow = self.width() < NARROW
        self.length.setText(_length_words(counts, narrow=narrow))
        for which, word, *_ in PLACES:
            number = getattr(counts, which)
            button = self.places[which]
            button.setText(str(number) if narrow else f"{word} {number}")
            button.setAccessibleName(f"{word} {number} 处")
            button.setVisible(number > 0 and not self._bare)

    def show_draft(self, state: DraftState) -> None:
        """Show how safe the text is."""
        self.draft.setText(_draft_words(state))
        self.draft.setToolTip(state.trouble or "改动以后一秒半之内自动存下，只存在这台电脑上；存成文件请按 Ctrl+S")
        set_kind(self.draft, "error" if state.trouble else "muted")

    def show_progress(self, text: str, share: float | None = None) -> None:
        """Tell how far work has come, `share` from 0 to 1 or unknown; appears only if it goes on for a while."""
        self.progress.tell(text, share)

    def end_progress(self) -> None:
        """Take the progress away; nothing was ever seen of work that was quick."""
        self.progress.end()

    def show_zoom(self, percent: int) -> None:
        """Show the zoom of the page."""
        self.zoom.setText(f"{percent} % ▾")
        self.zoom.setAccessibleName(f"缩放 {percent} %")
        for action in self.zoom.menu().actions():
            action.setChecked(action.data() == percent)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window get as narrow as its other parts allow."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between words and icons when the width passes the limit."""
        super().resizeEvent(event)
        if (event.size().width() < NARROW) != (event.oldSize().width() < NARROW):
            self.show_counts(self._counts)

    def _place(self, which: str, word: str, icon: str, role: str, tip: str) -> QPushButton:
        button = QPushButton()
        set_kind(button, "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tip)
        button.setText(word)
        button.setAccessibleName(word)
        self._icons.dress(button, icon, role)
        button.clicked.connect(lambda: self.visit_requested.emit(which))
        return button

    def _zoom_button(self) -> QToolButton:
        button = QToolButton()
        button.setToolTip("页面缩放（Ctrl+滚轮，Ctrl+0 还原）")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMinimumWidth(96)
        self._icons.dress(button, "zoom", "muted")
        menu = QMenu(button)
        group = QActionGroup(menu)
        for percent in ZOOMS:
            action = menu.addAction(f"{percent} %")
            action.setCheckable(True)
            action.setData(percent)
            group.addAction(action)
        menu.triggered.connect(lambda action: self.zoom_requested.emit(action.data()))
        button.setMenu(menu)
        return button


class _Progress(QWidget):
    """What is being done, how far it is, and a way to stop it; `turned` tells that it comes (True) or goes."""

    turned = Signal(bool)

    def __init__(self, patience: int) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE[1])
        self.words, self.bar, self.cancel = ElidedLabel(), QProgressBar(), QPushButton("取消")
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words.setMinimumWidth(1)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(96)
        self.bar.setAccessibleName("进度")
        set_kind(self.cancel, "link")
        for part in (self.words, self.bar, self.cancel):
            line.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience)
        self._timer.timeout.connect(self._begin)
        self.hide()

    def tell(self, text: str, share: float | None) -> None:
        self.words.setText(text)
        self.bar.setRange(0, 0 if share is None else 100)
        if share is not None:
            self.bar.setValue(round(share * 100))
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        self.hide()
        self.turned.emit(False)

    def _begin(self) -> None:
        self.show()
        self.turned.emit(True)


def _length_words(counts: Counts, *, narrow: bool) -> str:
    if counts.selected:
        words = f"选中 {counts.selected:,} 字"
        return words if narrow else f"{words} / 全文 {counts.words:,} 字"
    words = f"字数 {counts.words:,}"
    return f"{words} · 约 {counts.minutes} 分钟" if counts.minutes else words


def _draft_words(state: DraftState) -> str:
    if state.trouble:
        return "✕ 草稿没有存成"
    if state.saved:
        return f"本机草稿 已自动保存 {state.saved:%H:%M}"
    return ""
