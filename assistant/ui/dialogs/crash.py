"""The calm dialog after a mistake of ours: what is safe, and a report to copy."""

import platform
import traceback
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from assistant.ui.icons import Icons
from assistant.ui.theme import SPACE, set_kind


class AfterCrash(Enum):
    """What the user wants next."""

    GO_ON = "继续"
    QUIT = "退出"


def crash_report(error: BaseException, version: str) -> str:
    """Return what a developer needs: versions and where it happened, without the user's text in it.

    The message of the error is left out: it could quote the document.
    """
    from PySide6.QtCore import qVersion

    frames = traceback.extract_tb(error.__traceback__)
    where = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    head = f"述职助手 {version} · Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}"
    return "\n".join((head, type(error).__name__, *where))


class CrashDialog(QDialog):
    """Says in one sentence what is safe, and lets the user go on or quit."""

    def __init__(self, report: str, icons: Icons, *, draft_saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("述职助手")
        self.choice = AfterCrash.GO_ON
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        column.addLayout(_headline(icons, saved=draft_saved))
        caption = QLabel("出错报告(&R)　只有程序信息，没有稿子里的文字；发给维护人员有助于改好它。")
        caption.setWordWrap(True)
        set_kind(caption, "small")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("出错报告")
        self.report.setTabChangesFocus(True)
        caption.setBuddy(self.report)
        column.addWidget(caption)
        column.addWidget(self.report, 1)
        column.addLayout(self._buttons())
        self.resize(640, 380)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(SPACE[1])
        self.copy, self.quit, self.stay = QPushButton("复制报告"), QPushButton("退出程序"), QPushButton("继续写")
        self.stay.setDefault(True)
        for button in (self.copy, self.quit):
            button.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.quit.clicked.connect(self._leave)
        self.stay.clicked.connect(self.accept)
        line.addWidget(self.copy)
        line.addStretch(1)
        line.addWidget(self.quit)
        line.addWidget(self.stay)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("已复制")

    def _leave(self) -> None:
        self.choice = AfterCrash.QUIT
        self.accept()


def _headline(icons: Icons, *, saved: bool) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE[2])
    picture = QLabel()
    picture.setPixmap(icons.pixmap("done" if saved else "warning", "accent" if saved else "suspect", 32))
    words = QVBoxLayout()
    words.setSpacing(SPACE[0])
    title = QLabel("您的稿子已存为本机草稿" if saved else "草稿没能存成，请先把文字复制到别处")
    set_kind(title, "heading")
    detail = QLabel(
        "程序刚才出了一个错，那一步操作没有做完；可以继续写，也可以退出，下次打开时会问您是否接着这份草稿写。"
        if saved
        else "程序刚才出了一个错，那一步操作没有做完；请按“继续写”，回到窗口里全选、复制文字，再退出程序。"
    )
    detail.setWordWrap(True)
    words.addWidget(title)
    words.addWidget(detail)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return line
