"""雷同检查 at the desk: what is offered, what is found, side by side, stopped, and led back to the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from assistant.document.block import Document
from assistant.storage.drafts import DraftStore
from assistant.ui.coordinator import Coordinator
from assistant.ui.dialogs.overlap import OverlapDialog
from assistant.ui.features import features_of
from assistant.ui.storing import DATABASE
from tests.builders import text as document_of
from tests.ui.desk import PATIENCE, writing
from tests.ui.naming import nameless

COPIED = "各支部把学习笔记挂在走廊里让群众随时翻看提意见"
LINES = (
    "青石镇党委2025年度抓基层党建工作述职报告",
    "一、主要工作",
    f"今年抓学习有新办法。{COPIED}。",
    "二、下步打算",
    "多到支部去，少开长会。",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "别处的稿子"
    made.mkdir()
    (made / "甲.txt").write_text(f"前言。\n他们说，{COPIED}，效果好。\n", encoding="utf-8")
    (made / "乙.txt").write_text("写的完全是别的事情。\n", encoding="utf-8")
    return made


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Coordinator]:
    with writing(qtbot, tmp_path, LINES) as coordinator:
        yield coordinator


def shown(desk: Coordinator) -> OverlapDialog:
    desk.window.action("overlap").trigger()
    dialog = features_of(desk).reuse.overlap.dialog
    assert dialog is not None
    return dialog


def finished(qtbot: QtBot, dialog: OverlapDialog) -> None:
    qtbot.waitUntil(lambda: "比对了" in dialog.told, timeout=PATIENCE)


def words(dialog: OverlapDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def keep_past(tmp_path: Path, document: Document) -> None:
    store = DraftStore(tmp_path / "data" / DATABASE)
    store.past.add("2023年述职.docx", document, "0" * 64)
    store.close()


def test_nothing_to_compare_with_cannot_be_started(desk: Coordinator) -> None:
    dialog = shown(desk)
    assert not dialog.start.isEnabled()
    assert "还没有" in dialog.past.text()
    assert dialog.last_year.isHidden()
    assert nameless(dialog) == []


def test_a_folder_is_compared_sentence_by_sentence(
    qtbot: QtBot, desk: Coordinator, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    dialog = shown(desk)
    dialog.choose.click()
    dialog.start.click()
    finished(qtbot, dialog)
    assert "比对了 2 份" in dialog.told
    assert "1 句" in dialog.told
    row = dialog.tree.current_row()
    assert row.words == f"{COPIED}。"
    assert row.source == "甲.txt"
    told = words(dialog)
    assert "他们说" in told
    assert told.count(f'">{COPIED}</span>') == 2


def test_the_text_shows_the_sentence_that_is_chosen(qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
    dialog = shown(desk)
    dialog.set_folder(folder)
    dialog.start.click()
    finished(qtbot, dialog)
    dialog.jump.click()
    assert desk.window.editor.textCursor().selectedText() == f"{COPIED}。"


def test_past_reports_are_compared_with(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    keep_past(tmp_path, document_of(f"{COPIED}。"))
    dialog = shown(desk)
    qtbot.waitUntil(dialog.past.isEnabled, timeout=PATIENCE)
    assert dialog.past.text() == "往年报告 1 份"
    dialog.start.click()
    finished(qtbot, dialog)
    assert dialog.tree.current_row().source == "2023年述职.docx"


def test_the_text_itself_and_what_cannot_be_read_are_left_out(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04broken")
    dialog = shown(desk)
    dialog.set_folder(tmp_path)
    dialog.start.click()
    finished(qtbot, dialog)
    assert "比对了 0 份" in dialog.told
    assert "1 份没能读：坏.docx" in words(dialog)


def test_it_can_be_stopped_and_begun_again(qtbot: QtBot, desk: Coordinator, folder: Path) -> None:
    dialog = shown(desk)
    dialog.set_folder(folder)
    dialog.start.click()
    assert dialog.start.text().startswith("取消")
    dialog.start.click()
    assert "已经取消" in dialog.told
    dialog.start.click()
    finished(qtbot, dialog)


def test_a_folder_that_has_gone_is_told(qtbot: QtBot, desk: Coordinator, tmp_path: Path) -> None:
    dialog = shown(desk)
    dialog.set_folder(tmp_path / "没有")
    dialog.start.click()
    qtbot.waitUntil(lambda: "打不开文件夹" in dialog.told, timeout=PATIENCE)
    assert dialog.start.text().startswith("开始")


def test_another_text_closes_it(desk: Coordinator) -> None:
    dialog = shown(desk)
    desk.close_text()
    assert not dialog.isVisible()
