"""The list of keys, read from the actions."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.ui.actions import COMMANDS, MENUS
from assistant.ui.dialogs.shortcuts import ShortcutGroup, ShortcutsDialog, group_of
from tests.ui.naming import nameless


def action(text: str, *keys: str) -> QAction:
    result = QAction(text)
    result.setShortcuts([QKeySequence(key) for key in keys])
    return result


def test_keys_come_from_the_actions_themselves(qtbot: QtBot) -> None:
    actions = [action("打开(&O)…", "Ctrl+O"), action("另存为(&A)…", "F12", "Ctrl+Shift+S"), action("关于")]
    assert group_of("文件", actions) == ShortcutGroup("文件", (("Ctrl+O", "打开"), ("F12 或 Ctrl+Shift+S", "另存为")))


def test_groups_are_shown_and_empty_ones_left_out(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog((ShortcutGroup("文件", (("Ctrl+O", "打开"),)), ShortcutGroup("插入", ())))
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words == ["文件", "打开", "Ctrl+O"]


def test_escape_closes_and_all_has_names(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog((ShortcutGroup("文件", (("Ctrl+O", "打开"),)),))
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_no_letter_is_used_twice_in_a_menu() -> None:
    for menu in MENUS:
        letters = re.findall(r"\(&(.)\)", "".join(one.text for one in COMMANDS if one.menu == menu))
        assert sorted(letters) == sorted(set(letters)), menu
