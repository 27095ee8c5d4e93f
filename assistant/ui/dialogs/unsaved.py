"""Asks what to do with changes that no file holds; whatever the answer, a draft does."""

from enum import Enum

from PySide6.QtWidgets import QWidget

from assistant.ui.dialogs.question import Role, ask


class Unsaved(Enum):
    """The answers."""

    SAVE = "save"
    KEEP_DRAFT = "keep"
    CANCEL = "cancel"


def ask_unsaved(title: str, parent: QWidget) -> Unsaved:
    """Ask, and wait for the answer."""
    answers = (
        ("保存", Role.AcceptRole),
        ("不保存，留作草稿", Role.DestructiveRole),
        ("取消", Role.RejectRole),
    )
    question = f"“{title}”还有修改没有存入文件。"
    detail = "不保存时，修改留在本机草稿里，下次打开程序可以接着写。"
    return tuple(Unsaved)[ask(parent, "述职助手", question, detail, *answers)]
