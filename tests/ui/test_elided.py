"""Text that is shortened, never cut."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistant.ui.elided import ElidedLabel


def test_short_text_stands_whole_and_needs_no_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("定稿")
    qtbot.addWidget(label)
    label.resize(300, 30)
    label.grab()
    assert label.shown_text() == "定稿"
    assert label.toolTip() == ""


def test_a_long_path_keeps_both_ends_and_tells_all_in_its_tip(qtbot: QtBot) -> None:
    path = "D:/工作/" + "很长的文件夹名/" * 12 + "定稿.docx"
    label = ElidedLabel(path, Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.resize(200, 30)
    label.grab()
    assert label.shown_text().startswith("D:")
    assert label.shown_text().endswith(".docx")
    assert len(label.shown_text()) < len(path)
    assert label.toolTip() == path
    assert label.text() == path
