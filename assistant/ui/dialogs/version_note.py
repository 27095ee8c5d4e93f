"""Asks what a version should be called."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from assistant.ui.dialogs.short_form import fields, lay_out

_LONGEST = 80
_FIELD = "备注(&N)"
_ABOUT = "版本存在本机，不会写进 Word 文件；以后从“文件 → 历史版本”里查看、对比、恢复，不会自动清理。"


class VersionNoteDialog(QDialog):
    """One field; a version may also stay without a note."""

    def __init__(self, title: str, note: str = "", parent: QWidget | None = None) -> None:
        """`note` is what it is called so far."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.note = QLineEdit(note)
        self.note.setMaxLength(_LONGEST)
        self.note.setPlaceholderText("例如：送书记审定前")
        self.note.setAccessibleName("版本备注")
        self.note.selectAll()
        form = fields()
        form.addRow(_FIELD, self.note)
        lay_out(self, form, _ABOUT, QPushButton("存下"), width=440)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, title: str, note: str = "", parent: QWidget | None = None) -> str | None:
        """Show the field and wait; None if the user changes their mind."""
        dialog = cls(title, note, parent)
        try:
            return dialog.note.text().strip() if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()
