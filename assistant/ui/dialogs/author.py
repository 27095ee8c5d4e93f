"""Asks the name that stands at revisions and comments made here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from assistant.ui.dialogs.short_form import fields, lay_out

_LONGEST = 60
_ABOUT = "您的修订和批注会带上这个名字，随文件保存，收到文件的人都能看到；名字记在本机，下次不用再填。"


class AuthorDialog(QDialog):
    """One field; a name has to be given."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """`name` is the one used last, empty the first time."""
        super().__init__(parent)
        self.setWindowTitle("修订署名")
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText("例如：李明，或 组织办")
        self.name.setAccessibleName("署名")
        self.name.selectAll()
        self.accept_button = QPushButton("确定")
        form = fields()
        form.addRow("署名(&N)", self.name)
        lay_out(self, form, _ABOUT, self.accept_button, width=420)
        self.name.textChanged.connect(self._check)
        self._check()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> str:
        """Return the name as it stands now, without white space around it."""
        return self.name.text().strip()

    @classmethod
    def ask(cls, name: str = "", parent: QWidget | None = None) -> str | None:
        """Show the field and wait; None if the user changes their mind."""
        dialog = cls(name, parent)
        try:
            return dialog.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def _check(self) -> None:
        self.accept_button.setEnabled(bool(self.value()))
