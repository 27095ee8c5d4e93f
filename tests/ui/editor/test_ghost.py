"""A ghost is seen and can be taken, and is otherwise not there: nothing that happens to the text meets it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.checks.rule import Finding, Level
from assistant.document.block import Block, Cell, Document, Opaque, Run, Span, Table, TableCell
from assistant.document.edit import ReplaceText
from assistant.ui.editor import properties as prop
from assistant.ui.editor.editor import Editor
from assistant.ui.editor.marking import BlockMarks, Mark
from assistant.ui.theme import DARK
from tests.builders import doc
from tests.ui.editor.hands import (
    Key,
    Modifier,
    commit,
    compose,
    drop,
    enter,
    lines,
    opened,
    paste,
    press,
    put,
    put_in,
    settle,
    type_text,
    undo_all,
)

TEXT = "镇里的图书角"
GHOST = "每周三晚上开放，值班员登记借阅情况。"


@pytest.fixture
def haunted(qtbot: QtBot) -> Editor:
    """An editor with a ghost at the end of its first paragraph."""
    editor = opened(doc(TEXT, "第二段。"))
    put_in(editor, 0, -1)
    editor.show_ghost(GHOST)
    assert editor.ghost.text == GHOST
    return editor


def preedit(editor: Editor, block: int = 0) -> str:
    """Return what stands in the paragraph beside its text."""
    return editor.document().findBlockByNumber(block).layout().preeditAreaText()


# It is no part of the text


def test_a_ghost_is_seen_but_is_nowhere_in_the_text(haunted: Editor) -> None:
    editor = haunted
    assert preedit(editor) == GHOST
    assert lines(editor) == [TEXT, "第二段。"]
    assert editor.toPlainText() == f"{TEXT}\n第二段。"
    assert not editor.document().isModified()
    assert not editor.document().isUndoAvailable()
    assert not editor.composing()
    assert editor.document().find("每周三").isNull()


def test_showing_and_clearing_a_ghost_is_no_edit(qtbot: QtBot) -> None:
    editor = opened(doc(TEXT))
    put_in(editor, 0, -1)
    with qtbot.assertNotEmitted(editor.text_edited), qtbot.assertNotEmitted(editor.document().contentsChange):
        editor.show_ghost(GHOST)
        editor.drop_ghost()
    assert preedit(editor) == ""


def test_copying_everything_copies_no_ghost(haunted: Editor) -> None:
    haunted.selectAll()
    haunted.copy()
    assert QApplication.clipboard().text() == f"{TEXT}\n第二段。"


def test_the_caret_stays_in_front_of_the_ghost(haunted: Editor) -> None:
    seen = haunted.cursorRect()
    haunted.drop_ghost()
    assert haunted.cursorRect().topLeft() == seen.topLeft()


def test_candidates_of_an_input_method_stand_at_the_caret(haunted: Editor) -> None:
    query = Qt.InputMethodQuery.ImCursorRectangle
    over = haunted.inputMethodQuery(query)
    haunted.drop_ghost()
    assert haunted.inputMethodQuery(query) == over


# Taking it


def test_tab_takes_all_of_it_as_one_undo_step(haunted: Editor) -> None:
    press(haunted, Key.Key_Tab)
    assert lines(haunted)[0] == TEXT + GHOST
    assert preedit(haunted) == ""
    assert undo_all(haunted) == 1
    assert lines(haunted)[0] == TEXT


def test_what_is_typed_before_and_after_is_undone_apart_from_it(qtbot: QtBot) -> None:
    editor = opened(doc(TEXT))
    put_in(editor, 0, -1)
    type_text(editor, "每")
    editor.show_ghost("周三")
    press(editor, Key.Key_Tab)
    type_text(editor, "晚")
    editor.undo()
    assert lines(editor) == [f"{TEXT}每周三"]
    editor.undo()
    assert lines(editor) == [f"{TEXT}每"]


def test_control_right_takes_it_up_to_its_next_mark_and_the_rest_stays(haunted: Editor) -> None:
    press(haunted, Key.Key_Right, Modifier.ControlModifier)
    assert lines(haunted)[0] == f"{TEXT}每周三晚上开放，"
    assert haunted.ghost.text == "值班员登记借阅情况。"
    press(haunted, Key.Key_Right, Modifier.ControlModifier)
    assert lines(haunted)[0] == TEXT + GHOST
    assert haunted.ghost.text == ""


def test_escape_sends_it_away(qtbot: QtBot, haunted: Editor) -> None:
    with qtbot.waitSignal(haunted.ghost_gone):
        press(haunted, Key.Key_Escape)
    assert preedit(haunted) == ""
    assert lines(haunted)[0] == TEXT


def test_its_own_next_character_leaves_the_rest(haunted: Editor) -> None:
    type_text(haunted, "每周")
    assert lines(haunted)[0] == f"{TEXT}每周"
    assert haunted.ghost.text == GHOST[2:]


def test_another_character_ends_it(haunted: Editor) -> None:
    type_text(haunted, "天")
    assert lines(haunted)[0] == f"{TEXT}天"
    assert preedit(haunted) == ""


@pytest.mark.parametrize(
    ("key", "text"), [(Key.Key_Return, [TEXT, "", "第二段。"]), (Key.Key_Space, [f"{TEXT} ", "第二段。"])]
)
def test_enter_and_space_never_take_it(haunted: Editor, key: Qt.Key, text: list[str]) -> None:
    press(haunted, key)
    assert lines(haunted) == text
    assert haunted.ghost.text == ""


def test_a_modifier_alone_changes_nothing(haunted: Editor) -> None:
    for key in (Key.Key_Shift, Key.Key_Control, Key.Key_Alt):
        press(haunted, key)
    assert haunted.ghost.text == GHOST


def test_tab_without_a_ghost_keeps_its_meaning(qtbot: QtBot) -> None:
    editor = opened(doc(TEXT))
    put_in(editor, 0, -1)
    press(editor, Key.Key_Tab)
    assert lines(editor) == [f"{TEXT}\t"]


def test_a_ghost_beyond_the_basic_plane_is_measured_right(qtbot: QtBot) -> None:
    editor = opened(doc("甲乙"))
    put_in(editor, 0, -1)
    editor.show_ghost("𠮷田同志")
    type_text(editor, "𠮷")
    assert editor.ghost.text == "田同志"
    press(editor, Key.Key_Tab)
    assert lines(editor) == ["甲乙𠮷田同志"]


# Input methods


def test_composing_makes_it_go(haunted: Editor) -> None:
    compose(haunted, "mei")
    assert haunted.composing()
    assert preedit(haunted) == "mei"
    commit(haunted, "没有")
    assert not haunted.composing()
    assert lines(haunted)[0] == f"{TEXT}没有"
    assert haunted.ghost.text == ""


def test_a_commit_that_begins_like_it_brings_the_rest_back(haunted: Editor) -> None:
    enter(haunted, "每周三")
    assert lines(haunted)[0] == f"{TEXT}每周三"
    assert haunted.ghost.text == GHOST[3:]
    assert not haunted.composing()


def test_composing_that_is_given_up_leaves_no_ghost_and_no_text(haunted: Editor) -> None:
    compose(haunted, "mei")
    commit(haunted, "")
    assert preedit(haunted) == ""
    assert lines(haunted)[0] == TEXT


def test_an_empty_event_of_an_input_method_leaves_it_standing(haunted: Editor) -> None:
    QApplication.sendEvent(haunted, QInputMethodEvent("", []))
    assert haunted.ghost.text == preedit(haunted) == GHOST
    press(haunted, Key.Key_Tab)
    assert lines(haunted)[0] == TEXT + GHOST


def test_none_is_shown_while_composing(qtbot: QtBot) -> None:
    editor = opened(doc(TEXT))
    put_in(editor, 0, -1)
    compose(editor, "mei")
    editor.show_ghost(GHOST)
    assert preedit(editor) == "mei"
    commit(editor, "每")
    assert lines(editor) == [f"{TEXT}每"]


# Where none is shown


def shown(editor: Editor, block: int, offset: int) -> bool:
    put_in(editor, block, offset)
    editor.show_ghost("开放")
    return bool(editor.ghost.text)


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("图书角", -1, True),
        ("图书角", 0, False),
        ("图书角", 2, False),
        ("", 0, False),
        ("\u3000\u3000", -1, False),
        ("图书角，很好", 3, True),
        ("图书角。", 3, True),
        ("共【数量】次", 3, False),
        ("共【数量】次", -1, True),
        ("图书角\n第二行", 3, True),
        ("图书角\n第二行", 4, False),
    ],
)
def test_only_where_text_is_expected(qtbot: QtBot, text: str, offset: int, expected: bool) -> None:
    assert shown(opened(doc(text)), 0, offset) is expected


def test_none_in_a_locked_block_nor_in_a_cell(qtbot: QtBot) -> None:
    cells = tuple(
        Block(str(i), (Run(text, i),), i, container=Cell(0, 0, i - 1)) for i, text in ((1, "姓名"), (2, "职务"))
    )
    grid = Table(1, 2, (TableCell(0, 0), TableCell(0, 1)))
    document = Document(
        (Block("0", (Run("目录", 0),), 0, opaque=Opaque("toc", "目录")), *cells, Block("3", (Run("正文", 3),), 3)),
        (grid,),
    )
    editor = opened(document)
    places = {}
    block = editor.document().begin()
    while block.isValid():
        if block.text():
            places[block.text()] = shown(editor, block.blockNumber(), -1)
        block = block.next()
    assert places == {"［目录］目录": False, "姓名": False, "职务": False, "正文": True}


def test_none_over_a_selection_nor_in_a_text_that_can_only_be_read(qtbot: QtBot) -> None:
    editor = opened(doc(TEXT))
    put(editor, 1, 6)
    editor.show_ghost(GHOST)
    assert editor.ghost.text == ""
    editor.setReadOnly(True)
    assert not shown(editor, 0, -1)


# Whatever else happens comes first


def click(editor: Editor) -> None:
    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 80))


EVENTS: dict[str, Callable[[Editor], object]] = {
    "click": click,
    "paste": lambda editor: paste(editor, "贴"),
    "drop": lambda editor: drop(editor, QPoint(300, 60), "放"),
    "arrow": lambda editor: press(editor, Key.Key_Left),
    "home": lambda editor: press(editor, Key.Key_Home),
    "backspace": lambda editor: press(editor, Key.Key_Backspace),
    "undo key": lambda editor: press(editor, Key.Key_Z, Modifier.ControlModifier),
    "redo": lambda editor: editor.redo(),
    "select all": lambda editor: editor.selectAll(),
    "focus out": lambda editor: QApplication.sendEvent(editor, QFocusEvent(QFocusEvent.Type.FocusOut)),
    "edit": lambda editor: editor.apply((ReplaceText(Span("1", 0, 1), "第", "这"),)),
    "edit beside the editor": lambda editor: editor.bridge.apply((ReplaceText(Span("0", 0, 1), "镇", "乡"),)),
    "insert": lambda editor: editor.insert_at_caret("插"),
    "ignore a finding": lambda editor: editor.bridge.ignore(frozenset({("a", "b")})),
    "another text": lambda editor: editor.load(doc("新的"), {}),
}


@pytest.mark.parametrize("name", EVENTS)
def test_everything_else_finds_the_text_without_it(haunted: Editor, name: str) -> None:
    twin = [TEXT, "第二段。"]
    EVENTS[name](haunted)
    settle()
    assert haunted.ghost.text == ""
    assert not any(preedit(haunted, number) for number in range(haunted.document().blockCount()))
    assert GHOST[:3] not in haunted.toPlainText()
    undo_all(haunted)
    assert lines(haunted) in (twin, ["新的"])


def test_undo_takes_back_what_was_typed_before_the_ghost(qtbot: QtBot) -> None:
    editor = opened(doc(TEXT))
    put_in(editor, 0, -1)
    type_text(editor, "每")
    editor.show_ghost("周三")
    editor.undo()
    assert lines(editor) == [TEXT]
    assert preedit(editor) == ""


# Looks


def formats_over_the_ghost(editor: Editor) -> list[QTextCharFormat]:
    layout = editor.document().begin().layout()
    at = layout.preeditAreaPosition()
    return [QTextCharFormat(f.format) for f in layout.formats() if f.start <= at < f.start + f.length]


def test_no_squiggle_and_no_blank_reaches_into_it(haunted: Editor) -> None:
    block = haunted.document().begin()
    finding = Finding("rule", "class", Level.ERROR, "说明", Span("0", 0, 6))
    block.setUserData(BlockMarks(TEXT, (Mark(0, 6, Level.ERROR, finding),)))
    haunted.rehighlight([block])
    last = formats_over_the_ghost(haunted)[-1]
    assert last.property(prop.GHOST)
    assert last.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline
    assert haunted.ghost.text == preedit(haunted) == GHOST
    haunted.drop_ghost()
    assert [(f.start, f.length) for f in block.layout().formats() if f.format.fontUnderline()] in ([], [(0, 6)])
    assert max(f.start + f.length for f in block.layout().formats()) == len(TEXT)


def test_it_wears_the_colour_of_the_theme(haunted: Editor) -> None:
    haunted.drop_ghost()
    haunted.set_theme(DARK)
    haunted.show_ghost(GHOST)
    assert formats_over_the_ghost(haunted)[-1].foreground().color() == DARK.colour("ghost")
