"""文稿库, from the menu to the text: the whole program, real widgets, real worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assistant.storage.drafts import DraftStore
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.library import LibraryWindow
from assistant.ui.dialogs.past_reports import PastReportsDialog
from assistant.ui.features import features_of
from assistant.ui.panels.card import Card
from assistant.ui.storing import DATABASE
from tests.builders import doc
from tests.ui.desk import PATIENCE, opened, program

LAST_YEAR = doc("2024年度抓基层党建工作述职报告", "一、主要工作", "全年开展理论学习12次，建立台账。", "开展谈心谈话。")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    store = DraftStore(data / DATABASE)
    store.past.add("2024述职.docx", LAST_YEAR, "a", kind="grassroots-party-building", year=2024)
    store.close()
    return data


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[Coordinator]:
    with program(qtbot, folder) as coordinator:
        yield coordinator


def library(qtbot: QtBot, desk: Coordinator) -> LibraryWindow:
    desk.window.action("library").trigger()
    view = features_of(desk).keeping.library.view
    assert view is not None
    qtbot.waitUntil(lambda: view.list.model().rowCount() > 0, timeout=PATIENCE)
    return view


def listed(view: LibraryWindow) -> list[str]:
    model = view.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_past_reports_are_listed_shown_and_searched(qtbot: QtBot, desk: Coordinator) -> None:
    view = library(qtbot, desk)
    assert listed(view) == ["2024述职.docx"]
    qtbot.waitUntil(lambda: "谈心谈话" in view.text.toPlainText(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: view.chosen() is not None and view.chosen().about.characters > 0, timeout=PATIENCE)
    view.head.search.setText("理论")
    qtbot.waitUntil(lambda: view.count.text() == "1 份，1 段", timeout=PATIENCE)
    assert view.text.textCursor().selectedText() == "理论"
    view.head.search.setText("没有这个词")
    qtbot.waitUntil(view.note.isVisible, timeout=PATIENCE)
    assert "没有找到" in view.note.text()
    view.head.search.clear()
    qtbot.waitUntil(lambda: listed(view) == ["2024述职.docx"], timeout=PATIENCE)


def test_a_passage_is_put_into_the_text_with_its_year(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    report = tmp_path / "今年.txt"
    report.write_text("2025年度抓基层党建工作述职报告\n一、主要工作\n今年的第一段。\n", encoding="utf-8")
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
    view = library(qtbot, desk)
    view.head.source.setCurrentIndex(view.head.source.findData("past"))
    qtbot.waitUntil(lambda: "谈心谈话" in view.text.toPlainText(), timeout=PATIENCE)
    view.head.search.setText("理论学习")
    qtbot.waitUntil(lambda: view.text.textCursor().selectedText() == "理论学习", timeout=PATIENCE)
    cursor = view.text.textCursor()
    cursor.setPosition(cursor.selectionEnd())
    view.text.setTextCursor(cursor)
    before = desk.window.editor.toPlainText()
    qtbot.mouseClick(view.take_button, Qt.MouseButton.LeftButton)
    lines = desk.window.editor.toPlainText().split("\n")
    assert lines[1] == "【摘自2024年报告，核对后删去】全年开展理论学习12次，建立台账。"
    desk.window.action("undo").trigger()
    assert desk.window.editor.toPlainText() == before


def test_with_no_text_open_nothing_can_be_put_into_it(qtbot: QtBot, desk: Coordinator) -> None:
    assert not library(qtbot, desk).take_button.isEnabled()


def test_a_past_report_can_be_written_on_as_a_copy(qtbot: QtBot, desk: Coordinator) -> None:
    view = library(qtbot, desk)
    opened(qtbot, desk, lambda: qtbot.mouseClick(view.copy_button, Qt.MouseButton.LeftButton))
    assert "全年开展理论学习12次" in desk.window.editor.toPlainText()
    assert desk.desk().file.path is None


def test_a_text_can_be_exported(
    qtbot: QtBot, desk: Coordinator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "导出.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    view = library(qtbot, desk)
    qtbot.mouseClick(view.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=PATIENCE)
    assert "建立台账" in target.read_text(encoding="utf-8")


def test_a_draft_is_found_and_opened_again(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    report = tmp_path / "今年.txt"
    report.write_text("2025年度抓基层党建工作述职报告\n一、主要工作\n独一无二的一句。\n", encoding="utf-8")
    opened(qtbot, desk, lambda: desk.files.open_path(str(report)))
    qtbot.keyClicks(desk.window.editor, "Q")
    assert desk.drafting.flush()
    desk.window.editor.document().setModified(False)
    desk.close_text()
    view = library(qtbot, desk)
    qtbot.waitUntil(lambda: "今年.txt" in listed(view), timeout=PATIENCE)
    view.head.search.setText("独一无二")
    qtbot.waitUntil(lambda: listed(view) == ["今年.txt"], timeout=PATIENCE)
    opened(qtbot, desk, lambda: qtbot.mouseClick(view.open_button, Qt.MouseButton.LeftButton))
    assert desk.window.editor.toPlainText().startswith("Q")


def test_a_removed_past_report_is_gone(qtbot: QtBot, desk: Coordinator) -> None:
    view = library(qtbot, desk)
    qtbot.mouseClick(view.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed(view) == [], timeout=PATIENCE)
    assert "导入往年报告" in view.note.text()


def test_the_start_page_leads_to_the_library(qtbot: QtBot, desk: Coordinator) -> None:
    card = next(card for card in desk.window.start_page.findChildren(Card) if "文稿库" in card.accessibleName())
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    view = features_of(desk).keeping.library.view
    assert view is not None
    qtbot.waitUntil(lambda: listed(view) == ["2024述职.docx"], timeout=PATIENCE)


def test_past_reports_are_brought_in_from_here(
    qtbot: QtBot, desk: Coordinator, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PastReportsDialog] = []

    def exec_(dialog: PastReportsDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(PastReportsDialog, "exec", exec_)
    view = library(qtbot, desk)
    qtbot.mouseClick(view.head.import_button, Qt.MouseButton.LeftButton)
    assert len(shown) == 1


def test_the_library_goes_with_the_window(qtbot: QtBot, desk: Coordinator) -> None:
    view = library(qtbot, desk)
    desk.window.close()
    assert not view.isVisible()
