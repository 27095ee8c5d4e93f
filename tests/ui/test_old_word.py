"""An old Word file in the window: shown as a new text, with what is lost said, and saved beside the file."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from assistant.session import open_file
from tests.formats.doc.old_word_files import Par, cell, old_word, row_end
from tests.ui.desk import PATIENCE, opened, program

REPORT = old_word(Par("述职报告", 1), "正文。", cell("项目"), cell("数量"), row_end((0, 2000, 4000)), "结束\x01")


def test_open_edit_and_save(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "稿" / "去年述职.doc"
    old.parent.mkdir()
    old.write_bytes(REPORT)
    offered: list[str] = []

    def choose(_parent: Any, _title: str, name: str, _filter: str) -> tuple[str, str]:
        offered.append(name)
        return name, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with program(qtbot, tmp_path / "data") as desk:
        opened(qtbot, desk, lambda: desk.files.open_path(str(old)))
        (note,) = desk.window.messages.messages()
        assert "图片" in note.text
        cursor = desk.window.editor.textCursor()
        cursor.setPosition(0)
        cursor.insertText("新")
        desk.files.saving.save()
        new = old.with_suffix(".docx")
        qtbot.waitUntil(new.exists, timeout=PATIENCE)
        qtbot.waitUntil(lambda: desk.work is not None and desk.work.file.path == new, timeout=PATIENCE)
    assert offered == [str(new)]
    document = open_file(new).opened.document
    assert [block.text for block in document.blocks] == ["新述职报告", "正文。", "项目", "数量", "结束"]
    assert len(document.tables) == 1
    assert old.read_bytes() == REPORT
