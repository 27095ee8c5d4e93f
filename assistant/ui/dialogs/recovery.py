"""A draft that was never saved to its file, beside that file: seen before it is decided what becomes of it."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.document.block import Document
from assistant.document.side_by_side import Row
from assistant.ui.panels.difference_view import DifferenceView
from assistant.ui.theme import SPACE, Theme, set_kind

SIZE = (980, 640)
"""Width and height at first, in device-independent pixels: it fits a screen of 1366 × 768."""


class Decision(Enum):
    """What the user wants with the draft."""

    CONTINUE = "continue"
    OPEN_FILE = "file"
    DISCARD = "discard"
    LATER = "later"


class RecoveryDialog(QDialog):
    """Shows the draft, or what leads from the file to it, and takes the decision."""

    def __init__(
        self, title: str, facts: str, document: Document, theme: Theme, *, has_file: bool, parent: QWidget | None = None
    ) -> None:
        """Show the draft's text; the difference follows with `show_difference`."""
        super().__init__(parent)
        self.setWindowTitle("未保存的草稿")
        self.resize(*SIZE)
        self.decision = Decision.LATER
        self._document = document
        self._rows: tuple[Row, ...] | None = None
        self.view = DifferenceView(theme)
        self.summary = QLabel("正在与磁盘上的文件比较…" if has_file else "这份草稿还没有存成文件，下面是它的全文。")
        self.changes_only = QCheckBox("只看有改动的段落(&O)")
        self.changes_only.setChecked(True)
        self.changes_only.setEnabled(False)
        self.changes_only.toggled.connect(lambda _: self._fill())
        heading, about = QLabel(title), QLabel(facts)
        set_kind(heading, "heading")
        for label in (about, self.summary):
            set_kind(label, "small")
            label.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(SPACE[2])
        line.addWidget(self.summary, 1)
        if has_file:
            line.addWidget(self.changes_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[1])
        column.addWidget(heading)
        column.addWidget(about)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        column.addSpacing(SPACE[0])
        column.addLayout(self._buttons(has_file=has_file))
        self._fill()

    def show_difference(self, rows: tuple[Row, ...], words: tuple[int, int]) -> None:
        """Show what leads from the file to the draft."""
        self._rows = rows
        changed = sum(not row.same for row in rows)
        said = f"左边是文件，右边是草稿：{changed} 段不同，{words[0]:,} 字 → {words[1]:,} 字。"
        self.summary.setText(said if changed else "草稿与文件里的文字一样，放心删除草稿也不会丢字。")
        self.changes_only.setEnabled(bool(changed))
        self._fill()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is no difference to show; the text of the draft is there all the same."""
        self.summary.setText(f"{sentence.removesuffix('。')}；下面是草稿的全文。")

    def _fill(self) -> None:
        if self._rows is None:
            self.view.show_text(block.label + block.text for block in self._document.blocks)
        else:
            self.view.show_rows(self._rows, ("磁盘上的文件", "草稿"), changes_only=self.changes_only.isChecked())

    def _buttons(self, *, has_file: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        choices = [("接着写草稿(&C)", Decision.CONTINUE), ("打开文件，草稿留着(&F)", Decision.OPEN_FILE)]
        for words, decision in (*choices[: 1 + has_file], ("草稿放进回收站(&D)", Decision.DISCARD)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, chosen=decision: self._decide(chosen))
            if decision is Decision.CONTINUE:
                set_kind(button, "primary")
                button.setDefault(True)
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            line.addWidget(button)
        line.addStretch(1)
        later = QPushButton("以后再说")
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        line.addWidget(later)
        return line

    def _decide(self, decision: Decision) -> None:
        self.decision = decision
        self.accept()
