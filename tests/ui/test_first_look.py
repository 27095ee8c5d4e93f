"""What is said once on opening: sellers' stamps, and that a text is no duty report."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from tests.ui.desk import PATIENCE, opened

REPORT = ("2025年度抓基层党建工作述职报告", "一、主要工作", "全年讲授党课6次。", "二、存在的主要问题", "一是调研不够。")
STAMPED = (REPORT[0], "更多精品材料请联系客服。", *REPORT[1:], "本资料来自网络，仅供参考，请勿照搬。")
NOTICE = (
    "关于召开年度工作会议的通知",
    "各支部：",
    "定于1月8日召开会议，请准时参加。",
    "青石镇党委办公室",
    "2026年1月5日",
)


@pytest.fixture
def open_text(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> Callable[..., None]:
    def run(*lines: str) -> None:
        path = tmp_path / "文稿.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        opened(qtbot, desk, lambda: desk.files.open_path(str(path)))

    return run


def said(desk: Coordinator) -> list[str]:
    return [message.text for message in desk.window.messages.messages()]


def press(desk: Coordinator, label: str) -> None:
    buttons = desk.window.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == label).click()


def lines(desk: Coordinator) -> tuple[str, ...]:
    return tuple(block.text for block in desk.window.editor.bridge.picture().document.blocks)


def test_stamps_are_counted_and_taken_out_in_one_undo_step(desk: Coordinator, open_text: Callable[..., None]) -> None:
    open_text(*STAMPED)
    (words,) = said(desk)
    assert words.startswith("文中有 2 处网站、卖稿字样或者页码")
    press(desk, "全部删去")
    assert lines(desk) == REPORT
    assert said(desk) == ["删去了 2 处，Ctrl+Z 撤销。"]
    desk.window.editor.undo()
    assert lines(desk) == STAMPED


def test_page_notes_are_counted_with_them(desk: Coordinator, open_text: Callable[..., None]) -> None:
    open_text(*REPORT[:3], "第 2 页 共 6 页", *REPORT[3:], "本文来源于公文写作网，更多范文请关注公众号")
    (words,) = said(desk)
    assert words.startswith("文中有 2 处")
    press(desk, "全部删去")
    assert lines(desk) == REPORT


def test_taking_them_out_leaves_the_user_where_they_are(desk: Coordinator, open_text: Callable[..., None]) -> None:
    open_text(*REPORT, *("抓好学习，推动落实。" for _ in range(80)), STAMPED[1], STAMPED[-1])
    editor = desk.window.editor
    assert editor.textCursor().position() == 0
    press(desk, "全部删去")
    assert lines(desk)[-1] == "抓好学习，推动落实。"
    assert editor.textCursor().position() == 0
    assert editor.verticalScrollBar().value() == 0


def test_they_stay_where_the_user_wants_them(desk: Coordinator, open_text: Callable[..., None]) -> None:
    open_text(*STAMPED)
    press(desk, "先不动")
    assert lines(desk) == STAMPED
    assert said(desk) == []


def test_a_clean_report_is_opened_without_a_word(desk: Coordinator, open_text: Callable[..., None]) -> None:
    open_text(*REPORT)
    assert said(desk) == []


def test_a_notice_gets_one_sentence_and_no_missing_sections(
    qtbot: QtBot, desk: Coordinator, open_text: Callable[..., None]
) -> None:
    open_text(*NOTICE)
    (words,) = said(desk)
    assert "不像述职报告" in words
    desk.full_check()
    qtbot.waitUntil(lambda: not desk.desk().calm, timeout=PATIENCE)
    assert [finding for finding in desk.desk().analysis.findings if finding.role is not None] == []
    assert all(not report.missing for report in desk.desk().analysis.reports)


def test_with_nothing_certainly_wrong_the_list_says_how_much_more_there_is(
    desk: Coordinator, open_text: Callable[..., None], qtbot: QtBot
) -> None:
    open_text(*REPORT, "三、下一步工作打算", "一是多到支部调研。")
    panel = desk.window.findings
    rest = len(desk.desk().analysis.findings)
    assert rest
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    assert "没有必错" in words
    assert f"其余 {rest} 条在按“校对”后显示" in words
    panel.check.click()
    qtbot.waitUntil(lambda: f"共 {rest} 处" in [label.text() for label in panel.findChildren(QLabel)], timeout=PATIENCE)
