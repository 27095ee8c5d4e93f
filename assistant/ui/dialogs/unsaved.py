"""Asks what to do with changes that no file holds; whatever the answer, a draft does."""

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget


class Unsaved(Enum):
    """The answers."""

    SAVE = "save"
    KEEP_DRAFT = "keep"
    CANCEL = "cancel"


def ask_unsaved(title: str, parent: QWidget) -> Unsaved:
    """Ask, and wait for the answer."""
    box = QMessageBox(parent)
    box.setWindowTitle("述职助手")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(f"“{title}”还有修改没有存入文件。")
    box.setInformativeText("不保存时，修改留在本机草稿里，下次打开程序可以接着写。")
    save = box.addButton("保存", QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton("不保存，留作草稿", QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is save:
        return Unsaved.SAVE
    return Unsaved.KEEP_DRAFT if clicked is keep else Unsaved.CANCEL
