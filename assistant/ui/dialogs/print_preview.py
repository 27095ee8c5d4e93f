"""A page as the printer will have it, and the button that prints it; Qt's own preview hides that where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.theme import SPACE, set_kind

_SIZE = (760, 680)


class PrintPreview(QDialog):
    """Shows one page; 打印 asks for the printer and prints it, and only then it is accepted."""

    def __init__(self, document: QTextDocument, printer: QPrinter, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._document, self._printer = document, printer
        self.page = QPrintPreviewWidget(printer, self)
        for part in (self.page, *self.page.findChildren(QWidget)):  # Qt's view in it takes the focus
            part.setAccessibleName(title)
        self.page.paintRequested.connect(document.print_)
        self.size_button = QPushButton("放大(&F)")
        self.size_button.setCheckable(True)
        self.size_button.setAutoDefault(False)
        self.size_button.setToolTip("按页面宽度显示")
        self.size_button.toggled.connect(self._fit)
        self.print_button = QPushButton("打印(&P)…")
        hint = QLabel("A4 纸，纵向，一页。")
        set_kind(hint, "muted")
        close = QPushButton("关闭")
        line = answer_line(self, self.print_button, close, (self.size_button, hint))
        self.print_button.clicked.disconnect(self.accept)
        self.print_button.clicked.connect(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[3], SPACE[2], SPACE[3], SPACE[2])
        column.setSpacing(SPACE[2])
        column.addWidget(self.page, 1)
        column.addLayout(line)
        self.resize(*_SIZE)
        self.page.fitInView()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self, wide: bool) -> None:  # noqa: FBT001 (a slot)
        if wide:
            self.page.fitToWidth()
        else:
            self.page.fitInView()

    def _print(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if chosen:
            self._document.print_(self._printer)
            self.accept()
