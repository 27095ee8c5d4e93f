"""A text of hundreds of pages: on the desk at once, its findings a little later."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from assistant.worker import LONG
from tests.ui.desk import PATIENCE, opened

STAMP = "更多精品材料请联系客服。"


def words(desk: Coordinator) -> list[str]:
    panes = (desk.window.findings, desk.window.messages)
    return [label.text() for pane in panes for label in pane.findChildren(QLabel)]


def test_it_is_shown_while_it_is_still_being_checked(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    lines = [STAMP, "2025年度抓基层党建工作述职报告", "一、主要工作", *["会议部暑了工作。"] * LONG]
    path.write_text("\n".join(lines), encoding="utf-8")
    opened(qtbot, desk, lambda: desk.files.open_path(str(path)))
    assert not desk.desk().analysis.checked
    assert "正在检查，稍后这里显示结果。" in words(desk)
    assert not any("没有发现" in one for one in words(desk))
    qtbot.waitUntil(lambda: desk.desk().analysis.checked, timeout=PATIENCE)
    assert any(finding.text == "部暑" for finding in desk.desk().analysis.findings)
    assert any("卖稿字样" in one for one in words(desk)), "what is said on opening waits for the check"
