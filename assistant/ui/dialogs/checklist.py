"""检查单 before it is printed: the page as it will be, and where it can go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from assistant.ui.theme import SPACE, set_kind

_SIZE = (860, 680)


class ChecklistDialog(QDialog):
    """Shows the page; `print_wanted` and `pdf_wanted` are served by who opened it."""

    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, document: QTextDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("检查单")
        self.document = document
        self.view = QTextBrowser()
        self.view.setAccessibleName("检查单")
        self.view.setProperty("kind", "paper")
        self.view.setDocument(document.clone(self.view))  # the view lays its own out to its width
        self.said = QLabel("这张单子给核对人和签字人看，只列还没有处理的。")
        self.said.setWordWrap(True)
        set_kind(self.said, "muted")
        self.print_button, self.pdf_button, self._close = (
            QPushButton("预览和打印(&P)…"),
            QPushButton("存为 PDF(&S)…"),
            QPushButton("关闭"),
        )
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self.print_wanted)
        self.pdf_button.clicked.connect(self.pdf_wanted)
        self._close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        line.addWidget(self.said, 1)
        for button in (self.pdf_button, self.print_button, self._close):
            button.setAutoDefault(button is self.print_button)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[2])
        column.addWidget(self.view, 1)
        column.addLayout(line)
        self.resize(*_SIZE)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say what happened, beside the buttons."""
        self.said.setText(words)
