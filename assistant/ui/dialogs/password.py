"""Asks for the password of a parcel: a new one twice, a known one once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.transfer.sealing import SHORTEST
from assistant.ui.dialogs.answer_line import answer_line
from assistant.ui.theme import SPACE, set_kind

_NEW = (
    "草稿和历史版本、往年报告、单位资料、词库、素材和设置，打包成一个加密文件，带到另一台电脑上用。"
    "没有密码谁也打不开，忘了也找不回来，请记牢。"
)
_KNOWN = "带回来的内容和这台电脑上的合在一起：两边都有的稿子，两个版本都留着，什么也不会丢。"


class PasswordDialog(QDialog):
    """One field, or two alike; 确定 is offered when they will do."""

    def __init__(self, *, new: bool, name: str = "", parent: QWidget | None = None) -> None:
        """Ask for a password being chosen (`new`), or for the one of the file `name`."""
        super().__init__(parent)
        self.setWindowTitle("带走" if new else "带回")
        self._new = new
        self.first, self.again = _field("密码"), _field("再输一遍")
        self.visible = QCheckBox("显示密码(&V)")
        self.trouble = QLabel()
        self.accept_button = QPushButton("打包" if new else "带回")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE[4], SPACE[3], SPACE[4], SPACE[3])
        column.setSpacing(SPACE[2])
        note = QLabel(_NEW if new else f"“{name}”\n{_KNOWN}")
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setWordWrap(True)
        column.addWidget(note)
        column.addLayout(self._form())
        set_kind(self.trouble, "small")
        self.trouble.setMinimumHeight(self.trouble.sizeHint().height())
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(answer_line(self, self.accept_button))
        self.setMinimumWidth(460)
        for field in (self.first, self.again):
            field.textChanged.connect(lambda _: self._judge())
        self.visible.toggled.connect(self._show)
        self._judge()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, *, new: bool, name: str = "", parent: QWidget | None = None) -> str | None:
        """Show the dialog and wait; None if the user changes their mind."""
        dialog = cls(new=new, name=name, parent=parent)
        try:
            return dialog.first.text() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def _judge(self) -> None:
        """Say what is missing, quietly, and offer 确定 when nothing is."""
        first, again = self.first.text(), self.again.text()
        words = ""
        if self._new and len(first) < SHORTEST:
            words = f"密码至少 {SHORTEST} 个字符。"
        elif self._new and first != again:
            words = "两次输入的密码不一样。" if again else "请再输一遍。"
        self.trouble.setText(words)
        self.accept_button.setEnabled(bool(first) and not words)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 (a signal's argument)
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.first, self.again):
            field.setEchoMode(mode)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(SPACE[2])
        form.setVerticalSpacing(SPACE[2])
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.addRow("密码(&P)", self.first)
        if self._new:
            form.addRow("再输一遍(&R)", self.again)
        form.addRow("", self.visible)
        return form


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(200)
    field.setAccessibleName(name)
    return field
