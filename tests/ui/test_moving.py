"""上移、下移、升级、降级 at the desk: by keys in the text, by keys and menu in the outline, one undo each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from assistant.ui.coordinator import Coordinator
from assistant.ui.models.outline_rows import OutlineRow
from assistant.ui.moving_commands import SECTION_BREAK
from tests.ui.desk import analysed, opened, program

TEXT = """一、主要工作
（一）抓学习。全年组织学习十二次，党员参加率较高。
（二）抓组织。整顿软弱涣散党组织一个，成效明显。
二、存在的问题
理论学习的系统性还不够强。
三、下步打算
继续抓好各项工作的落实。
"""
KEYS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Coordinator:
    path = tmp_path / "述职.txt"
    path.write_text(TEXT, encoding="utf-8")
    with program(qtbot, tmp_path / "data") as coordinator:
        opened(qtbot, coordinator, lambda: coordinator.files.open_path(str(path)))
        analysed(qtbot, coordinator)
        yield coordinator


def lines(desk: Coordinator) -> list[str]:
    return [block.text for block in desk.window.editor.bridge.picture().document.blocks]


def caret_at(desk: Coordinator, words: str) -> None:
    editor = desk.window.editor
    start = editor.toPlainText().index(words)
    cursor = QTextCursor(editor.document())
    cursor.setPosition(start)
    editor.setTextCursor(cursor)
    editor.setFocus()


def row(desk: Coordinator, text: str) -> OutlineRow:
    def search(rows: tuple[OutlineRow, ...]) -> OutlineRow | None:
        return next((one for r in rows for one in (r, search(r.children)) if one and one.text == text), None)

    found = search(desk.window.outline._rows)
    assert found is not None
    return found


def test_a_section_moves_by_its_heading_and_one_undo_takes_numbers_and_all_back(
    qtbot: QtBot, desk: Coordinator
) -> None:
    before = lines(desk)
    caret_at(desk, "主要工作")
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Down, KEYS)
    assert lines(desk)[:3] == ["一、存在的问题", "理论学习的系统性还不够强。", "二、主要工作"]
    assert desk.window.editor.textCursor().block().text() == "二、主要工作", "the caret goes along"
    desk.window.editor.undo()
    assert lines(desk) == before


def test_a_paragraph_moves_alone(qtbot: QtBot, desk: Coordinator) -> None:
    caret_at(desk, "理论学习")
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Up, KEYS)
    assert lines(desk)[3:5] == ["理论学习的系统性还不够强。", "二、存在的问题"]


def test_a_heading_is_made_deeper_and_less_deep(qtbot: QtBot, desk: Coordinator) -> None:
    before = lines(desk)
    caret_at(desk, "存在的问题")
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Right, KEYS)
    assert (lines(desk)[3], lines(desk)[5]) == ("（三）存在的问题", "二、下步打算")
    analysed(qtbot, desk)
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Left, KEYS)
    assert lines(desk) == before


def test_the_same_keys_serve_the_row_chosen_in_the_outline(qtbot: QtBot, desk: Coordinator) -> None:
    tree = desk.window.outline.tree
    tree.show_row(row(desk, "存在的问题").key)
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Up, KEYS)
    assert lines(desk)[0] == "一、存在的问题"
    assert tree.hasFocus()
    analysed(qtbot, desk)
    chosen = tree.current_row()
    assert chosen is not None
    assert chosen.text == "存在的问题", "the next key moves the same section"


def test_the_outlines_menu_moves_a_section(desk: Coordinator) -> None:
    menu = desk.window.outline.menu_for(row(desk, "抓组织"))
    action = next(action for action in menu.actions() if action.text().startswith("上移"))
    action.trigger()
    assert lines(desk)[1].startswith("（一）抓组织")
    assert lines(desk)[2].startswith("（二）抓学习")


def test_at_the_edge_a_sentence_says_so_and_nothing_changes(qtbot: QtBot, desk: Coordinator) -> None:
    before = lines(desk)
    caret_at(desk, "主要工作")
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Up, KEYS)
    assert lines(desk) == before
    assert not desk.window.editor.document().isUndoAvailable()
    assert "已经在最前面了" in desk.window.messages.messages()[-1].text


def test_several_selected_paragraphs_move_together_and_stay_selected(qtbot: QtBot, desk: Coordinator) -> None:
    caret_at(desk, "（一）抓")
    cursor = desk.window.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    desk.window.editor.setTextCursor(cursor)
    chosen = cursor.selectedText()
    qtbot.keyClick(desk.window.editor, Qt.Key.Key_Down, KEYS)
    assert [line[:4] for line in lines(desk)[:4]] == ["一、主要", "二、存在", "（一）抓", "（二）抓"]
    assert desk.window.editor.textCursor().selectedText() == chosen


def test_over_a_section_break_it_asks_first(qtbot: QtBot, desk: Coordinator) -> None:
    editor = desk.window.editor
    from assistant.ui.editor import properties as prop

    caret_at(desk, "理论学习")
    cursor = editor.textCursor()
    fmt = cursor.blockFormat()
    fmt.setProperty(prop.BLOCK_FIXED, True)
    cursor.setBlockFormat(fmt)
    before = lines(desk)
    caret_at(desk, "存在的问题")
    qtbot.keyClick(editor, Qt.Key.Key_Down, KEYS)
    assert lines(desk) == before
    desk.window.messages.chosen.emit(SECTION_BREAK, "move")
    assert lines(desk)[3] == "二、下步打算"
