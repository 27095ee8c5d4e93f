"""The dialog about the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.paths import resources
from assistant.ui.dialogs.about import AboutDialog
from assistant.ui.icons import Icons
from assistant.ui.theme import LIGHT
from tests.ui.naming import nameless


def test_it_tells_version_promise_and_facts(qtbot: QtBot) -> None:
    dialog = AboutDialog("0.1.0", ("Qt 6.9.3", "草稿文件夹：D:/数据"), Icons(resources() / "icons", LIGHT))
    qtbot.addWidget(dialog)
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    for part in ("0.1.0", "不联网", "Apache License 2.0", "Qt 6.9.3", "D:/数据"):
        assert part in words


def test_escape_closes_and_all_has_names(qtbot: QtBot) -> None:
    dialog = AboutDialog("0.1.0", (), Icons(resources() / "icons", LIGHT))
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
