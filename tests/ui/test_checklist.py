"""检查单 at the desk: one page, shown, previewed for printing, saved as PDF."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from assistant.checklist import Checklist, Point, Quote
from assistant.checklist_page import page
from assistant.checks.rule import Level
from assistant.ui.checklist_commands import ChecklistCommands
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.checklist import ChecklistDialog
from assistant.ui.dialogs.print_preview import PrintPreview
from assistant.ui.features import features_of
from assistant.ui.one_page import one_page, pdf
from tests.ui.desk import PATIENCE, writing
from tests.ui.naming import nameless

LINES = ("2025年度抓基层党建工作述职报告", "一、主要工作", "会议部暑了任务，全年讲授党课6次。")


def crowded(points: int) -> Checklist:
    found = tuple(Point("字词", Level.ERROR, "一、主要工作", f"第{n}句写错了。", "应为别的字。") for n in range(points))
    lines = tuple(f"第{n}件事没有办好" for n in range(30))
    quotes = tuple(Quote(f"第{n}句话要牢记在心", "习近平总书记", checked=False) for n in range(30))
    return Checklist(
        "稿", "青石镇党委", "李明", date(2026, 1, 5), 3000, 14, points=found, unmatched=lines, quotes=quotes
    )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


@pytest.mark.parametrize("points", [0, 3, 200])
def test_it_is_always_one_page_and_says_what_is_left_out(qapp: QApplication, points: int) -> None:
    content = crowded(points)
    document = one_page(lambda most: page(content, most), points)
    assert document.pageCount() == 1
    text = document.toPlainText()
    assert "签字人" in text
    listed = len(re.findall("写错了", text))
    assert ("没有列出" in text) == (listed < points)
    assert listed >= min(points, 3)


def test_the_pdf_has_that_page(qapp: QApplication) -> None:
    content = crowded(3)
    data = pdf(one_page(lambda most: page(content, most), 3), "检查单")
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1


def commands(desk: Coordinator) -> ChecklistCommands:
    return features_of(desk).checking.checklist


def in_dialog(qtbot: QtBot, desk: Coordinator, act: Callable[[ChecklistDialog], None]) -> None:
    """Choose the command, do something while the page is shown, and close it."""
    done: list[bool] = []

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, ChecklistDialog):
            QTimer.singleShot(20, run)
            return
        try:
            act(dialog)
        finally:
            done.append(True)
            dialog.accept()

    QTimer.singleShot(0, run)
    desk.window.action("checklist").trigger()
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)


def test_the_page_is_about_the_text_on_the_desk(qtbot: QtBot, desk: Coordinator) -> None:
    seen: list[str] = []

    def read(dialog: ChecklistDialog) -> None:
        page_size = dialog.document.pageSize()
        assert page_size.height() == pytest.approx(page_size.width() * 297 / 210)
        seen.append(dialog.view.toPlainText())
        assert nameless(dialog) == []

    in_dialog(qtbot, desk, read)
    assert LINES[0] in seen[0]
    assert "部暑" in seen[0]


def test_it_has_what_the_first_look_at_a_text_leaves_out(qtbot: QtBot, desk: Coordinator) -> None:
    desk.window.editor.textCursor().insertText("用心用情解决了26户的困难，折核资金4.7万元。")
    seen: list[str] = []
    in_dialog(qtbot, desk, lambda dialog: seen.append(dialog.view.toPlainText()))
    assert "折核" in seen[0]


def test_it_is_saved_as_pdf(qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "单子"), ""))

    def save(dialog: ChecklistDialog) -> None:
        dialog.pdf_button.click()
        qtbot.waitUntil(lambda: "已存为" in dialog.said.text(), timeout=PATIENCE)

    in_dialog(qtbot, desk, save)
    assert (tmp_path / "单子.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "没有" / "单子.pdf"), ""))

    def save(dialog: ChecklistDialog) -> None:
        dialog.pdf_button.click()
        qtbot.waitUntil(lambda: "不在了" in dialog.said.text(), timeout=PATIENCE)

    in_dialog(qtbot, desk, save)


def test_it_is_previewed_before_it_is_printed(qtbot: QtBot, desk: Coordinator) -> None:
    titles: list[str] = []
    silent: list[str] = []
    hidden: list[str] = []

    def close_preview() -> None:
        preview = QApplication.activeModalWidget()
        if isinstance(preview, ChecklistDialog):
            QTimer.singleShot(20, close_preview)
            return
        titles.append(preview.windowTitle())
        silent.extend(nameless(preview))
        hidden.extend(
            button.text()
            for button in preview.findChildren(QPushButton)
            if not preview.rect().contains(button.geometry())
        )
        preview.size_button.click()
        preview.close()

    def look(dialog: ChecklistDialog) -> None:
        QTimer.singleShot(0, close_preview)
        dialog.print_button.click()

    in_dialog(qtbot, desk, look)
    assert titles == ["检查单打印预览"]
    assert not silent
    assert not hidden


@pytest.mark.parametrize(("answer", "printed"), [(QDialog.DialogCode.Accepted, 1), (QDialog.DialogCode.Rejected, 0)])
def test_it_is_printed_where_the_user_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode, printed: int
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: answer)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "纸.pdf"))
    preview = PrintPreview(QTextDocument("检查单"), printer, "检查单打印预览")
    qtbot.addWidget(preview)
    preview.show()
    preview.print_button.click()
    assert len(list(tmp_path.glob("*.pdf"))) == printed
    assert preview.isVisible() is not bool(printed)
