"""The page behind F1: every key the program knows, read from the actions themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.dialogs.answer_line import ANSWER_WIDTH
from assistant.ui.theme import SPACE, set_kind

WIDTH, HEIGHT = 760, 600
"""Largest size of the list in device-independent pixels; it fits a screen of 1366 × 768 at 100 %."""


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """Keys that belong together: pairs of what to press and what it does."""

    title: str
    rows: tuple[tuple[str, str], ...]


def group_of(title: str, actions: Iterable[QAction]) -> ShortcutGroup:
    """Return the keys of actions as the user sees them in the menus; an action without a key is left out."""
    style = QKeySequence.SequenceFormat.NativeText
    rows = []
    for action in actions:
        keys = " 或 ".join(keys.toString(style) for keys in action.shortcuts())
        if keys:
            rows.append((keys, action.toolTip() if not action.text() else _plain(action.text())))
    return ShortcutGroup(title, tuple(rows))


class ShortcutsDialog(QDialog):
    """Shows groups of keys in two columns."""

    def __init__(self, groups: tuple[ShortcutGroup, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE[2])
        column.setSpacing(SPACE[2])
        pages = _pages(tuple(group for group in groups if group.rows))
        column.addWidget(pages, 1)
        close = QPushButton("关闭")
        close.setDefault(True)
        close.setMinimumWidth(ANSWER_WIDTH)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE[4], 0, SPACE[4], 0)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.resize(WIDTH, min(HEIGHT, pages.widget().sizeHint().height() + close.sizeHint().height() + 3 * SPACE[2]))


def _pages(groups: tuple[ShortcutGroup, ...]) -> QScrollArea:
    page = QWidget()
    line = QHBoxLayout(page)
    line.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[1])
    line.setSpacing(SPACE[4] * 2)
    halves = (QVBoxLayout(), QVBoxLayout())
    lengths = [0, 0]
    for half in halves:
        half.setSpacing(SPACE[1])
        line.addLayout(half, 1)
    for group in groups:
        shorter = lengths.index(min(lengths))
        lengths[shorter] += len(group.rows) + 2
        _add(halves[shorter], group)
    for half in halves:
        half.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName("快捷键一览")
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setWidget(page)
    return area


def _add(column: QVBoxLayout, group: ShortcutGroup) -> None:
    title = QLabel(group.title)
    set_kind(title, "heading")
    column.addWidget(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE[3])
    grid.setVerticalSpacing(SPACE[0])
    for row, (keys, meaning) in enumerate(group.rows):
        grid.addWidget(QLabel(meaning), row, 0)
        key = QLabel(keys)
        set_kind(key, "muted")
        grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    column.addLayout(grid)
    column.addSpacing(SPACE[2])


def _plain(text: str) -> str:
    """Return a menu text without its mnemonic: 打开(&O)… → 打开."""
    return text.partition("(&")[0].replace("&", "").removesuffix("…")
