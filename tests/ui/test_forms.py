"""A report filled into a form is worked on like any other: from the outline into its cells."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from assistant.ui.models.outline_rows import OutlineRow
from tests.ui.desk import PATIENCE, analysed, opened


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A Word file with a table that names sections on the left."""
    file = docx.Document()
    file.add_paragraph("党支部书记抓党建述职报告表")
    table = file.add_table(rows=3, cols=2)
    sections = (
        ("主要工作", "全年组织集中学习12次，带队下到9个支部解决难题。"),
        ("存在问题", "调研走得不够勤，教育青年党员的办法不够多，抓得不细。"),
        ("下步打算", "每季度蹲点一周，办好青年讲堂，把年轻人聚在支部周围。"),
    )
    for row, texts in enumerate(sections):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    path = tmp_path / "述职报告表.docx"
    file.save(path)
    return path


def test_the_outline_leads_into_a_cell_and_what_is_typed_there_is_the_section(
    qtbot: QtBot, desk: Coordinator, form: Path
) -> None:
    opened(qtbot, desk, lambda: desk.files.open_path(str(form)))
    analysed(qtbot, desk)
    window, editor, tree = desk.window, desk.window.editor, desk.window.outline.tree

    def row(text: str) -> QModelIndex:
        found: list[OutlineRow] = [
            entry for entry in rows(tree.model(), tree.rootIndex()) if entry.text == text and not entry.ghost
        ]
        return found[0].key

    tree.show_row(row("存在问题"))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert editor.textCursor().block().text() == "存在问题"
    assert editor.textCursor().currentTable() is not None
    qtbot.waitUntil(lambda: desk.work.analysis.role == "problems", timeout=PATIENCE)

    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, "1.")
    analysed(qtbot, desk)
    (report,) = desk.work.analysis.reports
    problems = next(section for section in report.sections if section.role == "problems")
    blocks = editor.bridge.picture().document.blocks
    assert blocks[problems.last].text.endswith("抓得不细。1.")
    assert window.action("undo").isEnabled()


def rows(model: object, parent: QModelIndex) -> list[OutlineRow]:
    """Return the rows of a tree, top to bottom."""
    found = []
    for i in range(model.rowCount(parent)):
        index = model.index(i, 0, parent)
        found.append(index.data(Qt.ItemDataRole.UserRole))
        found += rows(model, index)
    return found
