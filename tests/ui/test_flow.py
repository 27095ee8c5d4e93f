"""The main job, end to end, as a newcomer does it: every step through a real widget."""

import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from assistant.formats.docx import reader
from assistant.paths import resources
from assistant.ui.coordinator import Coordinator
from assistant.ui.models.outline_rows import OutlineRow
from assistant.ui.panels.row_tree import RowTree
from tests.ui.desk import PATIENCE, analysed, drafts, opened


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    """Last year's report as a Word file."""
    path = tmp_path / "去年 的报告.docx"
    shutil.copy(resources() / "sample.docx", path)
    return path


def rows(tree: RowTree) -> list[OutlineRow]:
    """Return the rows of a tree, top to bottom."""
    model = tree.model()

    def below(parent: QModelIndex) -> list[OutlineRow]:
        found = []
        for i in range(model.rowCount(parent)):
            index = model.index(i, 0, parent)
            found.append(index.data(Qt.ItemDataRole.UserRole))
            found += below(index)
        return found

    return below(tree.rootIndex())


def text_of(path: Path) -> list[str]:
    return [block.text for block in reader.read(path.read_bytes()).document.blocks]


def compose(desk: Coordinator, text: str) -> None:
    """Commit a text as a Chinese input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(desk.window.editor, event)


def test_from_last_years_report_to_a_saved_file(
    qtbot: QtBot, desk: Coordinator, last_year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, editor = desk.window, desk.window.editor
    before = text_of(last_year)

    # Open: by the toolbar's command, as a newcomer would.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(last_year), ""))
    opened(qtbot, desk, window.action("open").trigger)
    assert last_year.name in window.windowTitle()

    # See the outline and what is missing.
    shown = rows(window.outline.tree)
    assert [row.text for row in shown if row.level == 1 and row.number] == ["主要工作", "存在的主要问题", "下步打算"]
    ghosts = {row.role: row for row in shown if row.ghost}
    assert {"rectification", "causes"} <= set(ghosts)

    # Put in the missing section: the ghost row's button, by keyboard.
    tree = window.outline.tree
    tree.show_row(ghosts["rectification"].key)
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    inserted = [block.text for block in editor.bridge.picture().document.blocks]
    heading = next(i for i, text in enumerate(inserted) if text.startswith("一、") and "整改" in text)
    assert "二、主要工作" in inserted, "the sections behind are counted on"
    assert editor.textCursor().selectedText().startswith("【"), "the first blank is selected"
    analysed(qtbot, desk)
    assert "rectification" not in {row.role for row in rows(window.outline.tree) if row.ghost}

    # Insert a suggested phrase and fill its blanks.
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: desk.work.analysis.role == "rectification" and bool(desk.work.analysis.suggestions), timeout=PATIENCE
    )
    analysed(qtbot, desk)
    phrase = desk.work.analysis.suggestions[0].phrase.text
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert phrase in editor.toPlainText()
    blanks = 0
    while editor.textCursor().selectedText().startswith("【"):
        compose(desk, f"填{blanks}")
        blanks += 1
        if "【" not in editor.textCursor().block().text():
            break
        window.action("next_blank").trigger()
    assert blanks >= 1
    assert f"填{blanks - 1}" in editor.toPlainText()

    # Fix a flagged error with one click.
    analysed(qtbot, desk)
    window.side.show_tab(1)
    wrong = next(f for f in desk.work.shown() if f.text == "部暑")
    window.findings.select(wrong)
    window.findings.tree.setFocus()
    qtbot.keyClick(window.findings.tree, Qt.Key.Key_Return)
    assert "部暑" not in editor.toPlainText()
    editor.undo()
    assert "部暑" in editor.toPlainText(), "one fix, one undo"
    editor.redo()

    # Save, with an autosaved draft behind it.
    qtbot.waitUntil(lambda: bool(drafts(tmp_path / "data")), timeout=PATIENCE)
    assert window.editor.document().isModified()
    window.action("save").trigger()
    qtbot.waitUntil(lambda: not editor.document().isModified(), timeout=PATIENCE)
    saved = text_of(last_year)
    assert saved == [block.text for block in editor.bridge.picture().document.blocks]
    assert saved[heading].startswith("一、")
    untouched = [text for text in before if not text.startswith(("一、", "二、", "三、")) and "部暑" not in text]
    assert [text for text in saved if text in untouched] == untouched
    qtbot.waitUntil(lambda: drafts(tmp_path / "data")[0][1], timeout=PATIENCE)


def test_opened_and_saved_unedited_the_file_keeps_every_byte(qtbot: QtBot, desk: Coordinator, last_year: Path) -> None:
    before = last_year.read_bytes()
    opened(qtbot, desk, lambda: desk.files.open_path(str(last_year)))
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: any(m.key == "saved" for m in desk.window.messages.messages()), timeout=PATIENCE)
    assert last_year.read_bytes() == before


def test_an_edit_changes_the_main_part_only(qtbot: QtBot, desk: Coordinator, last_year: Path) -> None:
    before = zipfile.ZipFile(last_year)
    old = {name: before.read(name) for name in before.namelist()}
    opened(qtbot, desk, lambda: desk.files.open_path(str(last_year)))
    qtbot.keyClicks(desk.window.editor, "X")
    desk.window.action("save").trigger()
    qtbot.waitUntil(lambda: not desk.window.editor.document().isModified(), timeout=PATIENCE)
    after = zipfile.ZipFile(last_year)
    changed = {name for name in old if after.read(name) != old[name]}
    assert changed == {"word/document.xml"}
